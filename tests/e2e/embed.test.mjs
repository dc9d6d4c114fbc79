// The page in other people's pages: embed.js on an origin of its own, in hosts of every kind.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { browser, checker, host, inbox, site } from "./support/abroad.mjs";
import { fill, send } from "./support/form.mjs";
import { event, events, fits, heights, inside, listen } from "./support/hosts.mjs";
import { startSite } from "./support/servers.mjs";
import { visitor } from "./support/visit.mjs";
import { addRow } from "./support/week.mjs";

const CANARY = "quetzalcoatl";
const PHONE = "(312) 555-0134";

// A folder whose file names no other site.
let closed;

before(async () => {
  closed = await startSite({ inbox: inbox.address, base: "/iop/" });
});

after(() => closed?.stop());

/** A visitor on a host's page; `policy` is the host's, `app` the folder that it embeds. */
async function visit(page, { policy, app = site.address, query = {}, ...more } = {}) {
  const visited = await visitor(browser, { clock: false, ...more });
  await listen(visited.context);
  host.app = app;
  host.policy = policy;
  const address = `${host.origin}/${page}.html?${new URLSearchParams({ view: "planner", mode: "", theme: "", lang: "", track: "", ...query })}`;
  await visited.page.goto(address);
  return visited;
}

/** Waits until something holds. */
async function settled(holds) {
  for (let tries = 0; tries < 100 && !holds(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  assert.ok(holds());
}

const fallbackShows = (page, id) => page.locator(`#${id}`).getByText("Plan your week").isVisible();

async function violations(page) {
  await page.evaluate(checker);
  const { violations: found } = await page.evaluate(() => globalThis.axe.run(document, { iframes: false, resultTypes: ["violations"] }));
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)}`));
}

test("What stands in the element stays until the page is ready, and then the frame is as high as the page", async () => {
  const { context, page, noise } = await visit("plain");
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.unrouteAll();
  await context.route(/\.wasm$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.reload();
  const frame = await inside(page, "/iop/week/");
  await frame.locator("main").waitFor({ state: "attached" });
  assert.ok(await fallbackShows(page, "one"), "name, phone and link are there meanwhile");
  assert.ok(await page.locator("#one").getByText(PHONE).isVisible());
  assert.deepEqual(await events(page, "ready"), []);
  release();
  assert.deepEqual((await event(page, "ready")).detail, { view: "planner" });
  await fits(page, frame);
  assert.equal(await fallbackShows(page, "one"), false);
  assert.ok(await frame.locator(".strip a[href='tel:911']").isVisible());
  assert.ok(await frame.locator(".strip a[href='tel:988']").isVisible());
  assert.ok(await frame.locator(".strip").getByText(PHONE).isVisible());
  assert.equal(await frame.locator(".head nav").isVisible(), false);
  assert.deepEqual(noise, []);
  await context.close();
});

test("The height follows when the page grows and when it shrinks, on a narrow screen and with other pixels too", async () => {
  for (const look of [{}, { width: 320, height: 640 }, { deviceScaleFactor: 1.35 }]) {
    const { context, page } = await visit("plain", look);
    await event(page, "ready");
    const frame = await inside(page, "/iop/week/");
    const before = await fits(page, frame);
    await frame.evaluate(() => document.querySelector("main").append(Object.assign(document.createElement("div"), { id: "more" })));
    await frame.evaluate(() => document.querySelector("#more").style.setProperty("height", "333.4px"));
    const grown = await fits(page, frame);
    assert.ok(grown.outside >= before.outside + 333, `${grown.outside} after ${before.outside}`);
    await frame.evaluate(() => document.querySelector("#more").remove());
    const shrunk = await fits(page, frame);
    assert.equal(shrunk.outside, before.outside);
    assert.equal((await events(page, "resize")).at(-1).detail.height, before.outside);
    await page.setViewportSize({ width: 700, height: 800 });
    await fits(page, frame);
    await context.close();
  }
});

test("A page as high as its window and more does not grow without end", async () => {
  const { context, page } = await visit("plain");
  await context.route(/style-.*\.css$/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: `${await answer.text()} main { min-block-size: 100vh !important; }` });
  });
  await page.reload();
  await event(page, "ready");
  const frame = await inside(page, "/iop/week/");
  await page.waitForTimeout(1500);
  const { outside } = await heights(page, frame);
  await page.waitForTimeout(700);
  assert.equal((await heights(page, frame)).outside, outside, "it has come to rest");
  assert.ok(outside < 10_000, `${outside}`);
  const reached = await frame.evaluate(() => (scrollTo(0, 1e9), document.querySelector("footer").getBoundingClientRect().bottom <= innerHeight + 1));
  assert.ok(reached, "what does not fit can be scrolled to");
  await context.close();
});

test("Nothing on the host's page jumps where the element has its least height", async () => {
  const { context, page } = await visit("plain");
  await context.addInitScript(() => {
    globalThis.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) globalThis.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.reload();
  await event(page, "ready");
  await fits(page, await inside(page, "/iop/week/"));
  await page.waitForTimeout(500);
  assert.equal(await page.evaluate(() => globalThis.shift), 0);
  await context.close();
});

test("Styles of the host that reach everything reach neither frame nor dialog", async () => {
  const { context, page } = await visit("hostile");
  await event(page, "ready", { id: "one" });
  const frame = await inside(page, "/iop/week/");
  const { outside } = await fits(page, frame);
  assert.ok(outside > 600);
  const box = await (await frame.frameElement()).boundingBox();
  assert.ok(box.width > 1100, `${box.width}`);
  assert.ok((await page.locator("#one").boundingBox()).height >= outside, "nothing of it is cut off");
  assert.equal(await frame.evaluate(() => getComputedStyle(document.documentElement).fontSize), "16px");
  await page.locator("#two button").click();
  await event(page, "ready", { id: "two" });
  const dialog = page.getByRole("dialog", { name: "Plan your week" });
  const place = await dialog.boundingBox();
  assert.ok(place.width === 1024 && place.height > 700 && place.x >= 0 && place.y >= 0, JSON.stringify(place));
  const close = await dialog.getByRole("button", { name: "Close" }).evaluate((button) => [getComputedStyle(button).fontSize, button.offsetHeight]);
  assert.deepEqual(close, ["16px", 44]);
  await context.close();
});

test("A host with a strict policy needs two lines for us, and breaks none", async () => {
  const policy = `default-src 'none'; script-src ${site.origin}; frame-src ${site.origin}; style-src 'self'; require-trusted-types-for 'script'`;
  const { context, page, noise } = await visit("strict", { policy });
  await event(page, "ready", { id: "one" });
  await fits(page, await inside(page, "/iop/week/"));
  await page.locator("#two a").click();
  await event(page, "ready", { id: "two" });
  assert.deepEqual(noise, []);
  await context.close();
});

test("Two in one page and the script twice: each has its own height, its own events, one frame", async () => {
  const { context, page, noise } = await visit("two");
  await event(page, "ready", { id: "one" });
  await event(page, "ready", { id: "two" });
  assert.equal(page.frames().length, 3);
  const [week, ask] = [await inside(page, "/iop/week/"), await inside(page, "/iop/ask/")];
  const [first, second] = [await fits(page, week), await fits(page, ask)];
  assert.notEqual(first.outside, second.outside);
  const ready = (await events(page, "ready")).map(({ id, detail }) => `${id} ${detail.view}`).sort();
  assert.deepEqual(ready, ["one planner", "two contact"]);
  assert.deepEqual(noise, []);
  await context.close();
});

test("A page from right to left keeps our page as it is, and a button in the corner opens it", async () => {
  const { context, page } = await visit("rtl");
  await event(page, "ready", { id: "one" });
  const frame = await inside(page, "/iop/week/");
  await fits(page, frame);
  assert.equal(await frame.evaluate(() => getComputedStyle(document.body).direction), "ltr");
  const corner = page.getByRole("button", { name: "Ask us" });
  const box = await corner.boundingBox();
  assert.ok(box.height >= 44 && box.x + box.width <= 1280 && box.y + box.height <= 900, JSON.stringify(box));
  assert.equal(page.frames().length, 2, "what nobody opened is not loaded");
  await corner.focus();
  await page.keyboard.press("Enter");
  await event(page, "ready", { id: "two" });
  assert.ok((await inside(page, "/iop/ask/")).locator("#ask-name"));
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  assert.ok(await corner.evaluate((button) => button.getRootNode().activeElement === button), "the focus is back on the button");
  await context.close();
});

test("A dialog takes the focus, leaves with Escape even from within, gives the focus back, and keeps what was typed", async () => {
  const { context, page, noise } = await visit("plain", { query: { mode: "popup", view: "contact" } });
  const opener = page.getByRole("link", { name: "Plan your week" });
  await opener.focus();
  await page.keyboard.press("Enter");
  await event(page, "ready");
  const dialog = page.getByRole("dialog", { name: "Plan your week" });
  assert.ok(await dialog.isVisible());
  assert.equal(await page.evaluate(() => document.body.lastElementChild.shadowRoot.activeElement?.textContent), "Close");
  assert.deepEqual(await violations(page), []);
  const frame = await inside(page, "/iop/ask/");
  assert.deepEqual(await violations(frame), []);
  // Eight stops on, the focus is still in the dialog or in its frame.
  for (let presses = 0; presses < 8; presses += 1) {
    await page.keyboard.press("Tab");
    const where = await page.evaluate(() => document.activeElement === document.body.lastElementChild || document.activeElement === document.body);
    assert.ok(where, "the focus has left the dialog");
  }
  await frame.locator("#ask-name").fill("Robin");
  await frame.locator("#ask-name").press("Escape");
  await dialog.waitFor({ state: "hidden" });
  assert.ok(await opener.evaluate((link) => document.activeElement === link), "the focus is back");
  await page.keyboard.press("Enter");
  await dialog.waitFor();
  assert.equal(await frame.locator("#ask-name").inputValue(), "Robin");
  await dialog.getByRole("button", { name: "Close" }).click();
  await dialog.waitFor({ state: "hidden" });
  assert.ok(await opener.evaluate((link) => document.activeElement === link));
  // Some browsers give a link no focus when a mouse presses it.
  await opener.evaluate((link) => (link.blur(), link.click()));
  await dialog.waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  assert.ok(await opener.evaluate((link) => document.activeElement === link));
  assert.deepEqual(noise, []);
  await context.close();
});

test("Where our folder does not allow the host, name, phone and link stay, and one event says what to do", async () => {
  const { context, page } = await visit("plain", { app: closed.address });
  const { detail } = await event(page, "error", { timeout: 15_000 });
  assert.equal(detail.reason, "no-answer");
  assert.ok(detail.message.includes(host.origin) && detail.message.includes("embed.sites"), detail.message);
  assert.ok(await fallbackShows(page, "one"));
  assert.ok(await page.locator("#one").getByText(PHONE).isVisible());
  await page.waitForTimeout(500);
  assert.equal((await events(page, "error")).length, 1);
  assert.deepEqual(await events(page, "ready"), []);
  await context.close();
});

test("Where the host's policy blocks the frame, a dialog shows what the link holds, and then the link is a link", async () => {
  const policy = `default-src 'self'; script-src ${site.origin}; frame-src 'none'`;
  const { context, page } = await visit("plain", { policy, query: { mode: "popup" } });
  const opener = page.locator("#one").getByRole("link", { name: "Plan your week" });
  await opener.click();
  const dialog = page.getByRole("dialog");
  assert.ok(await dialog.getByText(PHONE).isVisible());
  assert.equal((await event(page, "error", { timeout: 15_000 })).detail.reason, "no-answer");
  assert.ok(await dialog.getByText(PHONE).isVisible());
  await page.keyboard.press("Escape");
  await opener.click();
  await page.waitForURL(`${site.address}week/`);
  await context.close();
});

test("A program that cannot start leaves name, phone and link in place and says so once", async () => {
  const { context, page } = await visit("plain");
  await context.route(/foothold-app.*\.wasm$/, (route) => route.abort());
  await page.reload();
  assert.equal((await event(page, "error")).detail.reason, "app");
  assert.ok(await fallbackShows(page, "one"));
  const failures = () => page.evaluate(() => globalThis.heard.filter(({ data }) => data.type === "failed").length);
  assert.equal(await failures(), 1);
  await (await inside(page, "/iop/week/")).evaluate(() => location.reload());
  await page.waitForFunction(() => globalThis.heard.filter(({ data }) => data.type === "failed").length > 1);
  assert.equal((await events(page, "error")).length, 1);
  await context.close();
});

test("An address that is none loads nothing and is said once", async () => {
  for (const src of ["javascript:parent.caught=1", "data:text/html,x", "https://"]) {
    const { context, page } = await visit("plain");
    await event(page, "ready");
    await page.evaluate((address) => {
      const element = Object.assign(document.createElement("foothold-app"), { id: "bad", textContent: "Call us" });
      element.setAttribute("src", address);
      document.body.append(element);
    }, src);
    const { detail } = await event(page, "error", { id: "bad" });
    assert.equal(detail.reason, "address");
    assert.ok(await page.getByText("Call us").isVisible());
    assert.equal(await page.evaluate(() => globalThis.caught), undefined);
    assert.equal(page.frames().length, 2);
    await context.close();
  }
});

// olderembed.js and olderframed.js are what the folder held on 2026-12-01. They stay as they are: such files stand in pages of others.
test("A script from before works with this folder, and this script with a folder from before", async () => {
  const works = async ({ context, page }) => {
    await event(page, "ready");
    const frame = await inside(page, "/iop/week/");
    await fits(page, frame);
    const typing = Object.create(frame, { keyboard: { value: page.keyboard } });
    await addRow(typing, { kind: "work", what: "work", days: ["Mon"], from: "9am", to: "5pm", travel: "25", direct: "15" });
    assert.ok((await event(page, "plan-found")).detail.offers > 0);
    assert.deepEqual(await events(page, "error"), []);
    await context.close();
  };
  await works(await visit("older"));

  const old = await readFile(new URL("../fixtures/hosts/olderframed.js", import.meta.url), "utf8");
  const before = async (asked) => {
    const visited = await visit("plain", { query: { mode: asked } });
    await visited.context.route(/\/framed\.js$/, (route) => route.fulfill({ body: old, contentType: "text/javascript" }));
    await visited.context.route(/\/(inline|watch)\.js$/, (route) => route.fulfill({ status: 404 }));
    await visited.page.reload();
    return visited;
  };
  await works(await before(""));
  // An older folder knows no way without a frame.
  const inline = await before("inline");
  await event(inline.page, "ready");
  assert.equal((await events(inline.page, "warning")).length, 1);
  await works(inline);
});

/** How many events there were once no more came for a while: the page's height settles after it is ready. */
async function quiet(page) {
  let before = -1;
  for (;;) {
    const now = (await events(page)).length;
    if (now === before) return now;
    before = now;
    await page.waitForTimeout(400);
  }
}

test("Messages from another frame are heard by nobody, however many", async () => {
  const { context, page } = await visit("plain");
  await event(page, "ready");
  const frame = await inside(page, "/iop/week/");
  const before = await fits(page, frame);
  const told = await quiet(page);
  await page.evaluate(() => document.body.append(Object.assign(document.createElement("iframe"), { src: "spoof.html" })));
  await page.waitForFunction(() => globalThis.heard.filter(({ data }) => data.fits === 99).length >= 4000, undefined, { timeout: 20_000 });
  await page.waitForTimeout(300);
  assert.equal((await events(page)).length, told);
  assert.equal((await fits(page, frame)).outside, before.outside);
  assert.equal(await frame.evaluate(() => globalThis.heard.filter(({ data }) => data.spoofed).length), 100, "the frame was spoken to");
  assert.equal(await frame.evaluate(() => document.documentElement.lang), "en");
  assert.equal(await frame.locator(".head nav").isVisible(), false);
  assert.notEqual(await frame.evaluate(() => document.documentElement.style.colorScheme), "dark");
  await context.close();
});

test("The wrong origin in the right frame is not heard either", async () => {
  const { context, page } = await visit("plain");
  await event(page, "ready");
  const told = await quiet(page);
  await page.evaluate((address) => document.querySelector("#one").shadowRoot.querySelector("iframe").setAttribute("src", address), `${host.origin}/spoof.html`);
  await page.waitForFunction(() => globalThis.heard.filter(({ data }) => data.fits === 99).length >= 4000, undefined, { timeout: 20_000 });
  await page.waitForTimeout(300);
  assert.equal((await events(page)).length, told);
  await context.close();
});

test("Moving on, answers and outcomes reach the host as types and counts; nothing typed is in any message", async () => {
  await inbox.mode("ok");
  await inbox.clear();
  const { context, page } = await visit("plain", { query: { view: "all" } });
  await event(page, "ready");
  let frame = await inside(page, "/iop/");
  await frame.locator(".head nav").getByRole("link", { name: "Your week" }).click();
  assert.deepEqual((await event(page, "navigate")).detail, { view: "planner" });
  const typing = Object.create(frame, { keyboard: { value: page.keyboard } });
  await fits(page, frame);
  await addRow(typing, { kind: "work", what: CANARY, days: ["Mon", "Tue", "Wed", "Thu", "Fri"], from: "9am", to: "5pm", travel: "25", direct: "15" });
  const found = (await event(page, "plan-found")).detail;
  assert.deepEqual(Object.keys(found).sort(), ["changes", "fits", "offers"]);
  assert.ok(found.offers >= found.fits + found.changes && found.fits + found.changes > 0, JSON.stringify(found));
  await addRow(typing, { kind: "work", what: CANARY, days: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], from: "12:05am", to: "11:55pm", travel: "25", direct: "15" });
  const none = (await event(page, "plan-none")).detail;
  assert.deepEqual([none.fits, none.changes], [0, 0]);
  await frame.locator(".head nav").getByRole("link", { name: "Ask us" }).click();
  await frame.locator("main[data-page=ask]").waitFor();
  await fill(frame, { name: CANARY, phone: "312 555 0199", note: `${CANARY} ${CANARY}` });
  await inbox.mode("refuse");
  assert.equal(await send(frame), "refused");
  assert.deepEqual((await event(page, "contact-failed")).detail, { outcome: "refused" });
  await inbox.mode("ok");
  assert.equal(await send(frame), "delivered");
  await event(page, "contact-sent");
  frame = await inside(page, "/iop/ask/");
  const messages = [...(await page.evaluate(() => globalThis.heard)), ...(await frame.evaluate(() => globalThis.heard))];
  assert.ok(messages.length > 8, `${messages.length} messages`);
  const text = JSON.stringify([messages, await events(page), page.url(), frame.url()]).toLowerCase();
  for (const typed of [CANARY, "312 555 0199", "5550199", "9am", "robin"]) assert.ok(!text.includes(typed), `${typed} in ${text.slice(0, 300)}`);
  const allowed = { here: [], hello: ["fit", "lang", "look", "theme", "track", "view"], height: ["height"], ready: ["view"], navigate: ["view"], plan: ["changes", "fits", "offers"], contact: ["outcome"], escape: [], failed: [] };
  for (const { data } of messages) {
    const { foothold, type, ...more } = data;
    assert.equal(foothold, 1);
    assert.deepEqual(Object.keys(more).sort(), allowed[type], type);
  }
  await context.close();
});

test("After moving on, the start of the new page is in view, however far down the reader was", async () => {
  const { context, page } = await visit("plain", { query: { view: "explorer" } });
  await event(page, "ready");
  const frame = await inside(page, "/iop/");
  await frame.locator("html[data-app=ready]").waitFor({ state: "attached" });
  await fits(page, frame);
  const link = frame.locator("main a[data-route]").last();
  await link.scrollIntoViewIfNeeded();
  const top = () => page.evaluate(() => document.querySelector("#one").getBoundingClientRect().top);
  assert.ok((await top()) < -500, `${await top()}`);
  await link.click();
  await event(page, "navigate");
  await fits(page, frame);
  assert.ok((await top()) >= 0 && (await top()) < 300, `${await top()}`);
  await context.close();
});

test("Language and colours are the host's choice, and the language stays the reader's afterwards", async () => {
  const { context, page } = await visit("plain", { query: { lang: "es", theme: "dark" } });
  await event(page, "ready");
  const frame = await inside(page, "/iop/es/week/");
  await fits(page, frame);
  const ground = () => frame.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.equal(await ground(), "rgb(18, 26, 27)");
  await frame.getByRole("link", { name: "English" }).click();
  const english = await inside(page, "/iop/week/");
  await english.locator("html[data-app=ready]").waitFor({ state: "attached" });
  await fits(page, english);
  assert.equal(await english.evaluate(() => document.documentElement.lang), "en");
  assert.equal((await events(page, "ready")).length, 1, "ready is said once");
  await context.close();

  const light = await visit("plain", { query: { theme: "light" }, scheme: "dark" });
  await event(light.page, "ready");
  const lit = await inside(light.page, "/iop/week/");
  assert.equal(await lit.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(251, 247, 240)");
  await light.context.close();
});

test("The host can say which offer its page is about; the week shows it and a question names it", async () => {
  const shown = (frame, offer) => frame.locator("#planner-week-title", { hasText: offer }).waitFor({ timeout: 4000 });
  for (const [track, mode] of [["evening", ""], ["evening", "inline"], ["no-such-offer", ""], ["\"] > *", ""]]) {
    const { context, page, noise } = await visit("plain", { query: { track, mode } });
    await event(page, "ready");
    const part = mode ? page.locator("#one html") : (await inside(page, "/iop/week/")).locator("html");
    await shown(part, track === "evening" ? / Evening$/ : / Online evening$/);
    await part.locator("#see-morning").click();
    await shown(part, / Morning$/);
    assert.deepEqual(noise, []);
    await context.close();
  }
  const { context, page } = await visit("plain", { query: { track: "evening", view: "contact" } });
  await event(page, "ready");
  const frame = await inside(page, "/iop/ask/");
  await frame.locator("html[data-app=ready]").waitFor({ state: "attached" });
  assert.ok((await frame.locator("#ask-form").innerText()).includes("Evening"));
  await context.close();
});

test("Elements that go and come again leave nothing behind", async () => {
  const { context, page, noise } = await visit("two");
  await event(page, "ready", { id: "one" });
  await event(page, "ready", { id: "two" });
  const session = await context.newCDPSession(page);
  const listeners = async () => {
    const { result } = await session.send("Runtime.evaluate", { expression: "window" });
    const { listeners: found } = await session.send("DOMDebugger.getEventListeners", { objectId: result.objectId });
    return found.filter(({ type }) => type === "message").length;
  };
  const with_ours = await listeners();
  for (let round = 0; round < 5; round += 1) {
    await page.evaluate(() => {
      globalThis.kept = [...document.querySelectorAll("foothold-app,[data-foothold]")];
      for (const element of globalThis.kept) element.remove();
    });
    await settled(() => page.frames().length === 1);
    assert.equal(await listeners(), with_ours - 1, "no listener of ours is left");
    await page.evaluate(() => {
      globalThis.events.length = 0;
      for (const element of globalThis.kept) document.body.append(element);
    });
    await event(page, "ready", { id: "one" });
    await event(page, "ready", { id: "two" });
    assert.equal(page.frames().length, 3);
  }
  assert.equal(await listeners(), with_ours);
  assert.deepEqual(noise, []);
  await context.close();
});

test("A dialog goes with its element, and comes again", async () => {
  const { context, page, noise } = await visit("plain", { query: { mode: "floating", view: "contact" } });
  const corner = page.getByRole("button", { name: "Plan your week" });
  await corner.waitFor();
  const children = await page.evaluate(() => document.body.childElementCount);
  await corner.click();
  await event(page, "ready");
  for (let round = 0; round < 3; round += 1) {
    await page.evaluate(() => (globalThis.kept = document.querySelector("#one")).remove());
    await settled(() => page.frames().length === 1);
    assert.equal(await corner.count(), 0);
    assert.equal(await page.evaluate(() => document.body.childElementCount), children - 1);
    await page.evaluate(() => document.querySelector("main").append(globalThis.kept));
    await corner.waitFor();
    assert.equal(await page.evaluate(() => document.body.childElementCount), children);
  }
  assert.deepEqual(noise, []);
  await context.close();
});

test("Leaving the page leaves the host's too, and other sites open beside it", async () => {
  const { context, page } = await visit("plain", { query: { view: "contact" } });
  await context.route("https://www.weather.gov/**", (route) => route.fulfill({ contentType: "text/html", body: "<title>Weather</title>" }));
  await event(page, "ready");
  const frame = await inside(page, "/iop/ask/");
  await frame.locator("#ask-name").fill(CANARY);
  await frame.getByRole("link", { name: "Leave this page" }).click();
  await page.waitForURL("https://www.weather.gov/");
  await context.close();
});

test("Shift three times inside the frame leaves the host's page, too", async () => {
  const { context, page } = await visit("plain");
  await context.route("https://www.weather.gov/**", (route) => route.fulfill({ contentType: "text/html", body: "<title>Weather</title>" }));
  await event(page, "ready");
  const frame = await inside(page, "/iop/week/");
  await frame.locator("#clinic-travel").fill("35");
  await frame.locator("#keep-do").click();
  await frame.locator("#keep").filter({ hasText: "as you type" }).waitFor();
  await frame.locator("#clinic-travel").click();
  for (let times = 0; times < 3; times += 1) await page.keyboard.press("Shift");
  await page.waitForURL("https://www.weather.gov/");
  await context.close();
});

test("A plain frame without the script works, scrolls inside, and says nothing", async () => {
  const { context, page, noise } = await visit("frame");
  const frame = await inside(page, "/iop/week/");
  await frame.locator("html[data-app=ready]").waitFor({ state: "attached" });
  const { scrolled } = await heights(page, frame);
  assert.ok(scrolled > 0);
  assert.ok(await frame.locator(".head nav").isVisible());
  await page.waitForTimeout(300);
  const messages = await page.evaluate(() => globalThis.heard.map(({ data }) => data));
  assert.deepEqual(messages, [{ foothold: 1, type: "here" }]);
  assert.deepEqual(noise, []);
  await context.close();
});
