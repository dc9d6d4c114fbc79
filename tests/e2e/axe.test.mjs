// Every view, light and dark, wide and narrow, in front of the accessibility checker.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { asking, keeping, linked } from "./support/carry.mjs";
import { fill, send } from "./support/form.mjs";
import { MIXED, answer } from "./support/guide.mjs";
import { startInbox, startSite } from "./support/servers.mjs";
import { open, startBrowser, visitor } from "./support/visit.mjs";
import { addRow, enter, family, households, verdicts } from "./support/week.mjs";

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
  "the program": { path: "" },
  "an empty week": { path: "week/" },
  "a working week": { path: "week/", act: week("a-nine-to-five"), sees: ["fits", "does-not-fit", "ask"] },
  "a tight week": { path: "week/", act: close, sees: ["tight"] },
  "a week that fits with a change": { path: "week/", act: movable, sees: ["fits-if"] },
  "a week where nothing fits": { path: "week/", act: week("k-nothing-fits"), sees: ["does-not-fit", "ask"] },
  "a form": { path: "ask/" },
  "a form with errors": { path: "ask/", act: (page) => page.locator("#ask-send").click() },
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
  "the check page": { path: "check/" },
  "kinds of care": { path: "levels/" },
  "questions people ask": { path: "questions/" },
  "money and rights": { path: "money/" },
  "how to start": { path: "start/" },
  "a week that is kept": { path: "week/", act: keeping },
  "a week that is kept, in Spanish": { path: "es/week/", act: keeping },
  "a week as a link and code": { path: "week/", act: linked },
  "a week as a link and code, in Spanish": { path: "es/week/", act: linked },
  "a link that asks": { path: "week/", act: asking },
  "a link that asks, in Spanish": { path: "es/week/", act: asking },
  "a link that is broken": { path: "week/#w1.rubbish" },
  "a household": { path: "week/", act: family },
  "a household in Spanish": { path: "es/week/", act: family },
  "a blank week": { path: "paper/" },
  "the guide": { path: "guide/" },
  "a question of the guide": { path: "guide/", act: (page) => answer(page, { whom: "loved" }) },
  "the end of the guide": { path: "guide/", act: (page) => answer(page, MIXED) },
  "the end of the guide in Spanish": { path: "es/guide/", act: (page) => answer(page, MIXED) },
  "the program in Spanish": { path: "es/" },
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
