"""Asks `foothold bring` about random calendar files and compares with what `icalendar` and `recurring-ical-events` read in them.

Arguments: how many files, the first seed, and a folder for files on which both differ, each cut down to what makes them differ.
The command is named by FOOTHOLD. Dates are compared by name, time and mark, in the clock of a clinic; what lasts longer than a day is cut
here once more. How many entries have an unknown zone or take no time is known from making them.
"""

import os
import random
import re
import subprocess
import sys
import tempfile
import warnings
from collections import defaultdict
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

CLINICS = ["America/New_York", "America/Chicago", "America/Phoenix", "America/Los_Angeles", "Pacific/Honolulu"]
ZONES = CLINICS + ["America/Denver", "America/Anchorage", "America/Puerto_Rico", "America/Detroit"]
WINDOWS = {
    "Eastern Standard Time": "America/New_York",
    "Central Standard Time": "America/Chicago",
    "Pacific Standard Time": "America/Los_Angeles",
    "US Mountain Standard Time": "America/Phoenix",
    "US/Central": "America/Chicago",
    "PST8PDT": "America/Los_Angeles",
    "/freeassociation.sourceforge.net/America/Denver": "America/Denver",
    "/example.org/20260101_1/America/New_York": "America/New_York",
}
# A zone that only the file knows: that of Denver under a name of its own.
OWN = "Ward clock"
OWN_ZONE = """BEGIN:VTIMEZONE
TZID:Ward clock
BEGIN:DAYLIGHT
DTSTART:20070311T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
TZOFFSETFROM:-0700
TZOFFSETTO:-0600
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20071104T020000
RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
TZOFFSETFROM:-0600
TZOFFSETTO:-0700
END:STANDARD
END:VTIMEZONE""".splitlines()
# A zone that nobody knows.
NOBODYS = ";TZID=Nowhere/Land"
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
NAMES = ["Night shift", "Day shift", "ER, charge", "School: no class", "On call; backup", "Línea 3", "", "A\\B", "Class of 9th"]
DAY = timedelta(days=1)


