// What the site is for before anybody plans, by keyboard in Chromium, Firefox and WebKit, in English and Spanish: compare
// levels, go through a week, look something up, take the guide to each of its ends, and take a list of questions to the form.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { QUESTIONS } from "../e2e/support/guide.mjs";
import { focused } from "../e2e/support/week.mjs";
import { NAMES, startEngine } from "./support/browsers.mjs";
import { LANGUAGES, answered, compare, dayByDay, lookUp, read, takeAlong, toGuide } from "./support/explore.mjs";
import { arrive, house, noiseless, on, steps } from "./support/walk.mjs";

async function guide(page) {
  await toGuide(page);
  const ends = await page.evaluate(() => [...document.querySelectorAll("[id^='guide-item-']")].map((e) => e.id.slice("guide-item-".length)));
  assert.ok(ends.length > 10);
  const most = await page.evaluate((names) => Math.max(...names.map((name) => document.querySelectorAll(`[name=guide-${name}]`).length)), QUESTIONS);
  const reached = new Set();
  for (let number = 0; number < most; number += 1) {
    (await answered(page, number)).forEach((end) => reached.add(end));
    await on(page, "[data-do='guide:over']", "Enter");
    await focused(page, "#guide-q-whom-title");
  }
  assert.deepEqual([...reached].sort(), ends.sort(), "every way on, every question to ask, and nothing else");
}

async function visit(t, engine) {
  const { site, bare } = await house(t);
  const { page, version, close } = await startEngine(engine);
  t.after(close);
  t.diagnostic(`${engine} ${version}`);
  const step = steps(t, engine, page);
  for (const [name, language] of Object.entries(LANGUAGES)) {
    const walk = (what, go) => step(`${engine}, ${name}: ${what}`, () => go(page, language));
    await walk("the first page is there and its program starts", () => arrive(page, site.address + language.path, language));
    await walk("levels of care stand beside each other", compare);
    await walk("a week is gone through day by day", dayByDay);
    await walk("something is looked up and found in its place", lookUp);
    await walk("the guide is taken to each of its ends", guide);
    await walk("questions come along to the form, and the planner is there", takeAlong);
    await walk("nothing went wrong on the way", noiseless);
    await walk("without our scripts all of it can be read", () => read(page, bare.address + language.path, language));
  }
}

describe("Understanding it, by keyboard", { concurrency: true }, () => {
  for (const engine of NAMES) test(`in ${engine}`, { timeout: 300_000 }, (t) => visit(t, engine));
});
