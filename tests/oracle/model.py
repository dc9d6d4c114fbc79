"""The planner's question as a model for CP-SAT, written from docs/PLANNER.md alone.

    python model.py clinic.json household.json

prints verdict and cost of every offer as JSON. Every commitment's date takes one of the concrete
states that rule 27 allows, in steps of the greatest common divisor of all minutes of the two files.
"""

from __future__ import annotations

import datetime
import json
import sys
import time
from collections import defaultdict, namedtuple
from itertools import product
from math import gcd, prod

from ortools.sat.python import cp_model

from world import CLINIC, DAY, HOME, World, span_of

LINES = ["missed", "work_lost_min", "parties", "moved_min", "cover_min", "swaps", "travel_min", "evenings"]
DEADLINE = [float("inf")]  # of processor time, set by compare.py
FEW = 200  # ways of a stretch of which the travel is worked out beforehand
RANK = ["fits", "tight", "fits_if", "does_not_fit", "ask"]

# A state of one date of a commitment, relative to it: kind, amount, minutes lost, minutes moved, pieces.
State = namedtuple("State", "kind amount lost moved pieces")
# One thing in a stretch of a person's day: in which ways it can be, and whether it is always in one of them.
Item = namedtuple("Item", "whole ways")
Answer = namedtuple("Answer", "client track verdict cost kinds proven")


def step_of(world):
    """The greatest common divisor of all minutes: every breakpoint of rule 31 is a multiple."""
    numbers = [world.buffer, world.least, world.within, 60]
    numbers += [m for m in world.way.values() if m < 10**6]
    for occ in world.occs:
        numbers += [occ.start, occ.end] + [occ.commitment.get(k, 0) for k in ("earlier_min", "later_min", "cut_min")]
    for duty in world.duty_dates:
        numbers += [duty.start, duty.end]
    for track in world.clinic.get("tracks", []):
        for session in track.get("sessions", []):
            numbers += span_of(session)
    return gcd(*numbers)


def states_of(occ, step):
    """Rule 27: unchanged, and every change in every amount."""
    row, length = occ.commitment, occ.end - occ.start
    states = [State("none", 0, 0, 0, ((0, length),))]
    firm = row.get("firm", "fixed")
    if firm == "move":
        for kind, sign, key in (("earlier", -1, "earlier_min"), ("later", 1, "later_min")):
            for m in range(step, row.get(key, 0) + 1, step):
                states.append(State(kind, m, 0, m, ((sign * m, length + sign * m),)))
    if firm == "cut":
        most = min(row["cut_min"], length - 1)
        for m in range(step, most + 1, step):
            states.append(State("arrive_late", m, m, 0, ((m, length),)))
            states.append(State("leave_early", m, m, 0, ((0, length - m),)))
        for leave in range(step, length, step):
            for back in range(leave + step, min(length - step, leave + most) + 1, step):
                states.append(State("step_out", (leave, back), back - leave, 0, ((0, leave), (back, length))))
    if firm == "if_needed":
        states.append(State("skip", 0, length, 0, ()))
    return states


def things_of(occ, state):
    return [occ.thing._replace(start=occ.start + a, end=occ.start + b) for a, b in state.pieces]


