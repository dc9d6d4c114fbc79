// Pages laid out as Squarespace, Wix, Webflow and others lay out what somebody pastes into them, as their makers describe it:
// imitations, on an origin of their own. The same pages in Firefox and WebKit: tests/engines/embed.test.mjs.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { event, events, fits, inside, listen, startHost } from "./support/hosts.mjs";
import { startSite } from "./support/servers.mjs";
import { startBrowser, visitor } from "./support/visit.mjs";

const PHONE = "(312) 555-0134";

let site;
let host;
let outer;
let browser;

before(async () => {
  host = await startHost();
  outer = await startHost();
  const change = (clinic) => {
    clinic.embed = { sites: [host.origin, outer.origin] };
  };
  site = await startSite({ base: "/iop/", change });
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  for (const one of [site, host, outer]) await one?.stop();
});

const address = (page, query) => `${host.origin}/${page}.html?${new URLSearchParams({ view: "planner", mode: "", theme: "", lang: "", tag: "div", box: "", ...query })}`;

async function visit(page, { policy, query, ...look } = {}) {
  const visited = await visitor(browser, { clock: false, ...look });
  await listen(visited.context);
  Object.assign(host, { app: site.address, policy });
  await visited.page.goto(address(page, query));
  return visited;
}

/** How wide the frame is, and whether anything in it is wider than it. */
async function width(frame) {
  const { width: outside } = await (await frame.frameElement()).boundingBox();
  const within = await frame.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(within <= Math.ceil(outside), `${within} in ${outside}`);
  return outside;
}

/** What the box leaves for the frame. */
const BOXES = { sidebar: 280, row: 1280, column: 1280, grid: 1280, turned: 1280, reset: 1280, "reset small": 1280 };

for (const [box, wide] of Object.entries(BOXES)) {
  test(`In a box of the kind "${box}" the frame is as wide as that and as high as what it shows`, async () => {
    const { context, page, noise } = await visit("boxes", { query: { box } });
    await event(page, "ready");
    const frame = await inside(page, "/iop/week/");
    await fits(page, frame);
    assert.ok(Math.abs((await width(frame)) - wide) < 0.5);
    assert.equal(await frame.evaluate(() => getComputedStyle(document.documentElement).fontSize), "16px");
    assert.deepEqual(noise, []);
    await context.close();
  });
}

test("A dialog is the same where sizes are small, everything is reset and the box is turned", async () => {
  const { context, page } = await visit("boxes", { query: { box: "reset small turned", mode: "popup" } });
  await page.getByText("Plan your week").click();
  await event(page, "ready");
  const dialog = page.getByRole("dialog", { name: "Plan your week" });
  const place = await dialog.boundingBox();
  assert.ok(place.width === 1024 && place.x >= 0 && place.y >= 0 && place.y + place.height <= 900, JSON.stringify(place));
  assert.equal(await dialog.getByRole("button", { name: "Close" }).evaluate((button) => getComputedStyle(button).fontSize), "16px");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await context.close();
});

test("In a tab that is shown later the frame is right as soon as it is shown", async () => {
  const { context, page } = await visit("boxes", { query: { box: "tab" } });
  await event(page, "ready");
  await page.locator("#show").click();
  const frame = await inside(page, "/iop/week/");
  const { outside } = await fits(page, frame);
  assert.ok(outside > 600, `${outside}`);
  assert.deepEqual(await events(page, "error"), []);
  await context.close();
});

test("In a box that somebody opens the frame is right as soon as it is open", async () => {
  const { context, page } = await visit("boxes", { query: { tag: "details" } });
  await page.waitForTimeout(1500);
  await page.locator("summary").click();
  await event(page, "ready");
  const frame = await inside(page, "/iop/week/");
  const { outside } = await fits(page, frame);
  assert.ok(outside > 600, `${outside}`);
  assert.deepEqual(await events(page, "error"), []);
  await context.close();
});

test("What a visitor prefers, dark colours, more contrast, system colours, reaches into the frame", async () => {
  for (const look of [{ scheme: "dark" }, { scheme: "dark", query: { box: "dark" } }, { contrast: "more" }, { forcedColors: "active" }]) {
    const { context, page } = await visit("boxes", look);
    await event(page, "ready");
    const frame = await inside(page, "/iop/week/");
    const [said, ground] = await frame.evaluate(() => {
      const prefers = ["(prefers-color-scheme: dark)", "(prefers-contrast: more)", "(forced-colors: active)", "(prefers-reduced-motion: reduce)"];
      return [prefers.map((query) => matchMedia(query).matches), getComputedStyle(document.body).backgroundColor];
    });
    const forced = look.forcedColors === "active";
    assert.deepEqual(said.slice(1), [look.contrast === "more", forced, true]);
    if (!forced) assert.equal(said[0], look.scheme === "dark", JSON.stringify(look));
    if (!forced) assert.equal(ground, look.scheme === "dark" ? "rgb(18, 26, 27)" : "rgb(251, 247, 240)");
    await fits(page, frame);
    await context.close();
  }
});