class Maker:
    """Makes one file out of a seed."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.clinic = self.chance.choice(CLINICS)
        self.first = date(2026, 1, 1) + self.chance.randrange(700) * DAY
        self.last = self.first + self.chance.choice([13, 90, 240, 365]) * DAY
        self.blocks = []
        self.zones = set()
        for at in range(self.chance.choice([1, 1, 2, 4, 8])):
            self.entry(f"{seed}-{at}@example.org")

    def some(self, probability):
        return self.chance.random() < probability

    def day(self):
        if self.some(0.75):
            return self.first + self.chance.randrange((self.last - self.first).days + 1) * DAY
        return self.first - self.chance.randrange(900) * DAY

    def clock(self):
        """A zone as the file says it, or "Z", "" and what it means."""
        pick = self.chance.randrange(12)
        if pick == 11:
            return NOBODYS, None
        if pick == 10:
            return f";TZID={OWN}", ZoneInfo("America/Denver")
        if pick < 4:
            return f";TZID={self.clinic}", ZoneInfo(self.clinic)
        if pick < 6:
            name = self.chance.choice(ZONES)
            return (f';TZID="{name}"' if self.some(0.3) else f";TZID={name}"), ZoneInfo(name)
        if pick < 7:
            name = self.chance.choice(list(WINDOWS))
            return f";TZID={name}", ZoneInfo(WINDOWS[name])
        if pick < 8:
            return "Z", ZoneInfo("UTC")
        return "", None

    def stamp(self, name, moment, clock):
        if not isinstance(moment, datetime):
            return f"{name};VALUE=DATE:{moment:%Y%m%d}"
        return f"{name}{clock if clock != 'Z' else ''}:{self.text(moment, clock)}"

    @staticmethod
    def text(moment, clock):
        if not isinstance(moment, datetime):
            return f"{moment:%Y%m%d}"
        return f"{moment:%Y%m%dT%H%M%S}{'Z' if clock == 'Z' else ''}"

    def time_of_day(self):
        # Not within the two hours around a change of clocks: readers differ about times that do not exist.
        hour = self.chance.choice([0, 4, 5, 6, 7, 8, 9, 12, 15, 17, 19, 22, 23])
        return time(hour, self.chance.choice([0, 0, 0, 15, 30, 45]))

    def entry(self, uid):
        whole = self.some(0.25)
        clock, zone = ("", None) if whole else self.clock()
        if not whole and self.some(0.06):
            moment = datetime.combine(self.day(), self.time_of_day())
            same = [[], [self.stamp("DTEND", moment, clock)], ["DURATION:PT0S"]]
            rule = [f"RRULE:FREQ=WEEKLY;COUNT={self.chance.randrange(1, 9)}"] if self.some(0.5) else []
            self.block([f"UID:{uid}", "X-MOMENT:1", self.stamp("DTSTART", moment, clock), *self.chance.choice(same), *rule])
            return
        start = self.day()
        rule = self.rule(start, clock, zone, whole) if self.some(0.6) else None
        if rule and not self.some(0.1):
            start = self.in_step(start, rule)
        if not whole:
            start = datetime.combine(start, self.time_of_day())
        if rule and "COUNT" in rule and self.in_step(start, rule) != start:
            rule = re.sub(r";COUNT=\d+", "", rule)
        lines = [f"UID:{uid}", f"SUMMARY:{self.escaped(self.chance.choice(NAMES))}", self.stamp("DTSTART", start, clock)]
        length = self.length(whole)
        lines += self.end(start, length, clock, zone, whole)
        if self.some(0.2):
            lines.append("TRANSP:TRANSPARENT")
        if self.some(0.1):
            lines.append("STATUS:CANCELLED")
        dates = self.dates(start, rule)
        if rule:
            lines.append(f"RRULE:{rule}")
        also = []
        if self.some(0.25):
            also = [start + self.chance.randrange(-30, 60) * DAY for _ in range(self.chance.randrange(1, 5))]
            also = sorted({one for one in also if one not in dates and one != start})
            if not whole and self.some(0.4) and also:
                periods = sorted({f"{self.text(one, clock)}/PT{self.chance.randrange(30, 700)}M" for one in also})
                lines.append(f"RDATE;VALUE=PERIOD{clock if clock != 'Z' else ''}:{','.join(periods)}")
            elif also:
                lines.append(self.stamp("RDATE", also[0], clock) + "".join(f",{self.text(one, clock)}" for one in also[1:]))
        dates = sorted(set(dates + also + [start]))
        except_dates = []
        if len(dates) > 1 and self.some(0.5):
            except_dates = self.chance.sample(dates, min(len(dates), self.chance.randrange(1, 5)))
            lines += self.left_out(except_dates, clock, zone, whole)
        alarm = ["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT30M", "DURATION:PT5M", "REPEAT:2", "DESCRIPTION:SUMMARY:no", "END:VALARM"]
        if self.some(0.3):
            lines += alarm
        if self.some(0.1):
            # An older version, which says something else.
            older = ["X-OLD:1", f"SEQUENCE:{self.chance.randrange(3)}", "SUMMARY:Old", self.stamp("DTSTART", start + DAY, clock)]
            self.block([lines[0], *older, *self.end(start + DAY, length, clock, zone, whole)])
            lines.insert(1, "SEQUENCE:3")
        self.block(lines)
        free = [one for one in dates if one not in except_dates]
        if free and len(dates) > 1 and self.some(0.5):
            for one in self.chance.sample(free, min(len(free), self.chance.randrange(1, 4))):
                self.instead(uid, one, clock, zone, whole)

    def instead(self, uid, one, clock, zone, whole):
        named = one
        named_clock = clock
        if zone and clock != "Z" and self.some(0.3):
            named, named_clock = one.replace(tzinfo=zone).astimezone(ZoneInfo("UTC")), "Z"
        start = one + self.chance.choice([0, 0, 1, -2, 40]) * DAY
        if not whole:
            start = datetime.combine(start.date(), self.time_of_day())
        lines = [f"UID:{uid}", self.stamp("RECURRENCE-ID", named, named_clock), f"SUMMARY:{self.escaped(self.chance.choice(NAMES))}"]
        lines.append(self.stamp("DTSTART", start, clock))
        lines += self.end(start, self.length(whole), clock, zone, whole)
        if self.some(0.3):
            lines.append("STATUS:CANCELLED")
        self.block(lines)

    def left_out(self, dates, clock, zone, whole):
        if whole or self.some(0.2):
            return [f"EXDATE;VALUE=DATE:{','.join(f'{one:%Y%m%d}' for one in dates)}"]
        if zone and clock != "Z" and self.some(0.3):
            moments = [one.replace(tzinfo=zone).astimezone(ZoneInfo("UTC")) for one in dates]
            return [f"EXDATE:{','.join(self.text(one, 'Z') for one in moments)}"]
        if self.some(0.5):
            return [self.stamp("EXDATE", one, clock) for one in dates]
        return [self.stamp("EXDATE", dates[0], clock) + "".join(f",{self.text(one, clock)}" for one in dates[1:])]

    def length(self, whole):
        if whole:
            return self.chance.choice([1, 1, 1, 2, 5, 12]) * DAY
        minutes = self.chance.choice([15, 45, 60, 90, 480, 720, 750, 1425, 1440, 1500, 2880, 4000, 10080])
        return timedelta(minutes=minutes)

    def end(self, start, length, clock, zone, whole):
        if whole and length == DAY and self.some(0.5):
            return []
        if self.some(0.3):
            hours, minutes = divmod(length.seconds // 60, 60)
            times = f"T{hours}H{minutes}M" if length.seconds else ""
            return [f"DURATION:P{length.days}D{times}" if length.days else f"DURATION:P{times}"]
        return [self.stamp("DTEND", start + length, clock)]

    def rule(self, start, clock, zone, whole):
        every = self.chance.choice(["DAILY", "WEEKLY", "WEEKLY", "MONTHLY", "MONTHLY", "YEARLY"])
        rule = f"FREQ={every}"
        if self.some(0.5):
            rule += f";INTERVAL={self.chance.choice([1, 2, 2, 3, 4, 14])}"
        plain = ",".join(sorted(self.chance.sample(DAYS, self.chance.randrange(1, 6))))
        if every == "DAILY" and self.some(0.3):
            rule += f";BYDAY={plain}"
        if every == "WEEKLY" and self.some(0.8):
            rule += f";BYDAY={plain}"
        if every in ("MONTHLY", "YEARLY"):
            pick = self.chance.randrange(5)
            if pick == 0:
                nth = [str(self.chance.choice([1, 2, 3, 4, 5, -1, -2])) for _ in range(self.chance.randrange(1, 4))]
                rule += f";BYDAY={','.join(sorted({n + self.chance.choice(DAYS) for n in nth}))}"
            elif pick == 1:
                days = sorted({self.chance.choice([1, 2, 13, 15, 28, 29, 30, 31, -1, -2, -31]) for _ in range(3)})
                rule += f";BYMONTHDAY={','.join(map(str, days))}"
            elif pick == 2:
                rule += f";BYDAY={plain}"
                rule += f";BYSETPOS={','.join(sorted({str(self.chance.choice([1, 2, -1, -2, 5])) for _ in range(2)}))}"
            elif pick == 3:
                rule += f";BYDAY={plain};BYMONTHDAY={self.chance.choice(['13', '1,2,3,4,5,6,7', '-1,-2,-3'])}"
        if self.some(0.2) or every == "YEARLY" and self.some(0.5):
            months = sorted({self.chance.randrange(1, 13) for _ in range(self.chance.randrange(1, 8))})
            rule += f";BYMONTH={','.join(map(str, months))}"
        if self.some(0.25):
            rule += f";WKST={self.chance.choice(DAYS)}"
        if self.some(0.3):
            rule += f";COUNT={self.chance.choice([1, 2, 5, 10, 30, 200])}"
        elif self.some(0.4):
            until = start + self.chance.randrange(1500) * DAY
            if whole:
                rule += f";UNTIL={until:%Y%m%d}"
            elif zone:
                moment = datetime.combine(until, self.time_of_day(), zone).astimezone(ZoneInfo("UTC"))
                rule += f";UNTIL={self.text(moment, 'Z')}"
            else:
                rule += f";UNTIL={self.text(datetime.combine(until, self.time_of_day()), '')}"
        parts = rule.split(";")
        if self.some(0.5):
            tail = parts[1:]
            self.chance.shuffle(tail)
            parts = parts[:1] + tail
        return ";".join(parts)

    @staticmethod
    def expander(start, rule):
        """The dates of a rule alone, with nothing of what the file says about zones."""
        from dateutil.rrule import rrulestr

        bare = re.sub(r"(UNTIL=\d{8}(T\d{6})?)Z", r"\1", rule)
        return rrulestr(bare, dtstart=start if isinstance(start, datetime) else datetime.combine(start, time()))

    def in_step(self, start, rule):
        """The first date of the rule from here on, so that the start is one of its dates."""
        bare = re.sub(r";(COUNT|UNTIL)=[^;]*", "", rule)
        found = next(iter(self.expander(start, bare)), None)
        if found is None:
            return start
        return found if isinstance(start, datetime) else found.date()

    def dates(self, start, rule):
        if not rule:
            return []
        from_day = datetime.combine(self.first - 3 * DAY, time())
        found = self.expander(start, rule).between(from_day, datetime.combine(self.last + 3 * DAY, time()))
        return found if isinstance(start, datetime) else [one.date() for one in found]

    @staticmethod
    def escaped(text):
        return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")

    def block(self, lines):
        head, tail = lines[0], lines[1:]
        # An alarm stays in one piece, anything else may stand in any order.
        cut = tail.index("BEGIN:VALARM") if "BEGIN:VALARM" in tail else len(tail)
        loose, alarm = tail[:cut], tail[cut:]
        self.chance.shuffle(loose)
        at = self.chance.randrange(len(loose) + 1)
        loose = loose[:at] + alarm + loose[at:]
        self.blocks.append(["BEGIN:VEVENT", head, "DTSTAMP:20260101T000000Z", *loose, "END:VEVENT"])


def written(blocks, chance):
    """A calendar of these blocks, as bytes: folded, with ends of lines of one kind."""
    end = chance.choice(["\r\n", "\r\n", "\n"])
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//Roster 1.0//EN"]
    lines += OWN_ZONE
    for block in blocks:
        # Several calendars in one file, all dates of an entry in one of them.
        uid, last = block[1], lines[-1]
        if chance.random() < 0.1 and last == "END:VEVENT" and uid not in lines:
            lines += ["END:VCALENDAR", *lines[:3], *OWN_ZONE]
        lines += block
    lines.append("END:VCALENDAR")
    text = ""
    for line in lines:
        width = chance.choice([75, 75, 40])
        while len(line) > width:
            text += line[:width] + end + " "
            line = line[width:]
            width = 74
        text += line + end
    return text


def expected(text, clinic, first, last):
    """Name, span and mark -> dates."""
    here = ZoneInfo(clinic)
    groups = defaultdict(set)

    def put(key, span, day):
        if first <= day <= last:
            groups[(key[0], span, key[1])].add(day)

    margin = timedelta(days=60)
    calendars = icalendar.Calendar.from_ical(text, multiple=True)
    expanded = [recurring_ical_events.of(calendar).between(first - margin, last + margin) for calendar in calendars]
    for event in sum(expanded, []):
        if str(event.get("STATUS", "")).upper() == "CANCELLED":
            continue
        name = " ".join(str(event.get("SUMMARY", "")).split()) or "(no name)"
        key = (name, str(event.get("TRANSP", "")).upper() == "TRANSPARENT")
        start, end = event["DTSTART"].dt, event["DTEND"].dt
        if start == end and isinstance(start, datetime):
            continue
        if not isinstance(start, datetime):
            day = start
            while day < max(end, start + DAY):
                put(key, None, day)
                day += DAY
            continue
        if start.tzinfo is not None:
            start, end = (moment.astimezone(here).replace(tzinfo=None) for moment in (start, end))
        if end - start <= DAY:
            begin = start.hour * 60 + start.minute
            put(key, (begin, begin + int((end - start).total_seconds()) // 60), start.date())
            continue
        while start < end:
            midnight = datetime.combine(start.date() + DAY, time())
            begin = start.hour * 60 + start.minute
            put(key, (begin, begin + int((min(midnight, end) - start).total_seconds()) // 60), start.date())
            start = midnight
    return dict(groups)


def minutes(text):
    if text in ("midnight", "noon"):
        return 0 if text == "midnight" else 720
    hour, minute, half = re.fullmatch(r"(\d+)(?::(\d\d))?(am|pm)", text).groups()
    return int(hour) % 12 * 60 + int(minute or 0) + (720 if half == "pm" else 0)


HEAD = re.compile(r"(.*), (?:(all day)|(\S+) to (\S+?)( the next day)?)(, marked as free)?: (\d+) dates?")


def told(text, clinic, first, last):
    """What the command says: groups, and the lines after them."""
    with tempfile.NamedTemporaryFile(suffix=".ics") as file:
        file.write(text.encode())
        file.flush()
        command = [os.environ["FOOTHOLD"], "bring", file.name, "--from", str(first), "--to", str(last), "--zone", clinic]
        run = subprocess.run(command, capture_output=True, text=True, timeout=20)
    groups, notes = {}, []
    lines = iter(run.stdout.splitlines())
    for line in lines:
        head = HEAD.fullmatch(line)
        if not head:
            notes.append(line)
            continue
        name, whole, begin, end, next_day, free, count = head.groups()
        span = None
        if not whole:
            begin, end = minutes(begin), minutes(end)
            span = (begin, end + 1440 if next_day or end == 0 else end)
        dates = [date.fromisoformat(one) for one in next(lines).strip().split(", ")]
        assert dates == sorted(set(dates)) and len(dates) == int(count), "dates in order, each once"
        assert (name, span, bool(free)) not in groups, "a group twice"
        groups[(name, span, bool(free))] = set(dates)
    return groups, notes, run.stderr


def differ(text, maker):
    """What differs, as lines; nothing where both say the same."""
    try:
        wanted = expected(text, maker.clinic, maker.first, maker.last)
    except Exception as error:  # A reader that fails says nothing about ours.
        return None, [f"not compared: {type(error).__name__}: {error}"]
    found, notes, errors = told(text, maker.clinic, maker.first, maker.last)
    odd = [f"{key}: missing {sorted(map(str, wanted[key] - found.get(key, set())))[:4]}" for key in wanted if wanted[key] - found.get(key, set())]
    odd += [f"{key}: too many {sorted(map(str, found[key] - wanted.get(key, set())))[:4]}" for key in found if found[key] - wanted.get(key, set())]
    blocks = [block for block in text.replace("\r\n", "\n").replace("\n ", "").split("BEGIN:VEVENT")[1:] if "X-OLD" not in block and "STATUS:CANCELLED" not in block]
    moments = sum("X-MOMENT" in block for block in blocks)
    foreign = sum(f"DTSTART{NOBODYS}" in block and "X-MOMENT" not in block for block in blocks)
    for count, what in ((moments, "not understood"), (foreign, "not known")):
        said = sum(int(note.split()[0]) for note in notes if what in note)
        odd += [f"{said} and not {count} {what}"] if said != count else []
    odd += [errors] if errors else []
    return odd, []


def smaller(maker, seed):
    """The same without every block and line that is not needed to differ."""

    def bad(blocks):
        odd, _ = differ(written(blocks, random.Random(seed)), maker)
        return bool(odd) and any("missing" in one or "too many" in one for one in odd) == dates_differ

    odd, _ = differ(written(maker.blocks, random.Random(seed)), maker)
    dates_differ = any("missing" in one or "too many" in one for one in odd)
    blocks = [list(block) for block in maker.blocks]
    for at in reversed(range(len(blocks))):
        rest = blocks[:at] + blocks[at + 1 :]
        if rest and bad(rest):
            blocks = rest
    for block in blocks:
        for at in (at for at in reversed(range(1, len(block) - 1)) if not block[at].startswith(("X-", "DTEND", "DURATION"))):
            line = block.pop(at)
            if not bad(blocks):
                block.insert(at, line)
    return written(blocks, random.Random(seed))


def main():
    count, seed, folder = int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    # That a path may mean another zone than its end says.
    warnings.simplefilter("ignore")
    equal = dates = skipped = 0
    for at in range(seed, seed + count):
        maker = Maker(at)
        text = written(maker.blocks, random.Random(at))
        odd, unsaid = differ(text, maker)
        if odd is None:
            skipped += 1
            print(f"seed {at}: {unsaid[0]}")
            continue
        if odd:
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / f"{at}.ics"
            path.write_bytes(smaller(maker, at).encode())
            print(f"seed {at}: {'; '.join(odd[:3])}\n  {path}, {maker.clinic}, {maker.first} to {maker.last}")
            continue
        equal += 1
        dates += sum(len(days) for days in expected(text, maker.clinic, maker.first, maker.last).values())
    print(f"brought calendars: {equal} of {count} files equal, {dates} dates, {skipped} not compared")
    sys.exit(0 if equal + skipped == count and skipped * 20 <= count and dates else 1)


if __name__ == "__main__":
    main()
