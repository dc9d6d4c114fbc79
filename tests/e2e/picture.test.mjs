// The picture of the week: weeks that differ, the same week as a table, and moving things in it by mouse, finger and keys.
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

/** Makes the picture one in which things can be moved. */
async function moving(page) {
  await press(page, page.locator("#hands-open"));
  await page.locator("#hand-1").waitFor();
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

/** The middle of a block or of one of its ends, and pixels of a quarter of an hour. */
async function place(page, selector) {
  const block = page.locator(selector).first();
  await block.scrollIntoViewIfNeeded();
  const box = await block.boundingBox();
  const minutes = Number(await page.locator("[data-minutes]").first().getAttribute("data-minutes"));
  const column = await page.locator("#planner-figure .week-day svg").first().boundingBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, quarter: (column.height / minutes) * 15 };
}

test("A block is dragged by the mouse: at once everything is answered, Escape puts it back, and so does a button", async () => {
  const { context, page, noise } = await working();
  await press(page, page.locator("#see-afternoon"));
  // A press on the picture is enough.
  await page.locator("#planner-figure .week-day").nth(1).click();
  await page.locator("#hand-1").waitFor();
  const before = await verdicts(page);
  const { x, y, quarter } = await place(page, "[data-hand='1'] rect");
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + 3);
  assert.match(await summary(page), /9am to 5pm/, "a press is no move");
  await page.mouse.move(x + 2, y - 8 * quarter, { steps: 8 });
  assert.match(await summary(page), /Monday to Friday, 7am to 3pm/);
  await page.keyboard.press("Escape");
  assert.match(await summary(page), /9am to 5pm/);
  await page.mouse.move(x, y - 12 * quarter);
  assert.match(await summary(page), /9am to 5pm/, "it is let go");
  await page.mouse.up();

  const again = await place(page, "[data-hand='1'] rect");
  await page.mouse.move(again.x, again.y);
  await page.mouse.down();
  await page.mouse.move(again.x, again.y - 16 * quarter, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(again.x, again.y);
  assert.match(await summary(page), /5am to 1pm/);
  assert.equal(before.afternoon, "does-not-fit");
  assert.equal((await verdicts(page)).afternoon, "fits");
  assert.match(await page.locator("#hands [role=status]").innerText(), /^Bakery: Monday to Friday, 5am to 1pm$/);
  await press(page, page.locator("#row-1-edit"));
  assert.deepEqual([await page.locator("#row-1-from").inputValue(), await page.locator("#row-1-to").inputValue()], ["5am", "1pm"]);
  await press(page, page.locator("#hands-back"));
  assert.deepEqual([await page.locator("#row-1-from").inputValue(), await page.locator("#row-1-to").inputValue()], ["9-5", ""]);
  assert.deepEqual(await verdicts(page), before);
  assert.deepEqual(noise, []);
  await context.close();
});

test("A mouse that comes to the picture finds it ready, so that its first pull moves what it holds", async () => {
  const { context, page, noise } = await working();
  const block = page.locator("#planner-figure .week-own rect").first();
  await verdicts(page);
  await block.scrollIntoViewIfNeeded();
  const { x, y } = await block.boundingBox();
  await page.mouse.move(x + 5, y + 5);
  await page.locator("#hand-1").waitFor();
  const held = await place(page, "[data-hand='1'] rect");
  await page.mouse.move(held.x, held.y);
  await page.mouse.down();
  await page.mouse.move(held.x, held.y + 4 * held.quarter, { steps: 4 });
  await page.mouse.up();
  assert.match(await summary(page), /10am to 6pm/);
  // Whoever switches it off has it off, wherever the mouse goes.
  await press(page, page.locator("#hands-open"));
  await page.locator("#hand-1").waitFor({ state: "detached" });
  await page.mouse.move(5, 5);
  await page.mouse.move(held.x, held.y);
  await verdicts(page);
  assert.equal(await page.locator("[data-hand]").count(), 0);
  assert.deepEqual(noise, []);
  await context.close();
});

