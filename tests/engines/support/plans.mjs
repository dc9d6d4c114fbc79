// What somebody does with a week in any engine: types it in or brings it, looks at its answers, asks, and leaves with it.
import assert from "node:assert/strict";
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CANARY, TELLING, WORK, dates, decoded, entries, roster } from "../../e2e/support/carry.mjs";
import { MESSAGE } from "../../e2e/support/form.mjs";
import { TWO_PARENTS, keys, picked, row, twoParents } from "../../e2e/support/keys.mjs";
import { tabTo } from "../../e2e/support/keyboard.mjs";
import { scratch } from "../../e2e/support/programs.mjs";
import { dist, startSite } from "../../e2e/support/servers.mjs";
import { DAY } from "../../e2e/support/visit.mjs";
import { focused, households, verdicts, weekLines } from "../../e2e/support/week.mjs";
import { arrive, leftNothing, on, there, write } from "./walk.mjs";

/** How each is typed in, and what is said. Every way by Tab is gone once; in the other language the focus is there at once. */
export const LANGUAGES = {
  English: {
    path: "",
    lang: "en",
    straight: false,
    usual: /^Pick-up\n+Monday to Friday, 5:50pm\n+Usually you; also Ben/,
    early: /Leave Garage \(Ben\) 10 minutes early on Monday, Tuesday and Thursday: at 5:20pm/,
    over: /Ben takes over Pick-up on Monday, Tuesday and Thursday/,
    title: "Your week with Evening",
    monday: /Monday: .*Bank 9am to 5pm.*Process group 6pm to 9pm/,
    then: /Then: 9am to 5:35pm/,
    file: "calendar.ics",
    neutral: "Appointment",
    leave: "Leave at 5:35pm instead of 5:50pm",
    sheet: "Recurring appointments",
    away: /6pm to 9pm: Monday, Tuesday and Thursday, from Monday, November 30, 2026 to Thursday, February 18, 2027/,
  },
  Spanish: {
    path: "es/",
    lang: "es",
    straight: true,
    usual: /^Pick-up\n+lunes a viernes, 5:50 p. m.\n+Normalmente usted; también Ben/,
    early: /En Garage \(Ben\), salga 10 minutos antes: 5:20 p. m. \(lunes, martes y jueves\)/,
    over: /Ben se encarga de Pick-up \(lunes, martes y jueves\)/,
    title: "Su semana con Noche",
    monday: /lunes: .*Bank 9 a. m. a 5 p. m.*Grupo de proceso 6 p. m. a 9 p. m./,
    then: /Entonces: 9 a. m. a 5:35 p. m./,
    file: "calendario.ics",
    neutral: "Cita",
    leave: "Salir antes, 5:35 p. m. en vez de 5:50 p. m.",
    sheet: "Citas periódicas",
    away: /6 p. m. a 9 p. m.: lunes, martes y jueves, del lunes 30 de noviembre de 2026 al jueves 18 de febrero de 2027/,
  },
};

/** Our site on the day of every visit of tests/e2e, so that weeks and closures are the same each time: its first script sets the clock. */
export async function startThatDay(started, inbox) {
  const { folder, away } = await scratch("day");
  await started({ stop: away });
  await cp(dist(), folder, { recursive: true });
  const boot = join(folder, "boot.js");
  const clock = `{
    const Clock = Date;
    const now = () => ${DAY.getTime()};
    globalThis.Date = class extends Clock {
      static now = now;
      constructor(...given) {
        super(...(given.length === 0 ? [now()] : given));
      }
    };
  }`;
  await writeFile(boot, `${clock}\n${await readFile(boot, "utf8")}`);
  for (const ending of [".br", ".gz"]) await rm(boot + ending, { force: true });
  return started(startSite({ inbox, folder }));
}

/** Waits until the offers that something is said of have these verdicts. */
async function judged(page, said) {
  let found;
  for (const end = Date.now() + 12_000; Date.now() < end; ) {
    found = picked(await verdicts(page), said);
    if (Object.keys(said).every((offer) => found[offer] === said[offer])) return;
  }
  assert.deepEqual(found, said);
}

/** The same with spaces that may break, too. */
const spaced = (words) => words.replace(/[\u00a0\u202f]/g, " ");

/** Every text that can be read there. */
const texts = async (page, selector) => (await page.evaluate((wanted) => [...document.querySelectorAll(wanted)].map((element) => element.innerText), selector)).map(spaced);

/** All of them in one. */
const read = async (page, selector) => (await texts(page, selector)).join("\n");

/** Shows the evening in the week. */
async function seeEvening(page, title) {
  await on(page, "#see-evening", "Enter");
  await focused(page, "#planner-week-title");
  assert.equal(await read(page, "#planner-week-title"), title);
}

