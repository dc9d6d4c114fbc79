// The page inside other people's pages without a frame: mode="inline".
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { browser, checker, host, inbox, site } from "./support/abroad.mjs";
import { fill, send } from "./support/form.mjs";
import { event, events, listen } from "./support/hosts.mjs";
import { visitor } from "./support/visit.mjs";
import { addRow, closeRow } from "./support/week.mjs";

const CANARY = "quetzalcoatl";
const PHONE = "(312) 555-0134";

/** A visitor on a host's page with our page in it. */
async function visit(name, { policy, query = {}, ...more } = {}) {
  const visited = await visitor(browser, { clock: false, ...more });
  await listen(visited.context);
  host.app = site.address;
  host.policy = policy;
  const address = `${host.origin}/${name}.html?${new URLSearchParams({ view: "planner", mode: "inline", theme: "", lang: "", track: "", ...query })}`;
  await visited.page.goto(address);
  return visited;
}

/** What stands in the element, to be used as a page: `document` in a waiting function is its shadow root. */
function within(page, id = "one") {
  const inner = `document.querySelector("#${id}").shadowRoot`;
  const asked = (wait, given) => `((document) => (${wait})(${JSON.stringify(given) ?? ""}))(${inner})`;
  return {
    locator: (selector) => page.locator(`#${id} ${selector}`),
    getByRole: (...about) => page.locator(`#${id} html`).getByRole(...about),
    keyboard: page.keyboard,
    waitForFunction: (wait, given, more) => page.waitForFunction(asked(wait, given), undefined, more),
    evaluate: (wait, given) => page.evaluate(asked(wait, given)),
  };
}

const week = { kind: "work", what: CANARY, days: ["Mon", "Tue", "Wed", "Thu", "Fri"], from: "9am", to: "5pm", travel: "25", direct: "15" };

test("What stands in the element stays until the page can answer, and then a whole visit works in it", async () => {
  await inbox.mode("ok");
  await inbox.clear();
  const { context, page, noise } = await visit("plain");
  const inner = within(page);
  assert.deepEqual((await event(page, "ready")).detail, { view: "planner" });
  assert.deepEqual(await events(page, "warning"), []);
  assert.equal(page.frames().length, 1, "there is no frame");
  assert.equal(await page.locator("#one > p").first().isVisible(), false);
  for (const number of ["911", "988"]) assert.ok(await inner.locator(`.strip a[href='tel:${number}']`).isVisible());
  assert.ok(await inner.locator(".strip").getByText(PHONE).isVisible());
  assert.equal(await inner.locator(".head nav").isVisible(), false);
  await addRow(inner, week);
  await closeRow(inner);
  const found = (await event(page, "plan-found")).detail;
  assert.ok(found.offers >= found.fits + found.changes && found.fits + found.changes > 0, JSON.stringify(found));
  const before = page.url();
  await inner.locator("main a[data-route][href$='/ask/']").first().click();
  assert.deepEqual((await event(page, "navigate")).detail, { view: "contact" });
  await inner.locator("main[data-page=ask] form").waitFor();
  assert.ok(await inner.locator(".head nav").isVisible(), "there is a way back");
  await fill(inner, { name: CANARY, phone: "312 555 0199", note: CANARY });
  assert.equal(await send(inner), "delivered");
  await event(page, "contact-sent");
  assert.ok(JSON.stringify((await inbox.read()).messages).includes(CANARY));
  assert.equal(page.url(), before, "the host's address is the host's");
  assert.equal(await page.evaluate(() => history.length), 2);
  const told = JSON.stringify([await events(page), await page.evaluate(() => globalThis.heard)]);
  assert.ok(!told.includes(CANARY), told);
  assert.deepEqual(noise, []);
  await context.close();
});

test("Styles stay on their side, and widths are those of the column, whatever the host makes of text sizes", async () => {
  const plain = await visit("inline", { query: { style: "plain" } });
  await event(plain.page, "ready", { id: "one" });
  const size = (page, selector) => page.locator(selector).first().evaluate((element) => ({ font: getComputedStyle(element).fontSize, wide: element.getBoundingClientRect().width, high: element.getBoundingClientRect().height }));
  const as_it_is = await size(plain.page, "#one h1");
  await plain.context.close();

  const { context, page, noise } = await visit("inline", { query: { style: "column" } });
  await event(page, "ready", { id: "one" });
  const body = await size(page, "#one html > body");
  assert.equal(body.font, "17px", "the host's 62.5 % changes nothing");
  assert.ok(body.wide <= 300, `${body.wide}`);
  const wide = await page.locator("#one").evaluate((element) => [...element.shadowRoot.querySelectorAll("main *")].filter((one) => one.getBoundingClientRect().right > 301 && !one.closest(".hidden,svg,[hidden],.week")).map((one) => one.outerHTML.slice(0, 90)));
  assert.deepEqual(wide, [], "nothing is wider than its column");
  assert.ok((await size(page, "#one h1")).high >= as_it_is.high);
  for (const target of ["#one .strip a[href='tel:911']", "#one #planner-add"]) {
    const { high, wide: across } = await size(page, target);
    assert.ok(high >= 44 && across >= 44, `${target}: ${across} by ${high}`);
  }
  assert.deepEqual(noise, []);
  await context.close();

  const hostile = await visit("inline", { query: { style: "hostile" } });
  await event(hostile.page, "ready", { id: "one" });
  const heading = hostile.page.locator("#one h1").first();
  assert.ok(await heading.isVisible());
  const look = await heading.evaluate((element) => {
    const { textTransform, letterSpacing, fontSize } = getComputedStyle(element);
    return { textTransform, letterSpacing, fontSize };
  });
  assert.deepEqual(look, { textTransform: "none", letterSpacing: "normal", fontSize: as_it_is.font });
  await hostile.context.close();
});

