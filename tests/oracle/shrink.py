"""Makes two files smaller while planner and model still differ about them, and saves them."""

from __future__ import annotations

import copy
import json
import time

from compare import Unreadable, differences


def smaller(clinic, household):
    """Files with one thing less."""
    for name in ("tracks",):
        for k in range(len(clinic[name])):
            if len(clinic[name]) > 1:
                yield without(clinic, [name], k), household
    for t, track in enumerate(clinic["tracks"]):
        for k in range(len(track["sessions"])):
            yield without(clinic, ["tracks", t, "sessions"], k), household
            days = track["sessions"][k]["days"]
            if len(days) > 1:
                for d in range(len(days)):
                    yield without(clinic, ["tracks", t, "sessions", k, "days"], d), household
            for field in ("online", "attend", "weeks"):
                if field in track["sessions"][k]:
                    yield without(clinic, ["tracks", t, "sessions", k], field), household
        for k in range(len(track.get("floating", []))):
            yield without(clinic, ["tracks", t, "floating"], k), household
    for field in ("closures", "misses"):
        if field in clinic["program"]:
            yield without(clinic, ["program"], field), household
    if clinic["program"]["weeks"] > 1:
        value = copy.deepcopy(clinic)
        value["program"]["weeks"] -= 1
        if "misses" in value["program"]:
            value["program"]["misses"].pop("in_weeks", None)
        yield value, household
    yield from smaller_household(clinic, household)


def smaller_household(clinic, household):
    for name in ("commitments", "duties", "places"):
        for k in range(len(household.get(name, []))):
            yield clinic, without(household, [name], k)
    for k in range(1, len(household.get("people", []))):
        yield clinic, without(household, ["people"], k)
    for k, person in enumerate(household.get("people", [])):
        if "roles" in person:
            yield clinic, without(household, ["people", k], "roles")
    for name in ("commitments", "duties"):
        for k, row in enumerate(household.get(name, [])):
            for d in range(len(row.get("days", []))):
                if len(row["days"]) > 1:
                    yield clinic, without(household, [name, k, "days"], d)
            for field in ("first", "last", "except", "agree", "usual", "outside", "direct_min", "asleep", "handover", "travel_min", "place"):
                if field in row:
                    yield clinic, without(household, [name, k], field)
            if row.get("firm", "fixed") != "fixed":
                value = copy.deepcopy(household)
                row = value[name][k]
                row["firm"] = "fixed"
                for field in ("cut_min", "earlier_min", "later_min"):
                    row.pop(field, None)
                yield clinic, value
    if "rest" in household:
        yield clinic, without(household, [], "rest")


def without(value, path, last):
    value = copy.deepcopy(value)
    inner = value
    for step in path:
        inner = inner[step]
    del inner[last]
    return value


def differs(clinic, household):
    try:
        return bool(differences(clinic, household)[0])
    except (Unreadable, KeyError, TimeoutError, IndexError):
        return False


def shrink(clinic, household, seconds=60):
    until = time.time() + seconds
    again = True
    while again and time.time() < until:
        again = False
        for c, h in smaller(clinic, household):
            if time.time() < until and differs(c, h):
                clinic, household, again = c, h, True
                break
    return clinic, household


def save(folder, seed, clinic, household, lines):
    """Both files and what is said about them, as SEED-clinic.json, SEED-household.json and SEED.txt."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, value in (("clinic", clinic), ("household", household)):
        (folder / f"{seed}-{name}.json").write_text(json.dumps(value, indent=1) + "\n", encoding="utf-8")
    (folder / f"{seed}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
