// Every view, light and dark, wide and narrow, in front of the accessibility checker.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { fill, send } from "./support/form.mjs";
import { answer } from "./support/guide.mjs";
import { startInbox, startSite } from "./support/servers.mjs";
import { STATES } from "./support/states.mjs";
import { open, startBrowser, visitor } from "./support/visit.mjs";
import { addRow, enter, households, verdicts } from "./support/week.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];
const LOOKS = ["light", "dark"].flatMap((scheme) => [1280, 320].map((width) => ({ scheme, width })));

let inbox;
let site;
let browser;
let checker;

before(async () => {
  checker = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  inbox = await startInbox();
  const change = (clinic) => {
    clinic.form.names = { phone: "contact" };
  };
  site = await startSite({ inbox: inbox.address, change });
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await site?.stop();
  await inbox?.stop();
});

const sent = (mode) => async (page) => {
  await inbox.mode(mode);
  await fill(page);
  await send(page);
};

const week = (name) => async (page) => {
  await enter(page, (await households())[name]);
  return verdicts(page);
};

/** Leaves little time to spare, and one row that has to move, so that these verdicts are seen too. */
const close = async (page) => {
  await page.locator("#clinic-travel").fill("20");
  const days = ["Mon", "Tue", "Wed", "Thu"];
  await addRow(page, { kind: "work", what: "", days, from: "8am", to: "5:25pm", travel: "20", direct: "20" });
  return verdicts(page);
};
const movable = async (page) => {
  const days = ["Mon", "Tue", "Wed", "Thu"];
  await addRow(page, { kind: "work", what: "", days, from: "10am", to: "6pm", travel: "20", direct: "20", firm: "move" });
  return verdicts(page);
};

const VIEWS = {
  ...STATES,
  "a working week": { path: "week/", act: week("a-nine-to-five"), sees: ["fits", "does-not-fit", "ask"] },
  "a tight week": { path: "week/", act: close, sees: ["tight"] },
  "a week that fits with a change": { path: "week/", act: movable, sees: ["fits-if"] },
  "a week where nothing fits": { path: "week/", act: week("k-nothing-fits"), sees: ["does-not-fit", "ask"] },
  "a delivered message": { path: "ask/", act: sent("ok") },
  "an unconfirmed message": { path: "ask/", act: sent("empty") },
  "a rejected message": { path: "ask/", act: sent("reject") },
  "a refused message": { path: "ask/", act: sent("refuse") },
  "a message without a connection": {
    path: "ask/",
    act: async (page) => {
      await fill(page);
      await page.context().setOffline(true);
      await send(page);
    },
  },
  "a question of the guide": { path: "guide/", act: (page) => answer(page, { whom: "loved" }) },
  "an address that leads nowhere": { path: "nothing/here", still: true },
  "a form with errors in Spanish": { path: "es/ask/", act: (page) => page.locator("#ask-send").click() },
};

/** What the checker finds, in a line each. */
async function violations(page) {
  await page.evaluate(checker);
  const { violations: found } = await page.evaluate((tags) => globalThis.axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] }), TAGS);
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 140)} (${node.failureSummary.split("\n")[1]?.trim()})`));
}

for (const [name, { path, act, sees = [], still = false }] of Object.entries(VIEWS)) {
  for (const { scheme, width } of LOOKS) {
    test(`${name} has no violations, ${scheme} at ${width} pixels`, async () => {
      const { context, page } = await visitor(browser, { width, scheme });
      await (still ? page.goto(site.address + path) : open(page, site.address + path));
      const found = await act?.(page);
      for (const verdict of sees) assert.ok(Object.values(found).includes(verdict), `${verdict} in ${JSON.stringify(found)}`);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
        // Half under the sticky strip any target is small.
        scrollTo(0, 0);
      });
      assert.deepEqual(await violations(page), []);
      await context.close();
    });
  }
}
