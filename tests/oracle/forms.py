"""Other forms of offers (rules 36 and 37): each track as the timetables of which one is chosen."""

from __future__ import annotations

from itertools import product

from world import DAY, WEEKDAYS, span_of

MOST_CHOICES = 5  # weekdays of a track that leave the choice between coming and taking part online
QUARTER = 15


def forms(world, track):
    """The track in every form, in the order of rules 36 and 37. None where the floating blocks have no places together."""
    sessions = track.get("sessions", [])
    open_ = [(k, day) for k, s in enumerate(sessions) if s.get("online") == "either" for day in WEEKDAYS if day in s["days"]]
    open_ = open_[:MOST_CHOICES]
    found = []
    for chosen in product([False, True], repeat=len(open_)):
        online = {choice for choice, taken in zip(open_, chosen) if taken}
        settled = [_settled(k, session, online) for k, session in enumerate(sessions)]
        for blocks in product(*(_places(row) for row in track.get("floating", []))):
            form = dict(track, sessions=settled + list(blocks))
            if _apart(world, form, len(settled)):
                found.append(form)
    return found


def _settled(k, session, online):
    """A session of which it is said on which weekdays it is online."""
    if session.get("online") != "either":
        return session
    return dict(session, online=[day for number, day in online if number == k])


def _places(row):
    """Rule 37: a block as a session, on each weekday and start that a window allows, in their order."""
    found = []
    for window in row["windows"]:
        low, long = span_of(window)
        first = -(-low // QUARTER) * QUARTER
        for day in WEEKDAYS:
            if day not in window["days"]:
                continue
            for start in range(first, low + long - row["minutes"] + 1, QUARTER):
                place = _block(row, day, start)
                if place not in found:
                    found.append(place)
    return found


def _block(row, day, start):
    """As a session; a start after midnight is of the next day."""
    weekday = WEEKDAYS[(WEEKDAYS.index(day) + start // DAY) % 7]
    place = {"days": [weekday], "span": (start % DAY, row["minutes"]), "attend": ["client"]}
    return dict(place, **{key: row[key] for key in ("online", "weeks") if key in row})


def unplaced(world, track):
    """Rule 37: how often the blocks of a track that has no places for them count as missed."""
    missed = 0
    for row in track.get("floating", []):
        weeks = row.get("weeks", {})
        missed += sum(weeks.get("first", 1) <= week <= weeks.get("last", world.weeks) for week in range(1, world.weeks + 1))
    return missed


def _apart(world, form, fixed):
    """Whether no floating block clashes with another session that the client attends, on any date."""
    if len(form["sessions"]) == fixed:
        return True
    seats = [seat for seat in world.seats(world.clients[0], form)[0] if seat.role is None]
    return not any(
        world.clash(a.thing, b.thing)
        for k, a in enumerate(seats)
        for b in seats[k + 1 :]
        if a.session != b.session and max(a.session, b.session) >= fixed and abs(a.day - b.day) <= 1
    )