test("With system colours the button in the corner and the dialog can be told from the page", async () => {
  const { context, page } = await visit("boxes", { query: { mode: "floating" }, forcedColors: "active" });
  const corner = page.getByRole("button", { name: "Plan your week" });
  assert.notEqual(await corner.evaluate((button) => getComputedStyle(button).borderStyle), "none");
  await corner.click();
  await event(page, "ready");
  // An edge of no colour is drawn there in the system's.
  const edge = await page.getByRole("dialog").evaluate((dialog) => (({ outlineStyle, outlineWidth, outlineColor }) => [outlineStyle, outlineWidth, outlineColor])(getComputedStyle(dialog)));
  assert.deepEqual(edge.slice(0, 2), ["solid", "2px"]);
  assert.notEqual(edge[2], "rgba(0, 0, 0, 0)");
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await context.close();
});

test("A policy that names only frames lets our page in, with the script and without", async () => {
  const policy = `frame-src ${site.origin}`;
  const { context, page, noise } = await visit("plain", { policy });
  await event(page, "ready");
  await fits(page, await inside(page, "/iop/week/"));
  assert.deepEqual(noise, []);
  await context.close();
  const bare = await visit("frame", { policy: `default-src 'none'; ${policy}` });
  const frame = await inside(bare.page, "/iop/week/");
  await frame.locator("html[data-app=ready]").waitFor({ state: "attached" });
  assert.deepEqual(bare.noise, []);
  await bare.context.close();
});

test("A policy with numbers that are used once needs ours on the script, and nothing else", async () => {
  for (const trust of ["", " 'strict-dynamic'"]) {
    const policy = `default-src 'self'; script-src 'nonce-c2VhbA'${trust}; frame-src ${site.origin}; style-src 'self'`;
    const { context, page, noise } = await visit("nonce", { policy, query: { nonce: "c2VhbA" } });
    await event(page, "ready", { id: "one" });
    await fits(page, await inside(page, "/iop/week/"));
    await page.getByText("Open your week").click();
    await event(page, "ready", { id: "two" });
    assert.deepEqual(noise, []);
    await context.close();
  }
});

/** A builder's frame, at another origin than its page, around what somebody pastes. */
async function around(sandbox, page = "plain") {
  const visited = await visitor(browser, { clock: false });
  await listen(visited.context);
  Object.assign(host, { app: site.address, policy: undefined });
  await visited.page.goto(`${outer.origin}/around.html?${new URLSearchParams({ sandbox, inner: address(page) })}`);
  return { ...visited, pasted: await inside(visited.page, `/${page}.html`) };
}

const ENOUGH = "allow-scripts allow-same-origin allow-forms allow-popups allow-downloads allow-modals";

test("In a builder's own frame the script works where that frame is let be itself", async () => {
  const { context, page, pasted } = await around(ENOUGH);
  await pasted.waitForFunction(() => globalThis.events.some(({ name }) => name === "ready"));
  const frame = await inside(page, "/iop/week/");
  await fits(page, frame);
  assert.equal(await pasted.locator("#one").getByText("Plan your week").isVisible(), false);
  await context.close();
});

test("In a builder's frame that may be nobody, name, phone and link stay, and it is said why", async () => {
  const { context, pasted } = await around("allow-scripts allow-forms allow-popups");
  const found = await pasted.waitForFunction(() => globalThis.events.find(({ name }) => name === "error"), undefined, { timeout: 15_000 });
  const { detail } = await found.jsonValue();
  assert.equal(detail.reason, "no-answer");
  assert.ok(detail.message.includes("null in its embed.sites?"), detail.message);
  assert.ok(await pasted.locator("#one").getByText(PHONE).isVisible());
  assert.ok(await pasted.locator("#one").getByText("Plan your week").isVisible());
  await context.close();
});

test("In a builder's frame that runs no scripts, name, phone and link stay", async () => {
  const { context, pasted } = await around("");
  await pasted.locator("#after").waitFor();
  assert.ok(await pasted.locator("#one").getByText(PHONE).isVisible());
  assert.ok(await pasted.locator("#one").getByText("Plan your week").isVisible());
  await context.close();
});

test("In a site that exchanges its pages without loading them, ours comes and goes with its page", async () => {
  const { context, page, noise } = await visit("turning");
  for (let round = 0; round < 2; round += 1) {
    await page.evaluate(() => (globalThis.events.length = 0));
    await page.getByRole("link", { name: "Your week" }).click();
    await event(page, "ready");
    await fits(page, await inside(page, "/iop/week/"));
    await page.getByRole("link", { name: "Home" }).click();
    await page.getByRole("heading", { name: "Home" }).waitFor();
    for (let tries = 0; tries < 60 && page.frames().length > 1; tries += 1) await page.waitForTimeout(50);
    assert.equal(page.frames().length, 1);
  }
  assert.deepEqual(noise, []);
  await context.close();
});
