// How much somebody has to do to enter a whole household, from nothing, by keys and by finger: every press and every
// field that is filled in counts one. The household is (b): two parents, a child at school, day care that has to be left by six.
import assert from "node:assert/strict";
import { test } from "node:test";
import { enterFamily } from "./support/family.mjs";
import { tabTo, typeOver } from "./support/keyboard.mjs";
import { browser, site } from "./support/stage.mjs";
import { open, visitor } from "./support/visit.mjs";
import { verdicts } from "./support/week.mjs";

/** More than this is too much. */
const MOST = 90;

/** Somebody at a keyboard: Tab leads to things, and is counted apart. */
function keys(page) {
  const count = { presses: 0, fields: 0, ways: 0 };
  const to = async (selector) => {
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
    const before = await page.evaluate((wanted) => {
      const target = document.querySelector(wanted);
      return Boolean(document.activeElement.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING);
    }, selector);
    count.ways += (await tabTo(page, selector, { key: before ? "Shift+Tab" : "Tab" })).length;
  };
  return {
    count,
    async press(selector) {
      await to(selector);
      count.presses += 1;
      await page.keyboard.press("Enter");
    },
    async tick(selector) {
      await to(selector);
      // Of several choices the keyboard stops at one; arrows lead to the others and choose.
      count.presses += 1;
      await page.keyboard.press("Space");
    },
    async radio(selector) {
      const group = await page.locator(selector).evaluate((radio) => {
        const all = [...document.querySelectorAll(`input[name="${radio.name}"]`)];
        const at = Math.max(all.findIndex((one) => one.checked), 0);
        return { stop: `#${all[at].id}`, steps: all.indexOf(radio) - at, checked: all.some((one) => one.checked) };
      });
      await to(group.stop);
      const keys = group.steps === 0 ? ["Space"] : Array(Math.abs(group.steps)).fill(group.steps > 0 ? "ArrowDown" : "ArrowUp");
      for (const key of keys) {
        count.presses += 1;
        await page.keyboard.press(key);
      }
      assert.equal(await page.locator(selector).isChecked(), true, selector);
    },
    async fill(selector, text) {
      await to(selector);
      count.fields += 1;
      await typeOver(page, text);
    },
    async select(selector, label) {
      await to(selector);
      count.fields += 1;
      const chosen = () => page.locator(selector).evaluate((list) => list.selectedOptions[0].textContent);
      // Its first letter leads there or near.
      await page.keyboard.press(label[0]);
      for (let more = 0; more < 6 && (await chosen()) !== label; more += 1) await page.keyboard.press("ArrowDown");
      assert.equal(await chosen(), label);
    },
  };
}

/** Somebody with a finger. */
function finger(page) {
  const count = { presses: 0, fields: 0, ways: 0 };
  const tap = async (selector) => {
    count.presses += 1;
    await page.locator(selector).tap();
  };
  return {
    count,
    press: tap,
    tick: tap,
    radio: tap,
    async fill(selector, text) {
      count.fields += 1;
      await page.locator(selector).tap();
      await page.locator(selector).fill(text);
    },
    async select(selector, label) {
      count.fields += 1;
      await page.locator(selector).selectOption({ label });
    },
  };
}

for (const [how, make, view] of [
  ["by keyboard alone", keys, { width: 1280 }],
  ["by finger at 360 pixels", finger, { width: 360, height: 640, hasTouch: true }],
]) {
  test(`Two parents, a child at school and day care are entered in under ${MOST} steps ${how}, and get their answer`, async () => {
    const { context, page, noise } = await visitor(browser, view);
    await open(page, `${site.address}week/`);
    const by = make(page);
    await enterFamily(page, by);

    // The same as for the household's file: Ben leaves ten minutes early on three days and picks Mia up; online it fits.
    const answers = await verdicts(page);
    assert.deepEqual(
      [answers["online-evening"], answers.evening, answers.morning, answers.afternoon],
      ["fits", "fits-if", "does-not-fit", "does-not-fit"],
    );
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
