// Our page in other people's pages, in Chromium, Firefox and WebKit: the core of tests/e2e/embed.test.mjs and hosts.test.mjs.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { MESSAGE } from "../e2e/support/form.mjs";
import { startHost } from "../e2e/support/hosts.mjs";
import { startInbox, startSite } from "../e2e/support/servers.mjs";
import { NAMES, startEngine } from "./support/browsers.mjs";
import { escape, event, fits, heard, heardNothingTyped, planned, sent, unframed } from "./support/embedded.mjs";
import { starting } from "./support/walk.mjs";

const CANARY = "quetzalcoatl";
/** Boxes of tests/fixtures/hosts/boxes.css, and how wide the frame is there. */
const BOXES = { sidebar: 280, "reset small": 0, row: 0, column: 0, grid: 0, turned: 0 };

async function house(t) {
  const started = starting(t);
  const inbox = await started(startInbox());
  const host = await started(startHost());
  const change = (clinic) => {
    clinic.embed = { sites: [host.origin] };
  };
  const site = await started(startSite({ inbox: inbox.address, base: "/iop/", change }));
  const closed = await started(startSite({ inbox: inbox.address, base: "/iop/" }));
  return { inbox, host, site, closed };
}

async function visit(t, engine) {
  const { inbox, host, site, closed } = await house(t);
  const { page, version, close } = await startEngine(engine);
  t.after(close);
  t.diagnostic(`${engine} ${version}`);
  const goto = (name, query = {}, app = site.address) => {
    host.app = app;
    return page.goto(`${host.origin}/${name}.html?${new URLSearchParams({ view: "planner", mode: "", theme: "", tag: "div", box: "", ...query })}`);
  };
  const step = (name, walk) => t.test(`${engine}: ${name}`, walk);

  await step("ready, as high as its content, and a typed week is answered by counts", async () => {
    await goto("witnessed");
    assert.deepEqual(await event(page, "ready"), { view: "planner" });
    const before = await fits(page);
    const { fits: fitting, changes, offers } = await planned(page, CANARY);
    assert.ok(offers >= fitting + changes && fitting + changes > 0);
    const after = await fits(page);
    assert.notEqual(after.height, before.height, "the height follows");
    assert.equal((await heard(page)).events.findLast(({ name }) => name === "resize").detail.height, after.height);
    await heardNothingTyped(page, [CANARY, "9-5"]);
  });

  await step("the form in a dialog: sent, Escape from within, focus back, typed words kept", async () => {
    await inbox.clear();
    await goto("witnessed", { mode: "popup", view: "contact" });
    // Until the dialog is there a link is a link.
    await page.waitForFunction(() => Boolean(document.body.lastElementChild?.shadowRoot?.querySelector("dialog")));
    await page.evaluate(() => document.querySelector("#one a[href^=http]").focus());
    await page.keyboard.press("Enter");
    await event(page, "ready");
    assert.equal(await sent(page), "delivered");
    await event(page, "contact-sent");
    const { messages } = await inbox.read();
    assert.deepEqual(messages.map(({ fields }) => [fields.name, fields.phone, fields.note]), [Object.values(MESSAGE)]);
    await heardNothingTyped(page, [MESSAGE.name, "0199", MESSAGE.note]);
    await escape(page);
    await page.waitForFunction(() => document.activeElement?.matches("#one a[href^=http]"));
    const open = () => page.evaluate(() => document.body.lastElementChild.shadowRoot.querySelector("dialog").open);
    assert.equal(await open(), false);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.body.lastElementChild.shadowRoot.querySelector("dialog").open);
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.activeElement?.matches("#one a[href^=http]"));
  });

  await step("without a frame: a week is answered, a message arrives, and what was typed stays when the element is moved", async () => {
    await inbox.clear();
    await goto("witnessed", { mode: "inline" });
    assert.deepEqual(await event(page, "ready"), { view: "planner" });
    const inner = unframed(page);
    const { fits: fitting, changes } = await planned(inner, CANARY, page);
    assert.ok(fitting + changes > 0);
    await page.evaluate(() => document.body.append(document.querySelector("#one")));
    await inner.waitForFunction((typed) => document.querySelector("main").textContent.includes(typed), CANARY);
    await goto("witnessed", { mode: "inline", view: "contact" });
    await event(page, "ready");
    assert.equal(await sent(inner), "delivered");
    await event(page, "contact-sent");
    assert.equal((await inbox.read()).messages.length, 1);
    const { events, gaps } = await heard(page);
    assert.deepEqual(events.map(({ name }) => name).filter((name) => name === "warning" || name === "error"), []);
    assert.ok(!JSON.stringify(events).includes(MESSAGE.name));
    assert.equal(gaps, 0);
  });

  await step("in the boxes of builders the frame has the width there is, and no bar", async () => {
    for (const [box, wide] of Object.entries(BOXES)) {
      await goto("boxes", { box });
      await event(page, "ready");
      const { width, overflow } = await fits(page);
      assert.equal(Math.round(width), wide || (await page.evaluate(() => document.documentElement.clientWidth)), box);
      assert.equal(overflow, 0, box);
    }
    for (const [query, opener] of [[{ box: "tab" }, "#show"], [{ tag: "details" }, "summary"]]) {
      await goto("boxes", query);
      await page.waitForFunction(() => customElements.get("foothold-app"));
      await page.evaluate((wanted) => document.querySelector(wanted).click(), opener);
      await event(page, "ready");
      await fits(page);
    }
  });

  await step("a site that is not named gets one error; name, phone and link stay", async () => {
    await goto("witnessed", {}, closed.address);
    assert.equal((await event(page, "error")).reason, "no-answer");
    const { events, gaps } = await heard(page);
    assert.deepEqual(events.map(({ name }) => name), ["error"]);
    assert.equal(gaps, 0);
  });
}

describe("In other people's pages", { concurrency: true }, () => {
  for (const engine of NAMES) test(`in ${engine}`, { timeout: 240_000 }, (t) => visit(t, engine));
});
