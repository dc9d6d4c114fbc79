// Moving between pages, with a slow network, without one, and under any base path.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FILLED, fill, send, typed } from "./support/form.mjs";
import { startSite } from "./support/servers.mjs";
import { browser, inbox, site } from "./support/stage.mjs";
import { go, open, ready, visitor } from "./support/visit.mjs";
import { addRow, closeRow, focused, verdicts } from "./support/week.mjs";

const WORK = { kind: "work", what: "Bakery", days: ["Mon", "Wed"], from: "9am", to: "5pm", travel: "25" };

test("What is typed before the app runs is not lost, nor is the focus", async () => {
  const { context, page, noise } = await visitor(browser);
  let release;
  const held = new Promise((resolve) => {
    release = resolve;
  });
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${site.address}ask/`, { waitUntil: "domcontentloaded" });
  await fill(page);
  await page.locator("#ask-note").focus();
  assert.equal(await page.locator("html[data-app]").count(), 0, "the app must not run yet");
  release();
  await ready(page);
  assert.deepEqual(await typed(page), FILLED);
  await focused(page, "#ask-note");
  assert.equal(await send(page), "delivered");
  assert.deepEqual(noise, []);
  await context.close();
});

test("What is typed into the planner before the app runs counts", async () => {
  const { context, page } = await visitor(browser);
  let release;
  const held = new Promise((resolve) => {
    release = resolve;
  });
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${site.address}week/`, { waitUntil: "domcontentloaded" });
  await page.locator("#clinic-travel").fill("55");
  await page.locator("#start").fill("2026-12-07");
  release();
  await ready(page);
  assert.equal(await page.locator("#clinic-travel").inputValue(), "55");
  assert.equal(await page.locator("#start").inputValue(), "2026-12-07");
  await page.locator(".assumed summary").click();
  assert.match(await page.locator(".assumed p").innerText(), /^From Monday, December 7, 2026 /);
  await context.close();
});

test("Back and forward keep the week and the message", async () => {
  const { context, page, requests } = await visitor(browser);
  await open(page, `${site.address}week/`);
  await addRow(page, WORK);
  await closeRow(page);
  await go(page, "Ask us");
  assert.match(await page.title(), /^Ask us/);
  await focused(page, "main h1");
  assert.equal(await page.locator("nav a[aria-current=page]").innerText(), "Ask us");
  await fill(page);
  await page.goBack();
  await page.locator("main[data-page=week]").waitFor();
  assert.match(await page.locator(".row-summary").innerText(), /Bakery/);
  assert.equal((await verdicts(page)).morning, "does-not-fit");
  await page.goForward();
  await page.locator("main[data-page=ask]").waitFor();
  assert.deepEqual(await typed(page), FILLED);
  await page.locator("#ask-plan").check();
  await go(page, "The program");
  await go(page, "Ask us");
  assert.equal(await page.locator("#ask-plan").isChecked(), true);
  const asked = (part) => requests.filter(({ url }) => url.includes(part) && url.endsWith(".wasm")).length;
  assert.deepEqual([asked("foothold-app"), asked("foothold-rest")], [1, 1], "the document never changed");
  await context.close();
});

test("The week does without the second part of the app; the form fetches it", async () => {
  const { context, page, requests } = await visitor(browser);
  const asked = () => requests.filter(({ url }) => url.includes("foothold-rest")).length;
  await open(page, `${site.address}week/`);
  await addRow(page, WORK);
  await closeRow(page);
  assert.equal(asked(), 0, "typing in the week");
  await go(page, "Ask us");
  await fill(page);
  assert.equal(asked(), 1, "the form");
  await context.close();
});

test("Without the second part nothing typed is lost, and Send says so and tries again", async () => {
  const { context, page } = await visitor(browser);
  await page.route("**/foothold-rest-*", (route) => route.abort());
  await open(page, `${site.address}ask/`);
  await fill(page);
  await page.locator("#ask-send").click();
  await page.locator("#page-says").filter({ hasText: "could not be made ready" }).waitFor();
  await page.locator("header nav").getByRole("link", { name: "Your week" }).click();
  await page.locator("#page-says").filter({ hasText: "could not be opened" }).waitFor();
  assert.equal(page.url(), `${site.address}ask/`);
  assert.deepEqual(await typed(page), FILLED);
  await page.unroute("**/foothold-rest-*");
  await page.locator("#ask-send").click();
  await page.locator("[data-outcome=sure], [data-outcome=delivered]").waitFor();
  assert.equal(page.url(), `${site.address}ask/`);
  await context.close();
});

