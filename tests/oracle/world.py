"""Reads a clinic's and a household's file and lays everything on absolute minutes.

Minute 0 is midnight of the first day of the program; days before it are negative.
The rules are those of docs/PLANNER.md, named in the docstrings by their numbers.
"""

from __future__ import annotations

import datetime
import re
from collections import namedtuple

DAY = 1440
WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
HOME = "home"
CLINIC = "clinic"

MEANS = ["car", "van", "bus", "lift", "foot"]

# One thing of one person: when, where, and whether being early is asked for.
Thing = namedtuple("Thing", "start end place early")


def order_of(thing):
    """Rule 34: of equal start and end, what is at home comes first, then the clinic, named places, places of a row's own."""
    sort = 0 if thing.place == HOME else 1 if thing.place == CLINIC else 2 + "@cd".index(thing.place[0])
    return thing.start, thing.end, sort, len(thing.place), thing.place


class Occ:
    """One date of one commitment."""

    def __init__(self, row, day, who, start, end, place, commitment):
        self.row, self.day, self.who = row, day, who
        self.start, self.end, self.place = start, end, place
        self.commitment = commitment
        self.group = (row, (day + commitment["first_weekday"]) % 7, start - day * DAY, end - start)

    @property
    def thing(self):
        return Thing(self.start, self.end, self.place, False)

    @property
    def sleeps_through(self):
        """Rule 17: rest at home is no obstacle to sleep."""
        return self.commitment["kind"] == "rest" and self.place == HOME

    @property
    def is_night(self):
        """Rule 16: work or school of which three hours or more lie between 11pm and 6am."""
        if self.commitment["kind"] not in ("work", "school"):
            return False
        first = self.start // DAY - 1
        shared = 0
        for day in range(first, first + 4):
            low, high = day * DAY + 23 * 60, day * DAY + 30 * 60
            shared += max(0, min(high, self.end) - max(low, self.start))
        return shared >= 180


class DutyDate:
    """One date of one duty."""

    def __init__(self, index, day, start, end, place, duty, outside):
        self.index, self.day, self.place, self.duty = index, day, place, duty
        self.start, self.end, self.outside = start, end, outside
        self.may, self.usual = duty["may"], duty.get("usual")
        self.handover = bool(duty.get("handover"))

    @property
    def thing(self):
        return Thing(self.start, self.end, self.place, False)

    @property
    def asleep(self):
        return bool(self.duty.get("asleep")) and self.place == HOME

    @property
    def cover_minutes(self):
        """Rule 33, line 5: a moment counts as one minute."""
        return max(1, self.end - self.start)

    def parts(self, way):
        """Who does it from when to when; nobody of the household where it is covered or left."""
        if isinstance(way, tuple):
            first, at, then = way
            return [(first, self.thing._replace(end=at)), (then, self.thing._replace(start=at))]
        return [] if way in ("outside", None) else [(way, self.thing)]

    def order(self):
        """Last line of rule 21: the usual one, the others as in `may`, outside, nobody."""
        people = [p for p in self.may if p == self.usual] + [p for p in self.may if p != self.usual]
        return people + (["outside"] if self.outside else []) + [None]


class Seat:
    """Rule 7: one seat of one session on one date."""

    def __init__(self, client, role, session, day, thing, candidates):
        self.client, self.role, self.session = client, role, session
        self.day, self.thing, self.candidates = day, thing, candidates


def minutes_of(text):
    """`6pm`, `6:30 pm`, `18:30`, `noon` as minutes after midnight."""
    text = text.strip().lower()
    if text in ("noon", "midnight"):
        return 720 if text == "noon" else 0
    found = re.fullmatch(r"(\d{1,2})(?::(\d\d))?\s*(am|pm)?", text)
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        hour = hour % 12 + (12 if found[3] == "pm" else 0)
    return hour * 60 + minute


def span_of(row):
    """Rule 5: start and length; an end that is not after the start is the next morning's."""
    if "span" in row:
        return row["span"]
    if "at" in row:
        return minutes_of(row["at"]), 0
    start, end = minutes_of(row["from"]), minutes_of(row["to"])
    return start, (end - start if end > start else end + DAY - start)


def date_of(text):
    return datetime.date.fromisoformat(text)


