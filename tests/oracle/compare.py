"""Asks the project's planner and the model of model.py one question, and says where they differ.

    FOOTHOLD=target/debug/foothold python compare.py clinic.json household.json
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import namedtuple

from model import LINES, answers, together
from sets import name_of
from settle import DEADLINE

SECONDS = 90  # of processor time that the model may take for one instance
PATIENCE = 60  # seconds that the planner may take

# What came of an instance: lines of text, none where both agree; for each offer its verdict, what its plan
# consists of, and whether the planner says that it is proven.
Found = namedtuple("Found", "lines offers")
Offer = namedtuple("Offer", "key verdict kinds proven together")


class Unreadable(Exception):
    """The planner did not take the files: a mistake of the generator, not a difference."""


def ask_planner(clinic, household):
    """The answer as values, from the project's command."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for name, value in (("c.json", clinic), ("h.json", household)):
            names.append(os.path.join(folder, name))
            with open(names[-1], "w", encoding="utf-8") as file:
                json.dump(value, file)
        command = [os.environ.get("FOOTHOLD", "foothold"), "plan", "--clinic", names[0], "--household", names[1], "--json"]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            raise Unreadable(f"no answer in {PATIENCE} seconds") from None
    if done.returncode:
        raise Unreadable(done.stderr[-500:])
    return json.loads(done.stdout)


def kinds_of(offer):
    """What a plan of the planner consists of, in the names of the mix."""
    kinds = {change["kind"] for change in offer["changes"]}
    for cover in offer["covers"]:
        kinds.add("outside cover" if cover["doer"] == "outside" else "other doer")
    dates = [(d["duty"], d["date"], d["from"]) for d in offer["plan"]["doers"]]
    if any(a[:2] == b[:2] for a, b in zip(dates, dates[1:])):
        kinds.add("handover")
    return sorted(kind.replace("_", " ") for kind in kinds)


def planner_answers(value):
    """For each offer verdict and cost; what is known of it besides; who does which duty of the baseline."""
    found, offers = {}, []
    sets = {row["id"]: set_name(row) for row in value.get("sets", {}).get("of", [])}
    alone = [(f"{o['client']} {sets.get(o['track'], o['track'])}", o, False) for o in value["offers"]]
    joint = [
        (" + ".join(f"{c['client']} {c['track']}" for c in o["choices"]), o, True)
        for o in value.get("together") or []
        if "sets" not in value
    ]
    for key, offer, together_ in alone + joint:
        found[key] = (offer["verdict"], [offer["cost"][line] for line in LINES])
        offers.append(Offer(key, offer["verdict"], kinds_of(offer), offer["proven"], together_))
    doers = {(d["duty"], d["date"], d["from"]): d["doer"] for d in value["baseline"]}
    return found, offers, doers


def set_name(row):
    """What a set is made of, as the model names it."""
    return name_of((s["track"], s["session"], day, day in s["online"]) for s in row["sessions"] for day in s["days"])


def model_answers(clinic, household):
    """The same from the model; `TimeoutError` when it takes too long."""
    found = {}
    DEADLINE[0] = time.process_time() + SECONDS
    with limit(SECONDS):
        alone, baseline = answers(clinic, household)
        for a in alone + together(clinic, household):
            one = isinstance(a.client, str)
            key = f"{a.client} {a.track}" if one else " + ".join(f"{c} {t}" for c, t in zip(a.client, a.track))
            found[key] = (a.verdict, a.cost)
    return found, baseline.by_date()


class limit:
    """Interrupts also what is not a solver's work, such as laying out a large model."""

    def __init__(self, seconds):
        self.seconds = seconds

    def __enter__(self):
        signal.signal(signal.SIGPROF, self.interrupt)
        signal.setitimer(signal.ITIMER_PROF, self.seconds)

    def __exit__(self, *_):
        signal.setitimer(signal.ITIMER_PROF, 0)

    @staticmethod
    def interrupt(*_):
        raise TimeoutError("not solved in time")


def differences(clinic, household):
    """What the two say apart. An answer that the planner calls unproven is named as well."""
    theirs, offers, their_doers = planner_answers(ask_planner(clinic, household))
    ours, our_doers = model_answers(clinic, household)
    lines = []
    for key in sorted(set(their_doers) | set(our_doers)):
        a, b = their_doers.get(key, "absent"), our_doers.get(key, "absent")
        if a != b:
            lines.append(f"baseline of duty {key[0]} on {key[1]} from minute {key[2]}: planner {a}, model {b}")
    for key in sorted(set(theirs) | set(ours)):
        a, b = theirs.get(key), ours.get(key)
        if a != b:
            lines.append(f"{key}: planner {a}, model {b}")
    lines += [f"{offer.key}: the planner calls it unproven" for offer in offers if not offer.proven]
    return Found(lines, offers)


def main():
    clinic, household = (json.load(open(name, encoding="utf-8")) for name in sys.argv[1:3])
    lines = differences(clinic, household).lines
    print("\n".join(lines) or "equal")
    sys.exit(1 if lines else 0)


if __name__ == "__main__":
    main()
