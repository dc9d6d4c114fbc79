// Enters people and rows of a week as somebody does at a keyboard or by finger, and counts. At the keyboard it asks of a page only what
// the driver of tests/engines has, too.
import assert from "node:assert/strict";
import { tabTo, typeOver } from "./keyboard.mjs";
import { focused } from "./week.mjs";

/** Somebody at a keyboard: Tab leads to things, and is counted apart; or, `straight`, the focus is on them without the way there. */
export function keys(page, { straight = false } = {}) {
  const count = { presses: 0, fields: 0, ways: 0 };
  const to = async (selector) => {
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
    if (straight) {
      await page.evaluate((wanted) => document.querySelector(wanted).focus(), selector);
      return;
    }
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
      const group = await page.evaluate((wanted) => {
        const radio = document.querySelector(wanted);
        const all = [...document.querySelectorAll(`input[name="${radio.name}"]`)];
        const at = Math.max(all.findIndex((one) => one.checked), 0);
        return { stop: `#${all[at].id}`, steps: all.indexOf(radio) - at };
      }, selector);
      await to(group.stop);
      const keys = group.steps === 0 ? ["Space"] : Array(Math.abs(group.steps)).fill(group.steps > 0 ? "ArrowDown" : "ArrowUp");
      for (const key of keys) {
        count.presses += 1;
        await page.keyboard.press(key);
      }
      assert.equal(await page.evaluate((wanted) => document.querySelector(wanted).checked, selector), true, selector);
    },
    async fill(selector, text) {
      await to(selector);
      count.fields += 1;
      await typeOver(page, text);
    },
    async select(selector, value) {
      await to(selector);
      count.fields += 1;
      const [letter, steps] = await page.evaluate(([wanted, to]) => {
        const list = document.querySelector(wanted);
        const at = [...list.options].findIndex((option) => option.value === to);
        return [list.options[at].textContent[0], at - list.selectedIndex];
      }, [selector, value]);
      const chosen = () => page.evaluate((wanted) => document.querySelector(wanted).value, selector);
      // Its first letter leads there or near.
      await page.keyboard.press(letter);
      for (let more = 0; more < 6 && (await chosen()) !== value; more += 1) await page.keyboard.press(steps < 0 ? "ArrowUp" : "ArrowDown");
      assert.equal(await chosen(), value, selector);
    },
  };
}

/** Somebody with a finger, in Chromium. */
export function finger(page) {
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
    async select(selector, value) {
      count.fields += 1;
      await page.locator(selector).selectOption(value);
    },
  };
}

/** Adds somebody to the household; returns their number. */
export async function person(page, by, name, is) {
  await by.press("#planner-person");
  await page.waitForFunction(() => /^person-\d+-name$/.test(document.activeElement?.id ?? ""));
  const id = await page.evaluate(() => document.activeElement.id.replace(/\D+/g, ""));
  await by.fill(`#person-${id}-name`, name);
  if (is) await by.select(`#person-${id}-is`, is);
  return id;
}

/** Opens a row, Monday to Friday, fills in what differs from how it begins, closes it. */
export async function row(page, by, { kind, who, what, from, to, travel, direct, firm, cut, could, usual }) {
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
  if (firm === "cut") await by.radio(field("cut"));
  if (cut) await by.fill(field("cut-min"), cut);
  await by.press(".editor-end .button");
  await focused(page, field("edit"));
}

/** Household (b): two parents, a child at school, day care that has to be left by six, somebody at supper. */
export async function twoParents(page, by) {
  const ben = await person(page, by, "Ben");
  const mia = await person(page, by, "Mia", "child");
  await row(page, by, { kind: "work", what: "Bank", from: "9-5", travel: "25", direct: "15" });
  await row(page, by, { kind: "work", what: "Garage", who: ben, from: "8:30am-5:30pm", travel: "20", firm: "cut", cut: "30" });
  await row(page, by, { kind: "school", who: mia, from: "8:10am-3pm" });
  await row(page, by, { kind: "care", what: "Pick-up", could: [ben], usual: "0", from: "5:50pm", travel: "10", direct: "15" });
  await row(page, by, { kind: "care", what: "Supper and bed", could: [ben], from: "6:15-8pm" });
}

/** What the offers are to them: Ben leaves ten minutes early on three days and picks Mia up; online it fits. */
export const TWO_PARENTS = { "online-evening": "fits", evening: "fits-if", morning: "does-not-fit", afternoon: "does-not-fit" };

/** Of all verdicts those of the offers that something is said of. */
export const picked = (verdicts, said) => Object.fromEntries(Object.keys(said).map((offer) => [offer, verdicts[offer]]));
