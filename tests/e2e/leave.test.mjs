// "Take it with you": the calendar file and the sheets, as other programs read them.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { TELLING, WORK, dates, entries } from "./support/carry.mjs";
import { startSite } from "./support/servers.mjs";
import { open, startBrowser, visitor } from "./support/visit.mjs";
import { addRow, closeRow, focused, press } from "./support/week.mjs";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

let site;
let browser;

before(async () => {
  site = await startSite();
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await site?.stop();
});

async function planned(more = {}, path = "week/") {
  const all = await visitor(browser, more);
  await open(all.page, site.address + path);
  if (path === "week/") {
    await addRow(all.page, WORK);
    await closeRow(all.page);
    await press(all.page, all.page.locator("#see-evening"));
  }
  return all;
}

async function opened(page) {
  await press(page, page.locator("#along-open"));
  await page.locator("#along-save").waitFor();
}

async function saved(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, page.locator("#along-save"))]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

/** The text of a printed page, by a reader that knows nothing of us; the browser's own edges are on. */
async function printed(page) {
  const folder = await mkdtemp(join(tmpdir(), "foothold-sheet-"));
  try {
    const session = await page.context().newCDPSession(page);
    const { data } = await session.send("Page.printToPDF", { displayHeaderFooter: true, printBackground: true });
    const file = join(folder, "sheet.pdf");
    await writeFile(file, Buffer.from(data, "base64"));
    const script = "import sys, pypdf\nr = pypdf.PdfReader(sys.argv[1])\nprint(r.metadata)\nprint('\\n'.join(p.extract_text() for p in r.pages))";
    const { stdout } = await promisify(execFile)(process.env.FOOTHOLD_PYTHON || "python3", ["-c", script, file]);
    return stdout.replace(/\s+/g, " ");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The page that opens to be printed. The browser's own printing is held back: Chromium makes no second print of a page meanwhile. */
async function sheet(page, button) {
  await page.context().addInitScript(() => (globalThis.print = () => (globalThis.printed = true)));
  const [popup] = await Promise.all([page.context().waitForEvent("page"), press(page, button)]);
  await popup.locator("h1").waitFor();
  await popup.waitForFunction(() => [...document.styleSheets].length > 0 && globalThis.printed);
  return popup;
}

test("The calendar file has the sessions on their dates under a neutral name, and the change at work", async () => {
  const { context, page, noise, requests } = await planned();
  await opened(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), "along-open", "the focus stays");
  const before = requests.length;
  const { name, text } = await saved(page);
  assert.equal(name, "calendar.ics");
  assert.doesNotMatch(text.replaceAll("America/Chicago", ""), TELLING);
  const events = entries(text);
  const titles = events.map((event) => event.summary).sort();
  assert.deepEqual(titles, ["Appointment", "Appointment", "Appointment", "Bakery: Leave at 5:35pm instead of 5:50pm"]);
  const mondays = dates(events.find((event) => event.startDate.toString() === "2026-11-30T18:00:00"));
  assert.equal(mondays.length, 23);
  assert.ok(!mondays.includes("2027-01-18"), "closed");
  await page.locator("#along-name").fill("Band practice");
  await page.locator("#along-changes").uncheck();
  await page.locator("#along-way").check();
  assert.equal(await page.locator("#along-name").inputValue(), "Band practice");
  const again = (await saved(page)).text;
  assert.equal(again.match(/SUMMARY:Band practice\r\n/g).length, 3);
  assert.doesNotMatch(again, /Bakery/);
  const ids = (file) => file.match(/UID:.*/g);
  assert.deepEqual(ids(again), ids(text).slice(0, 3), "what is there already moves along");
  assert.equal(requests.slice(before).filter(({ url }) => !url.startsWith("blob:")).length, 0, "nothing is sent");
  assert.deepEqual(noise, []);
  await context.close();
});

test("The sheet for an employer says days, times and what is asked, and nothing of where or why, edges included", async () => {
  const { context, page, noise } = await planned();
  await opened(page);
  const popup = await sheet(page, page.getByRole("button", { name: "Print for: Bakery" }));
  assert.equal(await popup.title(), "Recurring appointments");
  assert.equal(popup.url(), "about:blank");
  const text = await printed(popup);
  assert.match(text, /6pm to 9pm: Monday, Tuesday and Thursday, from Monday, November 30, 2026 to Thursday, February 18, 2027/);
  assert.match(text, /Leave at 5:35pm instead of 5:50pm/);
  assert.match(text, /about:blank/, "the browser's edges are on");
  assert.doesNotMatch(text, TELLING);
  assert.deepEqual(noise, []);
  await context.close();
});

test("The week for the fridge has the visitor's own words and none of the clinic's", async () => {
  const { context, page } = await planned();
  await opened(page);
  const popup = await sheet(page, page.getByRole("button", { name: "Print my week" }));
  const text = await printed(popup);
  assert.match(text, /My week/);
  assert.match(text, /Bakery: Leave at 5:35pm/);
  assert.match(text, /Appointment/);
  assert.doesNotMatch(text, TELLING);
  await context.close();
});

test("Without the later part the page says so and keeps working; pressed again, it opens", async () => {
  const { context, page } = await planned();
  await page.route("**/foothold-rest-*", (route) => route.abort());
  await press(page, page.locator("#along-open"));
  await page.locator("#page-says").filter({ hasText: "could not be opened" }).waitFor();
  assert.match(await page.locator(".row-summary").innerText(), /Bakery/);
  assert.equal(await page.locator("#along-open").getAttribute("aria-expanded"), "false");
  await page.unroute("**/foothold-rest-*");
  await opened(page);
  assert.equal(await page.locator("#along-open").getAttribute("aria-expanded"), "true");
  await focused(page, "#along-open");
  await press(page, page.locator("#along-open"));
  await page.locator("#along-save").waitFor({ state: "detached" });
  await context.close();
});

test("The open section has no fault for the accessibility checker, light or dark, wide or narrow", async () => {
  for (const [scheme, width] of [["light", 1280], ["dark", 320]]) {
    const { context, page } = await planned({ scheme, width });
    await opened(page);
    const source = await readFile(AXE, "utf8");
    await page.evaluate(source);
    const found = await page.evaluate(async () => (await globalThis.axe.run(".planner-along")).violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]));
    assert.deepEqual(found, [], `${scheme} ${width}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    assert.equal(wide, false, "no sideways scrolling");
    await context.close();
  }
});

test("A blank week is there without scripts, and only it is printed", async () => {
  const { context, page } = await visitor(browser, { javaScriptEnabled: false, clock: false });
  await page.goto(`${site.address}week/`);
  await page.getByRole("link", { name: "A blank week to print" }).click();
  assert.equal(page.url(), `${site.address}paper/`);
  assert.equal(await page.title(), "A blank week");
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator(".week").isVisible());
  for (const hidden of [".strip", "header", "footer", ".lead"]) assert.equal(await page.locator(hidden).first().isVisible(), false, hidden);
  await context.close();
});
