// What somebody has changed on its way, or on the server, is not run; and what is asked for is asked for once.
import assert from "node:assert/strict";
import { test } from "node:test";
import { browser, site } from "./support/stage.mjs";
import { open, visitor } from "./support/visit.mjs";
import { enter, households, verdicts } from "./support/week.mjs";

const FILES = { "the app's script": /foothold-app-\w+\.js$/, "the app's WebAssembly": /foothold-app-\w+\.wasm$/ };

for (const [name, file] of Object.entries(FILES)) {
  test(`A page that gets ${name} with one byte more stays a page, and runs none of it`, async () => {
    const { context, page } = await visitor(browser);
    await context.route(file, async (route) => {
      const answer = await route.fetch();
      const more = name.endsWith("script") ? Buffer.from("\nglobalThis.changed = true;") : Buffer.from([0, 1, 0]);
      await route.fulfill({ response: answer, body: Buffer.concat([await answer.body(), more]) });
    });
    await page.goto(`${site.address}week/`);
    await page.locator("html[data-app=failed]").waitFor({ state: "attached" });
    assert.equal(await page.evaluate(() => globalThis.changed), undefined);
    assert.ok(await page.locator(".strip a[href='tel:988']").isVisible());
    await context.close();
  });
}

test("The second part is not run either where it has been changed, and the page says that it is not there", async () => {
  const { context, page } = await visitor(browser);
  await context.route(/foothold-rest-\w+\.wasm$/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: Buffer.concat([await answer.body(), Buffer.from([0, 1, 0])]) });
  });
  await open(page, `${site.address}week/`);
  await page.locator("#keep-do").click();
  await page.locator("#page-says:not(:empty)").waitFor();
  await enter(page, (await households())["a-nine-to-five"]);
  assert.equal((await verdicts(page)).evening, "fits");
  await context.close();
});

test("Each file of the app is fetched once, and the longest before the others have come", async () => {
  const { context, page, requests, noise } = await visitor(browser);
  // The script is held back until the WebAssembly has been asked for.
  let asked;
  const before = new Promise((go) => (asked = go));
  page.on("request", (request) => FILES["the app's WebAssembly"].test(request.url()) && asked());
  await context.route(FILES["the app's script"], (route) => before.then(() => route.continue()));
  await open(page, `${site.address}week/`);
  for (const [name, file] of Object.entries(FILES)) assert.equal(requests.filter(({ url }) => file.test(url)).length, 1, name);
  // A browser says so where something was fetched ahead for nothing.
  await page.waitForTimeout(3500);
  assert.deepEqual(noise, []);
  await context.close();
});
