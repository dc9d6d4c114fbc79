// What few weeks need, by keyboard: the way and the last bus, cars that people share, breaks.
import assert from "node:assert/strict";
import { test } from "node:test";
import { link } from "./support/carry.mjs";
import { tabTo, walk } from "./support/keyboard.mjs";
import { browser, site } from "./support/stage.mjs";
import { open, visitor } from "./support/visit.mjs";
import { addRow, closeRow, focused, oneCar, press, verdicts } from "./support/week.mjs";

const WORKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri"];

async function planner(path = "week/", how = {}) {
  const visit = await visitor(browser, how);
  await open(visit.page, site.address + path);
  return visit;
}

const width = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const how of [{}, { width: 320 }]) {
  test(`Two parents with one car get the answer of their file at ${how.width ?? 1280} pixels`, async () => {
    const { context, page, noise } = await planner("week/", how);
    await oneCar(page);
    assert.equal((await verdicts(page)).evening, "tight", "nobody has said how many cars there are");
    await tabTo(page, "#cars", { key: "Shift+Tab" });
    await page.keyboard.type("1");
    await page.waitForFunction(() => document.querySelector("#offer-evening .pill-2"));
    assert.equal(await page.evaluate(() => document.activeElement.id), "cars");
    assert.match(await page.locator("#clinic-way").innerText(), /We count on 1 car for all of you/);
    const evening = page.locator("#offer-evening");
    assert.match(await evening.innerText(), /Leave Garage \(Ben\) 20 minutes early on Monday, Tuesday and Thursday: at 5:10pm/);
    await press(page, page.locator("#why-evening > summary"));
    assert.match(await evening.innerText(), /On Monday and Tuesday there are too few cars for Garage \(Ben\) and the group, for 20 minutes/);
    assert.equal(await width(page), 0, "nothing is wider than the page");
    await walk(page, 260);
    // Whoever does not drive needs no car.
    await page.locator("#drives-1").focus();
    await page.keyboard.press("Space");
    assert.equal((await verdicts(page)).evening, "tight");
    assert.match(await page.locator("#clinic-way").innerText(), /a car for everybody who drives/);
    assert.deepEqual(noise, []);
    await context.close();
  });
}

test("A last bus makes an evening not fit, and the reason is on the screen; in Spanish too", async () => {
  for (const [path, why, counted] of [
    ["week/", /the last way home starts before the group ends: 30 minutes too early/, /We count on leaving at 8:30pm at the latest/],
    ["es/week/", /El último viaje de regreso .* sale antes de que termine .*: 30 minutos antes/, /salir, como muy tarde, a esta hora \(8:30/],
  ]) {
    const { context, page, noise } = await planner(path, { width: 320 });
    await press(page, page.locator("[data-do='quick:nine-five']"));
    await press(page, page.locator(".editor-end .button"));
    assert.equal((await verdicts(page)).evening, "fits");
    await tabTo(page, "#clinic-way-open");
    await page.keyboard.press("Enter");
    await page.locator("#clinic-by").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), "clinic-way-open");
    // Nobody to share a car with: nobody is asked about it.
    assert.equal(await page.locator("#cars").count(), 0);
    await tabTo(page, "#clinic-by");
    await page.locator("#clinic-by").selectOption("bus");
    await tabTo(page, "#clinic-last");
    await page.keyboard.type("8:30");
    assert.equal((await verdicts(page)).evening, "does-not-fit");
    assert.match(await page.locator("#clinic-way").innerText(), counted);
    await press(page, page.locator("#why-evening > summary"));
    assert.match(await page.locator("#offer-evening").innerText(), why);
    assert.equal((await verdicts(page))["online-evening"], "fits", "online nobody has to get home");
    assert.equal(await width(page), 0);
    assert.deepEqual(noise, []);
    await context.close();
  }
});

test("Breaks are added, removed and put back by keyboard, and come along in a link", async () => {
  const { context, page, noise } = await planner("week/", { width: 320 });
  await addRow(page, { kind: "school", what: "", days: WORKDAYS, from: "9am-7pm", travel: "10" });
  assert.equal((await verdicts(page)).evening, "does-not-fit");
  await tabTo(page, "#more-open");
  await page.keyboard.press("Enter");
  await page.locator("#break-add").waitFor();
  for (const [at, from, to] of [[0, "2026-11-23", "2027-01-15"], [1, "2027-01-16", "2027-03-31"]]) {
    await press(page, page.locator("#break-add"));
    await focused(page, `#row-1-break-${at * 2}`);
    await page.locator(`#row-1-break-${at * 2}`).fill(from);
    await page.locator(`#row-1-break-${at * 2 + 1}`).fill(to);
  }
  assert.equal((await verdicts(page)).evening, "fits");
  assert.equal(await width(page), 0);
  await press(page, page.locator("#break-gone-0"));
  await focused(page, "#break-undo");
  assert.notEqual((await verdicts(page)).evening, "fits");
  await page.keyboard.press("Enter");
  await focused(page, "#row-1-break-0");
  assert.equal((await verdicts(page)).evening, "fits");
  // What is chosen of the way stays open, and the focus with it.
  await page.locator("#row-1-by").focus();
  await page.locator("#row-1-by").selectOption("bus");
  await page.locator("#row-1-last-way").fill("9:40");
  await page.locator("#more", { hasText: "We count on leaving" }).waitFor();
  assert.match(await page.locator("#more").innerText(), /leaving at 9:40pm at the latest/);
  await closeRow(page);
  assert.match(await page.locator(".row-text").innerText(), /by bus or train, the last one back at 9:40pm\s+with 2 breaks/);
  const address = await link(page);
  assert.match(address, /#w3\./);
  const other = await visitor(browser);
  await open(other.page, address);
  assert.equal((await verdicts(other.page)).evening, "fits");
  await press(other.page, other.page.locator("#row-1-edit"));
  await press(other.page, other.page.locator("#more-open"));
  assert.equal(await other.page.locator("#row-1-break-3").inputValue(), "2027-03-31");
  assert.equal(await other.page.locator("#row-1-last-way").inputValue(), "9:40pm");
  assert.deepEqual([...noise, ...other.noise], []);
  await other.context.close();
  await context.close();
});

test("Where the second file cannot be fetched that is said calmly, and nothing typed is lost", async () => {
  const { context, page } = await planner();
  await context.route(/foothold-rest-/, (route) => route.abort());
  await addRow(page, { kind: "work", what: "Bakery", days: WORKDAYS, from: "9-5", travel: "10" });
  await press(page, page.locator("#more-open"));
  await page.locator("#page-says", { hasText: "That could not be opened" }).waitFor();
  assert.equal(await page.locator("#row-1-what").inputValue(), "Bakery");
  assert.equal((await verdicts(page)).evening, "fits");
  await context.unroute(/foothold-rest-/);
  await press(page, page.locator("#more-open"));
  await page.locator("#row-1-last").waitFor();
  assert.equal(await page.locator("#row-1-what").inputValue(), "Bakery");
  await context.close();
});
