// How long a keystroke takes until its answer is painted, on a processor slowed down six times.
//
// The clock starts at the event's own time stamp, when the browser got the key, and stops in a message handler posted
// from the next animation frame: the first task after that frame's style, layout and paint. So the figure holds the
// wait for the next frame too, up to 16.7 ms at 60 frames a second, as a person would see it; it does not hold the
// screen's own delay, which no page can see. A change to the answers after that frame would be a late answer and fails.
// The week's picture and the offers out of view follow by design; the picture's time is printed.
//
// A machine without a screen draws in software and is shared with others: on such a one a field on an empty page, with
// no app and no style at all, takes most of the limit by itself. So the same keys go into such a field as well, and the
// limit holds for what Foothold adds to it: page, style, planner and drawing together.
//
// Six times slower than what? See support/slow.mjs.
//
// Other work on the machine can only add to a time. So where a first round is too slow the same keys are typed again, at most
// twice, into the week and into the empty page alike, and of each key the best counts, here and there. A key that is slow every
// time stays slow. The median of the keys is what the limit holds for.
// Everything is printed, each round's own times too, and the keys that change the answer apart. Keys come five a second, as from
// somebody who types fast on a phone; no mouse is used, because a phone has none to follow. The window is a desktop's, where the
// offers are in view and follow each key; one household is typed on a phone's as well.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { startInbox, startSite } from "./support/servers.mjs";
import { factorOf, slowBy } from "./support/slow.mjs";
import { ready, startBrowser, visitor } from "./support/visit.mjs";
import { enter, focused, households, press } from "./support/week.mjs";

const SLOWER = 6;
const LIMIT_MS = 33;
const AIM_MS = 16;
const ATTEMPTS = 3;
const PACE_MS = 200;
const EMPTY = "data:text/html,<!doctype html><main><div id=planner-figure></div><input id=bare></main>";
/** A cheap phone's window, and what is typed on it. */
const PHONE = { width: 360, height: 740 };
const OF_PHONE = "d-four-tens";
const TYPED = { from: "10:45am", to: "6:15pm", travel: "35" };

let inbox;
let site;
const browsers = [];

before(async () => {
  inbox = await startInbox();
  site = await startSite({ inbox: inbox.address });
});

afterEach(async () => {
  for (const browser of browsers.splice(0)) await browser.close();
});

after(async () => {
  await site?.stop();
  await inbox?.stop();
});

const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)];

function figures(times) {
  const sorted = times.toSorted((a, b) => a - b);
  return { median: at(sorted, 0.5), p95: at(sorted, 0.95), worst: sorted.at(-1), count: sorted.length };
}

const line = ({ median, p95, worst, count }) =>
  `median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, worst ${worst.toFixed(1)} ms (${count} keystrokes)`;

/** Notes, for every key, when it came, when its frame was painted, and whether the answers changed later. */
const watch = (page) =>
  page.evaluate(() => {
    const state = { times: [], news: [], pictures: [], answered: 0, late: 0, open: false, pressed: 0 };
    globalThis.keys = state;
    const everything = { subtree: true, childList: true, characterData: true, attributes: true };
    const inView = (node) => {
      const { top, bottom } = (node instanceof Element ? node : node.parentElement).getBoundingClientRect();
      return top < innerHeight && bottom > 0;
    };
    const answers = new MutationObserver((changes) => {
      if (state.open) state.answered += 1;
      else if (changes.some(({ target }) => target.isConnected && inView(target))) state.late += 1;
    });
    const said = "#planner-count, #planner-notes, #planner-cards, .understood, .needs";
    for (const part of document.querySelectorAll(said)) answers.observe(part, everything);
    new MutationObserver(() => {
      const { pressed } = state;
      const channel = new MessageChannel();
      channel.port1.onmessage = () => state.pictures.push(performance.now() - pressed);
      requestAnimationFrame(() => channel.port2.postMessage(0));
    }).observe(document.querySelector("#planner-figure"), everything);
    addEventListener(
      "keydown",
      (event) => {
        // Emptying a field presses Delete, which is no letter.
        if (event.key.length > 1) return;
        state.open = true;
        state.pressed = event.timeStamp;
        const before = state.answered;
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          const time = performance.now() - event.timeStamp;
          state.times.push(time);
          state.news.push(state.answered > before);
          state.open = false;
        };
        // The frame that follows the key's own input event.
        addEventListener(
          "input",
          () => requestAnimationFrame(() => channel.port2.postMessage(0)),
          { once: true, capture: true },
        );
      },
      { capture: true },
    );
  });

