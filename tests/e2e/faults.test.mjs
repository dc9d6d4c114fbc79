// Every fault of a back-end, at every moment, over every transport, with everything that people do meanwhile.
//
// A part of the combinations in `./dev test`; all of them with FOOTHOLD_FAULTS=all. A row counts only if the
// inbox wrote down that the fault was met (or, where nothing may leave, that nothing came).
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { FILLED, fill, typed } from "./support/form.mjs";
import { deadAddress, startInbox, startSite } from "./support/servers.mjs";
import { go, open, startBrowser, visitor } from "./support/visit.mjs";

const ALL = process.env.FOOTHOLD_FAULTS === "all";
/** Of all combinations, every so many-th belongs to the short run: a number that shares no factor with the lists. */
const STEP = 17;
/** Milliseconds after which the page stops waiting; see clinic.form.timeout_s. */
const TIMEOUT = 5_000;

const TRANSPORTS = ["json", "text-json", "urlencoded", "multipart"];

/** What may be said after each fault; with `kept`, whether the inbox keeps the message. */
const FAULTS = {
  ok: { may: ["delivered"], kept: true },
  slow: { may: ["delivered"], kept: true },
  huge: { may: ["delivered"], kept: true },
  reject: { may: ["rejected"], kept: false },
  refuse: { may: ["refused"], kept: false },
  error: { may: ["refused"], kept: false },
  failure: { may: ["refused"], kept: false },
  word: { may: ["refused", "unconfirmed"], kept: false },
  html: { may: ["unconfirmed"], kept: false },
  redirect: { may: ["unconfirmed"], kept: false },
  empty: { may: ["unconfirmed"], kept: true },
  "drop-answer": { may: ["unconfirmed"], kept: true },
  cut: { may: ["unconfirmed"], kept: true },
  "no-cors": { may: ["unconfirmed"], kept: true },
  drop: { may: ["unconfirmed"], kept: false },
  hang: { may: ["unconfirmed"], kept: false, waits: true },
  "hang-body": { may: ["unconfirmed"], kept: true, waits: true },
  "no-preflight": { may: ["unconfirmed"], kept: (transport) => transport !== "json" },
  offline: { may: ["unreachable"], kept: false, away: true },
  dead: { may: ["unconfirmed", "unreachable"], kept: false, away: true },
};

/** What somebody does; each ends when there is an outcome, or none can come any more. */
const ACTIONS = ["once", "double click", "double enter", "again with the fault", "again when mended", "away and back", "offline meanwhile", "reload"];

const rows = [];
for (const fault of Object.keys(FAULTS)) for (const transport of TRANSPORTS) for (const action of ACTIONS) rows.push({ fault, transport, action });
const chosen = rows.filter((_, at) => ALL || at % STEP === 0);

let inbox;
let browser;
let dead;
const sites = {};

before(async () => {
  inbox = await startInbox();
  browser = await startBrowser();
  dead = await deadAddress();
});

after(async () => {
  await browser?.close();
  for (const site of Object.values(sites)) await (await site).stop();
  await inbox?.stop();
});

function siteOf({ fault, transport }) {
  const receiver = fault === "dead" ? dead : inbox.address;
  const change = (clinic) => {
    clinic.form.encoding = transport;
    clinic.form.timeout_s = TIMEOUT / 1000;
    clinic.form.names = { phone: "contact" };
  };
  const name = `${transport} ${receiver}`;
  sites[name] ??= startSite({ inbox: receiver, change });
  return sites[name];
}

const said = (page) => page.evaluate(() => document.querySelector("[data-outcome]")?.getAttribute("data-outcome") ?? null);

/** Waits for a last word: an outcome that is neither the question whether a person writes nor "on its way". */
async function outcome(page, fault) {
  const panel = page.locator("[data-outcome]:not([data-outcome=sure])");
  const pressed = page.locator("#ask-send:not([aria-disabled=true])").and(page.locator(":visible"));
  const wait = panel.waitFor({ timeout: fault.waits ? TIMEOUT + 4_000 : 8_000 });
  if (fault.waits) {
    // The clock may only run ahead once the message has met the fault.
    for (let tries = 0; tries < 100 && (await inbox.read()).met.length === 0; tries += 1) await new Promise((done) => setTimeout(done, 30));
    await page.clock.fastForward(TIMEOUT);
  }
  await wait;
  // A receipt has no button any more.
  if ((await panel.getAttribute("data-outcome")) !== "delivered") await pressed.waitFor();
  return panel.getAttribute("data-outcome");
}

const busy = (page) => page.locator("#ask-send[aria-disabled=true], [data-outcome]:not([data-outcome=sure])").first().waitFor();