class World:
    """A household and a clinic's program on one line of minutes."""

    def __init__(self, clinic, household):
        self.clinic, self.household = clinic, household
        program = clinic.get("program", {})
        weeks = program.get("weeks", 12)
        self.weeks = max(1, min(60, weeks["most"] if isinstance(weeks, dict) else weeks))
        self.buffer = program.get("arrival_buffer_min", 10)
        self.misses = program.get("misses")
        self.start = date_of(household["start"])
        self.closed = {(date_of(d) - self.start).days for d in program.get("closures", [])}
        rest = household.get("rest", {})
        self.rest_on = rest is not False
        rest = rest if isinstance(rest, dict) else {}
        self.least, self.within = rest.get("least_min", 420), rest.get("within_min", 720)
        self._people()
        self._ways()
        self._entries()

    def _people(self):
        """Rule 6; the first person is a client where nothing is said."""
        people = self.household.get("people") or [{"id": "client", "is": "client"}]
        self.people = [p["id"] for p in people]
        self.roles = {p["id"]: p.get("roles", []) for p in people}
        sort = {p["id"]: p.get("is", "adult" if i else "client") for i, p in enumerate(people)}
        self.clients = [p for p in self.people if sort[p] == "client"]
        # Rule 25.
        self.drivers = [p["id"] for p in people if p.get("drives", sort[p["id"]] != "child")]
        cars = self.household.get("cars")
        self.cars = cars if cars is not None and cars < len(self.drivers) else None

    def _ways(self):
        """Rules 9 and 10: stated ways, then the shortest chains of them."""
        stated = {}

        def way(a, b, minutes):
            if minutes is not None:
                stated[a, b] = min(minutes, stated.get((a, b), minutes))

        clinic_min = self.household.get("clinic_travel_min", 0)
        way(HOME, CLINIC, clinic_min)
        way(CLINIC, HOME, clinic_min)
        for place in self.household.get("places", []):
            name = "@" + place["id"]
            out = place.get("home_min")
            if not any(k in place for k in ("home_min", "back_min", "clinic_min", "ways")):
                out = 0
            way(HOME, name, out)
            way(name, HOME, place.get("back_min", out))
            for other, minutes in [(CLINIC, place.get("clinic_min"))] + [
                ("@" + k, v) for k, v in place.get("ways", {}).items()
            ]:
                way(name, other, minutes)
                way(other, name, minutes)
        for letter, rows in (("c", "commitments"), ("d", "duties")):
            for index, row in enumerate(self.household.get(rows, [])):
                for other, key in ((HOME, "travel_min"), (CLINIC, "direct_min")):
                    minutes = row.get(key, 0 if other == HOME and "direct_min" in row else None)
                    way(f"{letter}{index}", other, minutes)
                    way(other, f"{letter}{index}", minutes)
        self._means()
        names = sorted({HOME, CLINIC} | {a for a, _ in stated})
        self.way = {(a, b): 0 if a == b else stated.get((a, b), 10**6) for a in names for b in names}
        for k in names:
            for a in names:
                for b in names:
                    self.way[a, b] = min(self.way[a, b], self.way[a, k] + self.way[k, b])

    def _means(self):
        """Rule 24: each place but home has one means."""
        file = self.household
        self.by = {CLINIC: file.get("clinic_by", "car")}
        self.by.update({"@" + place["id"]: place.get("by", "car") for place in file.get("places", [])})
        for letter, rows in (("c", "commitments"), ("d", "duties")):
            self.by.update({f"{letter}{k}": row.get("by", "car") for k, row in enumerate(file.get(rows, []))})
        last = {CLINIC: file.get("clinic_last")}
        last.update({"@" + place["id"]: place.get("last_way") for place in file.get("places", [])})
        for letter, rows in (("c", "commitments"), ("d", "duties")):
            last.update({f"{letter}{k}": row.get("last_way") for k, row in enumerate(file.get(rows, []))})
        self.last = {place: minutes_of(text) for place, text in last.items() if text is not None}

    def _place(self, letter, index, row):
        if "place" in row:
            return HOME if row["place"] == "home" else "@" + row["place"]
        return f"{letter}{index}" if "travel_min" in row or "direct_min" in row else HOME

    def _dates(self, row):
        """Rule 4: the days on which a row starts, each with start and length."""
        first = date_of(row["first"]) if "first" in row else None
        last = date_of(row["last"]) if "last" in row else None
        left_out = {date_of(d) for d in row.get("except", [])}
        listed = {}
        for entry in row.get("dates", []):
            listed.setdefault(date_of(entry["date"]), []).append(span_of(entry))
        for day in range(-7, self.weeks * 7 + 7):
            date = self.start + datetime.timedelta(days=day)
            if (first and date < first) or (last and date > last) or date in left_out:
                continue
            for start, length in self._spans(row, date, listed):
                yield day, start, length

    def _spans(self, row, date, listed):
        if "cycle" in row:
            cycle = row["cycle"]
            letter = cycle["days"][(date - date_of(cycle["starts"])).days % len(cycle["days"])]
            if letter == "-":
                return []
            start, end = cycle["shifts"][letter].split("-")
            return [span_of({"from": start, "to": end})]
        if "dates" in row:
            return listed.get(date, [])
        return [span_of(row)] if WEEKDAYS[date.weekday()] in row["days"] else []

    def _entries(self):
        self.occs, self.duty_dates = [], []
        for index, row in enumerate(self.household.get("commitments", [])):
            row = dict(row, first_weekday=self.start.weekday())
            who = row.get("who", self.clients[0])
            for day, start, length in self._dates(row):
                at = day * DAY + start
                self.occs.append(Occ(index, day, who, at, at + length, self._place("c", index, row), row))
        for index, row in enumerate(self.household.get("duties", [])):
            for day, start, length in self._dates(row):
                at = day * DAY + start
                covered = self._covered(row, day, start, length)
                self.duty_dates.append(DutyDate(index, day, at, at + length, self._place("d", index, row), row, covered))
        self.duty_dates.sort(key=lambda d: (d.start, d.index))

    def _covered(self, row, day, start, length):
        """Rule 20: one window on the duty's weekday holds the whole span."""
        name = WEEKDAYS[(self.start + datetime.timedelta(days=day)).weekday()]
        for window in row.get("outside", []):
            low, long = span_of(window)
            if name in window["days"] and low <= start and start + length <= low + long:
                return True
        return False

    def seats(self, client, track):
        """Rules 1 to 3, 7, 11 and 12: the seats of one client in one track; and roles that nobody has."""
        seats, unfilled = [], set()
        for index, session in enumerate(track.get("sessions", [])):
            weeks = session.get("weeks", {})
            start, length = span_of(session)
            online = session.get("online", False)
            for day in range(self.weeks * 7):
                name = WEEKDAYS[(self.start + datetime.timedelta(days=day)).weekday()]
                runs = weeks.get("first", 1) <= day // 7 + 1 <= weeks.get("last", self.weeks)
                if name not in session["days"] or day in self.closed or not runs:
                    continue
                at = day * DAY + start
                here = name in online if isinstance(online, list) else online is True
                thing = Thing(at, at + length, HOME if here else CLINIC, not here)
                for role in session.get("attend", ["client"]):
                    if role == "client":
                        seats.append(Seat(client, None, index, day, thing, [client]))
                        continue
                    able = [p for p in self.people if role in self.roles[p] and p != client]
                    if able:
                        seats.append(Seat(client, role, index, day, thing, able))
                    else:
                        unfilled.add(role)
        return seats, unfilled

    # Rule 13.

    def need(self, a, b):
        """What a gap between two things must hold: the way, and being early (rule 11)."""
        return self.way[a.place, b.place] + (self.buffer if b.early and a.place != CLINIC else 0)

    def spare(self, a, b):
        """Minutes to spare between two things; below 0 they clash. An overlap is far below."""
        first, second = sorted((a, b), key=lambda t: (t.start, t.end))
        if second.start < first.end:
            return -(10**6)
        return second.start - first.end - self.need(first, second)

    def clash(self, a, b):
        return self.spare(a, b) < 0

    # Rule 20.

    def moments(self, duty, seats):
        """When a duty can be handed over: somebody who may do it would have to leave it for something, or could be there after it."""
        if not duty.handover:
            return []
        things = [(o.thing, [o.who]) for o in self.occs if not duty.place == o.place == HOME]
        things += [(d.thing, d.may) for d in self.duty_dates if d.place != duty.place]
        things += [(s.thing, s.candidates) for s in seats]
        found = set()
        for thing, people in things:
            if set(people) & set(duty.may):
                found |= {thing.start - self.need(duty.thing, thing), thing.end + self.need(thing, duty.thing)}
        return sorted(at for at in found if duty.start < at < duty.end)

    # Rule 16.

    def away(self, thing):
        """From leaving home for a thing until being home again."""
        early = self.buffer if thing.early else 0
        return thing.start - self.way[HOME, thing.place] - early, thing.end + self.way[thing.place, HOME]

    def window(self, end, place):
        """Where the sleep after a shift that ends now may lie."""
        return end + self.way[place, HOME], end + self.within

    def rests(self, end, place, obstacles):
        """Whether one piece of the window is long enough."""
        low, high = self.window(end, place)
        for start, until in sorted(self.away(t) for t in obstacles if t.end > end):
            if until <= low:
                continue
            if min(start, high) - low >= self.least:
                return True
            low = max(low, until)
        return high - low >= self.least

    # Rule 34.

    def goes_home(self, at, free, thing):
        """Whether a gap leaves an hour at home, counted until leaving with the way and the buffer."""
        early = self.buffer if thing.early and at != CLINIC else 0
        return thing.start - free - self.way[at, HOME] - self.way[HOME, thing.place] - early >= 60

    def is_home_between(self, at, free, thing):
        """Rule 24: whether an outing ends at home before the next thing."""
        by_home = self.way[at, HOME] + self.way[HOME, thing.place]
        return HOME in (at, thing.place) or self.goes_home(at, free, thing) or self.way[at, thing.place] >= by_home

    def travel(self, things):
        """Minutes on the way for one person's things between two nights at home."""
        total, at, free = 0, HOME, None
        for thing in sorted(things, key=order_of):
            if free is not None and self.goes_home(at, free, thing):
                total += self.way[at, HOME] + self.way[HOME, thing.place]
            else:
                total += self.way[at, thing.place]
            at, free = thing.place, max(thing.end, free or thing.end)
        return total + self.way[at, HOME]
