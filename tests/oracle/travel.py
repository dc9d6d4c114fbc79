"""Line 7 of the cost, minutes on the way: tables where a stretch of somebody's day has few ways to go; elsewhere
it is worked out for each plan that is met, and the model is told."""

from __future__ import annotations

from collections import defaultdict, namedtuple
from itertools import product
from math import prod

from plan import Plan
from states import things_of

FEW = 200  # ways of a stretch of which the travel is worked out beforehand
# One thing in a stretch of a person's day: in which ways it can be, and whether it is always in one of them.
Item = namedtuple("Item", "whole ways")


class Travelled(Plan):
    """A plan that knows how long everybody is on the way."""

    def __init__(self, *given):
        super().__init__(*given)
        self._clusters()

    def _clusters(self):
        """Stretches of one person's things between which that person is surely at home for an hour."""
        far = 2 * max(m for m in self.world.way.values() if m < 10**6) + self.world.buffer + 60
        self.clusters, self.cluster_of = [], []
        for person in self.world.people:
            items = []
            for i, occ in enumerate(self.occs):
                if occ.who == person:
                    alternatives = [(v, things_of(occ, s)) for s, v in zip(self.states[i], self.var[i])]
                    items.append(Item(True, alternatives))
            items += [Item(False, [(self.at[i, person], [s.thing])]) for i, s in enumerate(self.seats) if person in s.candidates]
            duties = [self.takes(i, person) for i, d in enumerate(self.duties) if person in d.may]
            items += [Item(False, [(lit, [thing]) for lit, thing in takes]) for takes in duties]
            items.sort(key=lambda item: min(t.start for _, ts in item.ways for t in ts))
            reach = -(10**9)
            for item in items:
                if min(t.start for _, ts in item.ways for t in ts) > reach + far:
                    self.clusters.append([])
                    self.cluster_of.append(person)
                self.clusters[-1].append(item)
                reach = max(reach, max(t.end for _, ts in item.ways for t in ts))
        self.travel_vars = [self.model.new_int_var(0, 100000, "") for _ in self.clusters]

    def _teach_travel(self):
        """Teaches the model beforehand the travel of stretches that can be in a few ways only."""
        for cluster, var in zip(self.clusters, self.travel_vars):
            choices = []
            for item in cluster:
                absent = [] if item.whole else [(None, [])]
                choices.append(list(item.ways) + absent)
            if prod(len(choice) for choice in choices) > FEW:
                continue
            cases, minutes = defaultdict(list), []
            for combo in product(*choices):
                case = self.new()
                minutes.append((self.world.travel([thing for _, things in combo for thing in things]), case))
                for lit, _ in combo:
                    if lit is not None:
                        cases[lit.index].append(case)
            self.model.add_exactly_one([case for _, case in minutes])
            for item in cluster:
                for lit, _ in item.ways:
                    self.model.add(sum(cases[lit.index]) == lit)
            self.model.add(var == sum(m * case for m, case in minutes))

    def _look_at_travel(self, value):
        """Teaches the model the travel of the plan just found; the real sum is returned."""
        total = 0
        for cluster, var in zip(self.clusters, self.travel_vars):
            things, literals = [], []
            for item in cluster:
                on = [(lit, ts) for lit, ts in item.ways if value(lit)]
                for lit, ts in on:
                    things += ts
                    literals.append(lit)
                if not on:
                    literals += [lit.negated() for lit, _ in item.ways]
            minutes = self.world.travel(things)
            total += minutes
            if minutes > value(var):
                self.model.add(var >= minutes).only_enforce_if(literals)
        return total
