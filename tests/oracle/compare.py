"""Asks the project's planner and the model of model.py the same random questions.

    FOOTHOLD=../../target/release/foothold python compare.py 200 --seed 1

On a difference the two files are made smaller while it stays, and saved under failures/.
"""

from __future__ import annotations

import argparse
import copy
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
from collections import Counter

from generate import instance
from model import DEADLINE, LINES, answers, together

HERE = pathlib.Path(__file__).parent


class Unreadable(Exception):
    """The planner did not take the files: a mistake of the generator, not a difference."""


def ask_planner(clinic, household):
    """Verdict and cost of each offer, from the project's command."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for name, value in (("c.json", clinic), ("h.json", household)):
            names.append(os.path.join(folder, name))
            with open(names[-1], "w", encoding="utf-8") as file:
                json.dump(value, file)
        command = [os.environ.get("FOOTHOLD", "foothold"), "plan", "--clinic", names[0], "--household", names[1], "--json"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    if done.returncode:
        raise Unreadable(done.stderr[-500:])
    return json.loads(done.stdout)


def planner_answers(clinic, household):
    value = ask_planner(clinic, household)
    found, unproven = {}, set()
    for offer in value["offers"]:
        key = f"{offer['client']} {offer['track']}"
        found[key] = (offer["verdict"], [offer["cost"][k] for k in LINES])
        if not offer["proven"]:
            unproven.add(key)
    for offer in value.get("together") or []:
        key = " + ".join(f"{c['client']} {c['track']}" for c in offer["choices"])
        found[key] = (offer["verdict"], [offer["cost"][k] for k in LINES])
        if not offer["proven"]:
            unproven.add(key)
    doers = {(d["duty"], d["date"]): d["doer"] for d in value["baseline"]}
    return found, unproven, doers


def model_answers(clinic, household):
    found, kinds = {}, {}
    DEADLINE[0] = time.process_time() + 8
    alone, baseline = answers(clinic, household)
    for a in alone + together(clinic, household):
        one = isinstance(a.client, str)
        key = f"{a.client} {a.track}" if one else " + ".join(f"{c} {t}" for c, t in zip(a.client, a.track))
        found[key] = (a.verdict, a.cost)
        kinds[key] = a.kinds
    doers = baseline.by_date()
    return found, kinds, doers


def differences(clinic, household):
    """Lines of text; none if both agree. Offers that the planner calls unproven are not compared."""
    theirs, unproven, their_doers = planner_answers(clinic, household)
    ours, kinds, our_doers = model_answers(clinic, household)
    lines = []
    if their_doers != our_doers:
        for key in sorted(set(their_doers) | set(our_doers)):
            a, b = their_doers.get(key, "absent"), our_doers.get(key, "absent")
            if a != b:
                lines.append(f"baseline of duty {key[0]} on {key[1]}: planner {a}, model {b}")
    for key in sorted(set(theirs) | set(ours)):
        a, b = theirs.get(key), ours.get(key)
        if a != b and key not in unproven:
            lines.append(f"{key}: planner {a}, model {b}")
    return lines, ours, kinds, unproven


# Shrinking.


def smaller(clinic, household):
    """Files with one thing less."""
    for name in ("tracks",):
        for k in range(len(clinic[name])):
            if len(clinic[name]) > 1:
                yield without(clinic, [name], k), household
    for t, track in enumerate(clinic["tracks"]):
        for k in range(len(track["sessions"])):
            yield without(clinic, ["tracks", t, "sessions"], k), household
            days = track["sessions"][k]["days"]
            if len(days) > 1:
                for d in range(len(days)):
                    yield without(clinic, ["tracks", t, "sessions", k, "days"], d), household
            for field in ("online", "attend", "weeks"):
                if field in track["sessions"][k]:
                    yield without(clinic, ["tracks", t, "sessions", k], field), household
    for field in ("closures", "misses"):
        if field in clinic["program"]:
            yield without(clinic, ["program"], field), household
    if clinic["program"]["weeks"] > 1:
        value = copy.deepcopy(clinic)
        value["program"]["weeks"] -= 1
        if "misses" in value["program"]:
            value["program"]["misses"].pop("in_weeks", None)
        yield value, household
    yield from smaller_household(clinic, household)


def smaller_household(clinic, household):
    for name in ("commitments", "duties", "places"):
        for k in range(len(household.get(name, []))):
            yield clinic, without(household, [name], k)
    for k in range(1, len(household.get("people", []))):
        yield clinic, without(household, ["people"], k)
    for k, person in enumerate(household.get("people", [])):
        if "roles" in person:
            yield clinic, without(household, ["people", k], "roles")
    for name in ("commitments", "duties"):
        for k, row in enumerate(household.get(name, [])):
            for d in range(len(row.get("days", []))):
                if len(row["days"]) > 1:
                    yield clinic, without(household, [name, k, "days"], d)
            for field in ("first", "last", "except", "agree", "usual", "outside", "direct_min", "asleep", "travel_min", "place"):
                if field in row:
                    yield clinic, without(household, [name, k], field)
            if row.get("firm", "fixed") != "fixed":
                value = copy.deepcopy(household)
                row = value[name][k]
                row["firm"] = "fixed"
                for field in ("cut_min", "earlier_min", "later_min"):
                    row.pop(field, None)
                yield clinic, value
    if "rest" in household:
        yield clinic, without(household, [], "rest")


def without(value, path, last):
    value = copy.deepcopy(value)
    inner = value
    for step in path:
        inner = inner[step]
    del inner[last]
    return value


def differs(clinic, household):
    try:
        return bool(differences(clinic, household)[0])
    except (Unreadable, KeyError, TimeoutError, IndexError):
        return False


def shrink(clinic, household, seconds=60):
    until = time.time() + seconds
    again = True
    while again and time.time() < until:
        again = False
        for c, h in smaller(clinic, household):
            if time.time() < until and differs(c, h):
                clinic, household, again = c, h, True
                break
    return clinic, household


def save(seed, clinic, household, lines):
    folder = HERE / "failures"
    folder.mkdir(exist_ok=True)
    for name, value in (("clinic", clinic), ("household", household)):
        (folder / f"{seed}-{name}.json").write_text(json.dumps(value, indent=1) + "\n", encoding="utf-8")
    (folder / f"{seed}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


# The run.


def note(mix, household, ours, kinds):
    mix["instances with people"][len(household.get("people", [1]))] += 1
    mix["duties"][len(household.get("duties", []))] += 1
    mix["cars"][household.get("cars", "not said")] += 1
    for row in household.get("commitments", []) + household.get("duties", []):
        pattern = "cycle" if "cycle" in row else "dates" if "dates" in row else "weekdays"
        mix["patterns"][pattern] += 1
    for key, (verdict, _) in ours.items():
        mix["together" if " + " in key else "offers"][verdict] += 1
        for kind in kinds[key] if verdict in ("fits_if", "does_not_fit") else []:
            mix["changes of the optima"][kind] += 1


def show(mix):
    for title, counter in mix.items():
        total = sum(mix["offers"][v] for v in ("fits_if", "does_not_fit")) if title.startswith("changes") else sum(counter.values())
        parts = [f"{key} {n} ({100 * n // max(1, total)} %)" for key, n in sorted(counter.items(), key=lambda x: str(x[0]))]
        print(f"{title}: {', '.join(parts)}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=1e9, help="stop after so many seconds")
    options = parser.parse_args()
    titles = ["offers", "together", "changes of the optima", "instances with people", "duties", "cars", "patterns"]
    mix = {title: Counter() for title in titles}
    equal = asked = unproven_offers = skipped = 0
    began = time.time()
    for seed in range(options.seed, options.seed + options.count):
        if time.time() - began > options.seconds:
            break
        clinic, household = instance(seed)
        try:
            lines, ours, kinds, unproven = differences(clinic, household)
        except Unreadable as why:
            print(f"seed {seed}: not read: {why}")
            skipped += 1
            continue
        except TimeoutError:
            print(f"seed {seed}: the model was not solved in time")
            skipped += 1
            continue
        asked += 1
        unproven_offers += len(unproven)
        note(mix, household, ours, kinds)
        if not lines:
            equal += 1
            continue
        print(f"seed {seed}:", *lines, sep="\n  ", flush=True)
        c, h = shrink(clinic, household)
        save(seed, c, h, differences(c, h)[0])
    show(mix)
    print(f"{unproven_offers} offers unproven by the planner, {skipped} instances skipped, {time.time() - began:.0f} seconds")
    print(f"{equal} of {asked} equal")
    sys.exit(0 if equal == asked and asked else 1)


if __name__ == "__main__":
    main()
