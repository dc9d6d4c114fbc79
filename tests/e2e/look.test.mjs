// A clinic's own colours, corners, font and room: on its own pages, as the build writes them into the style sheet, and in other
// people's pages, as public/look.js decides. Whatever is wished, everything can be read.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, test } from "node:test";
import { browser, checker, host, site } from "./support/abroad.mjs";
import { event, events, inside, listen } from "./support/hosts.mjs";
import { clinic, dist } from "./support/servers.mjs";
import { open, visitor } from "./support/visit.mjs";
import { enter, households, verdicts } from "./support/week.mjs";

/** How many random wishes the two programs that decide are compared on. */
const ROWS = 2000;
/** A clinic's wishes: one colour that few could read, a font, corners. */
const WISHES = { accent: "#ffb300", background: "#ffffff", text: "#8a8a8a", radius: 6, font: "Georgia, serif", density: "compact" };
/** Values that try to be more than values. */
const HOSTILE = ["red;}body{display:none", "url(https://a.example/x)", "#1e5b52}*{display:none", "calc(1px*1e9)", 'x"};*{display:none}/*', "compact;}*{}"];

let script;

/** What `./dev` knows of looks. */
const tool = (...args) => execFileSync(process.env.FOOTHOLD_XTASK, ["look", ...args], { encoding: "utf8", maxBuffer: 1 << 26 });

/** What the build adds to the style sheet for these wishes. */
async function added(look) {
  const folder = await mkdtemp(join(tmpdir(), "foothold-look-"));
  const path = join(folder, "clinic.json");
  await writeFile(path, JSON.stringify({ ...(await clinic()), look }));
  const css = tool(path).trim();
  await rm(folder, { recursive: true });
  return css;
}

before(async () => {
  script = await import(`data:text/javascript,${encodeURIComponent(await readFile(join(dist(), "look.js"), "utf8"))}`);
  host.app = site.address;
});

/** A visitor of a clinic whose build has these wishes in its style sheet. */
async function visit(look, { path = "", ...more } = {}) {
  const css = await added(look);
  const visited = await visitor(browser, more);
  await visited.context.route(/style-[^/]*\.css$/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()) + css });
  });
  await open(visited.page, site.address + path);
  return visited;
}

/** A visitor on a host's page with colours of its own. */
async function hosted(look, { query = {}, late = 0, ...more } = {}) {
  const visited = await visitor(browser, { clock: false, ...more });
  await listen(visited.context);
  if (late) await visited.context.route(/(warm|faint)\.css$/, (route) => setTimeout(() => route.continue(), late));
  const asked = new URLSearchParams({ view: "planner", theme: "", lang: "", mode: "", look, ...query });
  await visited.page.goto(`${host.origin}/coloured.html?${asked}`);
  await event(visited.page, "ready");
  return visited;
}

/** What the checker finds too faint, in a line each. */
async function faint(page) {
  await page.evaluate(checker);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { iframes: false, runOnly: ["color-contrast"], resultTypes: ["violations"] }));
  return violations.flatMap(({ nodes }) => nodes.map((node) => `${node.html.slice(0, 120)} (${node.failureSummary.split("\n")[1]?.trim()})`));
}

