// What stays on the device, how it is cleared, and how somebody leaves at once.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CANARY, ENTRY, kept, other, typed } from "./support/carry.mjs";
import { fill } from "./support/form.mjs";
import { browser, site } from "./support/stage.mjs";
import { go, open, ready, visitor } from "./support/visit.mjs";
import { focused, press, verdicts } from "./support/week.mjs";

const ROWS = ".rows .row-summary";
const WEATHER = "https://www.weather.gov/";

/** A visitor of a page, and a page that stands in for the neutral one. */
async function visit(path = "week/", more = {}) {
  const all = await visitor(browser, more);
  await all.context.route(`${WEATHER}**`, (route) => route.fulfill({ contentType: "text/html", body: "<title>Weather</title>" }));
  await open(all.page, site.address + path);
  return all;
}

/** The same device at another time. */
async function again(context, path = "week/") {
  const page = await context.newPage();
  await open(page, site.address + path);
  return page;
}

for (const [path, words] of [
  ["week/", { on: /is kept on this device as you type/, back: /This is the week that was kept/, gone: /What was kept is deleted/ }],
  ["es/week/", { on: /se guarda en este dispositivo/, back: /Esta es la semana que estaba guardada/, gone: /Lo guardado se borró/ }],
]) {
  test(`Nothing is kept before a press, then every change is, it is back at the next visit, and one press deletes it: ${path}`, async () => {
    const { context, page, noise } = await visit(path);
    await typed(page);
    assert.equal(await kept(page), null);
    await press(page, page.locator("#keep-do"));
    await page.locator("#keep").filter({ hasText: words.on }).waitFor();
    await focused(page, "#keep-do");
    const first = await kept(page);
    assert.match(first, /^w1\./);
    await page.locator("#clinic-travel").fill("35");
    await page.waitForFunction(([name, old]) => localStorage.getItem(name) !== old, [ENTRY, first]);
    const answers = await verdicts(page);
    await page.close();

    const next = await again(context, path);
    await next.locator("#keep").filter({ hasText: words.back }).waitFor();
    assert.match(await next.locator(ROWS).innerText(), new RegExp(`${CANARY} bakery`));
    assert.equal(await next.locator("#clinic-travel").inputValue(), "35");
    assert.deepEqual(await verdicts(next), answers);
    await press(next, next.locator("#keep-do"));
    await next.locator("#keep").filter({ hasText: words.gone }).waitFor();
    assert.equal(await kept(next), null);
    assert.equal(await next.locator(ROWS).count(), 1, "what is on the page stays");
    await next.locator("#clinic-travel").fill("40");
    await verdicts(next);
    assert.equal(await kept(next), null, "and is not kept again");
    await next.close();

    const last = await again(context, path);
    assert.equal(await last.locator(ROWS).count(), 0);
    assert.deepEqual(noise, []);
    await context.close();
  });
}

test("What is kept is there on every page that can send it, and comes back after the program page, too", async () => {
  const { context, page } = await visit();
  await typed(page);
  await press(page, page.locator("#keep-do"));
  await page.locator("#keep").filter({ hasText: "as you type" }).waitFor();
  await page.close();
  const next = await again(context, "ask/");
  await next.locator("#ask-plan").check();
  assert.match(await next.locator("#ask-plan-text").innerText(), new RegExp(CANARY));
  await next.close();
  const reader = await again(context, "");
  await go(reader, "Your week");
  await reader.locator("#keep").filter({ hasText: "This is the week that was kept" }).waitFor();
  assert.match(await reader.locator(ROWS).innerText(), new RegExp(CANARY));
  await context.close();
});

test("A browser that lets pages keep nothing is said calmly, and everything else works", async () => {
  const { context, page, noise } = await visitor(browser);
  await context.addInitScript(() => {
    Object.defineProperty(globalThis, "localStorage", {
      get() {
        throw new DOMException("The user denied permission", "SecurityError");
      },
    });
  });
  await open(page, `${site.address}week/`);
  await other(page);
  await press(page, page.locator("#keep-do"));
  await page.locator("#keep").filter({ hasText: "does not let us keep your week" }).waitFor();
  await page.locator("#clinic-travel").fill("35");
  assert.equal(await page.locator(ROWS).count(), 1);
  await press(page, page.locator("#along-open"));
  await press(page, page.locator("#along-make"));
  await focused(page, "#along-link");
  assert.deepEqual(noise, []);
  await context.close();
});

test("Something kept that cannot be read is said and stays until somebody deletes it", async () => {
  const { context, page } = await visit();
  await page.evaluate((name) => localStorage.setItem(name, "w1.rubbish"), ENTRY);
  await page.reload();
  await ready(page);
  await page.locator("#keep").filter({ hasText: "cannot be read any more" }).waitFor();
  await other(page);
  assert.equal(await kept(page), "w1.rubbish");
  await press(page, page.locator("#keep-forget"));
  await page.locator("#keep").filter({ hasText: "What was kept is deleted" }).waitFor();
  assert.equal(await kept(page), null);
  await context.close();
});

