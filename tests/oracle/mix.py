"""What a run asked: counted while it goes, printed at its end, and whether it was varied enough."""

from __future__ import annotations

from collections import Counter

VERDICTS = ["fits", "tight", "fits_if", "does_not_fit", "ask"]
KINDS = ["earlier", "later", "arrive late", "leave early", "step out", "skip", "other doer", "outside cover", "miss"]
# What must be in at least this share of all instances.
FEATURES = [
    "several people", "several clients", "duties", "duties somebody usually does", "cover from outside",
    "cycles", "lists of dates", "first or last days", "exceptions", "night shifts", "role seats", "named places",
    "direct ways", "online sessions", "online or not", "odd minutes", "sessions of some weeks", "closed dates",
    "allowed misses", "shared parties",
]
# What a rule that is asked for by name adds to them.
ADDED = {
    "cars": ["few cars", "no cars", "other means", "somebody who does not drive"],
    "buses": ["last ways"],
    "floating": ["floating hours", "two that float"],
    "mix": ["minutes to be mixed", "several kinds to be mixed"],
    "handover": ["duties to be handed over"],
}
# And to the kinds of changes.
ADDED_KINDS = {"handover": ["handover"]}
LEAST_VERDICT, LEAST_KIND, LEAST_FEATURE = 15, 5, 5


def features_of(clinic, household):
    """What is in one instance, in the names of `FEATURES` and `ADDED`."""
    people, rows = household.get("people", []), household["commitments"]
    duties, program = household.get("duties", []), clinic["program"]
    sessions = [s for t in clinic["tracks"] for s in t["sessions"]]
    able = {role for person in people for role in person.get("roles", [])}
    has = {
        "several people": len(people) > 1,
        "several clients": sum(p["is"] == "client" for p in people) > 1,
        "duties": duties,
        "duties somebody usually does": any("usual" in d for d in duties),
        "duties to be handed over": any(d.get("handover") for d in duties),
        "cover from outside": any("outside" in d for d in duties),
        "cycles": any("cycle" in r for r in rows + duties),
        "lists of dates": any("dates" in r for r in rows + duties),
        "first or last days": any("first" in r or "last" in r for r in rows + duties),
        "exceptions": any("except" in r for r in rows + duties),
        "night shifts": any(r.get("from") in ("21:00", "22:00", "19:00") and r["kind"] == "work" for r in rows),
        "role seats": any(able & set(s.get("attend", [])) for s in sessions),
        "named places": any("place" in r and r["place"] != "home" for r in rows + duties),
        "direct ways": any("direct_min" in r for r in rows + duties),
        "online sessions": any(s.get("online") for s in sessions),
        "sessions of some weeks": any("weeks" in s for s in sessions),
        "closed dates": "closures" in program,
        "allowed misses": "misses" in program,
        "shared parties": any("agree" in r for r in rows),
        "few cars": household.get("cars", 99) < len(people or [1]),
        "no cars": household.get("cars") == 0,
        "other means": any(r.get("by", "car") != "car" for r in rows + duties + household.get("places", [])),
        "last ways": "clinic_last" in household or any("last_way" in r for r in rows + duties + household.get("places", [])),
        "somebody who does not drive": any(not p.get("drives", p["is"] != "child") for p in people),
        "online or not": any(s.get("online") == "either" for s in sessions),
        "odd minutes": household["clinic_travel_min"] % 5 or program["arrival_buffer_min"] % 5,
        "minutes to be mixed": any(isinstance(a, dict) for a in program.get("mix", {}).values()),
        "several kinds to be mixed": len(program.get("mix", {})) > 1,
        "floating hours": any(t.get("floating") for t in clinic["tracks"]),
        "two that float": any(len(t.get("floating", [])) > 1 for t in clinic["tracks"]),
    }
    return [name for name, there in has.items() if there]


class Mix:
    def __init__(self, rules=()):
        # Where sessions are mixed no set is without times.
        self.verdicts_meant = [verdict for verdict in VERDICTS if verdict != "ask" or "mix" not in rules]
        self.features_meant = FEATURES + [name for rule in rules for name in ADDED[rule]]
        self.kinds_meant = KINDS + [name for rule in rules for name in ADDED_KINDS.get(rule, [])]
        self.instances = self.optima = 0
        self.verdicts, self.together, self.kinds = Counter(), Counter(), Counter()
        self.people, self.features = Counter(), Counter()

    def note(self, clinic, household, offers):
        """Adds one instance with the planner's answers about it."""
        self.instances += 1
        self.people[len(household.get("people", [1]))] += 1
        self.features.update(features_of(clinic, household))
        for offer in offers:
            (self.together if offer.together else self.verdicts)[offer.verdict] += 1
            if offer.verdict in ("fits_if", "does_not_fit") and offer.kinds:
                self.optima += 1
                self.kinds.update(offer.kinds)

    def shares(self):
        """Each name with its share in percent and the least that it must have."""
        offers = sum(self.verdicts.values())
        for names, counter, total, least in (
            (self.verdicts_meant, self.verdicts, offers, LEAST_VERDICT),
            (self.kinds_meant, self.kinds, self.optima, LEAST_KIND),
            (self.features_meant, self.features, self.instances, LEAST_FEATURE),
        ):
            for name in names:
                yield name, 100 * counter[name] / max(1, total), least

    def lacking(self, often):
        """One line for each thing that does not occur, or, if so meant, not often enough."""
        meant = [(name, share, least if often else 0.01) for name, share, least in self.shares()]
        return [f"{name}: {share:.1f} %, at least {least} % are meant" for name, share, least in meant if share < least]

    def show(self):
        offers = sum(self.verdicts.values())
        print(line(f"{offers} offers", self.verdicts, VERDICTS, offers))
        print(line(f"{sum(self.together.values())} plans for several clients together", self.together, VERDICTS, sum(self.together.values())))
        print(line(f"{self.optima} cheapest plans that change something", self.kinds, self.kinds_meant, self.optima))
        print(line(f"{self.instances} instances, people", self.people, sorted(self.people), self.instances))
        print(line("with", self.features, self.features_meant, self.instances))


def line(title, counter, names, total):
    parts = [f"{name} {counter[name]} ({100 * counter[name] / max(1, total):.1f} %)".replace("_", " ") for name in names]
    return f"{title}: {', '.join(parts)}"
