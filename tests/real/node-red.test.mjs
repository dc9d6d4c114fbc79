// Messages to flows of a real Node-RED on another port: what our page says, and what the flow wrote down.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { startBrowser } from "../e2e/support/visit.mjs";
import { MESSAGE, beforehand, keepsEverything, lines, plainSiteWith, sendTest, showsReceipt, siteWith, table, tried, written, writtenPlainly } from "./support/bench.mjs";
import { startNodeRed, version } from "./support/node-red.mjs";

const seen = table("Node-RED");
const ENCODINGS = ["json", "text-json", "urlencoded", "multipart"];
const SUCCESS = { status: [200, 299], json: { path: "ok", equals: true }, field_errors: "errors" };

/** With the one setting that lets other sites in, and as it comes. */
let open;
let closed;
let browser;
const sites = new Map();

/** Node-RED reads parts only where a flow allows files, and text only where it does not. */
const door = (encoding) => (encoding === "multipart" ? "parts" : "contact");
const form = (red, path, encoding) => ({ url: `${red.address}/${path}`, encoding, success: SUCCESS });

async function siteOf(red, path, encoding) {
  const own = form(red, path, encoding);
  const key = JSON.stringify(own);
  if (!sites.has(key)) sites.set(key, await siteWith(own));
  return sites.get(key);
}

before(async () => {
  [open, closed] = await Promise.all([startNodeRed({ cors: true }), startNodeRed({ cors: false })]);
  browser = await startBrowser();
});

beforeEach(() => Promise.all([open.clear(), closed.clear()]));

after(async () => {
  if (browser) seen.print(`${await version()}, Chromium ${browser.version()}`);
  await browser?.close();
  for (const site of sites.values()) await site.stop();
  await open?.stop();
  await closed?.stop();
});

const count = async (red) => `${(await red.kept()).length || "nothing"}`;

/** The flow wrote down this message and no other, to the letter. */
async function isKept(red, { name, phone, note }) {
  const messages = await red.kept();
  assert.equal(messages.length, 1);
  const [sent] = messages;
  assert.deepEqual({ name: sent.name, phone: sent.phone, note: lines(sent.note) }, { name, phone, note });
  assert.equal(sent.voicemail, "only_say_you_called");
  assert.match(sent.message_id, /^[0-9a-f]{32}$/);
}

for (const encoding of ENCODINGS) {
  test(`A message as ${encoding} is in the flow's file exactly as typed before the page says that it has arrived`, async () => {
    const visit = await written(browser, await siteOf(open, door(encoding), encoding));
    assert.equal(visit.said, "delivered");
    await showsReceipt(visit);
    await isKept(open, MESSAGE);
    if (encoding === "json") assert.match(beforehand(visit.asked()), /^2\d\d$/);
    else assert.equal(beforehand(visit.asked()), "none");
    seen.row(`${encoding}: sent`, beforehand(visit.asked()), visit.said, `${await count(open)}, as typed`);
    await visit.context.close();
  });

  test(`A Node-RED that lets no other site in never gets a claim for ${encoding}`, async () => {
    const visit = await written(browser, await siteOf(closed, door(encoding), encoding));
    assert.equal(visit.said, "unconfirmed");
    await keepsEverything(visit);
    // JSON is not even sent; the others arrive, and nobody here can know it.
    assert.equal((await closed.kept()).length, encoding === "json" ? 0 : 1);
    seen.row(`${encoding}: other sites are not let in`, beforehand(visit.asked()), visit.said, await count(closed));
    await visit.context.close();
  });
}

for (const encoding of ["urlencoded", "multipart"]) {
  test(`Without scripts the same form posts as ${encoding}, and the flow writes the same down`, async () => {
    const site = await plainSiteWith(form(open, door(encoding), encoding));
    const shown = await writtenPlainly(browser, site);
    assert.ok(shown.includes('"ok":true'), shown);
    const [sent, ...others] = await open.kept();
    assert.deepEqual([others, sent.name, sent.phone, lines(sent.note), sent.voicemail], [[], MESSAGE.name, MESSAGE.phone, MESSAGE.note, "only_say_you_called"]);
    seen.row(`${encoding}: without scripts`, "none", "(its own answer)", `${await count(open)}, as typed`);
    await site.stop();
  });
}