class Plan:
    """One CP-SAT model: the baseline (no seats), or some clients' tracks on top of it."""

    def __init__(self, world, seats, step, baseline=None, limit=True):
        self.world, self.seats, self.step, self.baseline = world, seats, step, baseline
        self.model, self.limit = cp_model.CpModel(), limit
        self.proven = True
        self.occs = world.occs
        self.duties = [d for i, d in enumerate(world.duty_dates) if not baseline or baseline.doers[i] is not None]
        self.usual_doers = [d for d in (baseline.doers if baseline else []) if d is not None]
        self.laid = {}
        self._changes()
        self._seats()
        self._doers()
        self._conflicts()
        self._rest()
        self._clusters()
        if limit:
            self._miss_limit()

    def new(self):
        return self.model.new_bool_var("")

    # Variables.

    def _changes(self):
        """Rules 27 and 28: one kind and one amount for each group, on a set of dates."""
        self.states, self.var = {}, {}
        starts = sorted({s.thing.start for s in self.seats})
        concerned = {p for s in self.seats for p in s.candidates} | {p for d in self.duties for p in d.may}
        members = defaultdict(list)
        for i, occ in enumerate(self.occs):
            members[occ.group].append(i)
        for group, indices in members.items():
            first = self.occs[indices[0]]
            states = states_of(first, self.step) if self.baseline else states_of(first, self.step)[:1]
            states = self._useful(indices, states)
            chosen = [self.new() for _ in states]
            self.model.add_exactly_one(chosen) if len(states) > 1 else self.model.add(chosen[0] == 1)
            for i in indices:
                occ = self.occs[i]
                open_ = occ.who in concerned and any(abs(occ.start - at) <= 4 * DAY for at in starts)
                self.states[i] = states if open_ else states[:1]
                self.var[i] = [self.new() for _ in self.states[i]]
                self.model.add_exactly_one(self.var[i])
                for used, allowed in zip(self.var[i][1:], chosen[1:]):
                    self.model.add_implication(used, allowed)

    def _useful(self, indices, states):
        """Leaves out states that meet the same things as a smaller state of the same kind (not near a night's sleep)."""
        person = self.occs[indices[0]].who
        if len(states) < 30 or any(o.is_night for o in self.occs if o.who == person):
            return states
        others = [s.thing for s in self.seats if person in s.candidates]
        others += [d.thing for d in self.duties if person in d.may]
        if self.occs[indices[0]].commitment.get("firm") != "cut":
            return states
        for occ in self.occs:
            if occ.who == person and occ.commitment.get("firm") == "move":
                others += [thing for s in states_of(occ, self.step) for thing in things_of(occ, s)]
        others = sorted(set(others))
        kept, best = [states[0]], {}
        for state in states:
            mark = []
            for i in indices:
                near = [t for t in others if abs(t.start - self.occs[i].start) < 2 * DAY]
                pieces = things_of(self.occs[i], state)
                mark.append(tuple(any(self.world.clash(p, t) for p in pieces) for t in near))
            best.setdefault(tuple(mark), []).append(state)
        plain = next(k for k, v in best.items() if states[0] in v)
        for mark, same in best.items():
            if mark == plain:
                continue
            for kind in {s.kind for s in same}:
                least = min(s.lost + s.moved for s in same if s.kind == kind)
                kept += [s for s in same if s.kind == kind and s.lost + s.moved == least]
        return kept

    def _seats(self):
        """Rules 7 and 30: a seat is attended by one person or missed."""
        self.at, self.missed = {}, []
        for i, seat in enumerate(self.seats):
            self.missed.append(self.new())
            for person in seat.candidates:
                self.at[i, person] = self.new()
            self.model.add_exactly_one([self.missed[i]] + [self.at[i, p] for p in seat.candidates])

    def _doers(self):
        """Rule 20: a duty date has one doer; only the baseline knows nobody."""
        self.do, self.doer_order = {}, []
        for i, duty in enumerate(self.duties):
            order = duty.order()
            if self.baseline:
                first = self.usual_doers[i]
                order = [first] + [d for d in order if d not in (first, None)]
            self.doer_order.append(order)
            for doer in order:
                self.do[i, doer] = self.new()
            self.model.add_exactly_one([self.do[i, d] for d in order])

    # Constraints.

    def _conflicts(self):
        for person in self.world.people:
            occs = [i for i, o in enumerate(self.occs) if o.who == person]
            seats = [i for i, s in enumerate(self.seats) if person in s.candidates]
            duties = [i for i, d in enumerate(self.duties) if person in d.may]
            fixed = [(self.at[i, person], self.seats[i].thing, "seat", i) for i in seats]
            fixed += [(self.do[i, person], self.duties[i].thing, "duty", i) for i in duties]
            for lit, thing, sort, _ in fixed:
                for i in occs:
                    if abs(self.occs[i].start - thing.start) < 3 * DAY:
                        self._against_occ(lit, thing, sort, i)
            for a, b in ((a, b) for k, a in enumerate(fixed) for b in fixed[k + 1 :]):
                if abs(a[1].start - b[1].start) < 2 * DAY and self._compared(a, b) and self.world.clash(a[1], b[1]):
                    self.model.add_bool_or([a[0].negated(), b[0].negated()])
            for a, b in ((a, b) for k, a in enumerate(occs) for b in occs[k + 1 :]):
                if abs(self.occs[a].start - self.occs[b].start) < 3 * DAY:
                    self._moves(a, b)

    def _compared(self, a, b):
        """Rule 14: not two duties at one place, nor two sessions of one client."""
        if a[2] == "duty" and b[2] == "duty":
            return a[1].place != b[1].place
        if a[2] == "seat" and b[2] == "seat":
            return self.seats[a[3]].client != self.seats[b[3]].client
        return True

    def _against_occ(self, lit, thing, sort, i):
        """Rules 13 and 14, a commitment's date against a seat or a duty of the same person."""
        if sort == "duty" and thing.place == HOME and self.occs[i].place == HOME:
            return
        bad = [v for s, v in zip(self.states[i], self.var[i]) if self._hits(i, s, thing)]
        if bad:
            self.model.add(lit + sum(bad) <= 1)

    def _things(self, i, state):
        if (i, state) not in self.laid:
            self.laid[i, state] = things_of(self.occs[i], state)
        return self.laid[i, state]

    def _reach(self, i):
        """From the earliest start to the latest end of all states of a date."""
        occ = self.occs[i]
        moves = [a for s in self.states[i] for piece in s.pieces for a in piece]
        return occ.start + min(moves), occ.start + max(moves)

    def _far_apart(self, a, b):
        """Whether two dates of commitments cannot meet in any state."""
        (start, end), (other, until) = self._reach(a), self._reach(b)
        place, there = self.occs[a].place, self.occs[b].place
        return end + self.world.way[place, there] <= other or until + self.world.way[there, place] <= start

    def _hits(self, i, state, thing):
        return any(self.world.clash(p, thing) for p in self._things(i, state))

    def _moves(self, a, b):
        """Rules 15 and 29: a moved commitment runs into nothing that it did not clash with before."""
        if self.world.clash(self.occs[a].thing, self.occs[b].thing):
            return
        if self._far_apart(a, b):
            return
        moved = any(s.moved for s in self.states[a]), any(s.moved for s in self.states[b])
        if not any(moved):
            return
        if not moved[0]:
            a, b = b, a
        for state, var in zip(self.states[a], self.var[a]):
            bad = [v for s, v in zip(self.states[b], self.var[b]) if self._run_into(a, state, b, s)]
            if bad:
                self.model.add(var + sum(bad) <= 1)

    def _run_into(self, a, state, b, other):
        if not state.moved and not other.moved:
            return False
        for thing in self._things(b, other):
            if self._hits(a, state, thing):
                return True
        if state.moved and other.moved:
            return self._hits(a, state, self.occs[b].thing) or self._hits(b, other, self.occs[a].thing)
        return False

    def _obstacles(self, person, but):
        """Rule 17: what keeps a person from sleep: literal and thing."""
        for i, occ in enumerate(self.occs):
            if occ.who == person and i != but and not occ.sleeps_through:
                for state, var in zip(self.states[i], self.var[i]):
                    for thing in things_of(occ, state):
                        yield var, thing
        for i, seat in enumerate(self.seats):
            if person in seat.candidates:
                yield self.at[i, person], seat.thing
        for i, duty in enumerate(self.duties):
            if person in duty.may and not duty.asleep:
                yield self.do[i, person], duty.thing

    def _rest(self):
        """Rules 16 to 18: one long piece of sleep at home after each night shift that has it with commitments alone."""
        world = self.world
        if not world.rest_on:
            return
        for i, occ in enumerate(self.occs):
            if not occ.is_night:
                continue
            own = [o.thing for o in self.occs if o.who == occ.who and o is not occ and not o.sleeps_through]
            if world.rests(occ.end, occ.place, own):
                self._sleep(i, occ)

    def _sleep(self, i, occ):
        world, ends = self.world, {}
        for state, var in zip(self.states[i], self.var[i]):
            if state.pieces:
                ends.setdefault(occ.start + state.pieces[-1][1], []).append(var)
        obstacles = [
            (var, *world.away(thing))
            for var, thing in self._obstacles(occ.who, i)
            if abs(thing.start - occ.end) < 3 * DAY
        ]
        low = min(world.window(end, occ.place)[0] for end in ends) if ends else 0
        high = max(world.window(end, occ.place)[1] for end in ends) if ends else 0
        pieces = []
        for start in range(low, high - world.least + 1, self.step):
            until, piece = start + world.least, self.new()
            pieces.append(piece)
            for end, vars_ in ends.items():
                first, last = world.window(end, occ.place)
                if start < first or until > last:
                    self.model.add(piece + sum(vars_) <= 1)
            for var, leave, back in obstacles:
                if leave < until and start < back:
                    self.model.add_bool_or([piece.negated(), var.negated()])
        left_out = [v for s, v in zip(self.states[i], self.var[i]) if not s.pieces]
        self.model.add_bool_or(pieces + left_out)

    def _miss_limit(self):
        """Rule 30: in any so many weeks running, so many missed seats of one role of one client."""
        rule = self.world.misses or {"allowed": 0}
        window = min(rule.get("in_weeks", self.world.weeks), self.world.weeks)
        groups = defaultdict(list)
        for i, seat in enumerate(self.seats):
            groups[seat.client, seat.role].append(i)
        for indices in groups.values():
            for first in range(self.world.weeks - window + 1):
                inside = [self.missed[i] for i in indices if first <= self.seats[i].day // 7 < first + window]
                self.model.add(sum(inside) <= rule.get("allowed", 0))

    # Travel, lazily: the cost of a stretch is worked out in Python for each plan that is met.

    def _clusters(self):
        """Stretches of one person's things between which that person is surely at home for an hour."""
        far = 2 * max(m for m in self.world.way.values() if m < 10**6) + self.world.buffer + 60
        self.clusters = []
        for person in self.world.people:
            items = []
            for i, occ in enumerate(self.occs):
                if occ.who == person:
                    alternatives = [(v, things_of(occ, s)) for s, v in zip(self.states[i], self.var[i])]
                    items.append(Item(True, alternatives))
            items += [Item(False, [(self.at[i, person], [s.thing])]) for i, s in enumerate(self.seats) if person in s.candidates]
            items += [Item(False, [(self.do[i, person], [d.thing])]) for i, d in enumerate(self.duties) if person in d.may]
            items.sort(key=lambda item: min(t.start for _, ts in item.ways for t in ts))
            reach = -(10**9)
            for item in items:
                if min(t.start for _, ts in item.ways for t in ts) > reach + far:
                    self.clusters.append([])
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

    # Lines of cost (rule 33).

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
                if duty.usual and doer not in ("outside", before, duty.usual):
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
        solver = cp_model.CpSolver()
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
            if most < 10**10 and k + 1 < len(lines):
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
        self.value = solver.boolean_value
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
        choices = [[self.do[i, d] for d in order] for i, order in enumerate(self.doer_order) if len(order) > 1]
        choices += [[self.at[i, p] for p in s.candidates] for i, s in enumerate(self.seats) if len(s.candidates) > 1]
        for first in range(0, len(choices), 8):
            line = []
            for k, literals in enumerate(reversed(choices[first : first + 8])):
                line += [(rank * 6**k, lit) for rank, lit in enumerate(literals) if rank]
            self._settle_under_travel(line, real)

    def slack(self):
        """Rule 40: least time to spare around attended sessions, and around duties of somebody new."""
        spare, world = [], self.world
        things = defaultdict(list)
        for i, occ in enumerate(self.occs):
            things[occ.who] += things_of(occ, self.changed[i]) if i in self.changed else [occ.thing]
        for i, person in self.attends.items():
            near = things[person] + [self.duties[k].thing for k, d in self.chosen.items() if d == person]
            session = self.seats[i].thing
            spare += [world.spare(session, t) for t in near if abs(t.start - session.start) <= 2 * DAY]
        for k, doer in self.chosen.items():
            if doer in ("outside", self.usual_doers[k]):
                continue
            duty = self.duties[k].thing
            for t in things[doer]:
                if not (duty.place == HOME == t.place):
                    spare.append(world.spare(duty, t))
        return min(spare, default=None)


class Baseline:
    """Rule 21: who does what before any session."""

    def __init__(self, world, step):
        plan = Plan(world, [], step)
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
        """As in the answer's `baseline`: (duty from 1, date) to doer."""
        dates = {}
        for duty, doer in zip(self.world.duty_dates, self.doers):
            date = self.world.start + datetime.timedelta(days=duty.day)
            dates[duty.index + 1, date.isoformat()] = doer
        return dates


def answer(world, baseline, step, choices):
    """Rules 40 and 41 for some clients' tracks together."""
    seats, names = [], []
    for client, track in choices:
        seats += world.seats(client, track)[0]
        names.append((client, track["id"]))
    client, track = names[0] if len(names) == 1 else ([c for c, _ in names], [t for _, t in names])
    if any(not track.get("sessions") for _, track in choices):
        return Answer(client, track, "ask", [0] * 8, [], True)
    for limit in (True, False):
        plan = Plan(world, seats, step, baseline, limit)
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
    return Answer(client, track, verdict, cost, kinds_of(plan, values), plan.proven)


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
    tracks = clinic.get("tracks", [])
    return [answer(world, baseline, step, [(c, t)]) for c in world.clients for t in tracks], baseline


def together(clinic, household):
    """Rule 8: for every client and track the best plan in which all clients go. Tracks without times take no part."""
    world = World(clinic, household)
    step = step_of(world)
    baseline = Baseline(world, step)
    tracks = [t for t in clinic.get("tracks", []) if t.get("sessions")]
    if len(world.clients) < 2:
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
