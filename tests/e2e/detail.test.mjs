// All about an answer, and trying it: by keyboard, on a desktop and on a phone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { browser, site } from "./support/stage.mjs";
import { open, visitor } from "./support/visit.mjs";
import { enter, focused, households, press, verdicts, weekLines } from "./support/week.mjs";

/** A welder's week, typed into the planner. */
async function welder(path, more = {}) {
  const all = await visitor(browser, more);
  await open(all.page, site.address + path);
  await enter(all.page, (await households())["d-four-tens"]);
  return all;
}

for (const [path, trying] of [["week/", /^You are trying: /], ["es/week/", /^Está probando: /]]) {
  test(`Somebody tries an answer, sees the others as if it had been agreed, and ends it: ${path}`, async () => {
    const { context, page, noise } = await welder(path, { width: 360, height: 740 });
    const before = [await verdicts(page), await weekLines(page)];
    const offer = Object.keys(before[0]).find((id) => before[0][id] === "fits-if");
    await press(page, page.locator(`#try-${offer}`));
    await focused(page, "#tried-title");
    assert.match(await page.locator("#tried-title").innerText(), trying);
    const tried = await verdicts(page);
    assert.ok(["fits", "tight"].includes(tried[offer]), JSON.stringify(tried));
    assert.equal(await page.locator(`#try-${offer}`).count(), 0, "nothing is left to try of it");
    assert.equal(await page.locator(".rows .row-summary").count(), 2, "the list is as it was typed");
    await press(page, page.locator("#tried-end"));
    await focused(page, `#try-${offer}`);
    assert.equal(await page.locator("#tried-title").count(), 0);
    assert.deepEqual(await verdicts(page), before[0]);
    // A change of the week ends it, too.
    await press(page, page.locator(`#try-${offer}`));
    await focused(page, "#tried-title");
    await page.locator("#clinic-travel").fill("35");
    await page.locator("#tried-title").waitFor({ state: "detached" });
    assert.deepEqual(noise, []);
    await context.close();
  });
}

test("All about an answer opens by keyboard: what would change, other ways, two offers side by side", async () => {
  const { context, page, noise, requests } = await welder("week/", { width: 320, height: 640 });
  await press(page, page.locator("#detail-open"));
  await page.locator("#detail h3").first().waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), "detail-open");
  const offers = page.locator("#detail-beside option");
  await page.locator("#detail-beside").selectOption({ index: 1 });
  await page.locator(".compare").waitFor();
  const other = await offers.nth(1).innerText();
  assert.equal(await page.locator(".compare thead th").nth(1).innerText(), other);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing runs over the edge");
  // It follows what is typed.
  const said = await page.locator("#detail").innerText();
  await page.locator("#clinic-travel").fill("75");
  await page.waitForFunction((old) => document.querySelector("#detail").innerText !== old, said);
  assert.equal(await page.locator("#detail-beside").evaluate((select) => select.selectedOptions[0].textContent), other);
  assert.ok(requests.every(({ method }) => method === "GET"));
  assert.deepEqual(noise, []);
  await context.close();
});