test("A phone that the flow does not take is said at its field, and mended it arrives once", async () => {
  const visit = await written(browser, await siteOf(open, "contact", "json"), { ...MESSAGE, phone: "(312) 555-0199 ext. 5" });
  assert.equal(visit.said, "rejected");
  await keepsEverything(visit);
  assert.equal(await visit.page.locator("#ask-phone").getAttribute("aria-invalid"), "true");
  assert.deepEqual(await open.kept(), []);
  seen.row("json: phone with an extension", beforehand(visit.asked()), visit.said, await count(open));
  await visit.page.locator("#ask-phone").fill(MESSAGE.phone);
  await visit.page.locator("#ask-send").click();
  await visit.page.locator("[data-outcome=delivered]").waitFor();
  await isKept(open, MESSAGE);
  await visit.context.close();
});

/** Flows that do not say yes. */
const OTHERS = {
  full: { what: "it says no under 200", said: "refused", kept: 0 },
  mute: { what: "it says nothing at its end", said: "unconfirmed", kept: 1 },
  broken: { what: "it breaks off and never answers", said: "unconfirmed", kept: 1 },
  // Its page for that lets no other site read it.
  nowhere: { what: "there is no such flow", said: "unconfirmed", kept: 0 },
};

for (const [path, { what, said, kept }] of Object.entries(OTHERS)) {
  test(`Where ${what}, nothing is claimed and everything typed stays`, async () => {
    const visit = await written(browser, await siteOf(open, path, "urlencoded"));
    assert.equal(visit.said, said);
    await keepsEverything(visit);
    assert.equal((await open.kept()).length, kept);
    seen.row(`urlencoded: ${what}`, beforehand(visit.asked()), visit.said, await count(open));
    await visit.context.close();
  });
}

test("With Node-RED down nothing is claimed, and once it is up again the same message arrives once", async () => {
  const site = await siteOf(open, "contact", "json");
  await open.down();
  const visit = await written(browser, site);
  assert.ok(["unconfirmed", "unreachable"].includes(visit.said), visit.said);
  await keepsEverything(visit);
  assert.equal((await sendTest(form(open, "contact", "json"))).code, 2);
  await open.up();
  seen.row("json: Node-RED is down", beforehand(visit.asked()), visit.said, await count(open));
  await visit.page.locator("#ask-send").click();
  await visit.page.locator("[data-outcome=delivered]").waitFor();
  await isKept(open, MESSAGE);
  const ids = visit.posts().map(({ postData, body }) => JSON.parse(postData ?? body).message_id);
  assert.equal(new Set(ids).size, 1, "one message, one id");
  seen.row("json: sent once more when it is up", beforehand(visit.asked()), "delivered", await count(open));
  await visit.context.close();
});

test("A test message arrives from the check page and from the terminal, and neither claims what it cannot know", async () => {
  assert.match(await tried(browser, await siteOf(open, "contact", "json")), /Your message has arrived/);
  for (const encoding of ENCODINGS) {
    const terminal = await sendTest(form(open, door(encoding), encoding));
    assert.equal(terminal.code, 0, terminal.said);
  }
  assert.equal((await open.kept()).length, 5);
  seen.row("check page and send-test, every encoding", "", "arrived", await count(open));
  for (const encoding of ENCODINGS) {
    const terminal = await sendTest(form(closed, door(encoding), encoding));
    assert.equal(terminal.code, 1, terminal.said);
  }
  assert.equal((await closed.kept()).length, 3, "JSON is not sent where a browser would not send it");
  seen.row("send-test, other sites are not let in", "", "no claim", await count(closed));
});
