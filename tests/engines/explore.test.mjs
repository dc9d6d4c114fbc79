// What the site is for before anybody plans, by keyboard in Chromium, Firefox and WebKit, in English and Spanish: compare
// levels, go through a week, look something up, take the guide to each of its ends, and take a list of questions to the form.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { QUESTIONS } from "../e2e/support/guide.mjs";
import { tabTo } from "../e2e/support/keyboard.mjs";
import { focused } from "../e2e/support/week.mjs";
import { NAMES, startEngine } from "./support/browsers.mjs";
import { arrive, follow, house, noiseless, on, steps, text, there } from "./support/walk.mjs";

const LANGUAGES = {
  English: { path: "", lang: "en", days: ["Monday", "Tuesday"], lookedFor: "insurence", found: "pay-without" },
  Spanish: { path: "es/", lang: "es", days: ["lunes", "martes"], lookedFor: "aseguranza", found: "pay-without" },
};

/** Which of these can be seen, by what follows in their ids. */
const shown = (page, beginning) =>
  page.evaluate((wanted) => [...document.querySelectorAll(`[id^='${wanted}']`)].filter((e) => e.checkVisibility()).map((e) => e.id.slice(wanted.length)), beginning);

async function compare(page) {
  await on(page, "main a[href$='levels/'], footer a[href$='levels/']", "Enter");
  await there(page, "main[data-page=levels]");
  await focused(page, "main h1");
  const levels = await shown(page, "level-");
  assert.equal(levels.length, 6, levels.join());
  assert.equal(await page.evaluate(() => document.querySelectorAll(".levels-this").length), 1);
}

async function dayByDay(page, { days: [monday, tuesday] }) {
  await on(page, ".brand a, a.brand", "Enter", { key: "Shift+Tab" });
  await there(page, "#evening summary");
  await on(page, "#evening summary", "Enter");
  await on(page, "#day-open-evening", "Enter");
  await focused(page, "#day-title-evening");
  const says = (day) => page.waitForFunction((name) => new RegExp(`[1-7]: ${name}`).test(document.querySelector("#day-text-evening")?.innerText), day);
  await says(monday);
  await on(page, "#day-next-evening", "Enter", { key: "Shift+Tab" });
  await says(tuesday);
  await focused(page, "#day-next-evening");
}

async function lookUp(page, { path, lookedFor, found }) {
  await follow(page, "search/", "search", "Shift+Tab");
  await tabTo(page, "#search-for");
  await page.keyboard.type(lookedFor);
  await there(page, `#search-found a[href$='#${found}']`);
  await on(page, `#search-found a[href$='#${found}']`, "Enter");
  await there(page, "main[data-page=money]");
  await page.waitForFunction((id) => document.getElementById(id)?.checkVisibility(), found);
  await focused(page, `#${found}`);
  assert.ok((await page.evaluate(() => location.href)).endsWith(`${path}money/#${found}`));
}

/** Answers every question with its answer of that number, or its last, by keyboard; gives what can be seen at the end. */
async function answered(page, number) {
  for (const question of QUESTIONS) {
    await focused(page, `#guide-q-${question}-title`);
    await page.evaluate(([name, at]) => {
      const answers = [...document.querySelectorAll(`[name=guide-${name}]`)];
      answers[Math.min(at, answers.length - 1)].focus();
    }, [question, number]);
    await page.keyboard.press("Space");
    await on(page, "[data-do='guide:next']", "Enter");
  }
  await focused(page, "#guide-end-title");
  return shown(page, "guide-item-");
}

async function guide(page) {
  await on(page, "main a[href$='guide/'], footer a[href$='guide/']", "Enter");
  await there(page, "main[data-page=guide]");
  await tabTo(page, "[name=guide-whom]");
  await page.evaluate(() => document.querySelector("#guide-q-whom-title").focus());
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

async function takeAlong(page) {
  await on(page, "footer a[href$='start/'], main a[href$='start/']", "Enter");
  await there(page, "main[data-page=start]");
  await on(page, "#tick-ask-weeks", "Space");
  const asked = await text(page, "label[for=tick-ask-weeks]");
  await on(page, "[data-place=list] a.button", "Enter");
  await there(page, "#ask-list-text");
  assert.ok((await text(page, "#ask-list-text")).includes(asked.trim()), asked);
  await follow(page, "week/", "week", "Shift+Tab");
  await there(page, "#planner-add");
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
    // Firefox's driver has nobody to ask while a page is left for another.
    if (engine !== "Firefox") await walk("without our scripts all of it can be read", () => read(page, bare.address + language.path, language));
  }
}

/** Opens another page by a link of this one, as a browser does it by itself. */
async function leave(page, to, main) {
  await on(page, `main a[href$='${to}'], nav a[href$='${to}'], footer a[href$='${to}']`, "Enter");
  await there(page, `main[data-page=${main}]`);
}

/** The same where no script of ours ever comes: what can be read, and the way on. */
async function read(page, address, { lang }) {
  await page.goto(address);
  await there(page, "main h1");
  assert.equal(await page.evaluate(() => document.documentElement.lang), lang);
  await leave(page, "levels/", "levels");
  assert.equal((await shown(page, "level-")).length, 6);
  await on(page, ".brand a, a.brand", "Enter");
  await there(page, "#evening summary");
  await on(page, "#evening summary", "Enter");
  assert.equal(await page.evaluate(() => [...document.querySelectorAll("#days-evening .week-lines li")].filter((line) => line.checkVisibility()).length), 7);
  await leave(page, "guide/", "guide");
  assert.ok((await shown(page, "guide-item-")).length > 10, "all of the end can be read");
  await leave(page, "search/", "search");
  await on(page, "#search-all a[href$='questions/#q-belief']", "Enter");
  await page.waitForFunction(() => document.getElementById("q-belief")?.checkVisibility());
  await leave(page, "start/", "start");
  await on(page, "#tick-ask-weeks", "Space");
  assert.ok(await page.evaluate(() => document.getElementById("tick-ask-weeks").checked));
  await leave(page, "ask/", "ask");
  for (const to of ["tel:911", "tel:988", "tel:+13125550134"]) await there(page, `.strip a[href='${to}']`);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.app ?? ""), "");
}

describe("Understanding it, by keyboard", { concurrency: true }, () => {
  for (const engine of NAMES) test(`in ${engine}`, { timeout: 300_000 }, (t) => visit(t, engine));
});
