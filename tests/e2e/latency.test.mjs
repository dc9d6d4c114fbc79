// How long a keystroke takes until its answer is painted, on a processor slowed down six times.
//
// The clock starts at the event's own time stamp, when the browser got the key, and stops in a message handler posted
// from the next animation frame: the first task after that frame's style, layout and paint. So the figure holds the
// wait for the next frame too, up to 16.7 ms at 60 frames a second, as a person would see it; it does not hold the
// screen's own delay, which no page can see. A change to the answers after that frame would be a late answer and fails.
// The week's picture and the offers out of view follow by design; the picture's time is printed.
//
// A machine that has no screen draws in software and is shared with others: here a field that does nothing takes about
// as long as the limit. So the same keys go into such a field of the same page first, and the limit holds for what the
// app adds to it, in the median: what is measured once in a while beside other people's work says little here. All of
// it is printed, with the keys that change the answer apart. Keys come ten a second, faster than people type on a phone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startInbox, startSite } from "./support/servers.mjs";
import { open, startBrowser, visitor } from "./support/visit.mjs";
import { enter, focused, households } from "./support/week.mjs";

const SLOWER = 6;
const LIMIT_MS = 33;
const AIM_MS = 16;
const PACE_MS = 100;
const TYPED = { from: "10:45am", to: "6:15pm", travel: "35" };

let inbox;
let site;
let browser;

before(async () => {
  inbox = await startInbox();
  site = await startSite({ inbox: inbox.address });
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
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
          if (state.answered > before) state.news.push(time);
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

for (const name of Object.keys(await households())) {
  test(`Answers to ${name} are painted within ${LIMIT_MS} ms of a keystroke on a processor ${SLOWER} times slower, beside a field that does nothing`, async () => {
    const { context, page } = await visitor(browser, { clock: false });
    await open(page, `${site.address}week/`);
    const household = (await households())[name];
    await enter(page, household);
    await page.evaluate(() => {
      const field = document.createElement("input");
      field.id = "bare";
      document.querySelector("h1").after(field);
    });
    const control = await context.newCDPSession(page);
    await control.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await watch(page);
    const bare = [];
    const times = [];
    const news = [];
    const pictures = [];
    for (let row = 1; row <= household.rows.length; row += 1) {
      await page.locator(`#row-${row}-edit`).click();
      await focused(page, `#row-${row}-kind`);
      for (const [field, text] of Object.entries(TYPED)) {
        bare.push(...(await type(page, "#bare", text)).times);
        const seen = await type(page, `#row-${row}-${field}`, text);
        assert.equal(seen.late, 0, "no answer after its frame");
        times.push(...seen.times);
        news.push(...seen.news);
        pictures.push(...seen.pictures);
      }
      await page.locator(".editor-end .button").click();
      await page.locator(".editor").waitFor({ state: "detached" });
    }
    assert.ok(news.length > 0 && pictures.length > 0, "typing must change the answers and the picture");
    const share = (some) => figures(some.map((time) => time - figures(bare).median));
    console.log(`${name}, a bare field: ${line(figures(bare))}`);
    console.log(`${name}, every key: ${line(figures(times))}`);
    console.log(`${name}, keys with a new answer: ${line(figures(news))}`);
    console.log(`${name}, the picture: ${line(figures(pictures))}`);
    console.log(`${name}, what the app adds to every key: ${line(share(times))}; aim ${AIM_MS} ms`);
    console.log(`${name}, what the app adds to keys with a new answer: ${line(share(news))}`);
    assert.ok(share(times).median <= LIMIT_MS, `the app adds ${share(times).median.toFixed(1)} ms`);
    await context.close();
  });
}
