"""The planner's question as a model for CP-SAT, written from docs/PLANNER.md alone.

    python model.py clinic.json household.json

prints verdict and cost of every offer as JSON.
"""

from __future__ import annotations

import datetime
import json
import sys
from collections import namedtuple
from itertools import product

from forms import forms, unplaced
from sets import sets
from settle import Settled
from states import step_of
from world import DAY, World

LINES = ["missed", "work_lost_min", "parties", "moved_min", "cover_min", "swaps", "travel_min", "evenings"]
RANK = ["fits", "tight", "fits_if", "does_not_fit", "ask"]
MOST_SETS = 10

Answer = namedtuple("Answer", "client track verdict cost kinds proven")


class Baseline:
    """Rule 21: who does what before any session."""

    def __init__(self, world, step):
        plan = Settled(world, [], step)
        nobody = [(1, plan.do[i, None]) for i in range(len(plan.duties))]
        outside = [(d.cover_minutes, plan.do[i, "outside"]) for i, d in enumerate(plan.duties) if d.outside]
        strange = [
            (1, plan.do[i, doer])
            for i, d in enumerate(plan.duties)
            if d.usual
            for doer in plan.doer_order[i]
            if doer not in (d.usual, None)
        ]
        plan._settle([nobody, outside, strange])
        self.travel, _ = plan._settle_travel([])
        plan.settle_order(self.travel)
        self.doers = [plan.chosen[i] for i in range(len(plan.duties))]
        self.world = world

    def by_date(self):
        """As in the answer's `baseline`: (duty from 1, date, minute) to doer."""
        dates = {}
        for duty, doer in zip(self.world.duty_dates, self.doers):
            date = self.world.start + datetime.timedelta(days=duty.day)
            parts = [(who, part.start) for who, part in duty.parts(doer)] or [(doer, duty.start)]
            for who, start in parts:
                dates[duty.index + 1, date.isoformat(), start - duty.day * DAY] = who
        return dates


def answer(world, baseline, step, choices):
    """Rules 36, 37, 40 and 41 for some clients' tracks together: the best of all forms of these tracks."""
    names = [(client, track["id"]) for client, track in choices]
    client, track = names[0] if len(names) == 1 else ([c for c, _ in names], [t for _, t in names])
    if any(not track.get("sessions") for _, track in choices):
        return Answer(client, track, "ask", [0] * 8, [], True)
    best = best_form(world, baseline, step, choices)
    if not best:
        plain = [(who, dict(track, floating=[])) for who, track in choices]
        best = best_form(world, baseline, step, plain)
        missed = best.cost[0] + sum(unplaced(world, track) for _, track in choices)
        best = best._replace(verdict="does_not_fit", cost=[missed] + best.cost[1:])
    return best._replace(client=client, track=track)


def best_form(world, baseline, step, choices):
    """Rules 36 and 37: the first of the best forms of these tracks; nothing where floating hours have no place."""
    best = None
    for combo in product(*(forms(world, track) for _, track in choices)):
        seats = [seat for (who, _), form in zip(choices, combo) for seat in world.seats(who, form)[0]]
        found = answer_form(world, baseline, step, seats)
        if not best or key_of(found) < key_of(best):
            best = found
    return best


def key_of(found):
    """Rule 36: forms that fit before those that do not, then by the cost."""
    return found.verdict == "does_not_fit", found.cost


def answer_form(world, baseline, step, seats):
    """Rules 40 and 41 for seats of which every date is settled."""
    for limit in (True, False):
        plan = Settled(world, seats, step, baseline, limit)
        lines, evenings = plan.lines()
        values = plan._settle(lines)
        if values is not None:
            break
    travel, late = plan._settle_travel(evenings)
    cost = values + [travel - baseline.travel, late]
    verdict = "fits_if" if limit else "does_not_fit"
    if limit and not any(values):
        plan.settle_order(travel)
        slack = plan.slack()
        verdict = "tight" if slack is not None and slack < 10 else "fits"
    return Answer(None, None, verdict, cost, kinds_of(plan, values), plan.proven)


def kinds_of(plan, values):
    """What the best plan consists of, for the mix that is printed."""
    kinds = {s.kind for s in plan.changed.values()}
    kinds |= {"miss"} if values[0] else set()
    kinds |= {"cover"} if values[4] else set()
    kinds |= {"swap"} if values[5] else set()
    return sorted(kinds)


def answers(clinic, household):
    """Every offer of the clinic for every client alone (rule 8), in no particular order."""
    world = World(clinic, household)
    step = step_of(world)
    baseline = Baseline(world, step)
    if "mix" in clinic["program"]:
        return [a for client in world.clients for a in best_sets(world, baseline, step, client)], baseline
    tracks = clinic.get("tracks", [])
    return [answer(world, baseline, step, [(c, t)]) for c in world.clients for t in tracks], baseline


def best_sets(world, baseline, step, client):
    """Rule 39: the ten best of all sets for one client, named by what they are made of."""
    found = []
    for name, track in sets(world, world.clinic):
        one = answer_form(world, baseline, step, world.seats(client, track)[0])
        found.append(one._replace(client=client, track=name))
    return sorted(found, key=lambda one: (RANK.index(one.verdict), one.cost))[:MOST_SETS]


def together(clinic, household):
    """Rule 8: for every client and track the best plan in which all clients go. Tracks without times, or without a place
    for their floating hours, take no part."""
    world = World(clinic, household)
    step = step_of(world)
    baseline = Baseline(world, step)
    tracks = [t for t in clinic.get("tracks", []) if t.get("sessions") and forms(world, t)]
    if len(world.clients) < 2 or "mix" in clinic["program"]:
        return []
    found = {}
    for combo in product(range(len(tracks)), repeat=len(world.clients)):
        choices = [(c, tracks[k]) for c, k in zip(world.clients, combo)]
        found[combo] = answer(world, baseline, step, choices)
    best = {}
    for place, _ in enumerate(world.clients):
        for k, _ in enumerate(tracks):
            combo = min((c for c in found if c[place] == k), key=lambda c: (RANK.index(found[c].verdict), found[c].cost, c))
            best[combo] = found[combo]
    return [best[c] for c in sorted(best)]


def main():
    clinic, household = (json.load(open(name, encoding="utf-8")) for name in sys.argv[1:3])
    found, _ = answers(clinic, household)
    for a in found + together(clinic, household):
        print(json.dumps({"client": a.client, "track": a.track, "verdict": a.verdict, "cost": dict(zip(LINES, a.cost)), "kinds": a.kinds}))


if __name__ == "__main__":
    main()