/** Two parents type their week in, and see what fits and who would do what. */
export async function parents(page, { straight, usual, early, over, title, monday }) {
  await twoParents(page, keys(page, { straight }));
  await judged(page, TWO_PARENTS);
  const rows = await texts(page, ".row-text");
  assert.equal(rows.length, 5);
  assert.match(rows[1], /^Garage \(Ben\)/);
  assert.match(rows[3], usual);
  const evening = await read(page, "#offer-evening");
  assert.match(evening, early);
  assert.match(evening, over);
  await seeEvening(page, title);
  const line = spaced((await weekLines(page))[0]);
  assert.match(line, monday);
  assert.doesNotMatch(line, /Pick-up/);
  await leftNothing(page, ["Garage", "Ben", "Mia"]);
}

/** A nurse types a roster as it is said on the ward, first of days, then of nights. */
export async function nurse(page) {
  const by = keys(page, { straight: true });
  await by.press("[data-do='quick:roster']");
  await focused(page, "#row-1-pattern");
  await page.keyboard.type("2-2-3");
  await by.fill("#row-1-from", "7am-7pm");
  await judged(page, { evening: "does-not-fit", "online-evening": "does-not-fit", morning: "does-not-fit", afternoon: "does-not-fit" });
  const cycle = /a cycle of 14 days \(2 on, 2 off, 3 on, 2 off, 2 on, 3 off\)/;
  assert.match(await read(page, ".understood"), cycle);
  await by.fill("#row-1-pattern", "2 nights, 2 off, 3 nights, 2 off, 2 nights, 3 off");
  await by.fill("#row-1-night", "7pm-7am");
  await by.fill("#row-1-travel", "25");
  await by.fill("#row-1-direct", "15");
  await by.radio("#row-1-cut");
  await by.fill("#row-1-cut-min", "150");
  await by.press(".editor-end .button");
  await focused(page, "#row-1-edit");
  await judged(page, { evening: "fits-if", morning: "does-not-fit" });
  assert.match(await read(page, "#offer-evening"), /Come to work 2 hours 15 minutes later on Monday, Tuesday and Thursday, 17 dates in all: at 9:15pm/);
  await leftNothing(page, ["2-2-3", "nights"]);
}

/** A roster comes from a file of the device, is looked at and picked from, and is in the week. */
export async function broughtAlong(page) {
  const { folder, away } = await scratch("roster");
  const file = join(folder, `${CANARY}.ics`);
  await writeFile(file, roster());
  try {
    await on(page, "#bring-open", "Enter");
    await there(page, "#bring-file");
    await tabTo(page, "#bring-file");
    await page.choose("#bring-file", file);
    await focused(page, "#bring-says");
  } finally {
    await away();
  }
  await there(page, "#bring-pick-0");
  assert.match(await read(page, "#bring-says"), /^This is what we found in it/);
  const understood = `${CANARY} Shift: 9am to 9pm, 8 dates from December 1 to December 23`;
  assert.deepEqual(await texts(page, "label[for^='bring-pick-']"), [understood, "Pay day: all day, times to be filled in, on December 15"]);
  const ticked = () => page.evaluate(() => [...document.querySelectorAll("[id^='bring-pick-']")].map((box) => box.checked));
  assert.deepEqual(await ticked(), [true, false]);
  for (const after of [[true, true], [true, false]]) {
    await (after[1] ? on(page, "#bring-pick-1", "Space") : page.keyboard.press("Space"));
    await page.waitForFunction((on) => document.activeElement.id === "bring-pick-1" && document.activeElement.checked === on, after[1]);
    assert.deepEqual(await ticked(), after);
  }
  await on(page, "[data-do='bring-add']", "Enter");
  await focused(page, "#bring-added");
  assert.equal(await read(page, "#bring-added"), "1 entry came into your week.");
  const rows = await texts(page, ".rows .row-text");
  assert.equal(rows.length, 1);
  assert.match(rows[0], new RegExp(`^${CANARY} Shift\\n+Tuesday and Wednesday, 8 dates in all, 9am to 9pm`));
  await judged(page, { evening: "does-not-fit" });
  await leftNothing(page, [CANARY]);
}

/** A week in which nothing fits ends in a message to the clinic that has the week in words. */
export async function nothingFits(page, language, { inbox }) {
  const { rows, clinic_travel: travel } = (await households())["k-nothing-fits"];
  const by = keys(page, { straight: true });
  await by.fill("#clinic-travel", travel);
  for (const one of rows) await row(page, by, one);
  await judged(page, { evening: "does-not-fit", "online-evening": "does-not-fit", morning: "does-not-fit", afternoon: "does-not-fit", saturday: "ask" });
  assert.match(await read(page, "#planner-count"), /^Nothing fits as it is/);
  await on(page, ".planner-go a", "Enter");
  await there(page, "main[data-page=ask]");
  await focused(page, "main h1");
  const words = await page.evaluate(() => document.querySelector("#ask-plan-text").textContent);
  for (const { what } of rows) assert.ok(words.includes(what), words);
  await inbox.clear();
  assert.equal(await write(page, { plan: true }), "delivered");
  const { messages } = await inbox.read();
  assert.equal(messages.length, 1);
  assert.equal(messages[0].fields.plan, words);
  await leftNothing(page, [MESSAGE.name, "312", ...rows.map(({ what }) => what)]);
}

