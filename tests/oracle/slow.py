"""Looks for households that take the planner long: random ones in which almost everything may change, with many duties,
clients, night shifts, few cars and misses that compete.

    FOOTHOLD=target/release/foothold python slow.py 500 --seed 1 --keep 2

Prints each that took longer than any before, and how many had something unproven; what took more seconds than `--keep` is saved in
`target/foothold-slow`. It fails where one takes longer than `--most`.
"""

from __future__ import annotations

import argparse
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


def clock(minutes):
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


class Hard:
    """One clinic and household."""

    def __init__(self, seed):
        r = self.r = random.Random(seed)
        self.unit = r.choice([5, 5, 10, 15])
        self.people = r.choice([1, 2, 2, 3, 4, 6])
        self.clients = r.choice([1, 1, 1, 2, 3]) if self.people > 2 else 1
        self.days = r.sample(DAYS, r.choice([1, 1, 2, 3]))
        self.cars = r.random() < 0.5
        # Whether rows of one person may be at the same time: then most of them contradict each other.
        self.crowd = r.random() < 0.3

    def clinic(self):
        r = self.r
        program = {"weeks": r.choice([1, 4, 12, 12, 26]), "weekly_hours": {"least": 1, "most": 60}, "arrival_buffer_min": r.choice([0, 10])}
        if r.random() < 0.6:
            program["misses"] = {"allowed": r.randint(1, 6), "in_weeks": r.choice([1, 2, 4, 12])}
        if r.random() < 0.3:
            program["intake"] = {"minutes": 60, "windows": [{"days": DAYS, "from": "00:00", "to": "23:59"}]}
        tracks = [self.track(k) for k in range(r.choice([1, 1, 2, 4]))]
        return {"version": 1, "name": "C", "phone": "(312) 555-0134", "zone": "America/Chicago", "languages": ["en"], "checked_on": "2026-11-20", "program": program, "tracks": tracks}

    def track(self, k):
        r, sessions = self.r, []
        start = 60 * r.randint(7, 19)
        for _ in range(r.choice([1, 2, 3, 4])):
            long = r.choice([30, 60, 120])
            row = {"kind": "group", "days": self.days if r.random() < 0.7 else r.sample(DAYS, 2), "from": clock(start), "to": clock(start + long)}
            start += long + r.choice([0, 0, 30, 60])
            if start > 1380:
                break
            if r.random() < 0.2:
                row["online"] = r.choice([True, "either"])
            if r.random() < 0.3:
                row["attend"] = r.choice([["client", "parent"], ["parent"]])
            sessions.append(row)
        sessions = sessions or [{"kind": "group", "days": ["Mon"], "from": "18:00", "to": "20:00"}]
        return {"id": f"t{k}", "name": f"T{k}", "sessions": sessions}

    def household(self):
        r = self.r
        file = {"version": 1, "start": "2026-11-30", "clinic_travel_min": r.choice([0, 2, 4]) * self.unit}
        people = []
        for k in range(self.people):
            row = {"id": f"p{k}", "is": "client" if k < self.clients else "adult"}
            if k and r.random() < 0.6:
                row["roles"] = ["parent"]
            people.append(row)
        file["people"] = people
        if self.cars:
            file["cars"] = r.choice([0, 1, 1, 2])
        file["commitments"] = [self.row(k) for k in range(r.choice([3, 6, 9, 14, 20]))]
        if self.people > 1 or r.random() < 0.4:
            file["duties"] = [self.duty(k) for k in range(r.choice([0, 1, 2, 3, 5, 8]))]
        return file

    def row(self, k):
        r = self.r
        row = {"id": f"c{k}", "who": f"p{r.randrange(self.people)}", "kind": r.choice(["work", "work", "school", "care", "appointment", "other", "rest"])}
        if r.random() < 0.12:
            row.update(kind="work", days=r.sample(DAYS, r.randint(1, 5)), **{"from": clock(r.choice([1140, 1260, 1320])), "to": clock(r.choice([1740, 1860]))})
        else:
            start = 60 * r.randint(6, 21) + self.unit * r.randrange(6)
            row.update(days=self.days if r.random() < 0.7 else r.sample(DAYS, 3), **{"from": clock(start), "to": clock(start + r.choice([20, 30, 45, 60, 120, 300] if not self.crowd else [60, 240, 480]))})
        if r.random() < 0.6:
            row["travel_min"] = self.unit * r.randint(0, 6)
        if r.random() < 0.3:
            row["direct_min"] = self.unit * r.randint(1, 4)
        if r.random() < 0.2:
            row["by"] = r.choice(["bus", "foot"])
        if r.random() < 0.1:
            row["last_way"] = clock(60 * r.randint(17, 23))
        sort = r.choice(["fixed", "move", "move", "cut", "cut", "cut", "if_needed"])
        row["firm"] = sort
        if sort == "move":
            row.update(earlier_min=r.choice([0, 60, 300, 720]), later_min=r.choice([60, 300, 720]))
        if sort == "cut":
            row["cut_min"] = r.choice([30, 120, 480, 720])
        if r.random() < 0.25:
            row["agree"] = r.choice(["a", "b", "nobody"])
        if r.random() < 0.2:
            row["except"] = [f"2026-12-{day:02d}" for day in r.sample(range(1, 29), 5)]
        if r.random() < 0.15:
            shift = f"{row.pop('from')}-{row.pop('to')}"
            row.pop("days")
            row["cycle"] = {"starts": "2026-11-30", "days": r.choice(["DD--DDD--DD---", "DDDD----", "D-", "DDDDD--", "DD-D---D-"]), "shifts": {"D": shift}}
        return row

    def duty(self, k):
        r = self.r
        start = 60 * r.randint(6, 20) + self.unit * r.randrange(6)
        may = [f"p{i}" for i in r.sample(range(self.people), r.randint(1, self.people))]
        row = {"id": f"d{k}", "days": self.days if r.random() < 0.7 else r.sample(DAYS, 3), "may": may}
        if r.random() < 0.5:
            row["at"] = clock(start)
        else:
            row.update(**{"from": clock(start), "to": clock(start + r.choice([30, 60, 180]))})
        if r.random() < 0.6:
            row["travel_min"] = self.unit * r.randint(0, 3)
        if r.random() < 0.6:
            row["usual"] = may[0]
        if r.random() < 0.4:
            row["outside"] = [{"days": DAYS, "from": "06:00", "to": "23:00"}]
        if r.random() < 0.15:
            row["asleep"] = True
        return row