test("Ours changes nothing of the host: address, history, title, head, focus, listeners, styles", async () => {
  const { context, page } = await visit("inline", { query: { style: "plain" } });
  await context.addInitScript(() => {
    globalThis.added = [];
    for (const whose of [window, document]) {
      const add = whose.addEventListener;
      whose.addEventListener = function (name, ...more) {
        if (Error().stack.includes("/iop/")) globalThis.added.push(name);
        return add.call(this, name, ...more);
      };
    }
    addEventListener("DOMContentLoaded", () => {
      globalThis.before = { head: document.head.innerHTML, title: document.title, width: document.querySelector("#after").getBoundingClientRect().width, font: getComputedStyle(document.querySelector("#after")).font };
    });
  });
  await page.reload();
  await event(page, "ready", { id: "one" });
  await event(page, "ready", { id: "two" });
  await addRow(within(page), week);
  const now = await page.evaluate(() => ({ head: document.head.innerHTML, title: document.title, width: document.querySelector("#after").getBoundingClientRect().width, font: getComputedStyle(document.querySelector("#after")).font }));
  assert.deepEqual(now, await page.evaluate(() => globalThis.before));
  assert.deepEqual([...new Set(await page.evaluate(() => globalThis.added))].filter((name) => name !== "message"), []);
  await context.close();

  const calm = await visit("inline", { query: { style: "plain" } });
  await event(calm.page, "ready", { id: "two" });
  assert.equal(await calm.page.evaluate(() => document.activeElement.tagName), "BODY", "the focus is where it was");
  assert.equal(await calm.page.evaluate(() => scrollY), 0);
  await calm.context.close();
});

test("An element that is moved, taken out and put back keeps what was typed; two on a page know nothing of each other", async () => {
  const { context, page, noise } = await visit("inline", { query: { style: "plain" } });
  await event(page, "ready", { id: "one" });
  await event(page, "ready", { id: "two" });
  const inner = within(page);
  await addRow(inner, week);
  await closeRow(inner);
  await within(page, "two").locator("#ask-name").fill("Robin");
  const answers = () => inner.locator(".offer .pill").allTextContents();
  const before = await answers();
  assert.ok(before.length > 2);
  await page.evaluate(() => document.querySelector("main").prepend(document.querySelector("#one")));
  await page.waitForTimeout(300);
  assert.deepEqual(await answers(), before);
  await page.evaluate(() => {
    globalThis.events.length = 0;
    globalThis.out = document.querySelector("#one");
    globalThis.out.remove();
  });
  await page.waitForTimeout(300);
  await page.evaluate(() => document.body.append(globalThis.out));
  await event(page, "ready", { id: "one" });
  assert.deepEqual(await answers(), before);
  // It still works, and the other one was not touched.
  await addRow(inner, { ...week, what: "second" });
  assert.equal(await inner.locator("#planner-add").count(), 1);
  assert.equal(await within(page, "two").locator("#ask-name").inputValue(), "Robin");
  assert.deepEqual(noise, []);
  await context.close();
});

