// How somebody goes through the site in any engine: by keyboard, from page to page, and what of it is looked at when it fails.
import assert from "node:assert/strict";
import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FILLED, MESSAGE, typed } from "../../e2e/support/form.mjs";
import { seen, tabTo, typeOver } from "../../e2e/support/keyboard.mjs";
import { deadAddress, startInbox, startSite } from "../../e2e/support/servers.mjs";
import { focused } from "../../e2e/support/week.mjs";

/** Waits until something like this is there, and the page has come whole, with its styles. */
export const there = (page, selector) => page.waitForFunction((wanted) => document.readyState === "complete" && document.querySelector(wanted) !== null, selector);

/** What can be read there. */
export const text = (page, selector) => page.evaluate((wanted) => document.querySelector(wanted).innerText, selector);

/** The way to the next such element: on, or back where it lies before the focus. At the end of a page Firefox begins with its own buttons, and not anew. */
const wayTo = (page, selector) =>
  page.evaluate((wanted) => {
    const ahead = (element) => document.activeElement.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    const all = [...document.querySelectorAll(wanted)].filter((element) => element.checkVisibility());
    return document.activeElement === document.body || all.length === 0 || all.some(ahead) ? "Tab" : "Shift+Tab";
  }, selector);

/** Presses a key on the element that Tab leads to, or Shift and Tab. */
export async function on(page, selector, key, ways) {
  await tabTo(page, selector, { most: 160, key: await wayTo(page, selector), ...ways });
  await page.keyboard.press(key);
}

/** Presses a key on the first such element that can be seen, without the way there. */
export async function straightOn(page, selector, key) {
  await page.evaluate((wanted) => [...document.querySelectorAll(wanted)].find((element) => element.checkVisibility()).focus(), selector);
  await seen(page);
  await page.keyboard.press(key);
}

/** Opens a page of the site by its link at the top, without leaving the document. */
export async function follow(page, name, main, key = "Tab") {
  await on(page, `nav a[href$='${name}']`, "Enter", { key });
  await there(page, `main[data-page=${main}]`);
  await focused(page, "main h1");
}

/** Opens the first page and listens for what goes wrong from then on. */
export async function arrive(page, address, { lang }) {
  await page.goto(address);
  await there(page, "html[data-app=ready]");
  assert.equal(await page.evaluate(() => document.documentElement.lang), lang);
  await page.evaluate(() => {
    globalThis.noise = [];
    for (const kind of ["error", "unhandledrejection", "securitypolicyviolation"]) {
      globalThis.addEventListener(kind, (event) => globalThis.noise.push(`${kind}: ${event.message ?? event.reason ?? event.blockedURI}`));
    }
  });
}

/** Nothing of that went wrong since then. */
export const noiseless = async (page) => assert.deepEqual(await page.evaluate(() => globalThis.noise), []);

/** Fills in the form and sends it, and the week with it where that is wished; gives what became of it. */
export async function write(page, { plan = false } = {}) {
  await tabTo(page, "#ask-name");
  await page.keyboard.type(MESSAGE.name);
  await on(page, "#ask-reach-call", "Space");
  await tabTo(page, "#ask-phone");
  await typeOver(page, MESSAGE.phone);
  await on(page, "#ask-voicemail-yes", "Space");
  await page.keyboard.press("ArrowDown");
  await on(page, "#ask-whom-me", "Space");
  await tabTo(page, "#ask-note");
  await page.keyboard.type(MESSAGE.note);
  assert.deepEqual(await typed(page), FILLED);
  if (plan) await on(page, "#ask-plan", "Space");
  await on(page, "#ask-send", "Enter");
  const said = (but) => page.waitForFunction((not) => [...document.querySelectorAll("[data-outcome]")].map((panel) => panel.dataset.outcome).find((word) => word !== not), but);
  const first = await said(null);
  if (first !== "sure") return first;
  // Whoever is as fast as a test is asked whether a person writes.
  await focused(page, "#ask-says");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  return said("sure");
}

/** Nothing of these, which were typed, is anywhere but in memory, and nothing went wrong on the way. */
export async function leftNothing(page, words = [MESSAGE.name, "312"]) {
  const left = await page.evaluate(() => ({ address: location.href + document.title, kept: localStorage.length + sessionStorage.length + document.cookie.length }));
  await noiseless(page);
  for (const word of words) assert.ok(!left.address.includes(word), left.address);
  assert.equal(left.kept, 0);
}

/** Waits for what begins, and puts it away after the test, the last one first. */
export function starting(t) {
  const stops = [];
  t.after(async () => {
    for (const stop of stops.toReversed()) await stop();
  });
  return async (beginning) => {
    const one = await beginning;
    stops.push(one.stop);
    return one;
  };
}

/** An inbox of one's own with our site, our site with an inbox that is down, and one without the script that starts the app. */
export async function house(t) {
  const started = starting(t);
  const inbox = await started(startInbox());
  const site = await started(startSite({ inbox: inbox.address }));
  const orphan = await started(startSite({ inbox: await deadAddress() }));
  const bare = await started(startSite({ inbox: inbox.address, change: () => {} }));
  for (const name of ["boot.js", "boot.js.br", "boot.js.gz"]) await rm(join(bare.folder, name), { force: true });
  return { inbox, site, orphan, bare };
}

/** How one step of a visit is run: it is a test of its own, and where it fails there is a picture of the screen. */
export const steps = (t, engine, page) => (name, walk) =>
  t.test(name, async () => {
    try {
      await walk();
    } catch (fault) {
      const picture = join(tmpdir(), `foothold-${engine}.png`.toLowerCase());
      await writeFile(picture, Buffer.from(await page.picture(), "base64"));
      fault.message += `\nWhat was on the screen is in ${picture}`;
      throw fault;
    }
  });
