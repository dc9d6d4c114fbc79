"""Asks the planner and the model the same random questions, many of them.

    FOOTHOLD=target/debug/foothold python run.py 200 --seed 1

Prints how far it is, each difference, what was asked, and last how many instances were equal. Ends with 1
on any difference, any answer that the planner calls unproven, a file that it does not read, more than one
instance in a hundred that the model did not solve in time, or a mix that is too uniform.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import pathlib
import sys
import time
from collections import namedtuple

from compare import SECONDS, Unreadable, differences
from generate import RULES, instance
from mix import Mix
from shrink import save, shrink

MOST_SKIPPED = 1  # instances in a hundred
PRESENT = 200  # from so many instances on, each thing must occur
VARIED = 1000  # and from so many on, often enough

# What came of a seed: one of "equal", "different", "unread", "slow".
Outcome = namedtuple("Outcome", "seed sort lines offers seconds")


def ask(task):
    """One instance, in a process of its own pool."""
    seed, folder, rules = task
    began = time.time()
    clinic, household = instance(seed, rules)
    try:
        found = differences(clinic, household)
    except Unreadable as why:
        return Outcome(seed, "unread", [str(why)], [], time.time() - began)
    except TimeoutError:
        return Outcome(seed, "slow", [], [], time.time() - began)
    if found.lines:
        try:
            c, h = shrink(clinic, household)
            save(folder, seed, c, h, differences(c, h).lines)
        except (Unreadable, TimeoutError):
            save(folder, seed, clinic, household, found.lines)
    sort = "different" if found.lines else "equal"
    return Outcome(seed, sort, found.lines, found.offers, time.time() - began)


def say(outcome):
    """What is worth a line while the run goes."""
    if outcome.sort == "slow":
        print(f"seed {outcome.seed}: not compared, the model takes more than {SECONDS} s", flush=True)
    elif outcome.sort != "equal":
        word = {"unread": "the planner did not read it", "different": "they differ"}[outcome.sort]
        print(f"seed {outcome.seed}: {word}", *outcome.lines, sep="\n  ", flush=True)


def conclude(outcomes, mix):
    """Why the run failed, a line each; none if it did not."""
    of = {sort: [o for o in outcomes if o.sort == sort] for sort in ("equal", "different", "unread", "slow")}
    why = []
    if of["different"]:
        why.append(f"{len(of['different'])} instances differ")
    if of["unread"]:
        why.append(f"{len(of['unread'])} instances were not read")
    if 100 * len(of["slow"]) > MOST_SKIPPED * len(outcomes):
        why.append(f"{len(of['slow'])} instances were not compared; more than {MOST_SKIPPED} % are too many")
    if not of["equal"]:
        why.append("nothing was equal")
    if len(outcomes) >= PRESENT:
        why += [f"the mix is too uniform: {line}" for line in mix.lacking(len(outcomes) >= VARIED)]
    return why


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1, help="of the first instance; the others follow")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes at a time")
    parser.add_argument("--with", dest="rules", default="", help=f"rules to ask about besides, of {','.join(RULES)}")
    parser.add_argument("--failures", type=pathlib.Path, default=pathlib.Path(__file__).parent / "failures")
    options = parser.parse_args()
    rules = [rule for rule in options.rules.split(",") if rule]
    if set(rules) - set(RULES):
        parser.error(f"--with knows {', '.join(RULES)}")
    mix, outcomes, began = Mix(rules), [], time.time()
    tasks = [(seed, options.failures, rules) for seed in range(options.seed, options.seed + options.count)]
    with multiprocessing.Pool(max(1, options.jobs), maxtasksperchild=100) as pool:
        for outcome in pool.imap_unordered(ask, tasks):
            outcomes.append(outcome)
            say(outcome)
            if outcome.offers:
                mix.note(*instance(outcome.seed, rules), outcome.offers)
            if len(outcomes) % 100 == 0:
                print(f"{len(outcomes)} of {options.count} asked, {time.time() - began:.0f} s", flush=True)
    mix.show()
    why = conclude(outcomes, mix)
    slowest = max(outcomes, key=lambda o: o.seconds)
    slow = sum(o.sort == "slow" for o in outcomes)
    equal = sum(o.sort == "equal" for o in outcomes)
    print(f"seeds {options.seed} to {options.seed + options.count - 1}, {time.time() - began:.0f} s; the slowest was seed {slowest.seed} with {slowest.seconds:.1f} s")
    for line in why:
        print(f"failed: {line}")
    print(f"{slow} not compared\n{equal} of {len(outcomes) - slow} equal")
    sys.exit(1 if why else 0)


if __name__ == "__main__":
    main()
