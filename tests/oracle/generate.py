"""Random small clinics and households, from a seed, built around each other so that every kind of answer occurs.

    python generate.py 7 out cars   writes out-clinic.json and out-household.json, with the rules about cars
"""

from __future__ import annotations

import datetime
import json
import random
import sys

from world import World

RULES = ["cars", "buses", "floating", "mix", "handover"]
DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
START = datetime.date(2026, 11, 30)


def clock(minutes):
    minutes %= 1440
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def date(day):
    return (START + datetime.timedelta(days=day)).isoformat()


class Maker:
    def __init__(self, seed, rules=()):
        self.rules = set(rules)
        self.rng = random.Random(seed)
        r = self.rng
        self.unit = r.choice([15, 15, 15, 15, 15, 10])
        # Minutes that have nothing in common; then little may change, because the model tries every minute.
        self.odd = r.random() < 0.12
        if self.odd:
            self.unit = r.choice([7, 11, 13])
        self.weeks = r.choice([2, 2, 2, 2, 3, 4])
        self.offset = r.choice([0, 0, 0, 2, 5])
        self.people = r.choices([1, 2, 3, 4], [34, 36, 20, 10])[0]
        self.start = START + datetime.timedelta(days=self.offset)
        # What an instance is about: everything is just in time, or duties are in the way; or nothing in particular.
        self.theme = r.choices(["any", "close", "cover"], [45, 37, 18] if "cars" in rules else [49, 33, 18])[0]

    def chance(self, share):
        return self.rng.random() < share

    def days(self, least, most):
        chosen = self.rng.sample(range(7 if self.chance(0.15) else 5), self.rng.randint(least, most))
        return [DAYS[k] for k in sorted(chosen)]

    def way(self, most=3):
        return self.unit * self.rng.randint(1, most)

    # The clinic.

    def clinic(self):
        r = self.rng
        self.buffer = r.choice([0, self.unit, self.unit])
        program = {"weeks": self.weeks, "weekly_hours": {"least": 1, "most": 60}, "arrival_buffer_min": self.buffer}
        if self.chance(0.3):
            program["closures"] = [self.date(r.randrange(self.weeks * 7)) for _ in range(2)]
        if self.chance(0.45):
            program["misses"] = {"allowed": r.randint(1, 2)}
            if self.chance(0.7):
                program["misses"]["in_weeks"] = r.randint(1, self.weeks)
        tracks = [self.track(k) for k in range(r.choice([1, 2, 2]))]
        if self.chance(0.35):
            tracks.append({"id": "later", "name": "Later", "sessions": []})
        self.tracks = tracks
        if "mix" in self.rules:
            program["mix"] = self.mix(tracks)
        return {
            "version": 1, "name": "Clinic", "phone": "(312) 555-0134", "zone": "America/Chicago", "languages": ["en"],
            "checked_on": "2026-11-20", "program": program, "tracks": tracks,
        }

    def date(self, day):
        return (self.start + datetime.timedelta(days=day)).isoformat()

    def track(self, k):
        sessions = [self.session() for _ in range(self.rng.choice([1, 1, 2]))]
        row = {"id": f"t{k}", "name": f"Track {k}", "sessions": sessions}
        if self.chance(0.15):
            session = self.rng.choice(sessions)
            session["online"] = "either"
            session["days"] = session["days"][:2]
        if "floating" in self.rules and self.chance(0.6):
            row["floating"] = [self.floating(sessions)]
            if self.chance(0.15):
                row["floating"].append(self.floating(sessions, 1))
        return row

    def mix(self, tracks):
        """A weekday or two of each kind, or so many minutes; few enough that every set can be asked about."""
        r = self.rng
        sessions = [s for t in tracks for s in t["sessions"]]
        for session in sessions:
            session["days"] = session["days"][: 2 if len(sessions) < 3 else 1]
            if self.chance(0.3):
                session["kind"] = "individual"
        if self.chance(0.2):
            tracks[-1]["sessions"].append(dict(sessions[0]))
        kinds = sorted({s["kind"] for s in sessions})
        most = {kind: sum(len(s["days"]) for s in sessions if s["kind"] == kind) for kind in kinds}
        mix = {kind: min(most[kind], r.choice([1, 1, 2])) for kind in kinds}
        if self.chance(0.3):
            mix[kinds[0]] = {"minutes": r.choice([60, 90, 150, 180])}
        return mix

    def floating(self, sessions, most=4):
        """An hour or so at a time to be arranged, often around a session, now and then late at night."""
        r = self.rng
        start, minutes = 30 * r.randint(16, 38), r.choice([45, 60, 60])
        days, session = self.days(1, 1 if most == 1 else 2), r.choice(sessions)
        low, high = (int(session[k][:2]) * 60 + int(session[k][3:]) for k in ("from", "to"))
        if self.chance(0.5):
            start, days = r.choice([low - minutes - 15, low, high, high + 15]), session["days"][:2]
        elif self.chance(0.1):
            start = 1410
        window = {"days": days, "from": clock(start), "to": clock(start + minutes + 15 * r.randrange(most))}
        row = {"kind": "individual", "minutes": minutes, "windows": [window]}
        if self.chance(0.2):
            row["online"] = True
        if self.chance(0.2):
            row["weeks"] = {"first": 2}
        return row

    def session(self):
        r = self.rng
        start = 30 * r.choice([16, 20, 22, 24, 26, 30, 34, 36, 36, 37, 38, 40])
        length = r.choice([60, 90, 90, 120, 180])
        row = {"kind": "group", "days": self.days(1, 3), "from": clock(start), "to": clock(start + length)}
        if self.chance(0.2):
            row["online"] = True
        if self.people > 1 and self.chance(0.3):
            row["attend"] = r.choice([["client", "parent"], ["parent"], ["client", "partner"], ["client", "parent", "partner"]])
        if self.chance(0.12):
            row["weeks"] = r.choice([{"first": 2}, {"last": 1}, {"first": 1, "last": 2}])
        return row

    # The household.

    def household(self):
        r = self.rng
        file = {"version": 1, "start": self.start.isoformat(), "clinic_travel_min": r.choice([0, 1, 1, 2]) * self.unit}
        self.clinic_min = file["clinic_travel_min"]
        ids = [f"p{k}" for k in range(self.people)]
        self.ids = ids
        if self.people > 1 or self.chance(0.2):
            file["people"] = [self.person(k) for k in range(self.people)]
        if self.chance(0.35):
            file["places"] = [self.place(k) for k in range(r.randint(1, 2))]
        self.places = [p["id"] for p in file.get("places", [])] + ["home"]
        most = 3 if self.people == 1 else 5
        file["commitments"] = [self.commitment(k) for k in range(r.randint(1, most))]
        if self.theme == "cover" or self.chance(0.3 if self.people == 1 else 0.7):
            file["duties"] = [self.duty(k) for k in range(r.randint(1, 2))]
        if self.chance(0.1):
            file["rest"] = r.choice([False, {"least_min": 480, "within_min": 720}])
        if not self.named:
            for row in file["commitments"]:
                row.pop("who", None)
            for row in file.get("duties", []):
                row["may"] = ["client"]
                row.pop("usual", None)
        return file

    def person(self, k):
        self.named = True
        client = k == 0 or (k == 1 and self.chance(0.15))
        row = {"id": f"p{k}", "is": "client" if client else "adult"}
        roles = [role for role in ("parent", "partner") if k and self.chance(0.6)]
        return dict(row, roles=roles) if roles else row

    named = False

    def place(self, k):
        row = {"id": f"here{k}", "home_min": self.way()}
        if self.chance(0.3):
            row["back_min"] = self.way()
        if self.chance(0.5):
            row["clinic_min"] = self.way()
        if k and self.chance(0.5):
            row["ways"] = {"here0": self.way(2)}
        return row

    def whereabouts(self):
        """Place of a row, and its minutes from the clinic as far as they matter for being just in time."""
        sort = self.rng.random()
        if sort < 0.35:
            return {}, self.clinic_min
        if sort < 0.5:
            return {"place": self.rng.choice(self.places)}, self.clinic_min
        row, travel = {}, self.way()
        row["travel_min"] = travel
        if self.chance(0.4):
            row["direct_min"] = self.way()
        return row, min(travel + self.clinic_min, row.get("direct_min", 999))

    def commitment(self, k):
        r = self.rng
        where, away = self.whereabouts()
        kind = r.choice(["work", "work", "school", "care", "appointment", "other", "rest"])
        who = r.choice([self.ids[0], r.choice(self.ids)])
        row = {"id": f"c{k}", "who": who, "kind": kind, **where}
        if self.chance(0.15):
            row["agree"] = r.choice(["boss", "boss", "nobody"])
        if self.chance(0.08):
            return self.night(row)
        self.times(row, away)
        self.firmness(row)
        self.rhythm(row)
        return row

    def night(self, row):
        r = self.rng
        row["kind"] = "work"
        start, length = r.choice([(1260, 480), (1320, 480), (1140, 720)])
        row.update(days=self.days(1, 4), **{"from": clock(start), "to": clock(start + length)})
        firm = [{"firm": "fixed"}, {"firm": "if_needed"}]
        if not self.odd:
            firm += [{"firm": "cut", "cut_min": 4 * self.unit}, {"firm": "move", "earlier_min": 60, "later_min": 60}]
        row.update(r.choice(firm))
        if self.chance(0.4):
            self.rhythm(row)
        return row

    def times(self, row, away, for_duty=False):
        """Mostly near a session: just in time, a little late, across it, or anywhere."""
        r = self.rng
        sessions = [s for t in self.tracks for s in t["sessions"]]
        session = r.choice(sessions)
        low, high = (int(session[k][:2]) * 60 + int(session[k][3:]) for k in ("from", "to"))
        early = 0 if session.get("online") is True else self.buffer + away
        late = 0 if session.get("online") is True else away
        sort = r.choice(["just"] * 5 + ["early", "late", "across", "across", "free"])
        if for_duty and self.theme == "cover":
            sort = "across"
        elif self.theme == "close" and self.chance(0.9):
            sort = "just"
        some = self.unit * r.choice([1, 1, 2, 2, 4])
        if sort == "just":
            span = (low - early - r.choice([240, 480]), low - early) if self.chance(0.6) else (high + late, high + late + 240)
        elif sort == "early":
            span = (low - early - r.choice([180, 420]), low - early + some)
        elif sort == "late":
            span = (high + late - some, high + late + r.choice([120, 300]))
        elif sort == "across":
            span = (low - early - r.choice([30, 90]), high + late + r.choice([30, 90]))
        else:
            start = 30 * r.randint(14, 40)
            span = (start, start + r.choice([60, 120, 240, 480]))
        if self.odd:
            by = r.choice([-1, 0, 0, 1])
            span = (span[0] + by, span[1] + by)
        start = max(0, span[0])
        length = min(720, max(span[1] - start, 2 * self.unit))
        self.sort = sort
        row.update(days=self.days(1, 4), **{"from": clock(start), "to": clock(start + length)})
        if self.chance(0.8 if self.theme == "close" else 0.5):
            row["days"] = sorted(set(session["days"] + row["days"][:1]), key=DAYS.index)

    def firmness(self, row):
        r, u = self.rng, self.unit
        sort = "cut" if self.sort == "across" and self.chance(0.85) else r.choice(["fixed", "move", "move", "cut", "cut", "cut", "if_needed"])
        if self.sort == "just" and (self.theme == "close" or self.chance(0.85)):
            sort = "fixed"
        if self.sort in ("early", "late") and self.chance(0.35):
            sort = "move"
        if self.odd and sort == "cut":
            sort = r.choice(["move", "if_needed"])
        row["firm"] = sort
        if sort == "move":
            amounts = [1, 2] if self.odd else [2, 4, 8, 10]
            row.update(earlier_min=u * r.choice(amounts), later_min=u * r.choice(amounts))
        if sort == "cut":
            row["cut_min"] = u * (r.choice([8, 12, 16, 20]) if self.sort == "across" else r.choice([2, 4, 8, 12]))

    def rhythm(self, row):
        """Instead of weekdays now and then a cycle or a list of dates; a first day, a last day, exceptions."""
        r = self.rng
        sort = r.random()
        if sort < 0.12:
            span = f"{row.pop('from')}-{row.pop('to')}"
            del row["days"]
            letters = [r.choice("DD-") for _ in range(r.randint(2, 9))]
            row["cycle"] = {"starts": self.date(r.randint(-5, 9)), "days": "D" + "".join(letters), "shifts": {"D": span}}
        elif sort < 0.2:
            span = {"from": row.pop("from"), "to": row.pop("to")}
            del row["days"]
            row["dates"] = [{"date": self.date(d), **span} for d in sorted(r.sample(range(-2, self.weeks * 7), 4))]
        first = r.randint(0, 6)
        if self.chance(0.1):
            row["first"] = self.date(first)
        if self.chance(0.1):
            row["last"] = self.date(r.randint(max(5, first), self.weeks * 7))
        if self.chance(0.1):
            row["except"] = [self.date(r.randrange(self.weeks * 7)) for _ in range(2)]

    def duty(self, k):
        r = self.rng
        where, away = self.whereabouts()
        row = {"id": f"d{k}", "name": f"Duty {k}", **where}
        self.times(row, away, for_duty=True)
        start = int(row["from"][:2]) * 60 + int(row["from"][3:])
        if self.chance(0.3):
            row.pop("from"), row.pop("to")
            row["at"] = clock(start)
        else:
            row["to"] = clock(start + self.unit * r.choice([2, 4, 8, 12]))
        covered = self.theme == "cover"
        most = min(2, len(self.ids)) if covered else len(self.ids)
        row["may"] = r.sample(self.ids, r.randint(1 if covered else min(2, len(self.ids)), most))
        if self.chance(0.7):
            row["usual"] = self.ids[0] if self.ids[0] in row["may"] else r.choice(row["may"])
        if self.chance(0.9 if covered else 0.6):
            row["outside"] = [{"days": self.days(4, 5), "from": clock(max(0, start - 120)), "to": clock(min(1439, start + 240))}]
        if self.chance(0.2):
            row["asleep"] = True
            row.pop("travel_min", None), row.pop("direct_min", None), row.pop("place", None)
        return row

    # What is asked for by name only.

    def cars(self, file):
        """Mostly one car for two who drive; now and then by bus, on foot, or somebody who does not drive."""
        r = self.rng
        if self.chance(0.9):
            file["cars"] = r.choices([0, 1, 2], [6, 36, 58])[0]
        means = ["bus", "foot", "lift", "van"]
        if self.chance(0.15):
            file["clinic_by"] = r.choice(means)
        for row in file.get("places", []) + file["commitments"] + file.get("duties", []):
            if ("travel_min" in row or "home_min" in row) and self.chance(0.2):
                row["by"] = r.choice(means)
            if "cut_min" in row:
                row["cut_min"] = min(row["cut_min"], 16 * self.unit)
        for person in file.get("people", []):
            if self.chance(0.15):
                person["drives"] = self.chance(0.4)
            if person["is"] == "adult" and self.chance(0.1):
                person["is"] = "child"

    def handovers(self, file):
        """Duties of an hour or more, and somebody to hand them over to who is there only for a part of them."""
        r = self.rng
        if "people" not in file:
            return
        # What is laid around the duties comes on top of it.
        file["commitments"] = file["commitments"][:3]
        file.setdefault("duties", []).append(self.duty(len(file.get("duties", []))))
        for row in file["duties"]:
            if "at" in row:
                row["from"] = row.pop("at")
            session = r.choice([s for t in self.tracks for s in t["sessions"]])
            low = int(session["from"][:2]) * 60 + int(session["from"][3:])
            if "from" not in row:
                row["dates"] = [dict(one, to=clock(int(one.get("from", one.get("at"))[:2]) * 60 + 150)) for one in row.get("dates", [])]
                continue
            start = max(0, low - self.unit * r.choice([2, 4, 6, 8]) - r.choice([0, 30]))
            row.update({"from": clock(start), "to": clock(start + self.unit * r.choice([6, 8, 10, 12]))})
            if "days" in row and self.chance(0.8):
                row["days"] = sorted(set(session["days"] + row["days"][:1]), key=DAYS.index)
            row["handover"] = self.chance(0.9)
            row["may"] = self.rng.sample(self.ids, min(len(self.ids), r.choice([2, 2, 3])))
            if row.get("usual") not in row["may"]:
                row.pop("usual", None)
            if self.chance(0.8):
                row.setdefault("usual", self.ids[0] if self.ids[0] in row["may"] else row["may"][0])
            # Somebody is busy until some of it is over, or has to leave before it ends.
            at, who = start + self.unit * r.randint(1, 4), r.choice(row["may"])
            span = (max(0, at - 240), at) if self.chance(0.7) else (at, at + 240)
            if self.chance(0.7):
                one = {"id": f"{row['id']}x", "who": who, "kind": "work", "firm": "fixed", "days": row.get("days", ["Mon"])}
                file["commitments"].append(dict(one, **{"from": clock(span[0]), "to": clock(span[1])}))

    def last_ways(self, file):
        """A last departure just before or after a session's end, of the clinic or of another place."""
        r = self.rng
        session = r.choice([s for t in self.tracks for s in t["sessions"]])
        high = int(session["to"][:2]) * 60 + int(session["to"][3:])
        if self.chance(0.5):
            file["clinic_last"] = clock(high + self.unit * r.choice([-2, -1, 0, 0, 1, 2]))
        for row in file.get("places", []) + file["commitments"] + file.get("duties", []):
            if ("travel_min" in row or "home_min" in row) and self.chance(0.3):
                end = row.get("to", row.get("at", session["to"]))
                end = int(end[:2]) * 60 + int(end[3:])
                row["last_way"] = clock(end + self.unit * r.choice([-2, -1, 0, 0, 1, 4]))


