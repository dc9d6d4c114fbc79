// Messages to a real WordPress on another port: what our page says, and what its database and its mail then hold.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { startBrowser } from "../e2e/support/visit.mjs";
import { MESSAGE, beforehand, keepsEverything, lines, sendTest, showsReceipt, siteWith, table, tried, written } from "./support/bench.mjs";
import { startWordPress } from "./support/wordpress.mjs";

const SAFE = "Please call. In a message only say that you called, not from where or why.";
const seen = table("WordPress");

let wordpress;
let browser;
/** For each plugin its part of clinic.json, and our site with that. */
const forms = {};
const sites = {};

before(async () => {
  wordpress = await startWordPress();
  forms.cf7 = { service: "cf7", host: wordpress.address, id: "17" };
  forms.gravity = { service: "gravity", host: wordpress.address, id: "17" };
  for (const [name, form] of Object.entries(forms)) sites[name] = await siteWith(form);
  browser = await startBrowser();
});

beforeEach(() => wordpress.clear());

after(async () => {
  if (wordpress && browser) seen.print(`${wordpress.versions()}, Chromium ${browser.version()}`);
  await browser?.close();
  for (const site of Object.values(sites)) await site.stop();
  await wordpress?.stop();
});

/** What one plugin calls our fields. */
const NAMES = { cf7: { name: "your-name", phone: "your-phone", note: "your-message" }, gravity: { name: "input_1", phone: "input_2", note: "input_4" } };

/** The database holds this message and no other, to the letter. */
function isKept(plugin, { name, phone, note }, status) {
  const messages = wordpress.kept();
  assert.equal(messages.length, 1, `${messages.length} messages in the database`);
  const { status: kept, fields } = messages[0];
  const names = NAMES[plugin];
  assert.equal(kept, status);
  assert.equal(fields[names.name], name);
  assert.equal(fields[names.phone], phone);
  const text = lines(fields[names.note]);
  assert.ok(text.startsWith(SAFE), text);
  assert.ok(text.includes(note), `not as it was typed:\n${text}`);
}

const keptNow = () => wordpress.kept().map(({ status }) => status).join(", ") || "nothing";

for (const [plugin, status] of [["cf7", "mail_sent"], ["gravity", "valid"]]) {
  test(`A message by ${plugin} is in the database exactly as typed before the page says that it has arrived`, async () => {
    const visit = await written(browser, sites[plugin]);
    assert.equal(visit.said, "delivered");
    await showsReceipt(visit);
    isKept(plugin, MESSAGE, status);
    assert.equal(visit.posts().length, 1);
    assert.ok(visit.posts()[0].url.startsWith(`${wordpress.address}/wp-json/`));
    assert.notEqual(new URL(visit.posts()[0].url).origin, sites[plugin].origin, "two origins");
    // WordPress itself answers what browsers ask before JSON; parts need no question.
    if (plugin === "cf7") assert.equal(beforehand(visit.asked()), "none");
    else assert.match(beforehand(visit.asked()), /^2\d\d$/);
    if (plugin === "cf7") {
      const mails = await wordpress.mails();
      assert.equal(mails.length, 1);
      for (const line of MESSAGE.note.split("\n")) assert.ok(mails[0].includes(line), `the mail lacks ${line}`);
      assert.match(mails[0], /^Subject: A question from your website\r?$/m);
    }
    seen.row(`${plugin}: sent`, beforehand(visit.asked()), visit.said, `${keptNow()}, as typed`);
    await visit.context.close();
  });

  test(`A phone that the form of ${plugin} does not take is said at its field, and mended it arrives once`, async () => {
    const visit = await written(browser, sites[plugin], { ...MESSAGE, phone: "(312) 555-0199 ext. 5" });
    const { page } = visit;
    assert.equal(visit.said, "rejected");
    await keepsEverything(visit);
    assert.equal(await page.locator("#ask-phone").getAttribute("aria-invalid"), "true");
    assert.equal(await page.locator("#ask-note").getAttribute("aria-invalid"), null);
    assert.deepEqual(wordpress.kept(), []);
    seen.row(`${plugin}: phone with an extension`, beforehand(visit.asked()), visit.said, keptNow());
    await page.locator("#ask-phone").fill(MESSAGE.phone);
    await page.locator("#ask-send").click();
    await page.locator("[data-outcome=delivered]").waitFor();
    isKept(plugin, MESSAGE, status);
    await visit.context.close();
  });

  test(`An answer of ${plugin} that the browser may not read is no delivery and no refusal`, async () => {
    await wordpress.fault("no permission to read");
    const visit = await written(browser, sites[plugin]);
    assert.equal(visit.said, "unconfirmed");
    await keepsEverything(visit);
    // Parts arrive all the same; JSON is not even sent, because the question beforehand has no good answer.
    assert.equal(wordpress.kept().length, plugin === "cf7" ? 1 : 0);
    seen.row(`${plugin}: no permission to read`, beforehand(visit.asked()), visit.said, keptNow());
    await visit.context.close();
    await wordpress.fault("none");
  });
}

