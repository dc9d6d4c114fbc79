// Every word a visitor sees comes from the catalogue: in the pseudo-language no plain letters remain.
//
// The check page is left out: it is for the clinic's web person and in English only.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { MESSAGE, fill, send } from "./support/form.mjs";
import { MIXED, answer } from "./support/guide.mjs";
import { clinic } from "./support/servers.mjs";
import { browser, inbox, site } from "./support/stage.mjs";
import { dayByDay } from "./support/states.mjs";
import { open, visitor } from "./support/visit.mjs";
import { focused } from "./support/week.mjs";

/** Members of the configuration that are shown as the clinic wrote them. */
const SHOWN = new Set(["name", "title", "about", "arranged", "serves", "address", "phone_hours", "reply_by", "email"]);

/** Rows of the tests' own, so that their words are known. */
const OWN = "zzyzx";

let known;

function shown(value, name, into = []) {
  if (typeof value === "string") {
    if (SHOWN.has(name)) into.push(value);
  } else if (Array.isArray(value)) {
    for (const item of value) shown(item, name, into);
  } else if (value && typeof value === "object") {
    // A text in several languages is shown under the name that it has.
    for (const [key, item] of Object.entries(value)) shown(item, ["en", "es"].includes(key) ? name : key, into);
  }
  return into;
}

before(async () => {
  // What languages call themselves is the same in every language.
  known = [...shown(await clinic()), "English", "Español", OWN, ...Object.values(MESSAGE)].sort((a, b) => b.length - a.length);
});

/** Everything that is written on the page, shown or read out. */
const written = (page) =>
  page.evaluate(() => {
    const texts = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("script, style, noscript")) texts.push(walker.currentNode.data);
    for (const element of document.querySelectorAll("[aria-label], [title], [placeholder], [alt], [aria-roledescription]")) {
      for (const name of ["aria-label", "title", "placeholder", "alt", "aria-roledescription"]) texts.push(element.getAttribute(name) ?? "");
    }
    return texts.map((text) => text.trim()).filter(Boolean);
  });

/** What is left when everything known is taken away. */
async function strangers(page) {
  const texts = await written(page);
  assert.ok(texts.some((text) => /[àéîôû]/.test(text)), "this page is not in the pseudo-language");
  const rest = (text) => known.reduce((left, part) => left.replaceAll(part, " "), text);
  return [...new Set(texts)].filter((text) => /[A-Za-z]{2,}/.test(rest(text)));
}

async function pseudo(path) {
  const { context, page } = await visitor(browser);
  await open(page, `${site.address}en-XA/${path}`);
  return { context, page };
}

test("The program page has no word that is not from the catalogue or the clinic", async () => {
  const { context, page } = await pseudo("");
  assert.deepEqual(await strangers(page), []);
  await context.close();
});

test("The pages beside it have no such word either", async () => {
  for (const path of ["levels/", "questions/", "money/", "start/", "guide/", "paper/", "search/"]) {
    const { context, page } = await pseudo(path);
    assert.deepEqual(await strangers(page), [], path);
    await context.close();
  }
});

test("The guide has no such word on any screen", async () => {
  const { context, page } = await pseudo("guide/");
  await answer(page, MIXED, async (question) => assert.deepEqual(await strangers(page), [], question));
  assert.deepEqual(await strangers(page), [], "the end");
  await context.close();
});

test("A week day by day and what a search says have no such word either", async () => {
  const { context, page } = await pseudo("");
  await dayByDay(page);
  assert.deepEqual(await strangers(page), [], "a day");
  await page.locator("#day-next-evening").click();
  await page.locator("#day-next-evening").click();
  assert.deepEqual(await strangers(page), [], "a day without a session");
  await page.goto(`${site.address}en-XA/search/`);
  // A number, because words are in no language of ours; the clinic's own texts would be cut short.
  for (const typed of ["988", "zebra", "detox"]) {
    await page.locator("#search-for").fill(typed);
    await page.locator("#search-says:not(:empty)").waitFor();
    assert.deepEqual(await strangers(page), [], typed);
  }
  await context.close();
});

