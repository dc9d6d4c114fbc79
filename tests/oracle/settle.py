"""The least cost of a plan, line by line, and the first of several that cost the same."""

from __future__ import annotations

import time
from collections import defaultdict

from ortools.sat.python import cp_model

from cars import Counted
from states import things_of
from world import CLINIC, DAY, HOME

DEADLINE = [float("inf")]  # of processor time, set by compare.py
CpSolver = cp_model.CpSolver  # speed.py puts others here
MOST = [10**10, 8]  # how much several lines may weigh that are minimised at once, and how many choices; less for floating point


class Settled(Counted):
    """A plan whose cost is settled."""

    def lines(self):
        """Lines 1 to 6, and 8: each a list of pairs of weight and literal."""
        work, moved, asks = [], [], defaultdict(list)
        for i, occ in enumerate(self.occs):
            kind = occ.commitment["kind"]
            for state, var in zip(self.states[i][1:], self.var[i][1:]):
                (work if kind in ("work", "school") else moved).append((state.lost, var))
                moved.append((state.moved, var))
                party = self._party(occ)
                if party:
                    asks[party].append(var)
        parties = []
        for vars_ in asks.values():
            asked = self.new()
            self.model.add_max_equality(asked, vars_)
            parties.append((1, asked))
        cover, swaps = [], []
        for i, duty in enumerate(self.duties):
            before = self.usual_doers[i]
            for doer in self.doer_order[i]:
                if doer == "outside" and before != "outside":
                    cover.append((duty.cover_minutes, self.do[i, doer]))
                people = {who for who, _ in duty.parts(doer)}
                if duty.usual and people - {duty.usual} - {who for who, _ in duty.parts(before)}:
                    swaps.append((1, self.do[i, doer]))
        evenings = [(1, lit) for (i, _), lit in self.at.items() if self._is_evening(self.seats[i])]
        return [[(1, m) for m in self.missed], work, parties, moved, cover, swaps], evenings

    @staticmethod
    def _is_evening(seat):
        return seat.thing.place == CLINIC and seat.thing.end - seat.day * DAY > 18 * 60

    @staticmethod
    def _party(occ):
        row = occ.commitment
        agree = row.get("agree")
        if agree == "nobody":
            return None
        if agree:
            return ("named", agree)
        return ("row", occ.row) if row["kind"] in ("work", "school", "appointment") else None

    # Solving.

    def _solve(self, objective=None):
        if time.process_time() > DEADLINE[0]:
            raise TimeoutError("not solved in time")
        if objective is not None:
            self.model.minimize(objective)
        solver = CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.max_deterministic_time = 20
        solver.parameters.max_time_in_seconds = 60
        status = solver.solve(self.model)
        if status == cp_model.INFEASIBLE:
            return None
        if status != cp_model.OPTIMAL:
            self.proven = False
            raise TimeoutError("not solved in time")
        return solver

    def _settle(self, lines):
        """Minimises lines one after the other; several at once where their weights stay small."""
        values, batch = [], []
        lines = [[(w, v) for w, v in line if w] for line in lines]
        for k, line in enumerate(lines):
            batch.append(line)
            most = 1
            for later in batch + lines[k + 1 : k + 2]:
                most *= sum(w for w, _ in later) + 1
            if most < MOST[0] and k + 1 < len(lines):
                continue
            found = self._settle_batch(batch)
            if found is None:
                return None
            values += found
            batch = []
        return values

    def _settle_batch(self, batch):
        factor, objective = 1, 0
        for line in reversed(batch):
            objective = objective + factor * sum(w * v for w, v in line)
            factor *= sum(w for w, _ in line) + 1
        solver = self._solve(objective) if any(batch) else self._solve()
        if solver is None:
            return None
        values = [sum(w for w, v in line if solver.boolean_value(v)) for line in batch]
        for line, value in zip(batch, values):
            if line:
                self.model.add(sum(w * v for w, v in line) == value)
        return values

    def _settle_travel(self, then=None):
        """Line 7, then one more line on top if given."""
        self._teach_travel()
        while True:
            solver = self._solve(sum(self.travel_vars))
            real = self._look_at_travel(solver.value)
            if real == sum(solver.value(v) for v in self.travel_vars):
                break
        self.model.add(sum(self.travel_vars) <= real)
        self._keep(solver)
        value_then = self._settle_under_travel(then, real) if then is not None else 0
        return real, value_then

    def _settle_under_travel(self, line, real):
        """Minimises a line among the plans whose real travel is the least."""
        while True:
            solver = self._solve(sum(w * v for w, v in line) if line else sum(self.travel_vars))
            if self._look_at_travel(solver.value) <= real:
                break
        value = sum(w for w, v in line if solver.boolean_value(v))
        if line:
            self.model.add(sum(w * v for w, v in line) == value)
        self._keep(solver)
        return value

    def _keep(self, solver):
        self.chosen = {i: next(d for d in order if solver.boolean_value(self.do[i, d])) for i, order in enumerate(self.doer_order)}
        self.attends = {}
        for (i, person), lit in self.at.items():
            if solver.boolean_value(lit):
                self.attends[i] = person
        self.changed = {}
        for i, vars_ in self.var.items():
            for state, var in zip(self.states[i][1:], vars_[1:]):
                if solver.boolean_value(var):
                    self.changed[i] = state

    def settle_order(self, real):
        """Rules 21 and 35: duty dates one after the other, then seats in the household's order."""
        # Of plans that cost the same that with the fewest dates handed over, otherwise than before, is first.
        handed = [
            (1, self.do[i, way])
            for i, order in enumerate(self.doer_order)
            for way in order
            if isinstance(way, tuple) and not (self.baseline and way == self.usual_doers[i])
        ]
        if handed:
            self._settle_under_travel(handed, real)
        choices = self._who_when()
        choices += [list(enumerate(self.at[i, p] for p in s.candidates)) for i, s in enumerate(self.seats) if len(s.candidates) > 1]
        for first in range(0, len(choices), MOST[1]):
            line = []
            for k, ranked in enumerate(reversed(choices[first : first + MOST[1]])):
                line += [(rank * 6**k, lit) for rank, lit in ranked if rank]
            self._settle_under_travel(line, real)

    def _who_when(self):
        """For each duty date, and again for each moment at which it can be handed over: every way with the place of who does it then."""
        found = []
        for i, duty in enumerate(self.duties):
            for at in [duty.start] + self.handed_at[i]:
                order = duty.order()
                if self.baseline:
                    first = who_at(self.usual_doers[i], at)
                    order = [first] + [d for d in order if d not in (first, None)]
                ranked = [(order.index(who_at(way, at)), self.do[i, way]) for way in self.doer_order[i]]
                if len(ranked) > 1:
                    found.append((at, i, ranked))
        return [ranked for _, _, ranked in sorted(found, key=lambda one: one[:2])]

    def slack(self):
        """Rule 40: least time to spare around attended sessions, and around duties of somebody new."""
        spare, world = [], self.world
        things = defaultdict(list)
        for i, occ in enumerate(self.occs):
            things[occ.who] += things_of(occ, self.changed[i]) if i in self.changed else [occ.thing]
        for i, person in self.attends.items():
            near = things[person] + [t for k, d in self.chosen.items() for who, t in self.duties[k].parts(d) if who == person]
            session = self.seats[i].thing
            spare += [world.spare(session, t) for t in near if abs(t.start - session.start) <= 2 * DAY]
        for k, doer in self.chosen.items():
            for person, part in self._new_parts(k, doer):
                for t in things[person]:
                    if not (part.place == HOME == t.place):
                        spare.append(world.spare(part, t))
        return min(spare, default=None)

    def _new_parts(self, k, doer):
        """What somebody does of a duty that they do not do in the baseline."""
        before = dict(self.duties[k].parts(self.usual_doers[k]))
        for person, part in self.duties[k].parts(doer):
            known = before.get(person)
            if not known:
                yield person, part
                continue
            for rest in (part._replace(end=min(part.end, known.start)), part._replace(start=max(part.start, known.end))):
                if rest.start < rest.end:
                    yield person, rest


def who_at(way, minute):
    """Who does a duty at a minute."""
    if isinstance(way, tuple):
        return way[0] if minute < way[1] else way[2]
    return way
