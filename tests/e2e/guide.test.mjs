// The guide: one question a screen, by keyboard, changed and forgotten, without scripts, and nothing of it goes anywhere.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fill, send } from "./support/form.mjs";
import { MIXED, QUESTIONS, answer, items, screens } from "./support/guide.mjs";
import { tabTo } from "./support/keyboard.mjs";
import { browser, inbox, site } from "./support/stage.mjs";
import { go, open, visitor } from "./support/visit.mjs";
import { focused } from "./support/week.mjs";

for (const lang of ["", "es/"]) {
  test(`One question a screen, each with its reason, to an end with reasons${lang ? ", in Spanish" : ""}`, async () => {
    const { context, page, noise } = await visitor(browser, { width: 320, height: 640 });
    await open(page, `${site.address}${lang}guide/`);
    const seen = [];
    await answer(page, MIXED, async (question) => {
      seen.push(...(await screens(page)));
      assert.ok((await page.locator(`#guide-q-${question}-why`).innerText()).length > 20, question);
    });
    assert.deepEqual(seen, QUESTIONS.map((question) => `guide-q-${question}`));
    await focused(page, "#guide-end-title");
    assert.deepEqual(await screens(page), ["guide-end"]);
    const ends = ["talk", "program", "planner", "start", "kinds", "helpline", "family", "ask-others", "ask-first", "ask-children", "ask-ride", "ask-video", "ask-family"];
    assert.deepEqual(await items(page), ends);
    assert.ok(await page.locator("#guide-why-planner-wish-week").isVisible());
    assert.ok(await page.locator("#guide-why-planner-days-evenings").isHidden(), "a reason that was not given");
    assert.ok(await page.locator("#guide-given-people-unsure").isVisible(), "a question left open counts as not sure");
    assert.deepEqual(noise, []);
    await context.close();
  });
}

test("The call-first list is shown before the first question and asks nothing", async () => {
  const { context, page } = await visitor(browser);
  await open(page, `${site.address}guide/`);
  const list = page.locator(".guide-first");
  for (const number of ["tel:911", "tel:988", "tel:+13125550134"]) assert.ok(await list.locator(`a[href="${number}"]`).first().isVisible(), number);
  assert.equal(await list.locator("input, button, select").count(), 0);
  const [above, below] = [await list.boundingBox(), await page.locator("#guide-q-whom").boundingBox()];
  assert.ok(above.y + above.height <= below.y);
  await context.close();
});

test("The guide works by keyboard alone, any answer can be changed, and starting over forgets all", async () => {
  const { context, page } = await visitor(browser);
  await open(page, `${site.address}guide/`);
  for (const question of QUESTIONS) {
    await tabTo(page, `[name=guide-${question}]`);
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await tabTo(page, "[data-do='guide:next']");
    await page.keyboard.press("Enter");
  }
  await focused(page, "#guide-end-title");
  assert.ok((await items(page)).includes("family"), "the second answer to the first question");
  await tabTo(page, "[data-do='guide:whom']");
  await page.keyboard.press("Enter");
  await focused(page, "#guide-q-whom-title");
  assert.ok(await page.locator("#guide-whom-loved").isChecked(), "the answer is still there");
  await page.locator("#guide-whom-me").check();
  await answer(page, Object.fromEntries(QUESTIONS.map((question) => [question, null])));
  assert.ok(await page.locator("#guide-given-whom-me").isVisible());
  assert.ok(await page.locator("#guide-given-now-somebody").isVisible(), "the others stay");
  await page.locator("[data-do='guide:over']").click();
  await focused(page, "#guide-q-whom-title");
  assert.equal(await page.locator("[data-place=guide] :checked").count(), 0);
  await context.close();
});

test("Answers stay while one looks at other pages and are in no address, storage or request", async () => {
  const { context, page, requests } = await visitor(browser);
  await open(page, `${site.address}guide/`);
  await answer(page, { whom: "loved", now: "nobody" });
  await go(page, "Ask us");
  await page.goBack();
  await page.locator("#guide-q-days").waitFor();
  assert.deepEqual(await screens(page), ["guide-q-days"]);
  const kept = await page.evaluate(() => [location.search, location.hash, document.cookie, localStorage.length, sessionStorage.length]);
  assert.deepEqual(kept, ["", "", "", 0, 0]);
  assert.ok(requests.every(({ url, method, body }) => method === "GET" && !/loved|nobody/.test(url + body)));
  await context.close();
});

test("Without scripts every question, its reason and every way on can be read", async () => {
  for (const lang of ["", "es/"]) {
    const { context, page } = await visitor(browser, { clock: false, javaScriptEnabled: false });
    await page.goto(`${site.address}${lang}guide/`);
    for (const question of QUESTIONS) {
      assert.ok(await page.locator(`#guide-q-${question}-title`).isVisible(), question);
      assert.ok(await page.locator(`#guide-q-${question}-why`).isVisible(), question);
    }
    assert.ok(await page.locator("#guide-end-title").isVisible());
    assert.equal(await page.locator("[data-do]:visible").count(), 0, "no button that does nothing");
    await context.close();
  }
});

test("Questions ticked in the guide and on the start page come along to the form, off by default, and arrive as shown", async () => {
  const { context, page } = await visitor(browser);
  await open(page, `${site.address}guide/`);
  await answer(page, MIXED);
  await page.locator("#tick-guide-item-ask-ride").check();
  await page.locator("footer").getByRole("link", { name: "How to start" }).click();
  await page.locator("#tick-ask-weeks").check();
  await page.locator("[data-place=list] a.button").click();
  await page.locator("#ask-list").waitFor();
  const shown = await page.locator("#ask-list-text").innerText();
  assert.equal(shown, "I would like to ask:\n- Is there a van, or help with rides?\n- How many weeks is usual?");
  assert.ok(!(await page.locator("#ask-list").isChecked()), "off by default");
  await page.goBack();
  await page.locator("#tick-ask-weeks:checked").waitFor();
  await page.goForward();
  await page.locator("#ask-list").check();
  await inbox.mode("ok");
  await fill(page);
  assert.equal(await send(page), "delivered");
  assert.ok(JSON.stringify(await inbox.read()).includes("Is there a van, or help with rides?"));
  await context.close();
});
