// After one visit the site opens and works without a network; with one, nothing old is shown.
import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { fill, send, typed } from "./support/form.mjs";
import { dist, startInbox, startSite } from "./support/servers.mjs";
import { go, ready, startBrowser, visitor } from "./support/visit.mjs";
import { addRow, closeRow, verdicts } from "./support/week.mjs";

const OLD = "(312) 555-0134";
const NEW = "(312) 555-0177";
// What a folder holds for other pages, for its owner, for servers and for testing.
const OTHERS = /^(embed|framed)\.js$|^404\.html$|^_headers$|^\.|\.(br|gz)$|(^|\/)check\/|^en-XA\//;

let inbox;
let browser;
const sites = [];
const folders = [];

before(async () => {
  inbox = await startInbox();
  browser = await startBrowser();
});

afterEach(async () => {
  for (const site of sites.splice(0)) await site.stop();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

after(async () => {
  await browser?.close();
  await inbox?.stop();
});

/** A site of a folder that a test may change. */
async function ownSite() {
  const folder = await mkdtemp(join(tmpdir(), "foothold-offline-"));
  folders.push(folder);
  await cp(dist(), folder, { recursive: true });
  const site = await startSite({ inbox: inbox.address, folder, change: () => {} });
  sites.push(site);
  return site;
}

/** Changes a file of a running site; its compressed copies go. */
async function change(site, name, edit) {
  const path = join(site.folder, name);
  const text = await readFile(path, "utf8");
  const changed = edit(text);
  assert.notEqual(changed, text, `${name} must change`);
  await writeFile(path, changed);
  for (const ending of [".br", ".gz"]) await rm(path + ending, { force: true });
}

/** A first visit to a page, until the browser keeps the site. */
async function visited(site, path = "") {
  const visit = await visitor(browser, { serviceWorkers: "allow", clock: false });
  await visit.page.goto(site.address + path);
  await ready(visit.page);
  await kept(visit.page);
  return visit;
}

/** Asks the page again and again until it says yes. */
async function until(page, asked, about) {
  for (let times = 0; times < 100; times += 1) {
    if (await page.evaluate(asked, about)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`never came true: ${asked}`);
}

const kept = (page) =>
  until(page, async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration?.active?.state === "activated" && Boolean(navigator.serviceWorker.controller);
  });

const caches = (page) => page.evaluate(() => globalThis.caches.keys());

test("After one visit every page opens without a network, in both languages, and the planner answers", async () => {
  const site = await ownSite();
  const { context, page, noise } = await visited(site);
  await site.stop();
  for (const path of ["", "week/", "ask/", "levels/", "questions/", "es/", "es/week/"]) {
    await page.goto(site.address + path);
    await ready(page);
    assert.ok(await page.locator(".strip").getByText("988").isVisible(), path);
    assert.ok(await page.locator(".strip").getByText(OLD).isVisible(), path);
  }
  await page.goto(`${site.address}week/`);
  await ready(page);
  await addRow(page, { kind: "work", what: "Bakery", days: ["Mon", "Wed"], from: "9am", to: "5pm", travel: "25" });
  await closeRow(page);
  assert.ok(Object.keys(await verdicts(page)).length > 3);
  // The page is exchanged, and what was typed stays.
  await go(page, "Ask us");
  await fill(page);
  await context.setOffline(true);
  assert.equal(await send(page), "unreachable");
  assert.equal((await typed(page)).name, "Robin");
  const ours = noise.filter((line) => !/ERR_CONNECTION_REFUSED|ERR_INTERNET_DISCONNECTED|Failed to load resource/.test(line));
  assert.deepEqual(ours, []);
  await context.close();
});

test("Nothing that was typed is kept, only the site's own files, each under its plain address", async () => {
  const site = await ownSite();
  const { context, page } = await visited(site, "week/");
  await addRow(page, { kind: "work", what: "Quetzalcoatl", days: ["Mon"], from: "9am", to: "5pm", travel: "25" });
  await closeRow(page);
  await page.goto(`${site.address}ask/?from=somewhere#ask-name`);
  await ready(page);
  const all = await page.evaluate(async () => {
    const found = [];
    for (const name of await globalThis.caches.keys()) {
      const cache = await globalThis.caches.open(name);
      for (const request of await cache.keys()) {
        found.push([request.url, await (await cache.match(request)).text()]);
      }
    }
    return found;
  });
  assert.ok(all.length > 20, `${all.length} files`);
  for (const [address, text] of all) {
    assert.ok(address.startsWith(site.address) && !/[?#]/.test(address), address);
    assert.ok(!text.includes("Quetzalcoatl"), address);
    // Of the path alone, and by whole names: a port or a sum in a name may well hold any three digits.
    const path = address.slice(site.address.length);
    assert.ok(!OTHERS.test(path), path);
  }
  await context.close();
});

test("With a network a page is as new as the site, phone number and all; what is kept is for times without one", async () => {
  const site = await ownSite();
  const { context, page } = await visited(site);
  for (const name of ["index.html", "clinic.json"]) await change(site, name, (text) => text.replaceAll(OLD, NEW));
  await page.reload();
  assert.ok(await page.locator(".strip").getByText(NEW).isVisible());
  await ready(page);
  assert.ok(await page.locator(".strip").getByText(NEW).isVisible(), "still, when the app has asked for the clinic's file");
  await context.close();
});

test("A kept file that was damaged is fetched anew, and a missing one put back", async () => {
  const site = await ownSite();
  const { context, page, noise } = await visited(site, "week/");
  const damage = () =>
    page.evaluate(async () => {
      const [name] = await globalThis.caches.keys();
      const cache = await globalThis.caches.open(name);
      const wasm = (await cache.keys()).find(({ url }) => /foothold-app-\w+\.wasm$/.test(url));
      await cache.put(wasm, new Response("cut", { headers: { "content-type": "application/wasm" } }));
      await cache.delete(new URL("../levels/", location.href).href);
      return wasm.url;
    });
  const wasm = await damage();
  // Another life of the worker: what it has found whole it does not look at again.
  const control = await context.newCDPSession(page);
  await control.send("ServiceWorker.enable");
  await control.send("ServiceWorker.stopAllWorkers");
  await page.reload();
  await ready(page);
  const length = () =>
    page.evaluate(async (address) => (await (await globalThis.caches.match(address)).arrayBuffer()).byteLength, wasm);
  await until(page, async (address) => (await (await caches.match(address)).arrayBuffer()).byteLength > 1000, wasm);
  assert.ok((await length()) > 100_000);
  await page.goto(`${site.address}levels/`);
  await until(page, async () => Boolean(await caches.match(location.href)));
  assert.deepEqual(noise, []);
  await context.close();
});

test("A new version waits while a page is open, keeps what was typed, and serves the next visit", async () => {
  const site = await ownSite();
  const { context, page } = await visited(site, "ask/");
  const [first] = await caches(page);
  await fill(page);
  await change(site, "offline.js", (text) => text.replace(/const VERSION="(\w+)"/, 'const VERSION="$1-next"'));
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update();
  });
  await until(page, async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting));
  assert.equal((await typed(page)).name, "Robin");
  assert.ok((await caches(page)).includes(first), "the open page keeps its files");
  await page.close();
  const next = await context.newPage();
  await next.goto(`${site.address}ask/`);
  await until(next, async (old) => !(await globalThis.caches.keys()).includes(old), first);
  assert.equal((await caches(next)).length, 1);
  await context.close();
});

test("A site that does not want it takes away whatever an earlier version kept", async () => {
  const site = await ownSite();
  const { context, page } = await visited(site);
  assert.equal((await caches(page)).length, 1);
  await change(site, "offline.js", (text) => text.replace(/const FILES=\{[^}]*\}/, "const FILES={}"));
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await until(page, async () => (await globalThis.caches.keys()).length === 0);
  await context.close();
});

test("Leaving and clearing take it away", async () => {
  const site = await ownSite();
  const { context, page } = await visited(site);
  await page.route("https://www.weather.gov/**", (route) => route.fulfill({ body: "weather" }));
  await page.getByRole("link", { name: "Leave this page" }).first().click();
  await page.waitForURL("https://www.weather.gov/**");
  const again = await context.newPage();
  await again.goto(`${site.address}robots.txt`);
  await until(again, async () => (await globalThis.caches.keys()).length === 0 && !(await navigator.serviceWorker.getRegistration("/")));
  await context.close();
});
