// The week as a link and as a QR code: made here, opened there, whole or not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CANARY, link, other, scanned, typed } from "./support/carry.mjs";
import { browser, site } from "./support/stage.mjs";
import { open, ready, visitor } from "./support/visit.mjs";
import { focused, press, verdicts, weekLines } from "./support/week.mjs";

const ROWS = ".rows .row-summary";

/** Somebody who opens an address; `path` is the page's. */
async function opens(address, more = {}) {
  const all = await visitor(browser, more);
  await open(all.page, address);
  return all;
}

/** A link of a typed week, and what it stood for. */
async function made(names, path = "week/") {
  const { context, page, noise } = await opens(site.address + path);
  await typed(page);
  const answers = await verdicts(page);
  const lines = await weekLines(page);
  const address = await link(page, { names });
  assert.deepEqual(noise, []);
  await context.close();
  return { address, answers, lines };
}

const code = (address) => address.slice(address.indexOf("#") + 1);

for (const path of ["week/", "es/week/"]) {
  test(`A link opens the same week elsewhere without names, and the address bar does not keep it: ${path}`, async () => {
    const { address, answers, lines } = await made(false, path);
    assert.ok(address.startsWith(`${site.address}${path}#w1.`), address);
    assert.ok(address.length <= 300, `${address.length}`);
    const { context, page, noise, requests } = await opens(address);
    assert.equal(page.url(), site.address + path);
    assert.equal(await page.evaluate(() => history.length), 2, "about:blank and this page");
    assert.match(await page.locator("#keep").innerText(), path === "week/" ? /This is the week from the link/ : /Esta es la semana del enlace/);
    assert.deepEqual(await verdicts(page), answers);
    const unnamed = lines.map((line) => line.replaceAll(`${CANARY} bakery`, path === "week/" ? "Work" : "Trabajo"));
    assert.deepEqual(await weekLines(page), unnamed, "the week in words, the chosen offer in it");
    assert.ok(!(await page.locator("main").innerText()).includes(CANARY));
    for (const { url, body } of requests) assert.ok(!`${url.split("#")[0]}${body}`.includes(code(address).slice(3, 40)), url);
    assert.deepEqual(noise, []);
    // Another reload finds an empty week: the link is gone, and nothing was kept.
    await page.reload();
    await ready(page);
    assert.equal(await page.locator(ROWS).count(), 0);
    await context.close();
  });
}

test("With the box ticked names go along, and a name with it does not make the link too long", async () => {
  const { address } = await made(true);
  assert.ok(address.length <= 300, `${address.length}`);
  const { context, page } = await opens(address);
  assert.match(await page.locator(ROWS).innerText(), new RegExp(`${CANARY} bakery`));
  assert.equal(await page.locator("#person-1-name").inputValue(), CANARY);
  await context.close();
});

test("A link that comes while something is typed asks first; what it takes the place of can be put back, by keyboard", async () => {
  const { address } = await made(true);
  const { context, page, noise } = await opens(`${site.address}week/`);
  await other(page);
  const mine = await page.locator(ROWS).innerText();
  // As when somebody puts a link into the address bar of the tab that is open.
  const arrives = () => page.evaluate((hash) => void (location.hash = hash), code(address));
  await arrives();
  await page.locator("#link-mine").waitFor();
  await page.waitForFunction(() => location.hash === "");
  assert.equal(await page.locator(ROWS).innerText(), mine, "nothing typed is lost");
  await press(page, page.locator("#link-mine"));
  await focused(page, "#keep-do");
  assert.equal(await page.locator("#link-open").count(), 0);
  assert.equal(await page.locator(ROWS).innerText(), mine);
  await arrives();
  await press(page, page.locator("#link-open"));
  await focused(page, "#link-undo");
  assert.match(await page.locator(ROWS).innerText(), new RegExp(CANARY));
  await page.keyboard.press("Enter");
  await focused(page, "#keep-do");
  assert.equal(await page.locator(ROWS).innerText(), mine);
  assert.equal(page.url(), `${site.address}week/`);
  assert.deepEqual(noise, []);
  await context.close();
});

