// What is typed stays in the page until Send, and then goes to one place.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ENTRY, link } from "./support/carry.mjs";
import { fill, send } from "./support/form.mjs";
import { browser, inbox, site } from "./support/stage.mjs";
import { go, open, visitor } from "./support/visit.mjs";
import { addRow, closeRow, press } from "./support/week.mjs";

const CANARY = "quetzalcoatl";

/** Everything that a browser keeps or shows outside the form. */
const traces = (page) =>
  page.evaluate(async () => {
    const databases = (await indexedDB.databases()).map((database) => database.name);
    const stores = { ...localStorage, session: { ...sessionStorage } };
    const caches = globalThis.caches ? await globalThis.caches.keys() : [];
    const state = [location.href, document.title, document.cookie, globalThis.name, document.referrer];
    return { stores, databases, caches, state, history: history.state };
  });

const hides = (value, where) => {
  const text = decodeURIComponent(JSON.stringify(value).replaceAll("%", "%25"));
  assert.ok(!text.toLowerCase().includes(CANARY), `${where}: ${text.slice(0, 400)}`);
};

test("Nothing typed shows up in addresses, titles, storage, requests or the console before Send", async () => {
  const { context, page, noise, said, requests } = await visitor(browser);
  const policies = [];
  page.on("response", async (response) => {
    if (response.request().resourceType() === "document") policies.push(response.headers()["content-security-policy"]);
  });
  await open(page, site.address);
  await go(page, "Your week");
  const row = { kind: "work", what: CANARY, days: ["Mon"], from: "9am", to: "5pm", travel: "25", direct: "15" };
  await addRow(page, row);
  await page.locator("#row-1-from").fill(`9 ${CANARY}`);
  await page.locator("#row-1-travel").fill(CANARY);
  await page.locator("#start").pressSequentially(CANARY);
  await page.locator("#clinic-travel").fill(CANARY);
  await page.locator("#row-1-from").fill("9am");
  await page.locator("#row-1-travel").fill("25");
  await page.locator("#clinic-travel").fill("20");
  await go(page, "Search");
  await page.locator("#search-for").fill(CANARY);
  await page.locator("#search-none").waitFor();
  await go(page, "Ask us");
  const text = { name: CANARY, phone: "312 555 0199", note: `${CANARY} ${CANARY}` };
  await fill(page, text);
  await page.locator("#ask-plan").check();
  assert.ok((await page.locator("#ask-plan-text").innerText()).includes(CANARY), "the plan holds the word");
  await go(page, "The program");
  await go(page, "Your week");
  await page.goBack();
  await page.goForward();
  await go(page, "Ask us");
  assert.equal(await page.locator("#ask-name").inputValue(), CANARY);

  const before = await traces(page);
  hides(before, "the browser's stores");
  assert.deepEqual(before.stores, { session: {} });
  assert.deepEqual(before.databases, []);
  assert.deepEqual(before.caches, []);
  assert.deepEqual(await context.cookies(), []);
  hides(requests, "requests");
  hides(said, "the console");
  for (const { url, method } of requests) {
    assert.ok(url.startsWith(`${site.origin}/`), `${url} is not ours`);
    assert.equal(method, "GET");
  }

  const asked = requests.length;
  assert.equal(await send(page), "delivered");
  const later = requests.slice(asked);
  assert.deepEqual([...new Set(later.map(({ url }) => url))], [`${inbox.address}/message`]);
  assert.ok(later.some(({ body }) => body.includes(CANARY)), "the message itself holds it");
  assert.ok(later.every(({ headers }) => !headers.cookie && !headers.referer), "no cookie, no referrer");
  hides(await traces(page), "the browser's stores after sending");
  hides(said, "the console after sending");
  assert.ok(policies.length > 0 && policies.every((policy) => policy?.includes("default-src 'none'")));
  assert.deepEqual(noise, []);
  await context.close();
});

test("A link and what is kept come of a press only, hold no name that was not ticked, and stay out of everything else", async () => {
  const { context, page, noise, said, requests } = await visitor(browser);
  await open(page, `${site.address}week/`);
  await addRow(page, { kind: "work", what: CANARY, days: ["Mon"], from: "9am", to: "5pm", travel: "25" });
  await closeRow(page);
  await press(page, page.locator("#along-open"));
  await page.locator("#along-make").waitFor();
  assert.equal(await page.locator("#along-link").count(), 0, "no link before a press");
  const before = await traces(page);
  assert.deepEqual(before.stores, { session: {} }, "the later part keeps nothing either");
  const asked = requests.length;
  const [bare, named] = [await link(page), await link(page, { names: true })];
  assert.notEqual(bare, named);
  assert.deepEqual(await traces(page), before, "a link that was made is nowhere but in its field");
  await page.locator("#row-1-edit").click();
  await page.locator("#row-1-what").fill("somebody else");
  assert.equal(await link(page), bare, "a link without names is the same whatever the name");
  await press(page, page.locator("#keep-do"));
  await page.locator("#keep").filter({ hasText: "as you type" }).waitFor();
  const after = await traces(page);
  assert.deepEqual(Object.keys(after.stores), [ENTRY, "session"], "one entry");
  assert.deepEqual({ ...after, stores: before.stores }, before, "and no other trace");
  assert.equal(requests.length, asked, "nothing is sent");
  hides(said, "the console");
  assert.deepEqual(noise, []);
  await context.close();
});

test("Every page is guarded by a policy and breaks none of it", async () => {
  const { context, page, noise } = await visitor(browser);
  for (const path of ["", "week/", "ask/", "check/"]) {
    const answer = await open(page, site.address + path);
    const policy = answer.headers()["content-security-policy"];
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /script-src 'self' 'wasm-unsafe-eval';/);
    assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|\*/);
    assert.equal(answer.headers()["referrer-policy"], "no-referrer");
    for (const summary of await page.locator("summary").all()) await summary.evaluate((element) => element.click());
  }
  assert.deepEqual(noise, []);
  await context.close();
});

test("Leaving the page goes somewhere else at once, without a referrer and without what was typed", async () => {
  const { context, page } = await visitor(browser);
  let headers;
  await context.route("https://www.weather.gov/**", (route) => {
    headers = route.request().headers();
    return route.fulfill({ contentType: "text/html", body: "<title>Weather</title>" });
  });
  await open(page, `${site.address}week/`);
  await go(page, "Ask us");
  await fill(page, { name: CANARY, phone: "312 555 0199", note: CANARY });
  await page.getByRole("link", { name: "Leave this page" }).click();
  await page.waitForURL("https://www.weather.gov/");
  assert.equal(headers.referer, undefined);
  hides(headers, "the request");
  await page.goBack();
  await page.locator("main").waitFor();
  const values = await page.locator("input, textarea").evaluateAll((all) => all.map((field) => field.value));
  hides(values, "the page one comes back to");
  await context.close();
});
