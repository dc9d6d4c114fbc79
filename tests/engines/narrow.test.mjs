// The same on the narrowest phone, in Chromium, Firefox and WebKit, in English and Spanish: pages that are really 320 by 640
// pixels (tests/engines/support/browsers.mjs says how), with scripts, and for somebody who has switched scripts off.
import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { lowTargets, phonesInView, tooWide } from "../e2e/support/layout.mjs";
import { dist } from "../e2e/support/servers.mjs";
import { NAMES, startEngine } from "./support/browsers.mjs";
import { LANGUAGES, answered, compare, dayByDay, lookUp, read, takeAlong, toGuide } from "./support/explore.mjs";
import { arrive, house, noiseless, steps, straightOn, text, there } from "./support/walk.mjs";

const PHONE = { width: 320, height: 640 };
const PHONES = ["tel:911", "tel:988", "tel:+13125550134"];
/** What pages say that need scripts. */
const NEEDS = { en: /needs JavaScript/, es: /necesita JavaScript/ };

/** Every page of a language: the folders of one that has no other language in it. */
async function pages() {
  const entries = await readdir(join(dist(), "es"), { withFileTypes: true });
  return ["", ...entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${name}/`)];
}

/** Where the numbers are in the window. */
const places = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll(".strip a[href^='tel:']")].map((link) => {
      const { left, top } = link.getBoundingClientRect();
      return `${link.getAttribute("href")} ${Math.round(left)} ${Math.round(top)}`;
    }),
  );

/** A page that is looked at wherever one has scrolled to; `same` is where the numbers were before. */
async function fits(page, what, same) {
  assert.deepEqual(await page.evaluate(() => [innerWidth, innerHeight]), Object.values(PHONE), what);
  assert.deepEqual(await tooWide(page), [], what);
  assert.deepEqual(await lowTargets(page), [], what);
  const before = await page.evaluate(() => scrollY);
  for (const part of [0, 0.5, 1]) {
    await page.evaluate((at) => scrollTo(0, at * document.documentElement.scrollHeight), part);
    assert.deepEqual(await phonesInView(page), PHONES, `${what}, scrolled to ${part}`);
    assert.deepEqual(await places(page), same, `${what}, scrolled to ${part}`);
  }
  await page.evaluate((y) => scrollTo(0, y), before);
}

/** Words that are cut in two. Left out: addresses, which are as long as they are, and what is there for screen readers alone. */
const cut = (page) =>
  page.evaluate(() => {
    const found = [];
    const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      if (!text.parentElement.checkVisibility() || text.parentElement.closest("thead, .link")) continue;
      for (const { 0: word, index } of text.data.matchAll(/\p{L}{2,}/gu)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        // WebKit counts the end of the line before, too, which has no width.
        const lines = [...range.getClientRects()].filter(({ width }) => width > 1).map(({ top }) => Math.round(top));
        if (new Set(lines).size > 1) found.push(word);
      }
    }
    return found;
  });

/** Opens every page with all its details. */
async function everyPage(page, address, same) {
  const all = await pages();
  assert.ok(all.length > 9, all.join());
  for (const path of all) {
    await page.goto(address + path);
    await there(page, "html[data-app=ready] main[data-page] h1");
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    const what = path || "the first page";
    await fits(page, what, same);
    assert.deepEqual(await cut(page), [], what);
  }
}

async function guide(page) {
  await toGuide(page);
  const end = await answered(page, 0);
  assert.ok(end.length > 0);
}

async function visit(t, engine, { site }) {
  const { page, version, close } = await startEngine(engine, { screen: PHONE });
  try {
    t.diagnostic(`${engine} ${version}`);
    const step = steps(t, engine, page);
    for (const [name, language] of Object.entries(LANGUAGES)) {
      const address = site.address + language.path;
      let same;
      const walk = (what, go) => step(`${engine}, ${name}, 320 pixels: ${what}`, () => go(page, language));
      const walkAndLook = (what, go) =>
        walk(what, async () => {
          await go(page, language);
          await fits(page, what, same);
        });
      await walk("every page fits, cuts no word, is for thumbs, and has the numbers in their place", async () => {
        await arrive(page, address, language);
        same = await places(page);
        await everyPage(page, address, same);
      });
      await walk("the first page is there and its program starts", () => arrive(page, address, language));
      await walkAndLook("levels of care can be compared", compare);
      await walkAndLook("a week is gone through day by day", dayByDay);
      await walkAndLook("something is looked up and found in its place", lookUp);
      await walkAndLook("the guide is taken to an end", guide);
      await walkAndLook("questions come along to the form, and the planner is there", takeAlong);
      await walk("nothing went wrong on the way", noiseless);
    }
  } finally {
    await close();
  }
}

/** A page for which no script runs, neither ours nor anybody's: it says so, and has nothing to press that would do nothing. */
async function scriptless(page, what, lang) {
  const { none, needs, idle } = await page.evaluate(() => ({
    none: matchMedia("(scripting: none)").matches,
    needs: [...document.querySelectorAll("noscript")].filter((e) => e.checkVisibility()).map((e) => e.innerText).join(),
    idle: [...document.querySelectorAll("main button:not([type=submit])")].filter((e) => e.checkVisibility()).map((e) => e.outerHTML.slice(0, 120)),
  }));
  assert.ok(none, what);
  assert.deepEqual(idle, [], what);
  if (what === "ask") assert.match(needs, NEEDS[lang]);
}

async function visitWithout(t, engine, { site }) {
  const { page, close } = await startEngine(engine, { screen: PHONE, scripts: false });
  try {
    const step = steps(t, engine, page);
    for (const [name, language] of Object.entries(LANGUAGES)) {
      await step(`${engine}, ${name}, 320 pixels: with scripts switched off all of it can be read`, async () => {
        const address = site.address + language.path;
        await page.goto(address);
        const same = await places(page);
        const look = async (what) => {
          await fits(page, what, same);
          await scriptless(page, what, language.lang);
        };
        await read(page, address, language, { look, press: straightOn });
        await page.goto(`${address}week/`);
        await there(page, "main[data-page=week] noscript");
        assert.match(await text(page, "main noscript"), NEEDS[language.lang]);
      });
    }
  } finally {
    await close();
  }
}

async function both(t, engine) {
  const houses = await house(t);
  await visit(t, engine, houses);
  await visitWithout(t, engine, houses);
}

describe("Understanding it on the narrowest phone, by keyboard", { concurrency: true }, () => {
  for (const engine of NAMES) test(`in ${engine}`, { timeout: 300_000 }, (t) => both(t, engine));
});
