"""What a date of a commitment can become: the changes of rule 27, in steps of what all minutes have in common."""

from __future__ import annotations

from collections import namedtuple
from math import gcd

from world import span_of

# A state of one date of a commitment, relative to it: kind, amount, minutes lost, minutes moved, pieces.
State = namedtuple("State", "kind amount lost moved pieces")


def step_of(world):
    """The greatest common divisor of all minutes: every breakpoint of rule 31 is a multiple."""
    numbers = [world.buffer, world.least, world.within, 60, *world.last.values()]
    numbers += [m for m in world.way.values() if m < 10**6]
    for occ in world.occs:
        numbers += [occ.start, occ.end] + [occ.commitment.get(k, 0) for k in ("earlier_min", "later_min", "cut_min")]
    for duty in world.duty_dates:
        numbers += [duty.start, duty.end]
    for track in world.clinic.get("tracks", []):
        for session in track.get("sessions", []):
            numbers += span_of(session)
        numbers += [15] if track.get("floating") else []
        numbers += [row["minutes"] for row in track.get("floating", [])]
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
