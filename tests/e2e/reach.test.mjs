// When the clinic answers its phone, by its own clock, and how else it can be reached.
import assert from "node:assert/strict";
import { test } from "node:test";
import { MESSAGE, fill, send } from "./support/form.mjs";
import { startSite } from "./support/servers.mjs";
import { browser, inbox, site } from "./support/stage.mjs";
import { open, visitor } from "./support/visit.mjs";

/** What the page says of the phone at a moment, to somebody in a zone. */
async function said(moment, { zone = "America/Chicago", address = site.address, path = "ask/" } = {}) {
  const { context, page } = await visitor(browser, { timezoneId: zone });
  await context.clock.setFixedTime(new Date(moment));
  await open(page, address + path);
  const text = await page.locator("#ask-open").innerText();
  await context.close();
  return text.replaceAll("\u00a0", " ");
}

test("The page says whether somebody answers the phone now, and when next", async () => {
  assert.equal(await said("2026-11-24T12:00:00-06:00"), "Somebody answers the phone now (8am to 9pm).");
  assert.equal(await said("2026-11-24T07:59:00-06:00"), "Somebody answers the phone later today (8am to 9pm).");
  assert.equal(await said("2026-11-24T21:00:00-06:00"), "Somebody answers the phone again tomorrow (8am to 9pm).");
});

test("Closed dates are passed over, and somebody elsewhere is told whose clock it is", async () => {
  const monday = "Somebody answers the phone again on Monday, November 30, 2026 (8am to 9pm).";
  assert.equal(await said("2026-11-25T22:00:00-06:00"), monday);
  // In Honolulu it is still the evening of the 25th when it is the 26th in Chicago.
  const there = await said("2026-11-26T00:30:00-06:00", { zone: "Pacific/Honolulu" });
  assert.equal(there, `${monday} These are the clinic’s local times.`);
  assert.equal(
    await said("2026-11-25T22:00:00-06:00", { path: "es/ask/" }),
    "Vuelven a contestar el teléfono el lunes 30 de noviembre de 2026 (8 a. m. a 9 p. m.).",
  );
});

test("Without the app, or with a zone that no browser knows, nothing is claimed about now", async () => {
  const still = "Here you can write at any hour.";
  const { context, page } = await visitor(browser, { javaScriptEnabled: false, clock: false });
  await page.goto(`${site.address}ask/`);
  assert.equal(await page.locator("#ask-open").innerText(), still);
  await context.close();
  const lost = await startSite({ inbox: inbox.address, change: (clinic) => (clinic.zone = "Mars/Olympus") });
  assert.equal(await said("2026-11-24T12:00:00-06:00", { address: lost.address }), still);
  await lost.stop();
});

test("A message that could not be sent names the other ways, and no link carries what was typed", async () => {
  await inbox.clear();
  await inbox.mode("refuse");
  const { context, page } = await visitor(browser);
  await open(page, `${site.address}ask/`);
  await fill(page);
  assert.equal(await send(page), "refused");
  const panel = page.locator("#ask-says");
  assert.ok((await panel.innerText()).includes("Somebody answers the phone now"));
  const links = await panel.locator("a[href]").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  assert.deepEqual(links.toSorted(), ["mailto:hello@impact-outpatient.example", "sms:+13125550134", "tel:+13125550134"]);
  const every = await page.locator("a[href]").evaluateAll((all) => all.map((link) => decodeURIComponent(link.href)));
  for (const typed of Object.values(MESSAGE)) assert.ok(!every.some((href) => href.includes(typed)), typed);
  await inbox.mode("ok");
  await context.close();
});
