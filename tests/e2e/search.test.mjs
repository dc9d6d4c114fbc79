// The search: by keyboard, forgiving, with something to go on when nothing is found, and nothing of it goes anywhere.
import assert from "node:assert/strict";
import { test } from "node:test";
import { tabTo } from "./support/keyboard.mjs";
import { tooWide } from "./support/layout.mjs";
import { browser, site } from "./support/stage.mjs";
import { look } from "./support/states.mjs";
import { go, open, visitor } from "./support/visit.mjs";
import { focused } from "./support/week.mjs";

const titles = (page) => page.locator("#search-found strong").allTextContents();

for (const [lang, typed, title, main] of [
  ["", "insurence", "Without insurance", "money"],
  ["es/", "aseguranza", "Sin seguro", "money"],
]) {
  test(`Somebody finds a place by keyboard at 320 pixels and is led there${lang ? ", in Spanish" : ""}`, async () => {
    const { context, page, noise } = await visitor(browser, { width: 320, height: 640 });
    await open(page, `${site.address}${lang}search/`);
    await tabTo(page, "#search-for");
    await page.keyboard.type(typed);
    await page.locator("#search-found a").first().waitFor();
    assert.match(await page.locator("#search-says").innerText(), /\d+ (places|lugares)/);
    assert.equal(await page.locator("#search-says").getAttribute("role"), "status");
    assert.ok((await titles(page)).includes(title), `${typed}: ${await titles(page)}`);
    assert.ok(await page.locator("#search-all").isHidden());
    assert.deepEqual(await tooWide(page), []);
    const at = (await titles(page)).indexOf(title);
    await tabTo(page, `#search-found li:nth-child(${at + 1}) a`);
    await page.keyboard.press("Enter");
    await page.locator(`main[data-page=${main}]`).waitFor();
    assert.ok(page.url().endsWith(`${lang}money/#pay-without`), page.url());
    assert.ok(await page.locator("#pay-without").isVisible());
    await focused(page, "#pay-without");
    await page.goBack();
    await page.locator("#search-found a").first().waitFor();
    assert.equal(await page.locator("#search-for").inputValue(), typed, "what was looked for is still there");
    assert.deepEqual(noise, []);
    await context.close();
  });
}

test("It answers at every letter, however it is spelled, and an emptied field brings the list back", async () => {
  const { context, page } = await visitor(browser);
  await open(page, `${site.address}search/`);
  const field = page.locator("#search-for");
  for (const typed of ["12-step", "twelve steps", "TWELVE STEP", "beleive"]) {
    await field.fill(typed);
    await page.locator("#search-found a[href$='questions/#q-belief']").waitFor();
  }
  await field.pressSequentially("zzz");
  await page.locator("#search-none").waitFor();
  await field.fill("");
  await page.locator("#search-all").waitFor();
  assert.deepEqual(await titles(page), []);
  assert.equal(await page.locator("#search-says").innerText(), "");
  await context.close();
});

test("Where nothing is found there is a phone, the questions, and a way to ask", async () => {
  for (const lang of ["", "es/"]) {
    const { context, page } = await visitor(browser);
    await open(page, `${site.address}${lang}search/`);
    await look("zebra")(page);
    const none = page.locator("#search-none");
    for (const to of ["tel:+13125550134", "../ask/", "../questions/"]) assert.ok(await none.locator(`a[href="${to}"]`).isVisible(), to);
    await context.close();
  }
});

test("What cannot wait is answered with whom to call, above anything that was found", async () => {
  for (const [lang, typed] of [["", "detox"], ["", "overdose"], ["es/", "dejar de tomar"], ["es/", "suicidio"]]) {
    const { context, page } = await visitor(browser, { width: 320, height: 640 });
    await open(page, `${site.address}${lang}search/`);
    const first = page.locator("#search-first");
    assert.ok(await first.isHidden());
    await page.locator("#search-for").fill(typed);
    await first.waitFor();
    for (const number of ["tel:911", "tel:988", "tel:+13125550134"]) assert.ok(await first.locator(`a[href="${number}"]`).first().isVisible(), number);
    const [above, below] = [await first.boundingBox(), await page.locator("#search-found").boundingBox()];
    assert.ok(above.y + above.height <= below.y);
    await page.locator("#search-for").fill("video");
    await first.waitFor({ state: "hidden" });
    await context.close();
  }
});

test("What is looked for is in no address, title, storage or request, and the index is fetched on this page only", async () => {
  const { context, page, requests, said } = await visitor(browser);
  await open(page, site.address);
  assert.ok(!requests.some(({ url }) => url.includes("/search-")), "not before somebody wants to search");
  await go(page, "Search");
  await page.locator("#search-for").fill("quetzal");
  await page.locator("#search-none").waitFor();
  await page.keyboard.press("Enter");
  await go(page, "Your week");
  await page.goBack();
  await page.locator("#search-none").waitFor();
  assert.equal(requests.filter(({ url }) => url.includes("/search-")).length, 1, "the index comes once");
  const kept = await page.evaluate(() => JSON.stringify([location.href, document.title, document.cookie, { ...localStorage }, { ...sessionStorage }, history.state]));
  assert.ok(!kept.includes("quetzal"), kept);
  assert.ok(requests.every(({ url, method, body }) => method === "GET" && !(url + body).includes("quetzal")));
  assert.ok(!said.join().includes("quetzal"));
  await context.close();
});

test("Without the index the list stays and says so; without scripts there is no field", async () => {
  const { context, page } = await visitor(browser);
  await page.route("**/search-*.txt", (route) => route.fulfill({ status: 404, body: "" }));
  await open(page, `${site.address}search/`);
  await page.locator("#search-for").fill("video");
  await page.locator("#search-says:not(:empty)").waitFor();
  assert.match(await page.locator("#search-says").innerText(), /list below/);
  assert.ok(await page.locator("#search-all").isVisible());
  await context.close();

  for (const lang of ["", "es/"]) {
    const still = await visitor(browser, { clock: false, javaScriptEnabled: false });
    await still.page.goto(`${site.address}${lang}search/`);
    assert.ok(await still.page.locator("#search-for").isHidden());
    assert.ok(await still.page.locator("#search-all a[href='../questions/#q-belief']").isVisible());
    assert.ok(await still.page.locator(".when-still a").isVisible());
    await still.context.close();
  }
});

test("Nothing moves when the field takes its place", async () => {
  for (const width of [320, 1280]) {
    const { context, page } = await visitor(browser, { width, height: 640 });
    await page.goto(`${site.address}search/`, { waitUntil: "commit" });
    await page.locator("#search-all").waitFor({ state: "attached" });
    const shift = await page.evaluate(async () => {
      let sum = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += entry.value))).observe({ type: "layout-shift", buffered: true });
      while (document.documentElement.dataset.app !== "ready") await new Promise((resolve) => requestAnimationFrame(resolve));
      for (let frames = 0; frames < 10; frames += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
      return sum;
    });
    assert.equal(shift, 0, `${width} pixels`);
    await context.close();
  }
});

test("An address that leads nowhere leads to the search", async () => {
  const { context, page } = await visitor(browser);
  await page.goto(`${site.address}nothing/here`);
  await page.getByRole("link", { name: "Search" }).click();
  await page.locator("main[data-page=search]").waitFor();
  await context.close();
});
