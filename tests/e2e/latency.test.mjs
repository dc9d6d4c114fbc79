// How long a keystroke takes until its answer is painted, on a processor slowed down six times.
//
// The clock starts at the event's own time stamp, when the browser got the key, and stops in a message handler posted
// from the next animation frame: the first task after that frame's style, layout and paint. So the figure holds the
// wait for the next frame too, up to 16.7 ms at 60 frames a second, as a person would see it; it does not hold the
// screen's own delay, which no page can see. A change to the answers after that frame would be a late answer and fails.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startInbox, startSite } from "./support/servers.mjs";
import { open, startBrowser, visitor } from "./support/visit.mjs";
import { enter, focused, households } from "./support/week.mjs";

const SLOWER = 6;
const LIMIT_MS = 33;
const TYPED = { from: "10:45am", to: "6:15pm", travel: "35" };

let inbox;
let site;
let browser;
const all = [];

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
    const state = { times: [], answered: 0, late: 0, open: false };
    globalThis.keys = state;
    new MutationObserver(() => {
      if (state.open) state.answered += 1;
      else state.late += 1;
    }).observe(document.querySelector("main"), { subtree: true, childList: true, characterData: true });
    addEventListener(
      "keydown",
      (event) => {
        state.open = true;
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          state.times.push(performance.now() - event.timeStamp);
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

test("A bare field on this machine, for comparison", async () => {
  const { context, page } = await visitor(browser, { clock: false });
  await open(page, `${site.address}check/`);
  const control = await context.newCDPSession(page);
  await control.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.evaluate(() => document.querySelector("main").append(document.createElement("input")));
  await watch(page);
  await page.locator("main input").focus();
  for (const letter of "10:45am to 6:15pm") {
    const done = await page.evaluate(() => globalThis.keys.times.length);
    await page.keyboard.press(letter);
    await page.waitForFunction((count) => globalThis.keys.times.length > count, done);
  }
  console.log(`A bare field: ${line(figures(await page.evaluate(() => globalThis.keys.times)))}`);
  await context.close();
});

for (const name of Object.keys(await households())) {
  test(`Answers to ${name} are painted within ${LIMIT_MS} ms of a keystroke on a processor ${SLOWER} times slower`, async () => {
    const { context, page } = await visitor(browser, { clock: false });
    await open(page, `${site.address}week/`);
    const household = (await households())[name];
    await enter(page, household);
    const control = await context.newCDPSession(page);
    await control.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await watch(page);
    for (let row = 1; row <= household.rows.length; row += 1) {
      await page.locator(`#row-${row}-edit`).click();
      await focused(page, `#row-${row}-kind`);
      for (const [field, text] of Object.entries(TYPED)) {
        await page.locator(`#row-${row}-${field}`).fill("");
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
        await page.evaluate(() => {
          globalThis.keys.late = 0;
        });
        await page.locator(`#row-${row}-${field}`).focus();
        for (const letter of text) {
          const done = await page.evaluate(() => globalThis.keys.times.length);
          await page.keyboard.press(letter);
          await page.waitForFunction((count) => globalThis.keys.times.length > count, done);
        }
        assert.equal(await page.evaluate(() => globalThis.keys.late), 0, "no answer after its frame");
      }
      await page.locator(".editor-end .button").click();
      await page.locator(".editor").waitFor({ state: "detached" });
    }
    const { times, answered } = await page.evaluate(() => globalThis.keys);
    assert.ok(answered > 0, "typing must change the answers");
    all.push(...times);
    const found = figures(times);
    console.log(`${name}: ${line(found)}`);
    assert.ok(found.p95 <= LIMIT_MS, `p95 is ${found.p95.toFixed(1)} ms`);
    await context.close();
  });
}

test("All keystrokes together stay within the limit", () => {
  const found = figures(all);
  console.log(`All households, processor ${SLOWER} times slower: ${line(found)}`);
  assert.ok(found.p95 <= LIMIT_MS);
});