test("Damaged, foreign and newer links say so in both languages, leave the address bar and change nothing", async () => {
  const { address } = await made(false);
  const whole = code(address);
  const said = {
    "week/": { damaged: /The link is not whole/, newer: /made by a newer version/, foreign: /no week from these pages/ },
    "es/week/": { damaged: /El enlace no está completo/, newer: /una versión más nueva/, foreign: /no es una semana de estas páginas/ },
  };
  const links = [
    ["damaged", whole.slice(0, -7)],
    ["damaged", whole.replace(/^(w1\..{9})./, "$1%")],
    ["damaged", "w1.%E0%A4%A"],
    ["newer", whole.replace("w1.", "w4.")],
    ["foreign", "utm_source=letter"],
  ];
  for (const path of Object.keys(said)) {
    for (const [kind, fragment] of links) {
      const { context, page, noise } = await opens(`${site.address}${path}#${fragment}`);
      assert.match(await page.locator("#keep").innerText(), said[path][kind], fragment);
      assert.equal(page.url(), site.address + path);
      assert.equal(await page.locator(ROWS).count(), 0);
      await other(page);
      assert.equal(await page.locator(ROWS).count(), 1, "the page goes on");
      assert.deepEqual(noise, []);
      await context.close();
    }
  }
});

test("A place on the page is no link and stays in the address", async () => {
  const { context, page } = await opens(`${site.address}week/#main`);
  assert.equal(page.url(), `${site.address}week/#main`);
  await press(page, page.locator("#along-open"));
  await page.locator("#along-make").waitFor();
  assert.equal(page.url(), `${site.address}week/#main`, "nor does the later part take it");
  assert.match(await page.locator("#keep").innerText(), /You can keep your week/);
  await context.close();
});

test("A link whose reader cannot be fetched is said, stays in the address, and is read when the reader comes", async () => {
  const { address } = await made(false);
  const { context, page } = await visitor(browser);
  await page.route("**/foothold-rest-*", (route) => route.abort());
  await open(page, address);
  await page.locator("#page-says").filter({ hasText: "could not be opened" }).waitFor();
  assert.equal(page.url(), address);
  await page.unroute("**/foothold-rest-*");
  await press(page, page.locator("#along-open"));
  await page.locator("#keep").filter({ hasText: "This is the week from the link" }).waitFor();
  assert.equal(page.url(), `${site.address}week/`);
  await context.close();
});

test("The link goes away when the week changes, and can be copied", async () => {
  const { context, page, noise } = await opens(`${site.address}week/`, { permissions: ["clipboard-read", "clipboard-write"] });
  await typed(page);
  const address = await link(page);
  await press(page, page.getByRole("button", { name: "Copy the link" }));
  await page.locator("#link-says").filter({ hasText: "Copied." }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), address);
  await page.locator("#clinic-travel").fill("35");
  await page.locator("#along-link").waitFor({ state: "detached" });
  assert.match(await page.locator("#along").innerText(), /has changed since the link was made/);
  assert.notEqual(await link(page), address);
  assert.deepEqual(noise, []);
  await context.close();
});

for (const [scheme, width] of [["light", 1280], ["dark", 1280], ["light", 320], ["dark", 320]]) {
  test(`A camera reads the link from the QR code, ${scheme} at ${width} pixels`, async () => {
    const { context, page, noise } = await opens(`${site.address}week/`, { scheme, width });
    await typed(page);
    for (const names of [false, true]) {
      const address = await link(page, { names });
      assert.equal(await scanned(page), address);
    }
    assert.equal(await page.locator("#along-qr").getAttribute("aria-label"), "QR code of the link");
    assert.deepEqual(noise, []);
    await context.close();
  });
}
