// A whole household in the planner: people, who does what, rosters and breaks, by keyboard alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { browser, site } from "./support/stage.mjs";
import { open, visitor } from "./support/visit.mjs";
import { addPerson, addRow, closeRow, press, verdicts, weekLines } from "./support/week.mjs";

const WORKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri"];

async function planner(path = "week/", how = {}) {
  const visit = await visitor(browser, how);
  await open(visit.page, site.address + path);
  return visit;
}

const space = async (page, selector) => {
  await page.locator(selector).focus();
  await page.keyboard.press("Space");
};

/** Two parents who both work; day care has to be left by 6pm; somebody has supper with the child. */
async function twoParents(page) {
  const ben = await addPerson(page, { name: "Ben" });
  await addRow(page, { kind: "work", what: "Bank", days: WORKDAYS, from: "9-5", travel: "25", direct: "15" });
  await closeRow(page);
  const garage = await addRow(page, { kind: "work", what: "Garage", days: WORKDAYS, from: "8:30am-5:30pm", travel: "20", firm: "cut", cut: "30" });
  await page.locator(`#row-${garage}-who`).selectOption(String(ben));
  await closeRow(page);
  const pickUp = await addRow(page, { kind: "care", what: "Pick-up", days: WORKDAYS, from: "5:50pm", travel: "10", direct: "15" });
  await space(page, `#row-${pickUp}-could-${ben}`);
  await space(page, `#row-${pickUp}-usual-0`);
  await closeRow(page);
  const supper = await addRow(page, { kind: "care", what: "Supper and bed", days: WORKDAYS, from: "6:15-8pm" });
  await space(page, `#row-${supper}-could-${ben}`);
  await closeRow(page);
  return { ben, pickUp, supper };
}

test("Two parents enter their week and see who would do what, and whose week it is", async () => {
  const { context, page, noise } = await planner();
  await twoParents(page);
  const rows = await page.locator(".row-text").allInnerTexts();
  assert.match(rows[0], /^Bank \(you\)/);
  assert.match(rows[1], /^Garage \(Ben\)/);
  assert.match(rows[2], /^Pick-up\n+Monday to Friday, 5:50pm\n+Usually you; also Ben/);
  assert.match(rows[3], /One of: you and Ben/);
  const answers = await verdicts(page);
  assert.deepEqual(
    [answers["online-evening"], answers.evening, answers.morning, answers.afternoon],
    ["fits", "fits-if", "does-not-fit", "does-not-fit"],
  );
  const evening = await page.locator("#offer-evening").innerText();
  assert.match(evening, /Leave Garage \(Ben\) 10 minutes early on Monday, Tuesday and Thursday: at 5:20pm/);
  assert.match(evening, /Ben takes over Pick-up on Monday, Tuesday and Thursday/);
  await press(page, page.locator("#see-evening"));
  assert.match((await weekLines(page))[0], /Monday: .*Bank 9am to 5pm.*Process group 6pm to 9pm/);
  assert.doesNotMatch((await weekLines(page))[0], /Pick-up/);
  await press(page, page.locator("#look-1"));
  assert.match(await page.locator("#planner-week-title").innerText(), /The week of Ben with Evening/);
  assert.match((await weekLines(page))[0], /Garage 8:30am to 5:20pm.*Pick-up 5:50pm.*Supper and bed 6:15pm to 8pm/);
  assert.deepEqual(noise, []);
  await context.close();
});

test("Who was taken away can be put back, and their rows with them", async () => {
  const { context, page } = await planner();
  const { ben } = await twoParents(page);
  const before = await verdicts(page);
  await press(page, page.locator(`[data-do="person-gone:${ben}"]`));
  assert.equal(await page.locator(".undo").innerText().then((text) => /Ben was removed/.test(text)), true);
  assert.equal((await verdicts(page)).evening, "does-not-fit");
  await press(page, page.locator("#planner-undo"));
  assert.deepEqual(await verdicts(page), before);
  await context.close();
});