test("Where a firewall turns the question beforehand away, nothing was sent and nothing is claimed", async () => {
  await wordpress.fault("no questions beforehand");
  const visit = await written(browser, sites.gravity);
  assert.equal(visit.said, "unconfirmed");
  await keepsEverything(visit);
  assert.equal(beforehand(visit.asked()), "403");
  assert.deepEqual(wordpress.kept(), []);
  seen.row("gravity: a firewall refuses the question", beforehand(visit.asked()), visit.said, keptNow());
  const terminal = await sendTest(forms.gravity);
  assert.equal(terminal.code, 1, terminal.said);
  assert.deepEqual(wordpress.kept(), [], "the terminal stops where a browser would");
  await visit.context.close();
  await wordpress.fault("none");
});

/** What says no, as WordPress says it; only a page of its own, before anything of its interface runs, can nobody read. */
const NO = {
  "its mail server takes nothing": { make: () => wordpress.refuseMail(true), mend: () => wordpress.refuseMail(false), said: "refused", kept: "mail_failed" },
  "a word on its list of bad words": { make: () => wordpress.keeper("word", "SUM"), mend: () => wordpress.keeper("word", ""), said: "refused", kept: "spam" },
  "the plugin is off": { make: () => wordpress.keeper("off"), mend: () => wordpress.keeper("on"), said: "refused", kept: "nothing" },
  "WordPress is being updated": { make: () => wordpress.updating(true), mend: () => wordpress.updating(false), said: "unconfirmed", kept: "nothing" },
};

for (const [what, { make, mend, said, kept }] of Object.entries(NO)) {
  test(`Where ${what}, the page says ${said} and keeps everything`, async () => {
    await make();
    try {
      const visit = await written(browser, sites.cf7);
      assert.equal(visit.said, said);
      await keepsEverything(visit);
      assert.equal(keptNow(), kept);
      assert.deepEqual(await wordpress.mails(), []);
      seen.row(`cf7: ${what}`, beforehand(visit.asked()), visit.said, keptNow());
      await visit.context.close();
    } finally {
      await mend();
    }
  });
}

test("Without its database WordPress delivers nothing, and the page does not say that it did", async () => {
  await wordpress.database.stop();
  const visit = await written(browser, sites.cf7);
  await wordpress.database.again();
  await keepsEverything(visit);
  assert.deepEqual(wordpress.kept(), []);
  seen.row("cf7: no database", beforehand(visit.asked()), visit.said, keptNow());
  await visit.context.close();
});

test("A redirect to a page of the site is no delivery", async () => {
  await wordpress.fault("a way round");
  const visit = await written(browser, sites.cf7);
  await keepsEverything(visit);
  assert.deepEqual(wordpress.kept(), []);
  seen.row("cf7: its address has moved", beforehand(visit.asked()), visit.said, keptNow());
  await visit.context.close();
  await wordpress.fault("none");
});

test("With the server down nothing is claimed, and once it is up again the same words arrive once", async () => {
  await wordpress.down();
  const visit = await written(browser, sites.cf7);
  assert.ok(["unconfirmed", "unreachable"].includes(visit.said), visit.said);
  await keepsEverything(visit);
  const terminal = await sendTest(forms.cf7);
  assert.equal(terminal.code, 2, terminal.said);
  await wordpress.up();
  assert.deepEqual(wordpress.kept(), []);
  seen.row("cf7: the server is down", beforehand(visit.asked()), visit.said, keptNow());
  await visit.page.locator("#ask-says [data-do=send], #ask-send").first().click();
  await visit.page.locator("[data-outcome=delivered]").waitFor();
  isKept("cf7", MESSAGE, "mail_sent");
  seen.row("cf7: sent once more when it is up", beforehand(visit.asked()), "delivered", keptNow());
  await visit.context.close();
});

for (const [plugin, status] of [["cf7", "mail_sent"], ["gravity", "valid"]]) {
  test(`A test message to ${plugin} arrives from the check page and from the terminal`, async () => {
    const shown = await tried(browser, sites[plugin]);
    assert.match(shown, /Your message has arrived/);
    assert.ok(shown.includes(plugin === "cf7" ? '"status":"mail_sent"' : '"is_valid":true'), shown);
    const terminal = await sendTest(forms[plugin]);
    assert.equal(terminal.code, 0, terminal.said);
    assert.deepEqual(wordpress.kept().map((message) => message.status), [status, status]);
    seen.row(`${plugin}: check page and send-test`, "", "arrived, arrived", keptNow());
  });
}
