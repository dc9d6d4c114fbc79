// A calendar file that somebody brings: chosen from the device, picked from, put into the week, and sent nowhere.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CANARY, roster } from "./support/carry.mjs";
import { browser, site } from "./support/stage.mjs";
import { open, visitor } from "./support/visit.mjs";
import { focused, press, verdicts } from "./support/week.mjs";

/** Chooses a file as the browser's own window would. */
const choose = (page, buffer, name = "roster.ics") =>
  page.locator("#bring-file").setInputFiles({ name, mimeType: "text/calendar", buffer: Buffer.from(buffer) });

async function section(path, more) {
  const all = await visitor(browser, more);
  await open(all.page, site.address + path);
  await press(all.page, all.page.locator("#bring-open"));
  await all.page.locator("#bring-file").waitFor();
  return all;
}

for (const path of ["week/", "es/week/"]) {
  test(`A roster from a file goes into the week by keyboard, is edited, and comes out again: ${path}`, async () => {
    const { context, page, noise, requests } = await section(path, { width: 360, height: 740 });
    const before = requests.length;
    await choose(page, roster());
    await focused(page, "#bring-says");
    const boxes = page.locator("[id^='bring-pick-']");
    await boxes.first().waitFor();
    assert.deepEqual([await boxes.nth(0).isChecked(), await boxes.nth(1).isChecked()], [true, false]);
    await boxes.nth(1).focus();
    await page.keyboard.press("Space");
    await page.waitForFunction(() => document.activeElement?.id === "bring-pick-1" && document.activeElement.checked);
    await page.keyboard.press("Space");
    await page.waitForFunction(() => document.activeElement?.id === "bring-pick-1" && !document.activeElement.checked);
    await press(page, page.locator("[data-do='bring-add']"));
    await focused(page, "#bring-added");
    assert.equal(await page.locator(".rows .row-summary").count(), 1);
    assert.match(await page.locator(".rows .row-summary").innerText(), new RegExp(`${CANARY} Shift`));
    const answers = await verdicts(page);
    assert.equal(answers.evening, "does-not-fit", JSON.stringify(answers));
    // One of its dates goes, another comes.
    await press(page, page.locator("#row-1-edit"));
    await page.locator("#row-1-dates summary").click();
    await press(page, page.locator("#row-1-gone-0"));
    await page.waitForFunction(() => document.querySelectorAll("[id^='row-1-gone-']").length === 7);
    assert.equal(await page.evaluate(() => document.activeElement.id), "row-1-gone-0");
    await page.locator("#row-1-date").fill("2026-12-29");
    await press(page, page.locator("#date-add"));
    await page.waitForFunction(() => document.querySelectorAll("[id^='row-1-gone-']").length === 8);
    assert.equal(await page.locator("#row-1-date").inputValue(), "");
    await press(page, page.locator("#bring-undo"));
    await page.waitForFunction(() => document.querySelectorAll(".rows .row").length === 0);
    await focused(page, "#bring-open");
    // Whatever was asked for meanwhile holds nothing of the file.
    for (const { url, body, method } of requests.slice(before)) {
      assert.equal(method, "GET");
      assert.ok(!`${url}${body}`.includes(CANARY));
    }
    assert.ok(!page.url().includes(CANARY) && !(await page.title()).includes(CANARY));
    const stored = () => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]);
    assert.ok(!(await page.evaluate(stored)).includes(CANARY));
    assert.deepEqual(noise, []);
    await context.close();
  });
}

test("A file that is no calendar says what to do, and the next one is read", async () => {
  const { context, page, noise } = await section("week/", { width: 320, height: 640 });
  await choose(page, "<html>not a calendar</html>", "page.html");
  await page.locator("#bring-says p").waitFor();
  assert.match(await page.locator("#bring-says").innerText(), /not a calendar file.*\.ics/s);
  await choose(page, Buffer.alloc(4_000_001, "x"));
  await page.waitForFunction(() => /too large/.test(document.querySelector("#bring-says").textContent));
  await choose(page, roster());
  await page.locator("#bring-pick-0").waitFor();
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing runs over the edge");
  assert.deepEqual(noise, []);
  await context.close();
});
