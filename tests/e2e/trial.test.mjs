// The check page's test message: what the clinic's web person sees for every kind of answer.
import assert from "node:assert/strict";
import { test } from "node:test";
import { deadAddress, startSite } from "./support/servers.mjs";
import { browser, inbox, site } from "./support/stage.mjs";
import { open, visitor } from "./support/visit.mjs";
import { focused } from "./support/week.mjs";

/** Sends a test by keyboard and reads what is shown. */
async function tried(page) {
  await page.locator("#test-send").focus();
  await page.keyboard.press("Enter");
  await page.locator("#test-result").waitFor();
  await page.locator("#test-busy").waitFor({ state: "hidden" });
  return page.locator("#test-result").innerText();
}

test("A test message is marked, is sent once, and is shown as sent, answered and understood", async () => {
  await inbox.clear();
  await inbox.mode("ok");
  const { context, page, noise } = await visitor(browser, { clock: false });
  await open(page, `${site.address}check/`);
  const shown = await tried(page);
  await focused(page, "#test-verdict");
  const { messages, attempts } = await inbox.read();
  assert.equal(attempts, 1);
  assert.equal(messages[0].fields.name, "TEST, please ignore");
  assert.match(messages[0].fields.message_id, /^test-[0-9a-f]{32}$/);
  assert.ok(shown.includes(`POST ${inbox.address}/message`) && shown.includes("Content-Type: application/json"), shown);
  assert.ok(shown.includes('"ok":true') && shown.includes("Your message has arrived") && shown.includes("What “sent” means here"), shown);
  assert.ok(!shown.includes("We could not send it"), "only what applies");
  assert.deepEqual(noise, []);
  // A second test is another message.
  await inbox.mode("refuse");
  assert.match(await tried(page), /403[^]*We could not send it/);
  assert.equal(await page.locator("#test-is-delivered").isVisible(), false);
  await context.close();
});

test("Every kind of answer is named, and a known fault with its mend", async () => {
  const { context, page } = await visitor(browser, { clock: false });
  await open(page, `${site.address}check/`);
  for (const [mode, kind] of [["empty", "meaningless"], ["no-cors", "lost"], ["error", "refused"], ["failure", "refused"], ["ok", "delivered"]]) {
    await inbox.mode(mode);
    await tried(page);
    assert.equal(await page.locator(`#test-is-${kind}`).isVisible(), true, mode);
    assert.equal(await page.locator("#test-result p[id]:visible").count(), 1, mode);
  }
  await page.route(`${inbox.address}/message`, (route) => {
    const cors = { "access-control-allow-origin": "*", "access-control-allow-headers": "content-type, accept" };
    return route.fulfill({ status: 400, headers: cors, contentType: "application/json", body: '{"errors":[{"errorType":"FORM_HAS_RECAPTCHA_ENABLED"}]}' });
  });
  assert.match(await tried(page), /A known fault: A captcha is on in HubSpot/);
  assert.equal(await page.locator("[data-fault]:visible").count(), 1);
  await context.close();
});

test("A receiver that is down, and a form that is off, are said plainly", async () => {
  const down = await startSite({ inbox: await deadAddress() });
  const { context, page } = await visitor(browser, { clock: false });
  await open(page, `${down.address}check/`);
  assert.match(await tried(page), /We cannot tell whether it arrived/);
  await down.stop();
  await page.close();
  await context.close();
});

test("Nothing that a visitor typed is in a test message", async () => {
  await inbox.clear();
  await inbox.mode("ok");
  const { context, page, requests } = await visitor(browser, { clock: false });
  await open(page, `${site.address}ask/`);
  await page.locator("#ask-name").fill("Robin");
  await page.goto(`${site.address}check/`);
  await page.locator("html[data-app=ready]").waitFor({ state: "attached" });
  await tried(page);
  assert.ok(requests.filter(({ method }) => method === "POST").every(({ body }) => !body.includes("Robin")));
  await context.close();
});