test("An edge changes when something ends, and what is on one day goes to another", async () => {
  const { context, page } = await working();
  await addRow(page, { kind: "other", what: "Choir", days: ["Sat"], from: "10am", to: "noon" });
  await closeRow(page);
  await moving(page);
  const end = await place(page, "[data-hand='1'] [data-edge=to]");
  await page.mouse.move(end.x, end.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y + 4 * end.quarter, { steps: 4 });
  await page.mouse.up();
  assert.match(await summary(page), /9am to 6pm/);
  const choir = await place(page, "[data-hand='2'] rect");
  const sunday = await page.locator("#planner-figure .week-day").nth(6).boundingBox();
  await page.mouse.move(choir.x, choir.y);
  await page.mouse.down();
  await page.mouse.move(sunday.x + sunday.width / 2, choir.y, { steps: 4 });
  await page.mouse.up();
  assert.match(await page.locator(".row-text").nth(1).innerText(), /Sunday, 10am to noon/);
  await context.close();
});

test("A finger moves a block once that was asked for, and else the page", async () => {
  const { context, page } = await working({ width: 1024, hasTouch: true });
  await page.locator("#hands-open").tap();
  await page.locator("#hand-1").waitFor();
  const { x, y, quarter } = await place(page, "[data-hand='1'] rect");
  const session = await context.newCDPSession(page);
  const touch = (type, points) => session.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  await touch("touchStart", [{ x, y }]);
  for (let step = 1; step <= 4; step += 1) await touch("touchMove", [{ x, y: y + step * quarter }]);
  await touch("touchEnd", []);
  assert.match(await summary(page), /10am to 6pm/);
  await context.close();
});

test("Arrow keys move what has the focus, Shift its end; it is said, and Enter opens it in the list", async () => {
  const { context, page, noise } = await working();
  await page.locator("#planner-week-title").focus();
  await tabTo(page, "#hands-open");
  await page.keyboard.press("Enter");
  await page.locator("#hand-1").waitFor();
  await focused(page, "#hands-open");
  await tabTo(page, "#hand-1", { key: "Shift+Tab" });
  const name = () => page.getByRole("group", { name: "Move things in the picture" }).getByRole("button").getAttribute("aria-label");
  assert.equal(await name(), "Bakery: Monday to Friday, 9am to 5pm");
  for (const key of ["ArrowUp", "ArrowUp", "ArrowDown", "ArrowUp", "Shift+ArrowDown"]) {
    await page.keyboard.press(key);
    await focused(page, "#hand-1");
  }
  assert.match(await summary(page), /8:30am to 4:45pm/);
  assert.equal(await name(), "Bakery: Monday to Friday, 8:30am to 4:45pm");
  assert.equal(await page.locator("#hands [role=status]").innerText(), await name());
  await page.keyboard.press("Escape");
  assert.match(await summary(page), /9am to 5pm/);
  await page.keyboard.press("Enter");
  await focused(page, "#row-1-kind");
  await press(page, page.locator("#hands-open"));
  await page.locator("#hand-1").waitFor({ state: "detached" });
  assert.equal(await page.locator("#planner-figure").getAttribute("aria-hidden"), "true");
  assert.deepEqual(noise, []);
  await context.close();
});

test("On a phone the picture is for looking: a touch on it changes and fetches nothing", async () => {
  const { context, page, requests } = await working({ width: 360, hasTouch: true });
  assert.equal(await page.locator("#hands").isVisible(), false);
  const before = requests.length;
  const figure = page.locator("#planner-figure");
  await figure.scrollIntoViewIfNeeded();
  const box = await figure.boundingBox();
  await page.touchscreen.tap(box.x + box.width / 2, box.y + 120);
  await verdicts(page);
  assert.equal(requests.length, before);
  assert.equal(await page.locator("[data-hand]").count(), 0);
  // A window that becomes narrow has nothing to take hold of any more.
  await page.setViewportSize({ width: 900, height: 700 });
  await moving(page);
  await page.setViewportSize({ width: 500, height: 700 });
  await page.locator("[data-hand]").first().waitFor({ state: "detached" });
  await context.close();
});
