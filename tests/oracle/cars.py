"""Cars and last departures (rules 24 to 26): who is out when, which outings hold a car, and that no more are out than there are."""

from __future__ import annotations

from collections import namedtuple

from travel import Travelled
from world import CLINIC, DAY, HOME, order_of

MANY = 30000  # ways of a stretch that are looked at; more are too many for this model
NIGHT = 5 * 60  # when a night ends for the last departure
# From leaving home until being home again; where each way leads and when it starts.
Outing = namedtuple("Outing", "begin end ways")


def trips(world, things):
    """Rule 24: one person's outings, each with whether it holds a car if that person drives; and where and when they leave."""
    found, out, at, free, leaves = [], None, HOME, None, []
    for thing in sorted(things, key=order_of):
        if out and world.is_home_between(at, free, thing):
            found.append(out.closed(world, at, free))
            leaves.append((at, free))
            out, at = None, HOME
        if thing.place != HOME:
            if not out:
                out, at = _Out(world, thing), thing.place
            elif at != thing.place:
                out.go(world, at, thing)
                leaves.append((at, free))
        at, free = thing.place, max(thing.end, free or thing.end)
    if out:
        found.append(out.closed(world, at, free))
        leaves.append((at, free))
    return found, leaves


def outings(world, things):
    """Those that hold a car if that person drives."""
    return [outing for outing, holds in trips(world, things)[0] if holds]


class _Out:
    """An outing that is not over yet."""

    def __init__(self, world, first):
        self.begin = first.start - world.way[HOME, first.place] - (world.buffer if first.early else 0)
        self.ways = [(first.place, self.begin)]
        self.minutes = world.way[HOME, first.place]

    def go(self, world, at, thing):
        early = world.buffer if thing.early and at != CLINIC else 0
        self.ways.append((thing.place, thing.start - world.way[at, thing.place] - early))
        self.minutes += world.way[at, thing.place]

    def closed(self, world, at, free):
        home = world.way[at, HOME]
        holds = self.minutes + home > 0 and any(world.by[place] == "car" for place, _ in self.ways)
        return Outing(self.begin, free + home, (*self.ways, (HOME, free))), holds


class Counted(Travelled):
    """A plan in which no more cars are out than there are, and nobody leaves after the last departure."""

    def __init__(self, *given):
        super().__init__(*given)
        if self.world.cars is None and not self.world.last:
            return
        ways = []
        for person, cluster in zip(self.cluster_of, self.clusters):
            anyhow = self._leaves_anyhow(person)
            for literals, things in self._ways_of(cluster):
                found, leaves = trips(self.world, things)
                if self._is_too_late(leaves, anyhow):
                    self.model.add_bool_or([lit.negated() for lit in literals])
                elif person in self.world.drivers:
                    ways.append((literals, [outing for outing, holds in found if holds]))
        if self.world.cars is not None:
            self._cars(ways)

    def _cars(self, ways):
        held, scarce = {}, set()
        for outs, most in self._moments({outing for _, outs in ways for outing in outs}):
            scarce |= outs
            for outing in outs - held.keys():
                held[outing] = self.new()
            self.model.add(sum(held[outing] for outing in sorted(outs)) <= most)
        for literals, outs in ways:
            for outing in scarce.intersection(outs):
                self.model.add_bool_or([lit.negated() for lit in literals] + [held[outing]])

    def _leaves_anyhow(self, person):
        """Where somebody leaves with commitments alone, and in which night: the latest of each."""
        latest = {}
        for place, minute in trips(self.world, [occ.thing for occ in self.occs if occ.who == person])[1]:
            night = (minute - NIGHT) // DAY
            latest[place, night] = max(minute, latest.get((place, night), minute))
        return latest

    def _is_too_late(self, leaves, anyhow):
        """Rules 24 and 26: whether somebody leaves a place after its last departure, and not only as they do anyhow."""
        for place, minute in leaves:
            if place not in self.world.last:
                continue
            night, last = (minute - NIGHT) // DAY, self.world.last[place]
            if minute > night * DAY + last + (DAY if last < NIGHT else 0) and anyhow.get((place, night), -DAY * 99) < minute:
                return True
        return False

    def _ways_of(self, cluster):
        """Each way in which a stretch of somebody's day can be: what is chosen, and the things of it."""
        found = [([], [], [])]
        for item in sorted(cluster, key=lambda item: not item.whole):
            longer = []
            for literals, given, chosen in found:
                if not item.whole:
                    longer.append((literals + [lit.negated() for lit, _ in item.ways], given, chosen))
                for lit, things in item.ways:
                    if item.whole:
                        longer.append((literals + [lit], given + things, chosen))
                    elif not any(self._never(thing, other) for thing in things for other in given):
                        longer.append((literals + [lit], given, chosen + things))
            found = longer
            if len(found) > MANY:
                raise TimeoutError("too many ways of a day")
        for literals, given, chosen in found:
            yield literals, given + chosen

    def _never(self, thing, other):
        """Whether a seat or a duty is never taken beside a commitment as it is now; then cars need not be looked at."""
        return not thing.place == other.place == HOME and self.world.clash(thing, other)

    def _moments(self, taken):
        """Rule 25: which outings hold cars at the same moment where too many could, and how many may."""
        world = self.world
        always = set()
        for person in world.drivers:
            always.update(outings(world, [occ.thing for occ in self.occs if occ.who == person]))
        seen = set()
        for moment in sorted({o.begin for o in taken} | {o.end for o in always}):
            outs = frozenset(o for o in taken if o.begin <= moment < o.end)
            most = max(world.cars, sum(o.begin <= moment < o.end for o in always))
            if len(outs) > most and (outs, most) not in seen:
                seen.add((outs, most))
                yield outs, most