/** Keeps what the page would save and print, because a browser without a screen has nowhere to put it. */
const held = (page) =>
  page.evaluate(() => {
    const left = (globalThis.left = {});
    // What a test changes of a page's own things Firefox keeps from the page, unless it is asked for them as the page has them.
    const page = window.wrappedJSObject ?? window;
    const { URL, HTMLElement } = page;
    const [made, pressed, opened] = [URL.createObjectURL, HTMLElement.prototype.click, page.open];
    URL.createObjectURL = (blob) => {
      blob.text().then((words) => (left.calendar = words));
      return made.call(URL, blob);
    };
    HTMLElement.prototype.click = function () {
      if (this.download) left.file = this.download;
      else pressed.call(this);
    };
    page.open = (...given) => {
      left.sheet = opened.apply(page, given);
      left.sheet.print = () => (left.printed = left.sheet.document.styleSheets.length > 0);
      return left.sheet;
    };
  });

/** Opens all about the answer, and leaves with it: in the calendar, on paper, as a link and as its QR code. */
export async function leaveWith(page, { path, lang, then, title, file, neutral, leave, sheet, away }, { site }) {
  const mine = `${CANARY} bakery`;
  await row(page, keys(page, { straight: true }), { ...WORK, what: mine });
  await judged(page, { evening: "fits-if" });
  await seeEvening(page, title);
  await on(page, "#detail-open", "Enter");
  await there(page, "#detail h3");
  await focused(page, "#detail-open");
  assert.match(await read(page, "#detail"), then);
  await on(page, "#along-open", "Enter");
  await there(page, "#along-save");
  await held(page);

  await on(page, "#along-save", "Enter");
  const calendar = await page.waitForFunction(() => globalThis.left.calendar);
  assert.equal(await page.evaluate(() => globalThis.left.file), file);
  assert.doesNotMatch(calendar.replaceAll("America/Chicago", ""), TELLING);
  const events = entries(calendar);
  assert.deepEqual(events.map((event) => spaced(event.summary)).sort(), [neutral, neutral, neutral, `${mine}: ${leave}`].sort());
  const early = dates(events.find((event) => event.startDate.toString() === "2026-11-30T18:00:00"));
  assert.equal(early.length, 23);
  assert.ok(!early.includes("2027-01-18"), "closed");

  await on(page, "[data-do^='print-asked']", "Enter");
  await page.waitForFunction(() => globalThis.left.printed);
  const printed = await page.evaluate(() => {
    const { document, location } = globalThis.left.sheet;
    return { title: document.title, address: location.href, words: document.querySelector("main").innerText };
  });
  const words = spaced(printed.words);
  await page.evaluate(() => globalThis.left.sheet.close());
  assert.deepEqual([printed.title, printed.address], [sheet, "about:blank"]);
  assert.match(words, away);
  assert.ok(words.includes(leave));
  assert.doesNotMatch(words, TELLING);

  await on(page, "#along-names", "Space");
  await on(page, "#along-make", "Enter");
  await focused(page, "#along-link");
  const link = await page.evaluate(() => document.activeElement.value);
  assert.equal(decoded(await modules(page)), link);
  const rows = await texts(page, ".row-text");
  const address = `${site.address}${path}week/`;
  assert.ok(link.startsWith(`${address}#`), link);
  await leftNothing(page, [CANARY, "#"]);

  // Somebody else opens it.
  await page.goto("about:blank");
  await arrive(page, link, { lang });
  await there(page, ".row-text");
  assert.deepEqual(await texts(page, ".row-text"), rows);
  assert.ok(rows[0].startsWith(mine));
  await judged(page, { evening: "fits-if" });
  assert.equal(await read(page, "#planner-week-title"), title);
  assert.equal(await page.evaluate(() => location.href), address);
  await leftNothing(page, [CANARY, "#"]);
}

/** The modules of the QR code as the engine would paint them, line by line. */
const modules = (page) =>
  page.evaluate(() => {
    const picture = document.querySelector("#along-qr");
    const { width: side } = picture.viewBox.baseVal;
    const dark = picture.querySelector("path:last-of-type");
    const at = picture.createSVGPoint();
    const line = (y) => Array.from({ length: side }, (_, x) => (Object.assign(at, { x: x + 0.5, y: y + 0.5 }), Number(dark.isPointInFill(at)))).join("");
    return Array.from({ length: side }, (_, y) => line(y));
  });
