"""One question as variables and constraints: who is where, what is changed, who does what, who sleeps when."""

from __future__ import annotations

from collections import defaultdict

from ortools.sat.python import cp_model

from states import states_of, things_of
from world import DAY, HOME


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
        self._ways()
        self._changes()
        self._seats()
        self._doers()
        self._conflicts()
        self._rest()
        if limit:
            self._miss_limit()

    def new(self):
        return self.model.new_bool_var("")

    def _ways(self):
        """Rule 20: in which ways each duty date can be done: by one, from outside, or by two who hand it over."""
        self.doer_order, self.handed_at = [], []
        for i, duty in enumerate(self.duties):
            order = duty.order()
            if self.baseline:
                order = [d for d in order if d is not None]
            moments = self.world.moments(duty, self.seats)
            order += [(a, at, b) for at in moments for a in duty.may for b in duty.may if a != b]
            self.doer_order.append(order)
            self.handed_at.append(moments)

    def takes(self, i, person):
        """What one person could do of a duty date, each with the literal that says so."""
        ways = self.doer_order[i]
        return [(self.do[i, way], thing) for way in ways for who, thing in self.duties[i].parts(way) if who == person]

    # Variables.

    def _changes(self):
        """Rules 27 and 28: one kind and one amount for each group, on a set of dates."""
        self.states, self.var = {}, {}
        starts = sorted({s.thing.start for s in self.seats})
        concerned = {p for s in self.seats for p in s.candidates} | {p for d in self.duties for p in d.may}
        if self.world.cars is not None:
            concerned |= set(self.world.drivers)
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
        """Leaves out states that meet the same things as a smaller state of the same kind (not where cars are counted)."""
        person = self.occs[indices[0]].who
        if len(states) < 30 or self.world.cars is not None or self.world.last:
            return states
        nights = [o for o in self.occs if o.who == person and o.is_night] if self.world.rest_on else []
        others = [s.thing for s in self.seats if person in s.candidates]
        ways = ((d, way) for d, order in zip(self.duties, self.doer_order) if person in d.may for way in order)
        others += [thing for d, way in ways for who, thing in d.parts(way) if who == person]
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
                mark.append(self._beside_sleep(self.occs[i], pieces, nights))
            best.setdefault(tuple(mark), []).append(state)
        plain = next(k for k, v in best.items() if states[0] in v)
        for mark, same in best.items():
            if mark == plain:
                continue
            for kind in {s.kind for s in same}:
                least = min(s.lost + s.moved for s in same if s.kind == kind)
                kept += [s for s in same if s.kind == kind and s.lost + s.moved == least]
        return kept

    def _beside_sleep(self, occ, pieces, nights):
        """All that sleep after nights can know of a state: when a night ends, and what of the state lies where one may sleep."""
        seen = [pieces[-1].end if pieces else None] if occ in nights else []
        if occ.sleeps_through:
            return tuple(seen)
        for night in nights:
            low = night.start - night.commitment.get("earlier_min", 0)
            high = night.end + self.world.within + night.commitment.get("later_min", 0)
            if night is not occ and abs(night.start - occ.start) < 3 * DAY:
                for piece in pieces:
                    leave, back = self.world.away(piece)
                    if leave < high and low < back:
                        seen.append((max(leave, low), min(back, high), min(piece.end, high)))
                seen.append(None)
        return tuple(seen)

    def _seats(self):
        """Rules 7 and 30: a seat is attended by one person or missed."""
        self.at, self.missed = {}, []
        for i, seat in enumerate(self.seats):
            self.missed.append(self.new())
            for person in seat.candidates:
                self.at[i, person] = self.new()
            self.model.add_exactly_one([self.missed[i]] + [self.at[i, p] for p in seat.candidates])

    def _doers(self):
        """Rule 20: a duty date is done in one way; only the baseline knows nobody."""
        self.do = {}
        for i, order in enumerate(self.doer_order):
            for way in order:
                self.do[i, way] = self.new()
            self.model.add_exactly_one([self.do[i, way] for way in order])

    # Constraints.

    def _conflicts(self):
        for person in self.world.people:
            occs = [i for i, o in enumerate(self.occs) if o.who == person]
            seats = [i for i, s in enumerate(self.seats) if person in s.candidates]
            duties = [i for i, d in enumerate(self.duties) if person in d.may]
            fixed = [(self.at[i, person], self.seats[i].thing, "seat", i) for i in seats]
            fixed += [(lit, thing, "duty", i) for i in duties for lit, thing in self.takes(i, person)]
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
                yield from self.takes(i, person)

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
            (var, *world.away(thing), thing.end)
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
            for var, leave, back, over in obstacles:
                if leave < until and start < back:
                    # What is over when the shift ends is none; of contradicting entries only.
                    none = [v for end, vars_ in ends.items() if over <= end for v in vars_]
                    self.model.add_bool_or([piece.negated(), var.negated(), *none])
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
