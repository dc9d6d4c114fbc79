// Writes a message on our page to a receiver on another port, in a real browser, and notes what the browser asked
// beforehand, what our page says, and what the receiver kept.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fill, send, typed } from "../../e2e/support/form.mjs";
import { clinic, dist, startSite } from "../../e2e/support/servers.mjs";
import { open, visitor } from "../../e2e/support/visit.mjs";
import { needed, run, scratch } from "../../e2e/support/programs.mjs";

/** What people type, and what gets broken on the way elsewhere. */
export const MESSAGE = {
  name: "Zoë O'Neil 🙂",
  phone: "(312) 555-0199",
  note: [
    "=1+1",
    "+SUM(A1:A9)",
    "",
    "Line four: \"twice\", 'once', back\\slash, 100 % & more; a=b",
    "<script>alert(1)</script> <b>bold</b>",
    "👩‍👩‍👧 ñ é ß 中文 \u202Eright to left\u202C zero\u200Bwidth",
    "Subject: not a header",
  ].join("\n"),
};

const CHOSEN = ["ask-reach-call", "ask-voicemail-only-called", "ask-whom-me"];

/** Line ends are the one thing that encodings may change. */
export const lines = (text) => text?.replaceAll("\r\n", "\n");

/** Notes every question that the browser asks beforehand, with the status of the answer. */
async function questions(context, page) {
  const asked = new Map();
  const session = await context.newCDPSession(page);
  session.on("Network.requestWillBeSent", ({ requestId, request, initiator }) => initiator.type === "preflight" && asked.set(requestId, { url: request.url, status: 0 }));
  session.on("Network.responseReceived", ({ requestId, response }) => asked.has(requestId) && (asked.get(requestId).status = response.status));
  await session.send("Network.enable");
  return () => [...asked.values()];
}

/** Our site with this form in its configuration. */
export const siteWith = (form) => startSite({ change: (clinic) => void (clinic.form = { timeout_s: 5, ...form }) });

/** The same as HTML alone, written from this form as the build does it, for who has no scripts. */
export async function plainSiteWith(form) {
  const { folder, away } = await scratch("plain");
  const file = join(folder, "clinic.json");
  await writeFile(file, JSON.stringify({ ...(await clinic()), form }));
  const pages = join(folder, "pages");
  run(needed("FOOTHOLD"), ["remake", dist(), file, "--out", pages]);
  const site = await startSite({ folder: pages });
  return {
    ...site,
    stop: async () => {
      await site.stop();
      await away();
    },
  };
}

/** Fills in the form without scripts and sends it; gives what the receiver shows then. */
export async function writtenPlainly(browser, site, message = MESSAGE) {
  const { context, page } = await visitor(browser, { clock: false, javaScriptEnabled: false });
  await page.goto(`${site.address}ask/`);
  await fill(page, message);
  await page.locator("#ask-send").click();
  await page.waitForURL((url) => !url.href.startsWith(site.address));
  const shown = await page.locator("body").innerText();
  await context.close();
  return shown;
}

/** Fills in the form and sends it; the visit stays open, `seen` grows with whatever is sent from it later. */
export async function written(browser, site, message = MESSAGE) {
  const visit = await visitor(browser, { clock: false });
  const asked = await questions(visit.context, visit.page);
  await open(visit.page, `${site.address}ask/`);
  await fill(visit.page, message);
  const said = await send(visit.page, 20_000);
  const posts = () => visit.requests.filter(({ method }) => method === "POST");
  assert.deepEqual(visit.noise.filter((line) => line.includes("policy violation")), [], "our own policy lets it out");
  return { ...visit, asked, posts, said, message };
}

/** Everything that was typed is still there, the page claims nothing, and shows the phone. */
export async function keepsEverything({ page, message, said }) {
  assert.notEqual(said, "delivered");
  assert.deepEqual(await typed(page), { ...message, chosen: CHOSEN });
  const main = await page.locator("main").innerText();
  assert.ok(!main.includes("Your message has arrived"), "it must not say that the message arrived");
  assert.ok(main.includes("(312) 555-0134"), "another way is there");
}

/** The page says that it arrived, and shows what was sent. */
export async function showsReceipt({ page, message }) {
  const receipt = await page.locator("#ask-says").innerText();
  assert.ok(receipt.includes("Your message has arrived") && receipt.includes(message.name), receipt);
  for (const line of message.note.split("\n")) assert.ok(receipt.includes(line), line);
}

/** What the browser asked beforehand, in a word. */
export const beforehand = (asked) => (asked.length === 0 ? "none" : asked.map(({ status }) => status || "no answer").join(", "));

/** The check page's test message: what its maker reads. */
export async function tried(browser, site) {
  const { context, page } = await visitor(browser, { clock: false });
  await open(page, `${site.address}check/`);
  await page.locator("#test-send").click();
  await page.locator("#test-verdict").waitFor({ timeout: 20_000 });
  await page.locator("#test-busy").waitFor({ state: "hidden" });
  const shown = await page.locator("#test-result").innerText();
  await context.close();
  return shown;
}

/** `foothold send-test` for this form: how it ends and what it prints. */
export async function sendTest(form) {
  const { folder, away } = await scratch("send-test");
  const file = join(folder, "clinic.json");
  await writeFile(file, JSON.stringify({ ...(await clinic()), form: { timeout_s: 5, ...form } }));
  const ended = spawnSync(needed("FOOTHOLD"), ["send-test", file], { encoding: "utf8" });
  await away();
  return { code: ended.status, said: ended.stdout + ended.stderr };
}

/** A table of what was seen, printed at the end. */
export function table(title) {
  const rows = [["what happened", "asked before", "our page says", "what was kept"]];
  return {
    row: (...cells) => rows.push(cells.map(String)),
    print: (versions) => {
      const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => row[at].length)));
      console.log(`\n${title}: ${versions}`);
      for (const row of rows) console.log(`  ${row.map((cell, at) => cell.padEnd(widths[at])).join("  ").trimEnd()}`);
      console.log("");
    },
  };
}