/** Values of tokens as the page has them now. */
const tokens = (page, names) =>
  page.evaluate((wanted) => wanted.map((name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()), names);

test("The script for host pages decides as the core does, on thousands of random wishes", () => {
  const rows = tool("--table", String(ROWS)).trim().split("\n");
  assert.equal(rows.length, ROWS);
  const hex = (palette) => Object.values(palette).map((colour) => `#${colour.map((bits) => bits.toString(16).padStart(2, "0")).join("")}`);
  for (const row of rows) {
    const [wished, theme, dark, light, night, changed] = row.split("|");
    const [accent, background, text] = wished.split(" ").map((colour) => (colour === "-" ? "" : colour));
    const found = script.look({ accent, background, text }, theme);
    assert.deepEqual(found.refused, []);
    assert.equal(String(found.dark), dark, row);
    assert.deepEqual(found.palettes.map((palette) => hex(palette).join("")), [light, night], row);
    assert.equal(found.adjusted.map(({ name, to, against, before }) => `${name} ${to} ${against} ${before}`).join(","), changed, row);
  }
});

test("What is no colour, font or measure is refused, and never becomes part of a style sheet", () => {
  for (const text of HOSTILE) {
    const wishes = Object.fromEntries(script.NAMES.map((name) => [name, text]));
    const { css, refused, adjusted } = script.look(wishes);
    assert.deepEqual(refused, script.NAMES, text);
    assert.deepEqual(adjusted, []);
    assert.equal(css, script.look({}).css);
  }
  const { css } = script.look({ font: "Wingdings", radius: "9999px", density: "toString" });
  assert.ok(!css.includes("Wingdings") && css.includes("--round:2rem"), css.slice(0, 200));
  assert.deepEqual(script.look({ accent: "#fff", theme: "x" }, "dark").refused, []);
});

test("Without a look the style sheet and every page are what they were", async () => {
  assert.equal(tool().trim(), "");
  const sheets = (await readdir(dist())).filter((name) => /^style-.*\.css$/.test(name));
  assert.equal(sheets.length, 1);
  assert.ok(!(await readFile(join(dist(), sheets[0]), "utf8")).includes("--foothold-"));
  const { context, page, requests } = await visitor(browser);
  await open(page, `${site.address}week/`);
  assert.ok(!requests.some(({ url }) => url.endsWith("look.js")));
  await context.close();
});

for (const scheme of ["light", "dark"]) {
  test(`A clinic's colours that many could not read are ones that all can, ${scheme}`, async () => {
    for (const path of ["", "week/", "ask/", "levels/"]) {
      for (const width of [1280, 320]) {
        const { context, page, noise } = await visit(WISHES, { path, scheme, width });
        if (path === "week/") {
          await enter(page, (await households())["a-nine-to-five"]);
          await verdicts(page);
        }
        if (path === "ask/") await page.locator("#ask-send").click();
        await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
        assert.deepEqual(await faint(page), [], `${path} at ${width}`);
        assert.deepEqual(noise, []);
        await context.close();
      }
    }
  });
}

test("A clinic's corners, font and room are used, and what means something keeps its colour", async () => {
  const { context, page } = await visit(WISHES, { path: "week/" });
  const [pine, paper, fits, round, field, s4] = await tokens(page, ["pine", "paper", "fits", "round", "field", "s4"]);
  assert.equal(pine, script.look(Object.fromEntries(Object.entries(WISHES).map(([name, said]) => [name, String(said)]))).adjusted.find(({ name }) => name === "accent").to);
  assert.deepEqual([paper, fits, round, field, s4], ["#ffffff", "#1e5b52", "0.375rem", "0.225rem", "0.75rem"]);
  assert.match(await page.evaluate(() => getComputedStyle(document.body).fontFamily), /^Georgia, serif$/);
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector(".card")).borderTopLeftRadius), "6px");
  await context.close();
});

test("Who asks for more contrast gets the house's colours, on a clinic's pages and in other people's", async () => {
  const { context, page } = await visit(WISHES, { contrast: "more" });
  assert.deepEqual(await tokens(page, ["pine", "paper", "fits"]), ["#1e5b52", "#fbf7f0", "#1e5b52"]);
  await context.close();
  const other = await hosted("warm", { contrast: "more" });
  assert.deepEqual(await tokens(await inside(other.page, "/iop/week/"), ["pine", "round"]), ["#1e5b52", "0.375rem"]);
  await other.context.close();
});

test("With the device's own colours a look changes nothing, and paper stays paper", async () => {
  const { context, page } = await visit(WISHES, { forcedColors: "active", path: "week/" });
  const button = await page.evaluate(() => {
    const style = getComputedStyle(document.querySelector(".planner-list .button, .choice-button"));
    return [style.backgroundColor, style.borderTopWidth];
  });
  assert.notEqual(button[0], "rgb(0, 0, 0)");
  assert.deepEqual(await faint(page), []);
  await context.close();
  const printed = await visit({ background: "#1b1b2f" }, { path: "paper/" });
  await printed.page.emulateMedia({ media: "print" });
  const [paper] = await tokens(printed.page, ["paper"]);
  assert.ok(parseInt(paper.slice(1, 3), 16) > 200, paper);
  await printed.context.close();
});