/** Types into a field at a steady pace. Returns how long each key took, and what was late. */
async function type(page, field, text) {
  await page.locator(field).fill("");
  await page.locator(field).focus();
  await page.waitForTimeout(3 * PACE_MS);
  await page.evaluate(() => Object.assign(globalThis.keys, { times: [], news: [], pictures: [], answered: 0, late: 0, open: false }));
  for (const letter of text) {
    const done = await page.evaluate(() => globalThis.keys.times.length);
    await page.keyboard.press(letter);
    await page.waitForFunction((count) => globalThis.keys.times.length > count, done, { polling: PACE_MS });
  }
  const seen = await page.evaluate(() => ({ ...globalThis.keys }));
  assert.equal(seen.times.length, text.length, `one time a key: ${seen.times.map((time) => time.toFixed(0))}`);
  return seen;
}

/** A visitor in a browser of their own: a page that was slowed down goes on taking time when closed. */
async function visit(address, window) {
  const browser = await startBrowser();
  browsers.push(browser);
  const { context, page } = await visitor(browser, { clock: false, ...window });
  await page.goto(address);
  return { browser, context, page };
}

/** The times of the same keys in a field on an empty page, so often. */
async function bare(rate, often, window) {
  const { browser, context, page } = await visit(EMPTY, window);
  await slowBy(context, page, rate);
  await watch(page);
  const times = [];
  for (let again = 0; again < often; again += 1) {
    for (const text of Object.values(TYPED)) times.push(...(await type(page, "#bare", text)).times);
  }
  await browser.close();
  return times;
}

/** Types into every row of a household. Returns the time of every key, whether it brought a new answer, and the picture's times. */
async function round(rate, household, window) {
  const { browser, context, page } = await visit(`${site.address}week/`, window);
  await ready(page);
  await enter(page, household);
  await slowBy(context, page, rate);
  await watch(page);
  const found = { times: [], news: [], pictures: [] };
  for (let row = 1; row <= household.rows.length; row += 1) {
    await press(page, page.locator(`#row-${row}-edit`));
    await focused(page, `#row-${row}-kind`);
    for (const [field, text] of Object.entries(TYPED)) {
      const seen = await type(page, `#row-${row}-${field}`, text);
      assert.equal(seen.late, 0, "no answer after its frame");
      for (const list of ["times", "news", "pictures"]) found[list].push(...seen[list]);
    }
    await press(page, page.locator(".editor-end .button"));
    await page.locator(".editor").waitFor({ state: "detached" });
  }
  await browser.close();
  return found;
}

/** Of each key the best of the rounds. */
const best = (rounds) => rounds[0].map((_, key) => Math.min(...rounds.map((times) => times[key])));

async function answersInTime(name, window = {}) {
  const household = (await households())[name];
  const [floors, rounds] = [[], []];
  let added;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const rate = await factorOf(SLOWER);
    floors.push(await bare(rate, household.rows.length, window));
    const { times, news, pictures } = await round(rate, household, window);
    assert.ok(news.includes(true) && pictures.length > 0, "typing must change the answers and the picture");
    rounds.push(times);
    const [floor, every] = [floors, rounds].map((all) => figures(best(all)));
    const answers = figures(best(rounds).filter((_, key) => news[key]));
    added = every.median - floor.median;
    console.log(`${name}, round ${attempt}, a bare field on an empty page: ${line(figures(floors.at(-1)))}`);
    console.log(`${name}, round ${attempt}, every key: ${line(figures(times))}`);
    console.log(`${name}, round ${attempt}, the picture: ${line(figures(pictures))}`);
    console.log(`${name}, best of ${attempt}, a bare field on an empty page: ${line(floor)}`);
    console.log(`${name}, best of ${attempt}, every key: ${line(every)}`);
    console.log(`${name}, best of ${attempt}, keys with a new answer: ${line(answers)}`);
    console.log(`${name}, best of ${attempt}, over a bare field: every key ${added.toFixed(1)} ms, with a new answer ${(answers.median - floor.median).toFixed(1)} ms (aim ${AIM_MS}, limit ${LIMIT_MS})`);
    if (added <= LIMIT_MS) return;
  }
  assert.fail(`${added.toFixed(1)} ms more than a bare field, each key at its best of ${ATTEMPTS} rounds`);
}

for (const name of Object.keys(await households())) {
  test(`Answers to ${name} are painted within ${LIMIT_MS} ms of a keystroke, over a bare field, on a processor ${SLOWER} times slower`, () =>
    answersInTime(name));
}

test(`On a phone, too: answers to ${OF_PHONE} are painted within ${LIMIT_MS} ms of a keystroke, over a bare field`, () =>
  answersInTime(OF_PHONE, PHONE));