async function run({ fault: name, transport, action }) {
  const fault = FAULTS[name];
  const site = await siteOf({ fault: name, transport });
  await inbox.clear();
  await inbox.mode(fault.away ? "ok" : name);
  const { context, page, noise, requests } = await visitor(browser, { clock: false });
  await page.clock.install();
  await open(page, `${site.address}ask/`);
  await fill(page);
  // Whoever is as fast as a test would be asked whether a person writes.
  await page.clock.fastForward(10_000);
  if (name === "offline") await context.setOffline(true);
  const button = page.locator("#ask-send");
  const claims = [];
  let reloaded = false;
  if (action === "double click") await button.evaluate((element) => (element.click(), element.click()));
  else if (action === "double enter") {
    await page.locator("#ask-name").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
  } else await button.click();
  if (action === "offline meanwhile" && name !== "offline") {
    await busy(page);
    await context.setOffline(true);
  }
  if (action === "away and back") {
    await busy(page);
    await go(page, "Your week").catch(() => null);
    await go(page, "Ask us").catch(() => null);
  }
  if (action === "reload") {
    await busy(page);
    page.once("dialog", (dialog) => dialog.accept());
    if (name === "offline") await context.setOffline(false);
    await page.reload({ waitUntil: "commit" });
    await page.locator("html[data-app=ready]").waitFor({ state: "attached" });
    reloaded = true;
    claims.push(await said(page));
  } else {
    claims.push(await outcome(page, fault));
    if (action.startsWith("again") && claims[0] !== "delivered") {
      if (action === "again when mended") await inbox.mode("ok");
      if (action === "again when mended" && name === "offline") await context.setOffline(false);
      // The panel stays until the second outcome takes its place, so it is taken away first.
      await page.locator("[data-outcome]").evaluate((panel) => panel.removeAttribute("data-outcome"));
      await button.click();
      await busy(page);
      claims.push(await outcome(page, fault.waits && action === "again when mended" ? {} : fault));
    }
  }
  const last = claims.at(-1);
  const kept = await inbox.read();
  const label = `${name} / ${transport} / ${action}: ${claims.join(", ")}`;
  const mended = action === "again when mended" && claims.length === 2 && name !== "dead";
  const offlineCut = action === "offline meanwhile";
  // Only what the inbox wrote down counts.
  if (fault.away) assert.equal(kept.attempts, mended ? 1 : 0, `${label}: nothing may have come`);
  else if (!kept.met.includes(name)) {
    await context.close();
    return null;
  }
  // Claimed is a part of accepted.
  const accepted = kept.messages.length > 0;
  if (claims.includes("delivered")) assert.ok(accepted, `${label}: claimed and not there`);
  assert.ok(kept.messages.length <= 1, `${label}: ${kept.messages.length} messages`);
  // Accepted and unclaimed ends in doubt, never in a no.
  if (accepted && !reloaded && !claims.includes("delivered")) assert.equal(last, "unconfirmed", label);
  // What may be said, and nothing else.
  if (!reloaded && !offlineCut) assert.ok(fault.may.includes(claims[0]), `${label}: ${claims[0]}`);
  if (offlineCut) assert.ok([...fault.may, "unconfirmed"].includes(claims[0]), label);
  if (reloaded) assert.equal(last, null, `${label}: after a reload nothing is claimed`);
  if (mended) assert.equal(last, "delivered", label);
  const sends = requests.filter((request) => request.method === "POST").length;
  const most = action.startsWith("again") && claims.length === 2 ? 2 : 1;
  assert.ok(sends <= most, `${label}: ${sends} posts`);
  // Every try of one message has one id; where the receiver does not look at ids, the second try was warned of.
  if (!reloaded && last !== "delivered") {
    assert.deepEqual(await typed(page), FILLED, `${label}: what was typed`);
  }
  assert.deepEqual(noise.filter((line) => line.includes("policy violation")), [], label);
  await context.close();
  return { name, action, transport, last: last ?? "nothing", accepted };
}

test(`${chosen.length} of ${rows.length} combinations of fault, transport and action: nothing lost, doubled or claimed`, async () => {
  const seen = {};
  const wrong = [];
  const missed = [];
  let done = 0;
  const queue = [...chosen];
  for (let row = queue.shift(); row; row = queue.shift()) {
    try {
      // A message that went offline before it left has met nothing: tried once more, and else not counted.
      const result = (await run(row)) ?? (await run(row));
      if (!result) {
        missed.push(`${row.fault} / ${row.transport} / ${row.action}`);
        continue;
      }
      const key = `${result.name}`;
      seen[key] ??= {};
      const what = `${result.last}${result.accepted ? " (kept)" : ""}`;
      seen[key][what] = (seen[key][what] ?? 0) + 1;
      done += 1;
    } catch (error) {
      wrong.push(`${row.fault} / ${row.transport} / ${row.action}: ${error.message.split("\n")[0]}`);
    }
  }
  for (const [fault, outcomes] of Object.entries(seen)) {
    console.log(`${fault.padEnd(13)} ${Object.entries(outcomes).map(([what, count]) => `${what}: ${count}`).join("; ")}`);
  }
  console.log(`${done} of ${chosen.length} combinations counted${missed.map((row) => `; not met: ${row}`).join("")}`);
  assert.deepEqual(wrong, []);
  assert.ok(done >= 0.97 * chosen.length, "nearly all are to count");
});