test("In a dark host with faint colours all can be read, and its owner is told which were changed", async () => {
  for (const width of [1280, 320]) {
    const { context, page, noise } = await hosted("faint", { width });
    const frame = await inside(page, "/iop/week/");
    assert.equal(await frame.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(27, 27, 47)", "dark, whatever the device prefers");
    assert.equal(await frame.evaluate(() => getComputedStyle(document.documentElement).colorScheme), "dark");
    assert.deepEqual(await faint(frame), []);
    const told = (await events(page, "warning")).map(({ detail }) => detail);
    assert.deepEqual(told.map(({ reason }) => reason), ["contrast", "contrast"]);
    for (const [at, from] of ["#8a7a2f", "#777777"].entries()) assert.match(told[at].message, new RegExp(`${from} beside #[0-9a-f]{6} .* #[0-9a-f]{6} is used`));
    assert.deepEqual(noise, []);
    await context.close();
  }
});

test("A host's wishes win over the clinic's, through var() and from its root, and need no warning where they are fine", async () => {
  const { context, page, noise } = await hosted("warm");
  const frame = await inside(page, "/iop/week/");
  const found = await tokens(frame, ["pine", "fits", "round", "s4", "paper"]);
  assert.deepEqual(found, ["#7a1f5c", "#1e5b52", "0.375rem", "0.75rem", "#fbf7f0"]);
  assert.match(await frame.evaluate(() => getComputedStyle(document.body).fontFamily), /^Georgia, "Times New Roman", serif$/);
  assert.deepEqual(await events(page, "warning"), []);
  assert.deepEqual(await faint(frame), []);
  assert.deepEqual(noise, []);
  await context.close();
});

test("What the clinic wishes is there where the host says nothing of it", async () => {
  const css = await added({ accent: "#0b5fa5", radius: 10 });
  const { context, page } = await visitor(browser, { clock: false });
  await listen(context);
  await context.route(/style-[^/]*\.css$/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()) + css });
  });
  await context.route(/none\.css$/, (route) => route.fulfill({ contentType: "text/css", body: "foothold-app{--foothold-background:#f4f0ff}" }));
  await page.goto(`${host.origin}/coloured.html?${new URLSearchParams({ view: "planner", mode: "", look: "none" })}`);
  await event(page, "ready");
  const frame = await inside(page, "/iop/week/");
  assert.deepEqual(await tokens(frame, ["pine", "paper", "round"]), ["#0b5fa5", "#f4f0ff", "0.625rem"]);
  await context.close();
});

test("Light or dark is the host's choice with a look too", async () => {
  const { context, page } = await hosted("warm", { query: { theme: "dark" } });
  const frame = await inside(page, "/iop/week/");
  const [paper, pine] = await tokens(frame, ["paper", "pine"]);
  assert.equal(paper, "#121a1b");
  assert.notEqual(pine, "#7a1f5c");
  assert.deepEqual(await faint(frame), []);
  await context.close();
});

test("Without a frame it looks the same", async () => {
  const within = (page, names) =>
    page.locator("#one html").evaluate((html, wanted) => wanted.map((name) => getComputedStyle(html).getPropertyValue(`--${name}`).trim()), names);
  const { context, page, noise } = await hosted("faint", { query: { mode: "inline" } });
  const ground = await page.locator("#one html > body").evaluate((body) => getComputedStyle(body).backgroundColor);
  assert.equal(ground, "rgb(27, 27, 47)");
  assert.deepEqual((await events(page, "warning")).map(({ detail }) => detail.reason), ["contrast", "contrast"]);
  const ours = (found) => found.filter((line) => !line.includes("Elm Court"));
  assert.deepEqual(ours(await faint(page)), []);
  assert.deepEqual(noise, []);
  await context.close();

  const warm = await hosted("warm", { query: { mode: "inline" } });
  const found = await within(warm.page, ["pine", "fits", "paper"]);
  assert.deepEqual(found, ["#7a1f5c", "#1e5b52", "#fbf7f0"]);
  assert.equal(await warm.page.locator("#one .offer").first().evaluate((offer) => getComputedStyle(offer).borderRadius), "6px");
  assert.deepEqual(await events(warm.page, "warning"), []);
  await warm.context.close();
});

