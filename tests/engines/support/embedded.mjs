// Somebody in another page that shows ours, in any engine: what that page heard (tests/fixtures/hosts/witness.js), how high
// the frame is, a week, a message.
import assert from "node:assert/strict";
import { MESSAGE } from "../../e2e/support/form.mjs";
import { focused } from "../../e2e/support/week.mjs";

/** Goes into the frame, in the page or in the open dialog, where the focus is then. */
export const inside = (page) =>
  page.enter(() => {
    const roots = [...document.querySelectorAll("foothold-app,[data-foothold],body > div")].map((element) => element.shadowRoot);
    const frame = roots.map((root) => root?.querySelector("iframe")).find((one) => one) ?? null;
    frame?.focus();
    return frame;
  });

/** Presses Escape in the frame. Where that closes the dialog, Firefox finds nobody any more to whom the key can go up again. */
export async function escape(page) {
  await inside(page);
  await page.keyboard.press("Escape").catch((fault) => assert.match(fault.message, /synthesizeKeyUp|no such window|stale/));
  await page.leave();
}

/** Everything that the page heard so far. */
export const heard = async (page) => JSON.parse((await page.evaluate(() => document.documentElement.dataset.heard)) ?? "null");

/** Waits in the outermost page for an event of ours, and gives what it says. */
export async function event(page, name) {
  await page.leave();
  const text = await page.waitForFunction((wanted) => {
    const found = JSON.parse(document.documentElement.dataset.heard ?? "null")?.events.find((one) => one.name === wanted);
    return found && JSON.stringify(found.detail);
  }, name);
  return JSON.parse(text);
}

/** Waits until the frame is as high as what it shows, and nothing in it scrolls or is wider than it; leaves it again. */
export async function fits(page) {
  let last;
  for (let tries = 0; tries < 80; tries += 1) {
    await page.leave();
    const outside = await page.evaluate(() => {
      const frame = document.querySelector("foothold-app,[data-foothold]").shadowRoot.querySelector("iframe");
      // As it is laid out: in a box that is turned a little, what is drawn takes more room than that.
      const height = Number.parseFloat(getComputedStyle(frame).height);
      const { width } = frame.getBoundingClientRect();
      return { height, width, overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth };
    });
    await inside(page);
    const within = await page.evaluate(() => {
      const root = document.documentElement;
      return { content: root.getBoundingClientRect().height, bar: innerWidth - root.clientWidth, scrolled: root.scrollHeight - root.clientHeight, wide: root.scrollWidth - root.clientWidth };
    });
    await page.leave();
    last = { ...outside, ...within };
    if (Math.abs(last.height - last.content) <= 1 && last.bar === 0 && last.scrolled <= 0 && last.wide <= 0) return last;
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  return assert.fail(`the frame does not fit: ${JSON.stringify(last)}`);
}

/** In the frame: waits until there is something to type into, and presses a key, because WebKit lets no frame take the focus before. */
async function begun(page, selector) {
  await inside(page);
  await page.waitForFunction((wanted) => document.documentElement.dataset.app === "ready" && document.querySelector(wanted) !== null, selector);
  await page.keyboard.press("Tab");
}

async function on(page, selector, ...keys) {
  await page.evaluate((wanted) => document.querySelector(wanted).focus(), selector);
  await focused(page, selector);
  for (const key of keys) await page.keyboard.press(key);
}

async function into(page, selector, text) {
  await on(page, selector);
  await page.keyboard.type(text);
}

/** What stands in the element without a frame, to be used as a page: `document` is the page of ours in its shadow root. */
export function unframed(page) {
  const ours = (what) => `function (...given) {
    const root = document.querySelector("#one").shadowRoot;
    const ours = { querySelector: (wanted) => root.querySelector(wanted), querySelectorAll: (wanted) => root.querySelectorAll(wanted), documentElement: root.querySelector("html"), get activeElement() { return root.activeElement; } };
    return ((document) => (${what})(...given))(ours);
  }`;
  return { ...page, evaluate: (what, arg) => page.evaluate(ours(what), arg), waitForFunction: (what, arg) => page.waitForFunction(ours(what), arg), enter: () => {}, leave: () => {} };
}

/** In the frame of the week: types Monday to Friday, nine to five, and waits for the answers, which `host` hears of. Leaves the frame. */
export async function planned(page, what, host = page) {
  await begun(page, "#planner-add");
  await on(page, "#planner-add", "Enter");
  await focused(page, "#row-1-kind");
  await page.keyboard.type("Work");
  await into(page, "#row-1-what", what);
  for (const day of ["Mon", "Tue", "Wed", "Thu", "Fri"]) await on(page, `#row-1-${day}`, "Space");
  for (const [field, value] of [["from", "9-5"], ["travel", "25"]]) await into(page, `#row-1-${field}`, value);
  await on(page, ".editor-end .button", "Enter");
  await page.waitForFunction(() => document.querySelector(".offer .pill") !== null);
  return event(host, "plan-found");
}

/** In the frame of the form: writes a message and sends it; gives what became of it, and leaves the frame. */
export async function sent(page, { name, phone, note } = MESSAGE) {
  await begun(page, "#ask-name");
  await into(page, "#ask-name", name);
  await on(page, "#ask-reach-call", "Space");
  await page.waitForFunction(() => document.querySelector("#ask-phone") !== null);
  await into(page, "#ask-phone", phone);
  await on(page, "#ask-voicemail-only-called", "Space");
  await on(page, "#ask-whom-me", "Space");
  await into(page, "#ask-note", note);
  await on(page, "#ask-send", "Enter");
  const said = (but) => page.waitForFunction((not) => [...document.querySelectorAll("[data-outcome]")].map((panel) => panel.dataset.outcome).find((word) => word !== not), but);
  let outcome = await said(null);
  if (outcome === "sure") {
    await on(page, "#ask-says [data-do=send]", "Enter");
    outcome = await said("sure");
  }
  await page.leave();
  return outcome;
}

/** What each message between the windows may carry besides its type. */
const ALLOWED = { here: [], hello: ["fit", "lang", "theme", "track", "view"], height: ["height"], ready: ["view"], navigate: ["view"], plan: ["changes", "fits", "offers"], contact: ["outcome"], escape: [], failed: [] };

/** Nothing that was typed is in what the page heard or in its address; and nobody ever saw neither our page nor what stood there. */
export async function heardNothingTyped(page, typed) {
  const { messages, events, gaps } = await heard(page);
  assert.ok(messages.length > 0);
  for (const { data } of messages) {
    const { foothold, type, ...more } = data;
    assert.deepEqual([foothold, Object.keys(more).sort()], [1, ALLOWED[type]], type);
  }
  const text = JSON.stringify([messages, events, await page.evaluate(() => location.href + document.title)]).toLowerCase();
  for (const word of typed) assert.ok(!text.includes(word.toLowerCase()), `${word} in ${text}`);
  assert.equal(gaps, 0, "moments without our page and without what stood in the element");
}
