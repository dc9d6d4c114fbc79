// Messages to workflows of a real n8n on another port: what our page says, and what the workflow wrote down.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { until } from "../e2e/support/programs.mjs";
import { startBrowser } from "../e2e/support/visit.mjs";
import { MESSAGE, beforehand, keepsEverything, lines, sendTest, showsReceipt, siteWith, table, tried, written } from "./support/bench.mjs";
import { startN8n, version } from "./support/n8n.mjs";

const seen = table("n8n");

let n8n;
let browser;
const sites = new Map();

/** As a clinic names it, with the place of names of fields that its workflow answers with. */
const form = (path) => ({ service: "n8n", url: `${n8n.address}/webhook/${path}`, success: { json: { path: "ok", equals: true }, field_errors: "errors" } });

async function siteOf(path) {
  if (!sites.has(path)) sites.set(path, await siteWith(form(path)));
  return sites.get(path);
}

before(async () => {
  n8n = await startN8n();
  browser = await startBrowser();
});

beforeEach(() => n8n.clear());

after(async () => {
  if (browser) seen.print(`${await version()}, Chromium ${browser.version()}`);
  await browser?.close();
  for (const site of sites.values()) await site.stop();
  await n8n?.stop();
});

const count = async () => `${(await n8n.kept()).length || "nothing"}`;

/** The workflow wrote down this message and no other, to the letter. */
async function isKept({ name, phone, note }) {
  const messages = await n8n.kept();
  assert.equal(messages.length, 1);
  const [sent] = messages;
  assert.deepEqual({ name: sent.name, phone: sent.phone, note: lines(sent.note) }, { name, phone, note });
  assert.equal(sent.voicemail, "only_say_you_called");
}

test("A message is in the workflow's file exactly as typed before the page says that it has arrived", async () => {
  const visit = await written(browser, await siteOf("contact"));
  assert.equal(visit.said, "delivered");
  await showsReceipt(visit);
  await isKept(MESSAGE);
  assert.equal(beforehand(visit.asked()), "204");
  seen.row("sent, answered at the end", "204", visit.said, `${await count()}, as typed`);
  await visit.context.close();
});

test("A phone that the workflow does not take is said at its field, and mended it arrives once", async () => {
  const visit = await written(browser, await siteOf("contact"), { ...MESSAGE, phone: "(312) 555-0199 ext. 5" });
  assert.equal(visit.said, "rejected");
  await keepsEverything(visit);
  assert.equal(await visit.page.locator("#ask-phone").getAttribute("aria-invalid"), "true");
  assert.deepEqual(await n8n.kept(), []);
  seen.row("phone with an extension", beforehand(visit.asked()), visit.said, await count());
  await visit.page.locator("#ask-phone").fill(MESSAGE.phone);
  await visit.page.locator("#ask-send").click();
  await visit.page.locator("[data-outcome=delivered]").waitFor();
  await isKept(MESSAGE);
  await visit.context.close();
});

/** Workflows that do not say yes at their end. */
const OTHERS = {
  started: { what: "it answers before anything is done", said: "unconfirmed", kept: 1 },
  full: { what: "it says no under 200", said: "refused", kept: 0 },
  broken: { what: "it fails", said: "refused", kept: 0 },
  closed: { what: "only another site may read its answer", said: "unconfirmed", kept: 0 },
  // Its page for that lets no other site read it.
  nowhere: { what: "there is no such webhook", said: "unconfirmed", kept: 0 },
};

for (const [path, { what, said, kept }] of Object.entries(OTHERS)) {
  test(`Where ${what}, nothing is claimed and everything typed stays`, async () => {
    const visit = await written(browser, await siteOf(path));
    assert.equal(visit.said, said);
    await keepsEverything(visit);
    // What answers before anything is done may still be at it.
    await until("the message", async () => (await n8n.kept()).length === kept, 10);
    seen.row(what, beforehand(visit.asked()), visit.said, await count());
    await visit.context.close();
  });
}

test("With n8n down nothing is claimed, and once it is up again the same message arrives once", async () => {
  const site = await siteOf("contact");
  await n8n.down();
  const visit = await written(browser, site);
  assert.ok(["unconfirmed", "unreachable"].includes(visit.said), visit.said);
  await keepsEverything(visit);
  assert.equal((await sendTest(form("contact"))).code, 2);
  await n8n.up();
  seen.row("n8n is down", beforehand(visit.asked()), visit.said, await count());
  await visit.page.locator("#ask-send").click();
  await visit.page.locator("[data-outcome=delivered]").waitFor();
  await isKept(MESSAGE);
  seen.row("sent once more when it is up", beforehand(visit.asked()), "delivered", await count());
  await visit.context.close();
});

test("A test message arrives from the check page and from the terminal, which stops where a browser would", async () => {
  assert.match(await tried(browser, await siteOf("contact")), /Your message has arrived/);
  assert.equal((await sendTest(form("contact"))).code, 0);
  assert.equal((await n8n.kept()).length, 2);
  assert.equal((await sendTest(form("closed"))).code, 1);
  assert.equal((await n8n.kept()).length, 2);
  seen.row("check page and send-test", "", "arrived, arrived", await count());
});
