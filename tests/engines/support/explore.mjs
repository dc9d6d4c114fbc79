// The steps of a visit that understands before it plans, by keyboard, for any engine and any screen.
import assert from "node:assert/strict";
import { QUESTIONS } from "../../e2e/support/guide.mjs";
import { tabTo } from "../../e2e/support/keyboard.mjs";
import { focused } from "../../e2e/support/week.mjs";
import { follow, on, text, there } from "./walk.mjs";

export const LANGUAGES = {
  English: { path: "", lang: "en", days: ["Monday", "Tuesday"], lookedFor: "insurence", found: "pay-without" },
  Spanish: { path: "es/", lang: "es", days: ["lunes", "martes"], lookedFor: "aseguranza", found: "pay-without" },
};

/** Which of these can be seen, by what follows in their ids. */
const shown = (page, beginning) =>
  page.evaluate((wanted) => [...document.querySelectorAll(`[id^='${wanted}']`)].filter((e) => e.checkVisibility()).map((e) => e.id.slice(wanted.length)), beginning);

/** What levels of care there are, and which of them this is. */
export async function compare(page) {
  await on(page, "main a[href$='levels/'], footer a[href$='levels/']", "Enter");
  await there(page, "main[data-page=levels]");
  await focused(page, "main h1");
  const levels = await shown(page, "level-");
  assert.equal(levels.length, 6, levels.join());
  assert.equal(await page.evaluate(() => document.querySelectorAll(".levels-this").length), 1);
}

/** From one day of the evening program to the next. */
export async function dayByDay(page, { days: [monday, tuesday] }) {
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

/** A word as people write it leads to what the pages say of it. */
export async function lookUp(page, { path, lookedFor, found }) {
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
export async function answered(page, number) {
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

/** From a page to the first question of the guide. */
export async function toGuide(page) {
  await on(page, "main a[href$='guide/'], footer a[href$='guide/']", "Enter");
  await there(page, "main[data-page=guide]");
  await tabTo(page, "[name=guide-whom]");
  await page.evaluate(() => document.querySelector("#guide-q-whom-title").focus());
}

/** A question goes into the form, and from there the planner is reached. */
export async function takeAlong(page) {
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

/** The same where no script of ours ever comes: what can be read, and the way on. `look` is called on every page, `press` is how its links are reached. */
export async function read(page, address, { lang }, { look = () => {}, press = on } = {}) {
  const leave = async (to, main) => {
    await press(page, `main a[href$='${to}'], nav a[href$='${to}'], footer a[href$='${to}']`, "Enter");
    await there(page, `main[data-page=${main}]`);
    await look(main);
  };
  await page.goto(address);
  await there(page, "main h1");
  await look("program");
  assert.equal(await page.evaluate(() => document.documentElement.lang), lang);
  await leave("levels/", "levels");
  assert.equal((await shown(page, "level-")).length, 6);
  await press(page, ".brand a, a.brand", "Enter");
  await there(page, "#evening summary");
  await press(page, "#evening summary", "Enter");
  assert.equal(await page.evaluate(() => [...document.querySelectorAll("#days-evening .week-lines li")].filter((line) => line.checkVisibility()).length), 7);
  await leave("guide/", "guide");
  assert.ok((await shown(page, "guide-item-")).length > 10, "all of the end can be read");
  await leave("search/", "search");
  await press(page, "#search-all a[href$='questions/#q-belief']", "Enter");
  await page.waitForFunction(() => document.getElementById("q-belief")?.checkVisibility());
  await leave("start/", "start");
  await press(page, "#tick-ask-weeks", "Space");
  assert.ok(await page.evaluate(() => document.getElementById("tick-ask-weeks").checked));
  await leave("ask/", "ask");
  for (const to of ["tel:911", "tel:988", "tel:+13125550134"]) await there(page, `.strip a[href='${to}']`);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.app ?? ""), "");
}