def ask(clinic, household, most):
    """Seconds that everything about two files takes, and whether something is unproven."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for name, value in (("c.json", clinic), ("h.json", household)):
            names.append(os.path.join(folder, name))
            pathlib.Path(names[-1]).write_text(json.dumps(value), encoding="utf-8")
        command = [os.environ["FOOTHOLD"], "plan", "--clinic", names[0], "--household", names[1], "--json"]
        began = os.times().children_user
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=most)
        except subprocess.TimeoutExpired:
            return float("inf"), True
    if done.returncode:
        raise RuntimeError(done.stderr[-500:])
    answer = json.loads(done.stdout)
    open_ = any(not offer["proven"] for offer in answer["offers"] + answer["together"])
    return os.times().children_user - began, open_


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=float, default=3)
    parser.add_argument("--most", type=float, default=60)
    options = parser.parse_args()
    folder = pathlib.Path("target/foothold-slow")
    worst, unproven, kept, began = 0.0, 0, [], time.monotonic()
    for seed in range(options.seed, options.seed + options.count):
        hard = Hard(seed)
        clinic, household = hard.clinic(), hard.household()
        seconds, open_ = ask(clinic, household, options.most)
        unproven += open_
        if seconds > options.keep:
            folder.mkdir(parents=True, exist_ok=True)
            kept.append((seconds, seed))
            for name, value in (("clinic", clinic), ("household", household)):
                (folder / f"{seed}-{name}.json").write_text(json.dumps(value, indent=1), encoding="utf-8")
        if seconds > worst:
            worst = seconds
            print(f"seed {seed}: {seconds:.2f} s{', unproven' if open_ else ''}", flush=True)
    for seconds, seed in sorted(kept, reverse=True)[:20]:
        print(f"slow: seed {seed}, {seconds:.2f} s")
    print(f"{options.count} asked in {time.monotonic() - began:.0f} s, {unproven} with something unproven, the slowest took {worst:.2f} s")
    sys.exit(0 if worst <= options.most else 1)


if __name__ == "__main__":
    main()