test("The texts of the second part come with it; those of another version are refused and asked for again", async () => {
  for (const answer of [{ status: 404, body: "" }, { status: 200, body: "One line\nand another" }]) {
    const { context, page, requests } = await visitor(browser);
    const asked = () => requests.filter(({ url }) => /\/later-[0-9a-f]+\.txt$/.test(url)).length;
    await page.route("**/later-*", (route) => route.fulfill(answer));
    await open(page, `${site.address}week/`);
    await addRow(page, WORK);
    await closeRow(page);
    assert.equal(asked(), 0, "typing in the week");
    await page.locator("header nav").getByRole("link", { name: "Ask us" }).click();
    await page.locator("#page-says").filter({ hasText: "could not be opened" }).waitFor();
    assert.equal(page.url(), `${site.address}week/`);
    assert.match(await page.locator(".row-summary").innerText(), /Bakery/);
    await page.unroute("**/later-*");
    await go(page, "Ask us");
    await fill(page);
    assert.equal(asked(), 2);
    await context.close();
  }
});

test("Without scripts a form that cannot post writes nothing into the address", async () => {
  const { context, page } = await visitor(browser, { javaScriptEnabled: false, clock: false });
  await page.goto(`${site.address}ask/`);
  await page.locator("#ask-name").fill("Sam");
  await page.locator("#ask-send").click();
  await page.locator("#ask-name").press("Enter");
  assert.equal(page.url(), `${site.address}ask/`);
  assert.equal(await page.locator("#ask-name").inputValue(), "Sam");
  await context.close();
});

test("A page that cannot be fetched says so, and what was typed stays", async () => {
  const { context, page } = await visitor(browser);
  await open(page, `${site.address}ask/`);
  await fill(page);
  await context.setOffline(true);
  await page.locator("header nav").getByRole("link", { name: "Your week" }).click();
  await page.locator("#page-says").filter({ hasText: "could not be opened" }).waitFor();
  await focused(page, "#page-says");
  assert.equal(page.url(), `${site.address}ask/`);
  assert.deepEqual(await typed(page), FILLED);
  await context.setOffline(false);
  await go(page, "Your week");
  await go(page, "Ask us");
  assert.deepEqual(await typed(page), FILLED);
  await context.close();
});

test("Going back without a connection says so, and coming back online works again", async () => {
  const { context, page } = await visitor(browser);
  await open(page, `${site.address}week/`);
  await go(page, "Ask us");
  await fill(page);
  await context.setOffline(true);
  await page.evaluate(() => history.back());
  await page.locator("#page-says").filter({ hasText: "could not be opened" }).waitFor();
  assert.deepEqual(await typed(page), FILLED);
  // The address must be that of the page one sees, or a reload would show another one.
  assert.equal(new URL(page.url()).pathname.endsWith("/ask/"), true, `the address is ${page.url()} while the form is shown`);
  await context.close();
});

test("The site works under any base path, links, form and all", async () => {
  const under = await startSite({ inbox: inbox.address, base: "/some/sub/path/" });
  await inbox.clear();
  const { context, page, requests, noise } = await visitor(browser);
  await open(page, under.address);
  await page.locator("#evening a[data-route]").click();
  await page.locator("main[data-page=week]").waitFor();
  assert.equal(page.url(), `${under.address}week/`);
  await addRow(page, WORK);
  await closeRow(page);
  await page.locator(".planner-go a").click();
  await page.locator("main[data-page=ask]").waitFor();
  assert.equal(page.url(), `${under.address}ask/`);
  await fill(page);
  assert.equal(await send(page), "delivered");
  for (const path of ["week/", "ask/", "check/"]) await open(page, under.address + path);
  const ours = requests.filter(({ url }) => url.startsWith(under.origin));
  assert.ok(ours.every(({ url }) => url.startsWith(under.address)), "nothing outside the base path");
  assert.deepEqual(noise, []);
  await context.close();
  await under.stop();
});

test("Links into the program page lead to their place", async () => {
  const { context, page } = await visitor(browser);
  await open(page, `${site.address}week/`);
  await page.goto(`${site.address}#happens`);
  await ready(page);
  const top = await page.locator("#happens").evaluate((section) => section.getBoundingClientRect().top);
  assert.ok(top >= 0 && top < 300, `the section is ${top} pixels down`);
  await context.close();
});

test("Of two pages asked for one after the other, the last is shown, whichever comes first", async () => {
  const { context, page, noise } = await visitor(browser);
  await open(page, site.address);
  await go(page, "Your week");
  await go(page, "Ask us");
  let release;
  const held = new Promise((resolve) => {
    release = resolve;
  });
  await page.route("**/week/", async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest("**/week/");
  await page.evaluate(() => history.back());
  await asked;
  await page.evaluate(() => history.back());
  await page.locator("main[data-page=program]").waitFor();
  const late = page.waitForResponse("**/week/");
  release();
  await (await late).finished();
  await page.waitForTimeout(200);
  assert.equal(await page.locator("main").getAttribute("data-page"), "program");
  assert.equal(page.url(), site.address);
  assert.deepEqual(noise, []);
  await context.close();
});
