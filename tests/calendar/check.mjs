// Expands calendar files with `ical.js`, from the zone rules in the file alone, and compares with what they should say.
// Standard input: the lines of the example `calendar` of foothold-core.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

// The package lies with the others, see tests/e2e/package.json.
const found = createRequire(new URL("../e2e/package.json", import.meta.url)).resolve("ical.js");
const { default: ICAL } = await import(pathToFileURL(found));

const two = (number) => String(number).padStart(2, "0");
const text = (time) => {
  if (!time.zone || time.zone === ICAL.Timezone.localTimezone) return `${time.year}-${two(time.month)}-${two(time.day)}T${two(time.hour)}:${two(time.minute)}`;
  return time.toJSDate().toISOString().slice(0, 16);
};

function expanded(ics) {
  const calendar = new ICAL.Component(ICAL.parse(ics));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const dates = [];
  for (const component of calendar.getAllSubcomponents("vevent")) {
    const event = new ICAL.Event(component);
    const put = ({ startDate, endDate }) => dates.push(`${event.summary} ${text(startDate)} ${text(endDate)}`);
    if (!event.isRecurring()) put(event);
    else for (const all = event.iterator(), next = () => all.next(); ; ) {
      const time = next();
      if (!time) break;
      put(event.getOccurrenceDetails(time));
    }
  }
  return dates.sort();
}

let files = 0;
let dates = 0;
let faults = 0;
for await (const line of createInterface({ input: process.stdin })) {
  const { name, ics, dates: wanted } = JSON.parse(line);
  const found = expanded(ics);
  const odd = [...found.filter((date) => !wanted.includes(date)), ...wanted.filter((date) => !found.includes(date))];
  if (odd.length || found.length !== wanted.length) {
    faults += 1;
    console.log(`${name}: ${odd.length} differ, such as ${odd.slice(0, 4).join(", ")}`);
  }
  files += 1;
  dates += found.length;
}
console.log(`ical.js: ${files} files, ${dates} dates, ${faults} faults`);
process.exit(faults || !dates ? 1 : 0);