test("Links inside lead on inside, other sites and sheets open beside the host, and leaving leaves the host's page", async () => {
  const { context, page } = await visit("inline", { query: { style: "plain", view: "all" } });
  await event(page, "ready", { id: "one" });
  const inner = within(page);
  await inner.locator("html[data-app=ready]").waitFor({ state: "attached" });
  const whole = await page.locator("#one").evaluate((element) => [...element.shadowRoot.querySelectorAll("[href],[action],[src]")].map((one) => one.getAttribute("href") ?? one.getAttribute("action") ?? one.getAttribute("src")).filter((value) => !/^(#|[a-z]+:)/.test(value)));
  assert.deepEqual(whole, [], "every address is whole");
  await inner.locator(".head nav").getByRole("link", { name: "Your week" }).click();
  await inner.locator("main[data-page=week]").waitFor();
  assert.ok(await inner.locator("main h1").isVisible());
  await inner.locator(".tongue[hreflang=es]").click();
  await page.locator("#one html[lang=es][data-app=ready]").waitFor({ state: "attached" });
  assert.equal(page.url().split("?")[0], `${host.origin}/inline.html`);
  await context.route(/\.gov\//, (route) => route.fulfill({ body: "elsewhere" }));
  await inner.locator("footer a[data-route][href$='/money/']").click();
  const source = inner.locator("main a[href*='.gov/']").first();
  const [beside] = await Promise.all([context.waitForEvent("page"), source.click()]);
  assert.ok(new URL(beside.url()).host.endsWith(".gov"), beside.url());
  await beside.close();
  // Clearing begins the element anew, and nothing else.
  await inner.locator(".head nav a[href$='/week/']").click();
  await inner.locator("main[data-page=week]").waitFor();
  await inner.locator("#planner-add").click();
  await inner.locator(".editor input[id$=what]").fill(CANARY);
  await inner.locator("footer summary").click();
  await inner.locator("footer [data-leave=here]").click();
  await inner.locator(".editor input[id$=what]").waitFor({ state: "detached" });
  await page.locator("#one html[lang=es][data-app=ready]").waitFor({ state: "attached" });
  assert.ok(!(await page.locator("#one html").evaluate((html) => [...html.querySelectorAll("input")].map(({ value }) => value).join())).includes(CANARY));
  assert.ok(page.url().startsWith(host.origin));
  await page.locator("#one .leave").click();
  await page.waitForURL((url) => url.origin !== host.origin);
  await context.close();
});

test("A host with a strict policy needs four lines, and breaks none", async () => {
  const origin = () => new URL(site.address).origin;
  const policy = `default-src 'none'; style-src 'self'; script-src ${origin()} 'wasm-unsafe-eval'; connect-src ${origin()} ${new URL(inbox.address).origin}; img-src ${origin()}`;
  const { context, page, noise } = await visit("inline", { policy, query: { style: "plain" } });
  await event(page, "ready", { id: "one" });
  await event(page, "ready", { id: "two" });
  await addRow(within(page), week);
  await event(page, "plan-found", { id: "one" });
  assert.deepEqual(await events(page, "warning"), []);
  assert.deepEqual(noise, []);
  await context.close();
});

test("Where a host forbids what it needs, a frame takes its place, and one warning says why", async () => {
  const origin = new URL(site.address).origin;
  for (const script of [`script-src ${origin}`, `script-src ${origin}/iop/embed.js 'wasm-unsafe-eval'`]) {
    const policy = `default-src 'none'; style-src 'self'; connect-src ${origin}; frame-src ${origin}; ${script}`;
    const { context, page } = await visit("plain", { policy });
    await event(page, "ready");
    const warnings = await events(page, "warning");
    assert.equal(warnings.length, 1, script);
    assert.equal(warnings[0].detail.reason, "inline");
    assert.equal(page.frames().length, 2);
    await context.close();
  }
  // Nothing at all may load: name, phone and link stay, and one error says so.
  const { context, page } = await visit("plain", { policy: `default-src 'none'; style-src 'self'; script-src ${origin}` });
  await event(page, "error", { timeout: 30_000 });
  assert.equal((await events(page, "error")).length, 1);
  assert.ok(await page.locator("#one").getByText("Plan your week").isVisible());
  assert.deepEqual(await events(page, "ready"), []);
  await context.close();
});

test("Light, dark and Spanish are the host's choice", async () => {
  const ground = (page) => page.locator("#one html > body").evaluate((element) => [getComputedStyle(element).backgroundColor, element.parentElement.lang]);
  for (const [query, scheme, wanted] of [
    [{ theme: "dark", lang: "es" }, "light", ["rgb(18, 26, 27)", "es"]],
    [{ theme: "light" }, "dark", ["rgb(251, 247, 240)", "en"]],
    [{}, "dark", ["rgb(18, 26, 27)", "en"]],
  ]) {
    const { context, page } = await visit("plain", { query, scheme });
    await event(page, "ready");
    assert.deepEqual(await ground(page), wanted);
    await context.close();
  }
});

test("A screen reader finds one page, with every rule kept", async () => {
  const { context, page } = await visit("inline", { query: { style: "plain" }, width: 400 });
  await event(page, "ready", { id: "one" });
  await event(page, "ready", { id: "two" });
  await addRow(within(page), week);
  await page.evaluate(checker);
  // Two things that no attribute can mend: a main part inside another one has to say that it is a region, and two elements have
  // the same links at their ends.
  const rules = { "landmark-unique": { enabled: false } };
  const { violations: all } = await page.evaluate((rules) => globalThis.axe.run(document, { rules, resultTypes: ["violations"] }), rules);
  const violations = all.map(({ id, nodes }) => ({ id, nodes: nodes.filter(({ html }) => id !== "aria-allowed-role" || !html.startsWith("<main ")) }));
  assert.deepEqual(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.html.slice(0, 120)}`)), []);
  await context.close();
});

test("Elements that come and go by the hundred leave nothing behind", { timeout: 280_000 }, async (t) => {
  const { context, page } = await visit("plain");
  await event(page, "ready");
  const session = await context.newCDPSession(page);
  const cycles = (count) =>
    page.evaluate(async (rounds) => {
      const keep = document.querySelector("#one");
      for (let round = 0; round < rounds; round += 1) {
        const element = document.createElement("foothold-app");
        for (const [name, value] of Object.entries({ view: "planner", mode: "inline", src: new URL("./", document.querySelector("script[src*=embed]").src).href, title: "x" })) element.setAttribute(name, value);
        const ready = new Promise((resolve) => element.addEventListener("foothold-ready", resolve, { once: true }));
        document.body.append(element);
        await ready;
        element.remove();
        globalThis.events.length = 0;
      }
      return keep.isConnected;
    }, count);
  const used = async () => {
    for (let round = 0; round < 3; round += 1) {
      await session.send("HeapProfiler.collectGarbage");
      await page.waitForTimeout(200);
    }
    const { usedSize, backingStorageSize = 0 } = await session.send("Runtime.getHeapUsage");
    const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
    return { heap: usedSize + backingStorageSize, nodes, jsEventListeners };
  };
  // What the browser learns of the scripts grows at first.
  const count = Number(process.env.FOOTHOLD_CYCLES ?? 60);
  await cycles(Math.min(count, 600));
  await page.waitForTimeout(1000);
  const first = await used();
  await cycles(count);
  // The browser collects when it likes; what is held is never collected.
  const grew = (last) => Object.keys(last).filter((name) => last[name] > first[name] * 1.05);
  let last = await used();
  for (let tries = 0; tries < 10 && grew(last).length; tries += 1) last = await used();
  t.diagnostic(`${count} comings and goings: ${JSON.stringify([first, last])}`);
  assert.deepEqual(grew(last), []);
  await context.close();
});

test("Twenty on a page all answer; what they cost is printed", async (t) => {
  for (const mode of ["frame", "inline"]) {
    const { context, page, noise } = await visit("plain", { query: { mode } });
    await event(page, "ready");
    const session = await context.newCDPSession(page);
    const used = async () => {
      await session.send("HeapProfiler.collectGarbage");
      return (await session.send("Runtime.getHeapUsage")).usedSize;
    };
    const before = await used();
    const took = await page.evaluate(
      async ([how, src]) => {
        const start = performance.now();
        const ready = Array.from({ length: 19 }, (_, at) => {
          const element = document.createElement("foothold-app");
          for (const [name, value] of Object.entries({ id: `more${at}`, view: "planner", mode: how, src, title: "x" })) element.setAttribute(name, value);
          const told = new Promise((resolve) => element.addEventListener("foothold-ready", resolve, { once: true }));
          document.body.append(element);
          return told;
        });
        await Promise.all(ready);
        return performance.now() - start;
      },
      [mode, site.address],
    );
    t.diagnostic(`nineteen more, ${mode}: ready in ${Math.round(took)} ms, ${((await used()) - before) >> 10} KiB of scripts' memory`);
    if (mode === "inline") {
      for (const id of ["more0", "more18"]) await addRow(within(page, id), week);
      assert.equal(await within(page, "more9").locator(".editor").count(), 0, "each has its own week");
    }
    assert.deepEqual(await events(page, "warning"), []);
    assert.deepEqual(noise, []);
    await context.close();
  }
});

test("A calendar file and a sheet of paper can be taken along from there, too", async () => {
  const { context, page, noise } = await visit("plain");
  await event(page, "ready");
  const inner = within(page);
  await addRow(inner, week);
  await closeRow(inner);
  await inner.locator("#along-open").click();
  const [download] = await Promise.all([page.waitForEvent("download"), inner.locator("#along-save").click()]);
  assert.match(await readFile(await download.path(), "utf8"), /BEGIN:VEVENT/);
  await context.addInitScript(() => (globalThis.print = () => (globalThis.printed = true)));
  const [sheet] = await Promise.all([context.waitForEvent("page"), inner.locator("[data-do=print-week]").click()]);
  await sheet.waitForFunction(() => document.querySelector("main.page h1,main.page h2") && document.styleSheets.length);
  assert.ok((await sheet.locator("body").innerText()).includes(CANARY));
  assert.equal(await sheet.evaluate(() => getComputedStyle(document.body).margin), "0px", "in our style");
  assert.deepEqual(noise, []);
  await context.close();
});
