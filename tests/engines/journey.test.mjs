// The same visit by keyboard in Chromium, Firefox and WebKit, in English and Spanish: read, plan, write, and find the
// message in the inbox; and again with the inbox down, when nothing may be lost and nothing claimed.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { FILLED, MESSAGE, typed } from "../e2e/support/form.mjs";
import { tabTo } from "../e2e/support/keyboard.mjs";
import { focused } from "../e2e/support/week.mjs";
import { NAMES, startEngine } from "./support/browsers.mjs";
import { arrive, follow, house, leftNothing, on, steps, text, write } from "./support/walk.mjs";

const LANGUAGES = {
  English: { path: "", lang: "en", school: "School", work: "Work", arrived: "Your message has arrived", phone: "(312) 555-0134" },
  Spanish: { path: "es/", lang: "es", school: "Estudios", work: "Trabajo", arrived: "Su mensaje llegó", phone: "(312) 555-0134" },
};

/** Types Monday to Friday, nine to five, 25 minutes away, and reads the answers. */
async function plan(page, { school, work }) {
  await follow(page, "week/", "week");
  await on(page, "#planner-add", "Enter");
  await focused(page, "#row-1-kind");
  // What the first letter chooses may change the fields below.
  await page.keyboard.type(school);
  assert.equal(await page.evaluate(() => document.activeElement.value), "school");
  // A browser begins a new word after a second.
  await new Promise((resolve) => setTimeout(resolve, 1200));
  await page.keyboard.type(work);
  assert.equal(await page.evaluate(() => document.activeElement.value), "work");
  for (const day of ["Mon", "Tue", "Wed", "Thu", "Fri"]) await on(page, `#row-1-${day}`, "Space");
  for (const [field, value] of [["from", "9-5"], ["travel", "25"]]) {
    await tabTo(page, `#row-1-${field}`);
    await page.keyboard.type(value);
  }
  const days = await page.evaluate(() => ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat"].filter((day) => document.getElementById(`row-1-${day}`).checked));
  assert.deepEqual(days, ["Mon", "Tue", "Wed", "Thu", "Fri"]);
  await on(page, ".editor-end .button", "Enter");
  await focused(page, "#row-1-edit");
  const rank = (offer) => page.waitForFunction((id) => /pill-(\d)/.exec(document.querySelector(`#${id} .pill`)?.className)?.[1], `offer-${offer}`);
  // 0 fits, 1 is tight, 3 does not fit.
  assert.match(await rank("evening"), /^[01]$/);
  assert.equal(await rank("morning"), "3");
  await inItsPlace(page);
  await underlined(page);
  return text(page, ".row-summary");
}

/** Buttons that look like links are underlined. WebKit knows no short way of saying how thick, and leaves it out then. */
async function underlined(page) {
  const bare = await page.evaluate(() =>
    [...document.querySelectorAll(".button-quiet, .link")].filter((link) => getComputedStyle(link).textDecorationLine !== "underline").map((link) => link.textContent.trim()),
  );
  assert.deepEqual(bare, []);
}

/** The days of the picture are as high as its hours, so that whatever is drawn stands at its time. */
async function inItsPlace(page) {
  const heights = await page.evaluate(() =>
    [...document.querySelectorAll(".planner-week .week-column")].map((column) => {
      const { top, bottom } = column.getBoundingClientRect();
      return `${Math.round(top)} to ${Math.round(bottom)}`;
    }),
  );
  assert.equal(heights.length, 8);
  assert.deepEqual([...new Set(heights)], [heights[0]]);
}

async function visit(t, engine) {
  const { inbox, site, orphan } = await house(t);
  const { page, version, close } = await startEngine(engine);
  t.after(close);
  t.diagnostic(`${engine} ${version}`);
  const step = steps(t, engine, page);
  await step(`${engine}: on a narrow screen the picture can be read`, async () => {
    await page.resize(500, 900);
    await arrive(page, site.address, LANGUAGES.English);
    await inTheMiddle(page).finally(() => page.resize(1280, 900));
  });
  for (const [name, language] of Object.entries(LANGUAGES)) {
    await step(`${engine}, ${name}: what was written is in the inbox, and the week is still there`, async () => {
      await inbox.clear();
      await arrive(page, site.address + language.path, language);
      const row = await plan(page, language);
      await follow(page, "ask/", "ask", "Shift+Tab");
      assert.equal(await write(page), "delivered");
      await focused(page, "#ask-says");
      assert.ok((await text(page, "#ask-says")).includes(language.arrived));
      const { messages, attempts } = await inbox.read();
      assert.deepEqual([messages.length, attempts], [1, 1]);
      const { fields } = messages[0];
      assert.deepEqual([fields.name, fields.phone, fields.note], Object.values(MESSAGE));
      assert.equal(fields.voicemail, "only_say_you_called");
      await leftNothing(page);
      await follow(page, "week/", "week", "Shift+Tab");
      assert.equal(await text(page, ".row-summary"), row);
    });
    await step(`${engine}, ${name}: with the inbox down nothing is lost and nothing claimed`, async () => {
      await arrive(page, orphan.address + language.path, language);
      await plan(page, language);
      await follow(page, "ask/", "ask", "Shift+Tab");
      const said = await write(page);
      assert.ok(["unconfirmed", "unreachable"].includes(said), said);
      await focused(page, "#ask-says");
      assert.deepEqual(await typed(page), FILLED);
      const main = await text(page, "main");
      assert.ok(!main.includes(language.arrived) && main.includes(language.phone));
      await leftNothing(page);
    });
  }
}

/** On a narrow screen words run down the middle of their block. */
async function inTheMiddle(page) {
  const aside = await page.evaluate(() =>
    [...document.querySelectorAll(".week-label")]
      .filter((label) => label.checkVisibility())
      .map((label) => [label.getBoundingClientRect(), label.closest("svg").getBoundingClientRect()])
      .map(([word, column]) => Math.round(word.left + word.width / 2 - column.left - column.width / 2)),
  );
  assert.ok(aside.length >= 8);
  assert.ok(aside.every((pixels) => Math.abs(pixels) <= 4), `pixels from the middle: ${aside}`);
}

// At a time, because browsers spend most of a visit waiting for their next frame.
describe("A visit by keyboard", { concurrency: true }, () => {
  for (const engine of NAMES) test(`in ${engine}`, { timeout: 240_000 }, (t) => visit(t, engine));
});
