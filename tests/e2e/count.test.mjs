// How much somebody has to do to enter a whole household, from nothing, by keys and by finger: every press and every
// field that is filled in counts one. The household is (b): two parents, a child at school, day care that has to be left by six.
import assert from "node:assert/strict";
import { test } from "node:test";
import { tabTo, typeOver } from "./support/keyboard.mjs";
import { browser, site } from "./support/stage.mjs";
import { open, visitor } from "./support/visit.mjs";
import { focused, verdicts } from "./support/week.mjs";

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

async function person(page, by, name, kind) {
  await by.press("#planner-person");
  await page.waitForFunction(() => /^person-\d+-name$/.test(document.activeElement?.id ?? ""));
  const id = await page.evaluate(() => document.activeElement.id.replace(/\D+/g, ""));
  await by.fill(`#person-${id}-name`, name);
  if (kind) await by.select(`#person-${id}-is`, kind);
  return id;
}

/** Opens a row, fills in what differs from how it begins, closes it. */
async function row(page, by, { kind, who, what, from, to, travel, direct, cut, could, usual }) {
  await by.press("#planner-add");
  await page.waitForFunction(() => /^row-\d+-kind$/.test(document.activeElement?.id ?? ""));
  const id = await page.evaluate(() => document.activeElement.id.split("-")[1]);
  const field = (name) => `#row-${id}-${name}`;
  await by.select(field("kind"), kind);
  if (what) await by.fill(field("what"), what);
  if (who) await by.select(field("who"), who);
  for (const one of could ?? []) await by.tick(field(`could-${one}`));
  if (usual) await by.radio(field(`usual-${usual}`));
  await by.press(field("workdays"));
  await by.fill(field("from"), from);
  if (to) await by.fill(field("to"), to);
  if (travel) await by.fill(field("travel"), travel);
  if (direct) await by.fill(field("direct"), direct);
  if (cut) {
    await by.radio(field("cut"));
    await by.fill(field("cut-min"), cut);
  }
  await by.press(".editor-end .button");
  await focused(page, field("edit"));
}

for (const [how, make, view] of [
  ["by keyboard alone", keys, { width: 1280 }],
  ["by finger at 360 pixels", finger, { width: 360, height: 640, hasTouch: true }],
]) {
  test(`Two parents, a child at school and day care are entered in under ${MOST} steps ${how}, and get their answer`, async () => {
    const { context, page, noise } = await visitor(browser, view);
    await open(page, `${site.address}week/`);
    const by = make(page);
    const ben = await person(page, by, "Ben");
    await person(page, by, "Mia", "A child");
    await row(page, by, { kind: "Work", what: "Bank", from: "9-5", travel: "25", direct: "15" });
    await row(page, by, { kind: "Work", what: "Garage", who: "Ben", from: "8:30am-5:30pm", travel: "20", cut: "30" });
    await row(page, by, { kind: "School", who: "Mia", from: "8:10am-3pm" });
    await row(page, by, { kind: "Care", what: "Pick-up", could: [ben], usual: "0", from: "5:50pm", travel: "10", direct: "15" });
    await row(page, by, { kind: "Care", what: "Supper and bed", could: [ben], from: "6:15-8pm" });

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
