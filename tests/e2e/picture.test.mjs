// The picture of the week: weeks that differ, and the same week as a table.
import assert from "node:assert/strict";
import { test } from "node:test";
import { tabTo } from "./support/keyboard.mjs";
import { browser, site } from "./support/stage.mjs";
import { open, visitor } from "./support/visit.mjs";
import { addRow, closeRow, focused, press, verdicts, weekLines } from "./support/week.mjs";

const WORKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri"];

async function planner(how = {}, path = "week/") {
  const visit = await visitor(browser, how);
  await open(visit.page, site.address + path);
  return visit;
}

/** Somebody works 9 to 5; nothing stands open. */
async function working(how = {}) {
  const visit = await planner(how);
  await addRow(visit.page, { kind: "work", what: "Bakery", days: WORKDAYS, from: "9-5", travel: "20" });
  await closeRow(visit.page);
  return visit;
}

const summary = (page) => page.locator(".row-text").first().innerText();
const pressed = (page) => page.locator("#planner-weeks [aria-pressed=true]").innerText();
const buttons = (page) => page.locator("#planner-weeks .choices button").allInnerTexts();

for (const width of [1280, 320]) {
  test(`Whoever works in turns sees each kind of week with its dates, by keyboard at ${width} pixels`, async () => {
    const { context, page, noise } = await planner({ width });
    assert.equal(await page.locator("#planner-weeks").innerText(), "", "nothing was typed");
    await press(page, page.locator("[data-do='quick:two-two-three']"));
    await closeRow(page);
    await press(page, page.locator("#see-evening"));
    await tabTo(page, "#weeks-open");
    await page.keyboard.press("Enter");
    await page.locator("#week-0").waitFor();
    await focused(page, "#weeks-open");
    // The clinic is closed on a Thursday of the fourth week and a Monday of the eighth.
    assert.deepEqual(await buttons(page), ["Weeks 1, 3, 5, …", "Weeks 2, 6, 10, 12", "Week 4", "Week 8"]);
    assert.equal(await pressed(page), "Weeks 1, 3, 5, …");
    assert.match((await weekLines(page))[0], /Monday: .*Work 7am to 7pm/);
    await tabTo(page, "#week-1");
    await page.keyboard.press("Space");
    await page.locator("#week-1[aria-pressed=true]").waitFor();
    await focused(page, "#week-1");
    assert.doesNotMatch((await weekLines(page))[0], /Work/);
    assert.match((await weekLines(page))[2], /Wednesday: .*Work 7am to 7pm/);
    assert.match(await page.locator("#planner-weeks [role=status]").innerText(), /^Weeks 2, 6, 10 and 12: December 7 to December 13, January 4 to January 10/);
    const shown = await weekLines(page);
    await page.locator("#clinic-travel").fill("25");
    assert.notDeepEqual(await weekLines(page), shown, "the answer is new");
    assert.equal(await pressed(page), "Weeks 2, 6, 10, 12", "and the week is the same");
    assert.deepEqual(noise, []);
    await context.close();
  });
}

test("The week that is looked at is there as a table, too", async () => {
  const { context, page, noise } = await working({ width: 320 });
  await page.locator(".week-words > summary").click();
  await press(page, page.locator("#table-open"));
  const table = page.getByRole("table", { name: /^Your week with/ });
  await table.waitFor();
  assert.deepEqual(await table.getByRole("columnheader").allInnerTexts(), ["Time", "What"]);
  assert.deepEqual(await table.getByRole("rowheader").count() + (await table.locator("th[scope=rowgroup]").count()) >= 7, true);
  const monday = (await table.locator("tbody").first().innerText()).replace(/\s+/g, " ");
  assert.match(monday, /^Monday 6am to 8:40am free 8:40am to 9am On the way 9am to 5pm Bakery 5pm/);
  assert.match((await table.locator("tbody").last().innerText()).replace(/\s+/g, " "), /^Sunday all day free$/);
  await focused(page, "#table-open");
  await press(page, page.locator("#table-open"));
  await table.waitFor({ state: "detached" });
  assert.deepEqual(noise, []);
  await context.close();
});
