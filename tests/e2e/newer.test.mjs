// A clinic's file that is newer than the pages, broken, or not there: the page and the planner go on, and agree.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startInbox, startSite } from "./support/servers.mjs";
import { open, startBrowser, visitor } from "./support/visit.mjs";
import { addRow, verdicts } from "./support/week.mjs";

const WORK = { kind: "work", what: "", days: ["Mon", "Tue", "Wed", "Thu", "Fri"], from: "9am", to: "5pm", travel: "25", direct: "15" };

let inbox;
let browser;

before(async () => {
  inbox = await startInbox();
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await inbox?.stop();
});

/** The files that a page fetches, by the beginning of their names. */
function watch(page) {
  const seen = [];
  page.on("request", (request) => seen.push(new URL(request.url()).pathname));
  return (part) => seen.filter((path) => path.includes(part)).length;
}

test("A file that has changed since counts: its name, its phone and its offers are shown and answered", async () => {
  const site = await startSite({
    inbox: inbox.address,
    change: (clinic) => {
      clinic.name = "Harbor Program";
      clinic.phone.shown = "(312) 555-0177";
      clinic.tracks = clinic.tracks.filter((track) => track.id === "morning");
    },
  });
  const { context, page } = await visitor(browser);
  const asked = watch(page);
  await open(page, `${site.address}week/`);
  await addRow(page, WORK);
  assert.deepEqual(await verdicts(page), { morning: "does-not-fit" });
  assert.equal(await page.locator("[data-fact=name]").first().innerText(), "Harbor Program");
  assert.match(await page.locator(".strip").innerText(), /555-0177/);
  assert.equal(asked("foothold-rest"), 1, "the reader of the file is in the second part");
  await context.close();
  await site.stop();
});

test("On every page that was not written again the new number stands wherever the old one did, to read and to dial", async () => {
  const site = await startSite({
    inbox: inbox.address,
    change: (clinic) => (clinic.phone = { shown: "(312) 555-0177", dial: "+13125550177" }),
  });
  const { context, page } = await visitor(browser);
  const pages = ["", "guide/", "levels/", "questions/", "money/", "start/", "search/", "week/", "paper/", "ask/", "check/"];
  for (const path of ["", "es/"].flatMap((lang) => pages.map((name) => lang + name))) {
    await open(page, site.address + path);
    const seen = await page.evaluate(() => {
      for (const quiet of document.querySelectorAll("script, noscript")) quiet.remove();
      const dialled = [...document.querySelectorAll("a[href^='tel:'], a[href^='sms:']")].map((link) => link.href);
      return { text: document.body.textContent, dialled: dialled.join(" ") };
    });
    assert.ok(!seen.text.includes("555-0134") && seen.text.includes("555-0177"), path);
    assert.ok(!seen.dialled.includes("5550134") && seen.dialled.includes("tel:+13125550177"), `${path}: ${seen.dialled}`);
  }
  await context.close();
  await site.stop();
});

test("A file that cannot be had costs nothing: the planner answers with what the page was written with", async () => {
  const site = await startSite({ inbox: inbox.address });
  const { context, page } = await visitor(browser);
  const asked = watch(page);
  await page.route("**/clinic.json", (route) => route.fulfill({ status: 404, body: "Not found" }));
  await open(page, `${site.address}week/`);
  await addRow(page, WORK);
  const answers = await verdicts(page);
  assert.deepEqual([answers.evening, answers.morning, Object.keys(answers).length], ["fits", "does-not-fit", 5]);
  assert.equal(asked("foothold-rest"), 0);
  await context.close();
  await site.stop();
});

test("A newer file whose reader cannot be fetched leaves page and planner with the old one, in agreement", async () => {
  const site = await startSite({ inbox: inbox.address, change: (clinic) => (clinic.tracks = clinic.tracks.slice(0, 1)) });
  const { context, page } = await visitor(browser);
  await page.route("**/foothold-rest-*", (route) => route.abort());
  await open(page, `${site.address}week/`);
  await addRow(page, WORK);
  assert.equal(Object.keys(await verdicts(page)).length, 5);
  await context.close();
  await site.stop();
});

test("A file that somebody broke leaves the page and the phone, and says whom to ask", async () => {
  const site = await startSite({ inbox: inbox.address });
  const { context, page } = await visitor(browser);
  await page.route("**/clinic.json", (route) => route.fulfill({ status: 200, body: '{ "name": "Half' }));
  await open(page, `${site.address}week/`);
  assert.match(await page.locator("[data-place=planner]").innerText(), /\(312\) 555-0134/);
  assert.ok(await page.locator('.strip a[href="tel:988"]').isVisible());
  await context.close();
  await site.stop();
});
