"""How long two general solvers take over whole questions, beside the planner's answers: CP-SAT, and HiGHS as WebAssembly.

    FOOTHOLD=target/release/foothold python speed.py NODE FOLDER clinic.json household.json ...

FOLDER is where npm put HiGHS. One question is one offer of the clinic with its verdict and its best cost; who does which duty
before any session is settled once for all of them and counted, too. What is counted is the solvers' own time, on one
thread; building their models is not. What they find is compared with what the planner says. The limit is for each household and
solver; who passes it is said to have taken longer, and what it finished until then is compared.

The last line is one of JSON: for each household and solver the seconds, how many questions were finished, how many of
these were equal, and whether the limit was passed.
"""

from __future__ import annotations

import json
import os
import pathlib
import sys
import time

from ortools.sat.python import cp_model

import settle
from compare import ask_planner, planner_answers
from highs import Highs
from model import Baseline, answer
from states import step_of
from world import World

LIMIT_S = float(os.environ.get("FOOTHOLD_PEER_LIMIT_S", "60"))
# Of everything, model building included: nobody waits longer for a line of a table.
PATIENCE_S = 5 * LIMIT_S
LEVELS = {"CP-SAT": [10**10, 8], "HiGHS": [10**5, 4]}


class Over(Exception):
    """The limit is passed."""


def timed(kind, spent):
    """A solver that adds up what it took, and ends where its limit does."""

    class Timed(kind):
        def solve(self, model):
            left = LIMIT_S - spent["seconds"]
            if left <= 0 or time.monotonic() > spent["until"]:
                raise Over
            if kind is Highs:
                self.limit = left
            else:
                self.parameters.max_time_in_seconds = left
                self.parameters.max_deterministic_time = float("inf")
                self.parameters.num_workers = 1
            status = super().solve(model)
            spent["seconds"] += self.wall_time
            spent["solves"] += 1
            if status not in (cp_model.OPTIMAL, cp_model.INFEASIBLE):
                spent["failed"] = getattr(self, "failed", False)
                raise Over
            return status

    return Timed


def ask(kind, name, clinic, household, known):
    """Every offer, one after the other, until the limit: what it took, and what was equal."""
    spent = {"seconds": 0.0, "solves": 0, "until": time.monotonic() + PATIENCE_S}
    settle.CpSolver = timed(kind, spent)
    settle.MOST[:] = LEVELS[name]
    world = World(clinic, household)
    step = step_of(world)
    found, over = {}, False
    try:
        baseline = Baseline(world, step)
        for client in world.clients:
            for track in clinic["tracks"]:
                one = answer(world, baseline, step, [(client, track)])
                found[f"{client} {track['id']}"] = (one.verdict, one.cost)
    except Over:
        over = True
    asked = {key: value for key, value in known.items() if " + " not in key}
    equal = sum(asked[key] == value for key, value in found.items())
    for key, value in found.items():
        if asked[key] != value:
            print(f"{name} differs about {key}: {value}, the planner {asked[key]}")
    return {
        "seconds": spent["seconds"], "solves": spent["solves"], "offers": len(asked), "finished": len(found),
        "equal": equal, "over": over, "failed": spent.get("failed", False),
    }


def main():
    node, folder, *files = sys.argv[1:]
    Highs.start(node, str(pathlib.Path(__file__).with_name("highs.mjs")), folder)
    clinic = json.load(open(files[0], encoding="utf-8"))
    print("| household | solver | seconds of solving | solves | offers finished | of these equal |\n|---|---|---|---|---|---|")
    table = {}
    for file in files[1:]:
        household = json.load(open(file, encoding="utf-8"))
        known = planner_answers(ask_planner(clinic, household))[0]
        title = pathlib.Path(file).stem
        for name, kind in (("CP-SAT", cp_model.CpSolver), ("HiGHS", Highs)):
            found = ask(kind, name, clinic, household, known)
            table.setdefault(title, {})[name] = found
            more = " and failed" if found["failed"] else " and more" if found["over"] else ""
            shares = f"{found['finished']} of {found['offers']} | {found['equal']} of {found['finished']}"
            print(f"| {title} | {name} | {found['seconds']:.3f}{more} | {found['solves']} | {shares} |", flush=True)
    print(json.dumps(table))
    sys.exit(0 if all(one["equal"] == one["finished"] for of in table.values() for one in of.values()) else 1)


if __name__ == "__main__":
    main()