/** Everything that a browser keeps for the site. */
const stores = (page) =>
  page.evaluate(async () => ({
    stored: [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie],
    databases: await indexedDB.databases(),
    caches: globalThis.caches ? await caches.keys() : [],
    workers: navigator.serviceWorker ? (await navigator.serviceWorker.getRegistrations()).length : 0,
  }));

const NOTHING = { stored: [[], [], ""], databases: [], caches: [], workers: 0 };

for (const [last, path] of [["The program", ""], ["Your week", "week/"], ["Ask us", "ask/"]]) {
  test(`Clear everything, at the end of ${path || "the program page"}, leaves nothing typed or kept in any room, by keyboard`, async () => {
    const { context, page, noise } = await visit();
    await typed(page);
    await press(page, page.locator("#keep-do"));
    await page.locator("#keep").filter({ hasText: "as you type" }).waitFor();
    await go(page, "Ask us");
    await fill(page, { name: CANARY, phone: "312 555 0199", note: CANARY });
    if (last !== "Ask us") await go(page, last);
    await press(page, page.locator(".foot summary"));
    await page.locator(".foot details").getByText("It cannot be put back").waitFor();
    await page.keyboard.press("Tab");
    await focused(page, ".foot details a");
    await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
    await ready(page);
    assert.equal(page.url(), site.address + path);
    assert.deepEqual(await stores(page), NOTHING);
    for (const name of ["Your week", "Ask us"]) {
      if (name !== last) await go(page, name);
      const values = await page.locator("input, textarea").evaluateAll((all) => all.map((field) => field.value));
      assert.ok(!values.join().includes(CANARY), values.join());
      assert.ok(!(await page.locator("body").innerText()).includes(CANARY));
    }
    assert.deepEqual(noise, []);
    await context.close();
  });
}

test("Every page has its way to clear everything, without scripts too", async () => {
  const { context, page } = await visitor(browser, { javaScriptEnabled: false, clock: false });
  for (const path of ["", "guide/", "levels/", "questions/", "money/", "start/", "week/", "paper/", "ask/", "es/", "es/week/"]) {
    await page.goto(site.address + path);
    await page.locator(".foot summary").click();
    assert.ok(await page.locator(".foot details a[data-leave]").isVisible(), path);
  }
  await context.close();
});

test("Shift three times leaves like the button, and takes along what was typed and kept", async () => {
  const { context, page } = await visit();
  assert.match(await page.getByRole("link", { name: "Leave this page" }).innerText(), /Shift×3/, "explained beside the button");
  assert.match(await page.locator(".foot").innerText(), /Shift key pressed three times/);
  await typed(page);
  await press(page, page.locator("#keep-do"));
  await page.locator("#keep").filter({ hasText: "as you type" }).waitFor();
  await page.locator("#clinic-travel").focus();
  for (let times = 0; times < 3; times += 1) await page.keyboard.press("Shift");
  await page.waitForURL(WEATHER);
  const next = await again(context);
  assert.deepEqual(await stores(next), NOTHING);
  assert.equal(await next.locator(ROWS).count(), 0);
  await context.close();
});

test("The button clears what is kept, too", async () => {
  const { context, page } = await visit();
  await typed(page);
  await press(page, page.locator("#keep-do"));
  await page.locator("#keep").filter({ hasText: "as you type" }).waitFor();
  await page.getByRole("link", { name: "Leave this page" }).click();
  await page.waitForURL(WEATHER);
  const next = await again(context);
  assert.deepEqual(await stores(next), NOTHING);
  await context.close();
});

test("Capital letters, slow presses, held keys and other keys between do not leave", async () => {
  const { context, page, noise } = await visit("ask/");
  await page.locator("#ask-name").focus();
  for (const letter of ["A", "B", "C", "D"]) {
    await page.keyboard.down("Shift");
    await page.keyboard.press(letter);
    await page.keyboard.up("Shift");
  }
  for (const between of ["Control", "ArrowLeft", "Tab"]) {
    await page.keyboard.press("Shift");
    await page.keyboard.press("Shift");
    await page.keyboard.press(between);
    await page.keyboard.press("Shift");
    await page.keyboard.press(between);
  }
  // Times that no test should wait for.
  const presses = (times, more = {}) =>
    page.evaluate(
      ([all, init]) => {
        for (const time of all) {
          const event = new KeyboardEvent("keydown", { key: "Shift", bubbles: true, ...init });
          Object.defineProperty(event, "timeStamp", { value: time });
          document.body.dispatchEvent(event);
        }
        document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
      },
      [times, more],
    );
  await presses([1e6, 1e6 + 1000, 1e6 + 2000, 1e6 + 3000]);
  await presses([2e6, 2e6 + 100, 2e6 + 200], { repeat: true });
  await presses([3e6, 3e6 + 100, 3e6 + 200], { altKey: true });
  assert.equal(await page.locator("#ask-name").inputValue(), "ABCD");
  assert.equal(page.url(), `${site.address}ask/`);
  assert.equal(await page.evaluate(() => document.body.hidden), false);
  assert.deepEqual(noise, []);
  await presses([4e6, 4e6 + 100, 4e6 + 200]);
  await page.waitForURL(WEATHER);
  await context.close();
});