test("Somebody from outside makes room, and what is typed about it is understood or asked for", async () => {
  const { context, page } = await planner();
  const care = await addRow(page, { kind: "care", what: "Supper", days: WORKDAYS, from: "6-8pm" });
  assert.equal((await verdicts(page)).evening, "does-not-fit");
  await page.locator(`#row-${care}-outside`).fill("evenings");
  assert.match(await page.locator(".understood").innerText(), /write the time like/);
  await page.locator(`#row-${care}-outside`).fill("4-9pm");
  assert.equal((await verdicts(page)).evening, "fits-if");
  await closeRow(page);
  assert.match(await page.locator("#offer-evening").innerText(), /Somebody from outside takes over Supper on Monday, Tuesday and Thursday, 6pm to 8pm/);
  await context.close();
});

test("A roster that repeats is read as people write it, and a break changes the answer", async () => {
  const { context, page } = await planner();
  await press(page, page.locator("[data-do='quick:two-two-three']"));
  assert.match(await page.locator(".understood").innerText(), /a cycle of 14 days \(2 on, 2 off, 3 on, 2 off, 2 on, 3 off\)/);
  const fixed = await verdicts(page);
  assert.equal(fixed.evening, "does-not-fit");
  await page.locator("#row-1-pattern").fill("every other week");
  assert.match(await page.locator(".understood").innerText(), /write the days of the cycle like 2-2-3/);
  await page.locator("#row-1-pattern").fill("4 nights, 4 off");
  await page.locator("#row-1-night").fill("7pm-7am");
  assert.match(await page.locator(".understood").innerText(), /4 nights, 4 off/);
  // A job that ends before the program begins is in nobody's way.
  await press(page, page.locator("#more-open"));
  await page.locator("#row-1-last").fill("2026-11-25");
  assert.equal((await verdicts(page)).evening, "fits");
  await page.locator("#row-1-last").fill("");
  await press(page, page.locator("#break-add"));
  await page.locator("#row-1-break-0").fill("2026-12-24");
  await page.locator("#row-1-break-1").fill("2026-12-20");
  assert.match(await page.locator(".understood").innerText(), /the break ends before it begins/);
  await context.close();
});

test("Two people of one household who both look for a program each get an answer of their own", async () => {
  const { context, page } = await planner();
  const sam = await addPerson(page, { name: "Sam", is: "client" });
  const work = await addRow(page, { kind: "work", days: WORKDAYS, from: "9-5", travel: "20" });
  await page.locator(`#row-${work}-who`).selectOption(String(sam));
  await closeRow(page);
  const answers = await verdicts(page);
  assert.deepEqual([answers.morning, answers["morning@1"], answers["evening@1"]], ["fits", "does-not-fit", "fits"]);
  assert.match(await page.locator("[id='offer-morning@1'] h3").innerText(), /Morning, for Sam/);
  await press(page, page.locator("[id='see-evening@1']"));
  assert.match(await page.locator("#planner-week-title").innerText(), /The week of Sam with Evening/);
  await context.close();
});

test("A task that nobody is free for is named and taken as it is", async () => {
  const { context, page } = await planner();
  const ben = await addPerson(page, { name: "Ben" });
  for (const [who, what] of [["0", "Bank"], [String(ben), "Garage"]]) {
    const work = await addRow(page, { kind: "work", what, days: WORKDAYS, from: "9-6", travel: "20" });
    await page.locator(`#row-${work}-who`).selectOption(who);
    await closeRow(page);
  }
  const pickUp = await addRow(page, { kind: "care", what: "Pick-up", days: ["Mon", "Tue"], from: "5:30pm", travel: "10" });
  await space(page, `#row-${pickUp}-could-${ben}`);
  const notes = page.locator("#planner-notes");
  assert.match(await notes.innerText(), /Nobody is free for this\n+Pick-up, Monday and Tuesday: on 24 dates nobody who could do it is free/);
  // Once Ben is back by five there is nothing to name.
  await closeRow(page);
  await press(page, page.locator(`#row-${Number(pickUp) - 1}-edit`));
  await page.locator(`#row-${Number(pickUp) - 1}-from`).fill("9am");
  await page.locator(`#row-${Number(pickUp) - 1}-to`).fill("5pm");
  assert.doesNotMatch(await notes.innerText(), /Nobody is free/);
  await context.close();
});
