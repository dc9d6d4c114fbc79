"""Sessions that may be mixed (rule 39): every set that the clinic's `mix` allows, as a track."""

from __future__ import annotations

from collections import namedtuple

from world import DAY, WEEKDAYS, span_of

# One weekday of a session: its place in the order of time, the session of the clinic, the weekday, whether online.
Weekday = namedtuple("Weekday", "start end track session day online")


def sets(world, clinic):
    """Every set in the order of rule 39, each as its name and a track."""
    mix, units = clinic["program"]["mix"], _units(world, clinic)
    found = []

    def grow(first, chosen):
        if all(_is_met(clinic, kind, amount, chosen) for kind, amount in mix.items()):
            found.append(list(chosen))
        for k in range(first, len(units)):
            longer = chosen + [units[k]]
            if not any(_overlap(clinic, world, units[k], other) for other in chosen) and _may_grow(clinic, mix, longer):
                grow(k + 1, longer)

    grow(0, [])
    found.sort(key=lambda chosen: [units.index(unit) for unit in chosen] + [len(units)])
    return [(name_of((clinic["tracks"][u.track]["id"], u.session, u.day, u.online) for u in chosen), _track(clinic, chosen)) for chosen in found]


def name_of(weekdays):
    """A set as a text: track, session, weekday and whether online, of each weekday."""
    return " ".join(sorted(f"{track}.{session}.{day}{'@home' if online else ''}" for track, session, day, online in weekdays))


def _session(clinic, unit):
    return clinic["tracks"][unit.track]["sessions"][unit.session]


def _units(world, clinic):
    units, seen = [], []
    for t, track in enumerate(clinic["tracks"]):
        for k, session in enumerate(track.get("sessions", [])):
            if session["kind"] not in clinic["program"]["mix"]:
                continue
            start, length = span_of(session)
            for day in WEEKDAYS:
                if day not in session["days"]:
                    continue
                offset = (WEEKDAYS.index(day) - world.start.weekday()) % 7 * DAY
                stated = session.get("online", False)
                for online in [False, True] if stated == "either" else [stated]:
                    alike = {**{n: v for n, v in session.items() if n not in ("days", "from", "to")}, "at": (start, length), "day": day, "online": online}
                    if alike not in seen:
                        seen.append(alike)
                        units.append(Weekday(offset + start, offset + start + length, t, k, day, online))
    return sorted(units, key=lambda u: (u.start, u.end, u.track, u.session, u.online))


def _overlap(clinic, world, a, b):
    def weeks(unit):
        stated = _session(clinic, unit).get("weeks", {})
        return set(range(stated.get("first", 1), stated.get("last", world.weeks) + 1))

    same = any(a.start < b.end + by and b.start + by < a.end for by in (-7 * DAY, 0, 7 * DAY))
    return same and bool(weeks(a) & weeks(b))


def _minutes(clinic, kind, chosen):
    return [unit.end - unit.start for unit in chosen if _session(clinic, unit)["kind"] == kind]


def _is_met(clinic, kind, amount, chosen):
    minutes = _minutes(clinic, kind, chosen)
    if isinstance(amount, int):
        return len(minutes) == amount
    return sum(minutes) >= amount["minutes"] and all(sum(minutes) - one < amount["minutes"] for one in minutes)


def _may_grow(clinic, mix, chosen):
    """Whether nothing of a kind is too much already."""
    for kind, amount in mix.items():
        minutes = _minutes(clinic, kind, chosen)
        if isinstance(amount, int):
            if len(minutes) > amount:
                return False
        elif any(sum(minutes) - one >= amount["minutes"] for one in minutes):
            return False
    return True


def _track(clinic, chosen):
    """The sessions of a set in the clinic's order, weekdays of one session together."""
    rows = {}
    for unit in chosen:
        rows.setdefault((unit.track, unit.session), []).append(unit)
    sessions = []
    for key in sorted(rows):
        session = dict(_session(clinic, rows[key][0]))
        session["days"] = [unit.day for unit in rows[key]]
        session["online"] = [unit.day for unit in rows[key] if unit.online]
        sessions.append(session)
    return {"id": "set", "sessions": sessions}
