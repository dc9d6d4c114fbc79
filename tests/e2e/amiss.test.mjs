// What can be wrong with a server, a link or a line: the page stays one that helps, with the phones, and says nothing technical.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";
import { browser, site } from "./support/stage.mjs";
import { open, visitor } from "./support/visit.mjs";
import { enter, households, verdicts } from "./support/week.mjs";

const PHONES = ["tel:911", "tel:988", "tel:+13125550134"];
const checker = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];

/** The phones can be seen, and no word of a machine. */
async function helps(page) {
  for (const phone of PHONES) assert.ok(await page.locator(`.strip a[href="${phone}"]`).isVisible(), phone);
  assert.ok(await page.locator("main h1").isVisible());
  assert.doesNotMatch(await page.locator("body").innerText(), /wasm|WebAssembly|undefined|\bnull\b|\berror\b|404/i);
}

test("WebAssembly under a type that is none is run all the same", async () => {
  const { context, page } = await visitor(browser);
  await context.route(/\.wasm$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "application/octet-stream" } });
  });
  await open(page, `${site.address}week/`);
  await enter(page, (await households())["a-nine-to-five"]);
  assert.equal((await verdicts(page)).evening, "fits");
  await page.locator("#keep-do").click();
  await page.locator("#keep").getByText(/kept/i).first().waitFor();
  await helps(page);
  await context.close();
});

test("Without pictures every page has its words, and nothing broken is shown for them", async () => {
  for (const path of ["", "es/"]) {
    const { context, page } = await visitor(browser, { width: 320, height: 640 });
    await context.route(/\.svg$/, (route) => route.fulfill({ status: 404, body: "" }));
    await open(page, site.address + path);
    await helps(page);
    const loud = await page.evaluate(() => [...document.images].filter((image) => image.alt !== "").map((image) => image.src));
    assert.deepEqual(loud, [], "a picture that says something is missed where it is missing");
    await context.close();
  }
});

test("A link into a page that has no such place opens the page at its top", async () => {
  for (const path of ["#nowhere", "es/money/#q-no-such", "questions/#%E0%A4%A", "week/#w9.zzzz"]) {
    const { context, page } = await visitor(browser);
    await open(page, site.address + path);
    await helps(page);
    assert.equal(await page.evaluate(() => scrollY), 0, path);
    await context.close();
  }
});

for (const [name, blocked] of [["every script", /\.js$/], ["the WebAssembly", /\.wasm$/], ["the texts", /words-[^/]*\.txt$/], ["the clinic's file", /clinic\.json$/]]) {
  test(`Where ${name} is blocked, pages are read as they were written`, async () => {
    for (const path of ["", "es/week/", "ask/", "guide/"]) {
      const { context, page } = await visitor(browser, { width: 320, height: 640 });
      await context.route(blocked, (route) => route.abort());
      await page.goto(site.address + path);
      if (name !== "the clinic's file") {
        await page.waitForTimeout(400);
        assert.notEqual(await page.locator("html").getAttribute("data-app"), "ready");
      }
      await helps(page);
      await context.close();
    }
  });
}

const ROUTES = ["", "guide/", "levels/", "questions/", "money/", "start/", "search/", "week/", "paper/", "ask/"];

for (const scheme of ["light", "dark"]) {
  test(`Before the app has come no page has a fault for the accessibility checker, in both languages, ${scheme}`, async () => {
    for (const lang of ["", "es/"]) {
      for (const route of ROUTES) {
        const { context, page } = await visitor(browser, { scheme, width: route.length % 2 ? 320 : 1280 });
        await context.route(/boot\.js$/, (request) => request.abort());
        await page.goto(site.address + lang + route);
        await page.evaluate(checker);
        const { violations } = await page.evaluate((runOnly) => globalThis.axe.run(document, { runOnly }), TAGS);
        assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`), [], lang + route);
        await context.close();
      }
    }
  });
}
