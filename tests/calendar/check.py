"""Expands calendar files with `icalendar` and `recurring-ical-events` and compares with what they should say.

Every program begins on one side of a change of clocks and ends on the other, which is checked too. Standard input: the lines of the example `calendar` of foothold-core. Also asks whether the zone rules in each file
say what Python's zone database says, at noon and around 2am of every day of two years.
"""

import json
import sys
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

FROM, TO = datetime(2026, 1, 1), datetime(2029, 1, 1)


def text(moment, floating):
    if not floating:
        moment = moment.astimezone(timezone.utc)
    return moment.strftime("%Y-%m-%dT%H:%M")


def expanded(calendar, floating):
    found = []
    for event in recurring_ical_events.of(calendar).between(FROM, TO):
        start, end = event["DTSTART"].dt, event["DTEND"].dt
        assert floating == (start.tzinfo is None), "a zone where none should be, or none where one should"
        found.append(f"{event['SUMMARY']} {text(start, floating)} {text(end, floating)}")
    return sorted(found)


def rules_are_those_of_the_database(calendar, name):
    zone = calendar.timezones[0].to_tz(lookup_tzid=False)
    known = ZoneInfo(name)
    day = datetime(2026, 1, 1)
    while day.year < 2028:
        for hour in (0, 1, 3, 4, 12):
            at = day + timedelta(hours=hour)
            ours, theirs = at.replace(tzinfo=zone).utcoffset(), at.replace(tzinfo=known).utcoffset()
            assert ours == theirs, f"{name} {at}: {ours} and not {theirs}"
        day += timedelta(days=1)


def main():
    files = dates = 0
    asked = set()
    offsets = {}
    broken = []
    for line in sys.stdin:
        case = json.loads(line)
        calendar = icalendar.Calendar.from_ical(case["ics"])
        floating = not calendar.timezones
        found = expanded(calendar, floating)
        ids = [str(event["UID"]) for event in calendar.events]
        if found != case["dates"]:
            odd = sorted(set(found) ^ set(case["dates"]))
            broken.append(f"{case['name']}: {len(odd)} differ, such as {odd[:4]}")
        if len(ids) != len(set(ids)):
            broken.append(f"{case['name']}: an id twice")
        if not floating and case["zone"] not in asked:
            asked.add(case["zone"])
            rules_are_those_of_the_database(calendar, case["zone"])
        if not floating:
            seen = offsets.setdefault((case["zone"], case["start"]), set())
            for event in recurring_ical_events.of(calendar).between(FROM, TO):
                seen.add(event["DTSTART"].dt.utcoffset())
        files += 1
        dates += len(found)
    for (zone, start), seen in offsets.items():
        year = int(start[:4])
        clocks = {datetime(year, month, 1, tzinfo=ZoneInfo(zone)).utcoffset() for month in (1, 7)}
        if seen != clocks:
            broken.append(f"{zone} from {start}: dates on one side of the change only")
    print("\n".join(broken))
    print(f"icalendar: {files} files, {dates} dates, {len(asked)} zones, {len(broken)} faults")
    sys.exit(1 if broken or not dates else 0)


main()
