// The planner by finger on a phone of 360 pixels: a nurse's roster, a brought calendar, a week in which nothing fits and that ends in a
// message, and what somebody leaves with. A whole family's week by finger is in count.test.mjs; the same by keyboard, in three engines,
// in tests/engines/plans.test.mjs.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { CANARY, TELLING, WORK, entries, roster } from "./support/carry.mjs";
import { MESSAGE, answered } from "./support/form.mjs";
import { finger, row } from "./support/keys.mjs";
import { browser, inbox, site } from "./support/stage.mjs";
import { open, visitor } from "./support/visit.mjs";
import { focused, households, verdicts } from "./support/week.mjs";

/** Somebody who opens the planner on a phone. */
async function phone() {
  const visit = await visitor(browser, { width: 360, height: 640, hasTouch: true, isMobile: true, acceptDownloads: true });
  await open(visit.page, `${site.address}week/`);
  return { ...visit, by: finger(visit.page) };
}

const wide = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Nothing went wrong, nothing is too wide, nothing typed is in the address or the title. */
async function calm({ page, noise, context }, words) {
  assert.equal(await wide(page), 0);
  const told = page.url() + (await page.title());
  for (const word of words) assert.ok(!told.includes(word), told);
  assert.deepEqual(noise, []);
  await context.close();
}

test("A nurse types a roster as it is said, and sees what would have to change", async () => {
  const visit = await phone();
  const { page, by } = visit;
  await by.press("[data-do='quick:roster']");
  await focused(page, "#row-1-pattern");
  await by.fill("#row-1-pattern", "2-2-3");
  await by.fill("#row-1-from", "7am-7pm");
  assert.match(await page.locator(".understood").innerText(), /a cycle of 14 days \(2 on, 2 off, 3 on, 2 off, 2 on, 3 off\)/);
  assert.equal((await verdicts(page)).evening, "does-not-fit");
  await by.fill("#row-1-pattern", "2 nights, 2 off, 3 nights, 2 off, 2 nights, 3 off");
  await by.fill("#row-1-night", "7pm-7am");
  await by.fill("#row-1-travel", "25");
  await by.fill("#row-1-direct", "15");
  await by.radio("label[for=row-1-cut]");
  await by.fill("#row-1-cut-min", "150");
  await by.press(".editor-end .button");
  await focused(page, "#row-1-edit");
  assert.equal((await verdicts(page)).evening, "fits-if");
  assert.match(await page.locator("#offer-evening").innerText(), /Come to work 2 hours 15 minutes later on Monday, Tuesday and Thursday, 17 dates in all: at 9:15pm/);
  await calm(visit, ["nights", "2-2-3"]);
});

test("A roster comes from a file of the phone, is picked from, and is answered", async () => {
  const visit = await phone();
  const { page, by } = visit;
  await by.press("#bring-open");
  const asked = page.waitForEvent("filechooser");
  await by.press("#bring-file");
  await (await asked).setFiles({ name: `${CANARY}.ics`, mimeType: "text/calendar", buffer: Buffer.from(roster()) });
  await page.locator("#bring-pick-0").waitFor();
  await by.press("#bring-pick-1");
  await by.press("#bring-pick-1");
  assert.deepEqual(await page.locator("[id^='bring-pick-']").evaluateAll((boxes) => boxes.map((box) => box.checked)), [true, false]);
  await by.press("[data-do='bring-add']");
  await focused(page, "#bring-added");
  assert.match(await page.locator(".rows .row-text").innerText(), new RegExp(`^${CANARY} Shift\\n+Tuesday and Wednesday, 8 dates in all, 9am to 9pm`));
  assert.equal((await verdicts(page)).evening, "does-not-fit");
  await calm(visit, [CANARY]);
});

test("A week in which nothing fits ends in a message to the clinic with the facts", async () => {
  await inbox.clear();
  const visit = await phone();
  const { page, by } = visit;
  const { rows, clinic_travel: travel } = (await households())["k-nothing-fits"];
  await by.fill("#clinic-travel", travel);
  for (const one of rows) await row(page, by, one);
  assert.match(await page.locator("#planner-count").innerText(), /^Nothing fits as it is/);
  await by.press(".planner-go a");
  await page.locator("main[data-page=ask]").waitFor();
  await by.fill("#ask-name", MESSAGE.name);
  await by.press("#ask-reach-call");
  await by.fill("#ask-phone", MESSAGE.phone);
  await by.press("#ask-voicemail-only-called");
  await by.press("#ask-whom-me");
  await by.fill("#ask-note", MESSAGE.note);
  const words = await page.locator("#ask-plan-text").textContent();
  for (const { what } of rows) assert.ok(words.includes(what), words);
  await by.press("#ask-plan");
  await by.press("#ask-send");
  assert.equal(await answered(page), "delivered");
  const { messages } = await inbox.read();
  assert.equal(messages.length, 1);
  assert.equal(messages[0].fields.plan, words);
  await calm(visit, [MESSAGE.name, ...rows.map(({ what }) => what)]);
});

test("Somebody leaves with the calendar file and a link", async () => {
  const visit = await phone();
  const { page, by } = visit;
  await row(page, by, { ...WORK, what: `${CANARY} bakery` });
  assert.equal((await verdicts(page)).evening, "fits-if");
  await by.press("#see-evening");
  await by.press("#along-open");
  const saving = page.waitForEvent("download");
  await by.press("#along-save");
  const calendar = await readFile(await (await saving).path(), "utf8");
  assert.doesNotMatch(calendar.replaceAll("America/Chicago", ""), TELLING);
  assert.equal(entries(calendar).filter((event) => event.summary === "Appointment").length, 3);
  await by.press("#along-make");
  await focused(page, "#along-link");
  const link = await page.locator("#along-link").inputValue();
  const other = await visitor(browser, { width: 360, height: 640, hasTouch: true });
  await open(other.page, link);
  await other.page.locator(".row-text").waitFor();
  assert.equal((await verdicts(other.page)).evening, "fits-if");
  assert.equal(other.page.url(), `${site.address}week/`);
  assert.ok(!(await other.page.locator(".row-text").innerText()).includes(CANARY), "names stay here unless that is wished");
  await other.context.close();
  await calm(visit, [CANARY]);
});
