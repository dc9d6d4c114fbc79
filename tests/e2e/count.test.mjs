// How much somebody has to do to enter a whole household, from nothing, by keys and by finger: every press and every
// field that is filled in counts one. The household is (b): two parents, a child at school, day care that has to be left by six.
import assert from "node:assert/strict";
import { test } from "node:test";
import { TWO_PARENTS, finger, keys, picked, twoParents } from "./support/keys.mjs";
import { browser, site } from "./support/stage.mjs";
import { open, visitor } from "./support/visit.mjs";
import { verdicts } from "./support/week.mjs";

/** More than this is too much. */
const MOST = 90;

for (const [how, make, view] of [
  ["by keyboard alone", keys, { width: 1280 }],
  ["by finger at 360 pixels", finger, { width: 360, height: 640, hasTouch: true }],
]) {
  test(`Two parents, a child at school and day care are entered in under ${MOST} steps ${how}, and get their answer`, async () => {
    const { context, page, noise } = await visitor(browser, view);
    await open(page, `${site.address}week/`);
    const by = make(page);
    await twoParents(page, by);

    // The same as for the household's file: Ben leaves ten minutes early on three days and picks Mia up; online it fits.
    assert.deepEqual(picked(await verdicts(page), TWO_PARENTS), TWO_PARENTS);
    const evening = await page.locator("#offer-evening").innerText();
    assert.match(evening, /Leave Garage \(Ben\) 10 minutes early on Monday, Tuesday and Thursday: at 5:20pm/);
    assert.match(evening, /Ben takes over Pick-up on Monday, Tuesday and Thursday/);
    const { presses, fields, ways } = by.count;
    console.log(`${how}: ${presses} presses and ${fields} fields, ${presses + fields} in all${ways ? `; Tab was pressed ${ways} times on the way` : ""}`);
    assert.ok(presses + fields < MOST, `${presses + fields} steps`);
    assert.deepEqual(noise, []);
    await context.close();
  });
}
