"""How long CP-SAT takes over whole questions: `speed.py clinic.json household.json ...`, a line of a table for each household.

One question is every offer of the clinic with its best cost, as `./dev bench` asks the planner. What is counted is the solver's own
wall time, on as many workers as it has here; building the model is not. The limit is per household; one that passes it
is said to have taken longer, and is not guessed at.
"""

from __future__ import annotations

import json
import os
import sys
import time

from ortools.sat.python import cp_model

import settle
from model import answers

LIMIT_S = float(os.environ.get("FOOTHOLD_PEER_LIMIT_S", "60"))

spent = [0.0, 0]


class Timed(cp_model.CpSolver):
    """A solver that adds up what it took."""

    def solve(self, *args, **kwargs):
        status = super().solve(*args, **kwargs)
        spent[0] += self.wall_time
        spent[1] += 1
        return status


def main():
    settle.cp_model.CpSolver = Timed
    clinic = json.load(open(sys.argv[1], encoding="utf-8"))
    print("| household | offers | solves | CP-SAT, seconds of solving |\n|---|---|---|---|")
    for name in sys.argv[2:]:
        household = json.load(open(name, encoding="utf-8"))
        spent[:] = [0.0, 0]
        settle.DEADLINE[0] = time.process_time() + LIMIT_S
        try:
            offers, more = len(answers(clinic, household)[0]), ""
        except Exception as fault:  # what the deadline raises
            if time.process_time() < settle.DEADLINE[0]:
                raise
            offers, more = "-", f", and then more than its limit of {LIMIT_S:.0f} s ({type(fault).__name__})"
        print(f"| {os.path.basename(name)} | {offers} | {spent[1]} | {spent[0]:.2f}{more} |", flush=True)


if __name__ == "__main__":
    main()
