// Lighthouse on the served folder, mobile preset: what must be 100 is asserted, what depends on the machine is printed.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { startInbox, startSite } from "../e2e/support/servers.mjs";

/** Every page for visitors, in English; with "es/" before it in Spanish. */
const PAGES = ["", "guide/", "levels/", "questions/", "money/", "start/", "search/", "week/", "paper/", "ask/"];

const asked = process.env.FOOTHOLD_LIGHTHOUSE_ROUTES ?? "all";
const routes = asked === "all" ? [...PAGES, ...PAGES.map((page) => `es/${page}`)] : [asked];

/** What does not depend on how fast this machine is. */
const WHOLE = ["accessibility", "best-practices", "seo"];

let inbox;
let site;
let chrome;
let lighthouse;
const rows = [];

before(async () => {
  const folder = process.env.FOOTHOLD_LIGHTHOUSE;
  if (!folder) throw new Error("FOOTHOLD_LIGHTHOUSE is not set; run this with ./dev lighthouse");
  const load = (path) => import(pathToFileURL(join(folder, "node_modules", path)).href);
  lighthouse = (await load("lighthouse/core/index.js")).default;
  const { launch } = await load("chrome-launcher/dist/index.js");
  inbox = await startInbox();
  site = await startSite({ inbox: inbox.address });
  chrome = await launch({
    chromePath: process.env.CHROMIUM || "/usr/bin/chromium",
    chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
});

after(async () => {
  chrome?.kill();
  await site?.stop();
  await inbox?.stop();
  console.log("| page | performance | accessibility | best practices | SEO | LCP | TBT | CLS |\n|---|---|---|---|---|---|---|---|");
  for (const row of rows) console.log(`| ${row.join(" | ")} |`);
});

for (const route of routes) {
  test(`/${route} is whole in the eyes of Lighthouse, and nothing on it moves`, async () => {
    const { lhr } = await lighthouse(site.address + route, { port: chrome.port, output: "json", logLevel: "error", disableFullPageScreenshot: true });
    assert.equal(lhr.runtimeError, undefined);
    const score = (name) => Math.round(lhr.categories[name].score * 100);
    const measured = (name) => lhr.audits[name].numericValue;
    const shift = measured("cumulative-layout-shift");
    const times = [`${Math.round(measured("largest-contentful-paint"))} ms`, `${Math.round(measured("total-blocking-time"))} ms`];
    rows.push([`/${route}`, score("performance"), ...WHOLE.map(score), ...times, shift.toFixed(3)]);
    const lost = WHOLE.flatMap((name) =>
      lhr.categories[name].auditRefs
        .map(({ id, weight }) => ({ ...lhr.audits[id], weight }))
        .filter((audit) => audit.weight > 0 && audit.score !== null && audit.score < 1)
        .map((audit) => `${name}: ${audit.title} ${JSON.stringify(audit.details?.items?.slice(0, 3))}`),
    );
    assert.deepEqual(lost, []);
    assert.ok(shift < 0.001, `something moved: ${shift} ${JSON.stringify(lhr.audits["layout-shifts"]?.details?.items?.slice(0, 3))}`);
    if (score("performance") < 98) console.log(`/${route}: performance ${score("performance")} on this machine`);
  });
}