test("The bar and buttons of a dialog have the host's colours, and can be read", async () => {
  for (const [look, ground, button] of [["faint", "rgb(27, 27, 47)", null], ["warm", null, "rgb(122, 31, 92)"]]) {
    const { context, page } = await visitor(browser, { clock: false });
    await listen(context);
    await page.goto(`${host.origin}/coloured.html?${new URLSearchParams({ view: "planner", theme: "", lang: "", mode: "floating", look })}`);
    const float = page.getByRole("button", { name: "Plan your week" });
    await float.click();
    await event(page, "ready");
    const found = await page.locator("dialog").evaluate((dialog) => [dialog, dialog.querySelector("button")].map((part) => getComputedStyle(part).backgroundColor));
    if (ground) assert.equal(found[0], ground);
    if (button) assert.equal(found[1], button);
    // The links that stand in the host's page itself are its own affair.
    assert.deepEqual((await faint(page)).filter((line) => !line.includes("Elm Court") && !line.startsWith("<a ")), []);
    await context.close();
  }
});

for (const mode of ["", "inline"]) {
  test(`A host whose style sheet comes late gets its look all the same, ${mode || "in a frame"}`, async () => {
    const { context, page } = await hosted("warm", { query: { mode }, late: 2500 });
    const shown = mode ? page.locator("#one html") : (await inside(page, "/iop/week/")).locator("html");
    assert.equal(await shown.evaluate((html) => getComputedStyle(html).getPropertyValue("--pine").trim()), "#7a1f5c");
    await context.close();
  });
}

test("Hostile values of a host change nothing but are named", async () => {
  const { context, page } = await hosted("nothing");
  const frame = await inside(page, "/iop/week/");
  const before = await tokens(frame, ["pine", "paper", "sans", "round"]);
  await page.evaluate(
    ([look, origin]) =>
      document.querySelector("#one").shadowRoot.querySelector("iframe").contentWindow.postMessage({ foothold: 1, type: "hello", fit: true, view: "planner", lang: "en", look }, origin),
    [[...HOSTILE, {}, 7, null], site.origin],
  );
  await page.waitForFunction(() => globalThis.events.filter(({ name }) => name === "warning").length >= 6);
  assert.deepEqual(await tokens(frame, ["pine", "paper", "sans", "round"]), before);
  assert.ok(await frame.locator(".strip a[href='tel:911']").isVisible());
  assert.ok((await events(page, "warning")).every(({ detail }) => detail.reason === "look" && detail.message.startsWith("--foothold-")));
  await context.close();
});

test("Each look can be looked at", { skip: !process.env.FOOTHOLD_PICTURES && "set FOOTHOLD_PICTURES to a folder" }, async () => {
  const folder = process.env.FOOTHOLD_PICTURES;
  const looks = {
    house: {},
    plum: { accent: "#7a1f5c", background: "#ffffff", text: "#222222", radius: 8, font: "Verdana, DejaVu Sans, sans-serif" },
    sky: { accent: "#0077c8", background: "#f2f8fd", radius: 12, density: "roomy" },
    night: { accent: "#ffd54f", background: "#1b1b2f", text: "#dddddd", radius: 4, density: "compact" },
    sand: WISHES,
  };
  for (const [name, look] of Object.entries(looks)) {
    for (const scheme of ["light", "dark"]) {
      for (const width of [1280, 320]) {
        const { context, page } = await visit(look, { scheme, width });
        await page.screenshot({ path: join(folder, `program-${name}-${width}-${scheme}.png`) });
        await context.close();
        const week = await visit(look, { scheme, width, path: "week/" });
        await enter(week.page, (await households())["a-nine-to-five"]);
        await verdicts(week.page);
        await week.page.evaluate(() => scrollTo(0, 0));
        await week.page.screenshot({ path: join(folder, `week-${name}-${width}-${scheme}.png`), fullPage: width < 400 });
        await week.context.close();
      }
    }
  }
});