def instance(seed, rules=()):
    """A clinic and a household; `rules` are those of `RULES` that shall occur besides."""
    maker = Maker(seed, rules)
    clinic = maker.clinic()
    household = maker.household()
    if "handover" in maker.rules:
        maker.handovers(household)
    if "cars" in maker.rules:
        maker.cars(household)
    if "buses" in maker.rules:
        maker.last_ways(household)
    if {"cars", "buses"} & set(maker.rules):
        settle_contradictions(clinic, household)
    return clinic, household


def settle_contradictions(clinic, household):
    """Rule 31: where it matters who is out when, no amounts are for the order of entries that contradict each other. So
    nothing that may change contradicts anything here: what it contradicts is left out."""
    rows = household["commitments"]
    while True:
        world = World(clinic, household)
        occs = sorted(world.occs, key=lambda occ: occ.start)
        pairs = [(a, b) for k, a in enumerate(occs) for b in occs[k + 1 :] if a.who == b.who and b.start <= a.end + 1440]
        bad = {(a.row, b.row) for a, b in pairs if world.clash(a.thing, b.thing) and any(changes(rows[k.row]) for k in (a, b))}
        if not bad:
            return
        one, other = min(bad)
        if one == other:
            rows[one] = {k: v for k, v in rows[one].items() if k not in ("firm", "earlier_min", "later_min", "cut_min")}
        else:
            rows.pop(other if changes(rows[one]) else one)


def changes(row):
    return row.get("firm", "fixed") != "fixed"


def main():
    clinic, household = instance(int(sys.argv[1]), sys.argv[3:])
    for name, value in (("clinic", clinic), ("household", household)):
        with open(f"{sys.argv[2]}-{name}.json", "w", encoding="utf-8") as file:
            json.dump(value, file, indent=1)


if __name__ == "__main__":
    main()