test("The planner has no such word, empty or filled, with a row open, half typed or removed", async () => {
  const { context, page } = await pseudo("week/");
  assert.deepEqual(await strangers(page), [], "empty");
  for (const [row, what, firm, from, to] of [[1, "", "move", "9am", "5pm"], [2, OWN, "cut", "10pm", "6am"], [3, "", "if-needed", "noon", "1pm"], [4, OWN, "fixed", "6", ""]]) {
    await page.locator("#planner-add").click();
    await focused(page, `#row-${row}-kind`);
    assert.deepEqual(await strangers(page), [], `row ${row} untouched`);
    await page.locator(`#row-${row}-kind`).selectOption(row === 1 ? "work" : "care");
    await page.locator(`#row-${row}-Mon`).check();
    await page.locator(`#row-${row}-Wed`).check();
    for (const [name, text] of Object.entries({ what, from, to, travel: "25", direct: row === 2 ? "" : "15" })) await page.locator(`#row-${row}-${name}`).fill(text);
    await page.locator(`#row-${row}-${firm}`).check();
    assert.deepEqual(await strangers(page), [], `row ${row} open`);
    await page.locator(".editor-end .button").click();
    assert.deepEqual(await strangers(page), [], `row ${row} closed`);
  }
  for (const id of ["evening", "morning", "online-evening"]) {
    await page.locator(`#offer-${id} button`).click();
    assert.deepEqual(await strangers(page), [], `${id} in the week`);
  }
  await page.locator("#clinic-travel").fill("999");
  await page.locator("#start").evaluate((field) => (field.type = "text"));
  await page.locator("#start").fill("1");
  assert.deepEqual(await strangers(page), [], "settings that cannot be read");
  await page.locator("#row-1-edit").click();
  await page.locator(".editor-end .button-quiet").click();
  await page.locator(".undo").waitFor();
  assert.deepEqual(await strangers(page), [], "removed");
  await context.close();
});

test("The form has no such word, nor do its errors, its outcomes and a page that cannot be opened", async () => {
  const { context, page } = await pseudo("ask/");
  assert.deepEqual(await strangers(page), [], "idle");
  await page.locator("#ask-send").click();
  await focused(page, "#ask-says");
  assert.deepEqual(await strangers(page), [], "errors");
  await fill(page);
  await page.locator("#ask-phone").fill("1");
  await page.locator("#ask-send").click();
  await page.locator("#ask-phone-error:not(:empty)").waitFor();
  assert.deepEqual(await strangers(page), [], "a phone that is none");
  await page.locator("#ask-phone").fill(MESSAGE.phone);
  for (const [mode, outcome] of [["refuse", "refused"], ["empty", "unconfirmed"]]) {
    await inbox.mode(mode);
    await page.locator("#ask-send").click();
    // The first time it is asked whether a person writes.
    await page.locator(`[data-outcome=sure], [data-outcome=${outcome}]`).waitFor();
    const ask = page.locator("[data-outcome=sure] [data-do=send]");
    if (await ask.count()) {
      assert.deepEqual(await strangers(page), [], "asked whether a person writes");
      await ask.click();
    }
    await page.locator(`[data-outcome=${outcome}]`).waitFor();
    assert.deepEqual(await strangers(page), [], outcome);
  }
  await context.setOffline(true);
  await page.locator("#ask-send").click();
  await page.locator("[data-outcome=unreachable]").waitFor();
  await page.locator("nav a").first().click();
  await page.locator("#page-says:not(:empty)").waitFor();
  assert.deepEqual(await strangers(page), [], "unreachable");
  await context.setOffline(false);
  await inbox.mode("ok");
  assert.ok(await send(page));
  await page.locator("[data-outcome=delivered]").waitFor();
  assert.deepEqual(await strangers(page), [], "delivered");
  await context.close();
});
