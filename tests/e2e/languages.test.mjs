// Two languages: each page in each, one language downloaded, and the way from one to the other.
import assert from "node:assert/strict";
import { test } from "node:test";
import { browser, site } from "./support/stage.mjs";
import { open, visitor } from "./support/visit.mjs";
import { addRow } from "./support/week.mjs";

const PAGES = ["", "levels/", "questions/", "money/", "start/", "search/", "week/", "paper/", "ask/"];
const PHONES = ["tel:911", "tel:988", "tel:+13125550134"];

test("Without scripts every page has its language, its phones, and leads to itself in the other language", async () => {
  const { context, page } = await visitor(browser, { width: 320, height: 640, clock: false, javaScriptEnabled: false });
  for (const path of PAGES) {
    await page.goto(site.address + path);
    const english = await page.title();
    assert.equal(await page.locator("html").getAttribute("lang"), "en", path);
    await page.locator("a.tongue").click();
    assert.equal(page.url(), `${site.address}es/${path}`);
    assert.equal(await page.locator("html").getAttribute("lang"), "es", path);
    assert.notEqual(await page.title(), english, path);
    assert.match(await page.locator("body").innerText(), /La clínica todavía no ha revisado esta traducción\./);
    for (const phone of PHONES) assert.ok(await page.locator(`.strip a[href="${phone}"]`).isVisible(), `${phone} on ${path}`);
    await page.locator("a.tongue").click();
    assert.equal(page.url(), site.address + path);
  }
  await context.close();
});

test("The planner answers in Spanish, and only Spanish was downloaded", async () => {
  const { context, page, noise, requests } = await visitor(browser);
  await open(page, `${site.address}es/week/`);
  await addRow(page, { kind: "work", what: "", days: ["Mon", "Tue", "Wed", "Thu", "Fri"], from: "9am", to: "5pm" });
  await page.getByText("Conserva sus 40 horas semanales en el trabajo.").first().waitFor();
  const words = requests.map(({ url }) => url).filter((url) => url.includes("words-"));
  assert.equal(words.length, 1, words.join(" "));
  assert.ok(words[0].startsWith(`${site.address}es/words-`), words[0]);
  assert.deepEqual(noise, []);
  await context.close();
});

test("What was typed is still there after moving between Spanish pages", async () => {
  const { context, page } = await visitor(browser);
  await open(page, `${site.address}es/ask/`);
  await page.locator("#ask-name").fill("Inés");
  await page.locator("header nav").getByRole("link", { name: "El programa" }).click();
  await page.locator("main[data-page=program]").waitFor();
  await page.getByRole("link", { name: "Dinero y derechos" }).first().click();
  await page.locator("main[data-page=money]").waitFor();
  assert.equal(page.url(), `${site.address}es/money/`);
  await page.locator("header nav").getByRole("link", { name: "Pregunte" }).click();
  await page.locator("#ask-name").waitFor();
  assert.equal(await page.locator("#ask-name").inputValue(), "Inés");
  await context.close();
});

test("Where the words cannot be had the page stays readable and says nothing technical", async () => {
  const { context, page } = await visitor(browser);
  await page.route("**/words-*", (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto(`${site.address}week/`);
  await page.locator("html[data-app=failed]").waitFor({ state: "attached" });
  assert.ok(await page.locator("h1").isVisible());
  assert.doesNotMatch(await page.locator("body").innerText(), /404|undefined|error/i);
  await context.close();
});

test("The WebAssembly carries no sentence of any language", async () => {
  const { context, page } = await visitor(browser);
  await open(page, `${site.address}week/`);
  const found = await page.evaluate(async () => {
    const bytes = await (await fetch(document.querySelector("script[data-wasm]").dataset.wasm)).arrayBuffer();
    const text = new TextDecoder().decode(bytes);
    return ["Which offers fit", "Qué horarios le quedan bien", "What you already do"].filter((said) => text.includes(said));
  });
  assert.deepEqual(found, []);
  await context.close();
});
