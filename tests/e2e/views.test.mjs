// What holds in every view: no sideways scrolling, targets one can hit, phones in view, even without scripts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fill, send } from "./support/form.mjs";
import { lowTargets, phonesInView, tooWide } from "./support/layout.mjs";
import { browser, inbox, site } from "./support/stage.mjs";
import { STATES } from "./support/states.mjs";
import { open, visitor } from "./support/visit.mjs";
import { addRow, enter, households } from "./support/week.mjs";

const PHONES = ["tel:911", "tel:988", "tel:+13125550134"];

/** Every view, and how one gets there. */
const VIEWS = {
  ...STATES,
  "a week with a row open": {
    path: "week/",
    act: async (page) => {
      await enter(page, (await households())["d-four-tens"]);
      await addRow(page, { kind: "work", what: "", days: ["Mon"], from: "9-5", firm: "move" });
    },
  },
  "a form after a refusal": {
    path: "ask/",
    act: async (page) => {
      await inbox.mode("refuse");
      await fill(page);
      await send(page);
    },
  },
  "a receipt": {
    path: "ask/",
    act: async (page) => {
      await inbox.mode("ok");
      await fill(page);
      await send(page);
    },
  },
  "kinds of care in Spanish": { path: "es/levels/" },
  "a week in Spanish": {
    path: "es/week/",
    act: (page) => addRow(page, { kind: "work", what: "", days: ["Mon"], from: "9-5", firm: "move" }),
  },
  "a form in Spanish": { path: "es/ask/", act: (page) => page.locator("#ask-send").click() },
};

/** Opens a view with every detail open. */
async function show(page, { path, act }) {
  await open(page, site.address + path);
  await act?.(page);
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
}

const big = (page) =>
  page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });

for (const [name, view] of Object.entries(VIEWS)) {
  test(`${name}: nothing scrolls sideways at 320 pixels, or wider with text at 200 percent`, async () => {
    const { context, page } = await visitor(browser, { width: 320, height: 640 });
    await show(page, view);
    assert.deepEqual(await tooWide(page), [], "320 pixels");
    await page.setViewportSize({ width: 640, height: 800 });
    await big(page);
    assert.deepEqual(await tooWide(page), [], "200 percent at 640 pixels");
    await page.setViewportSize({ width: 1280, height: 800 });
    assert.deepEqual(await tooWide(page), [], "200 percent at 1280 pixels");
    await context.close();
  });

  test(`${name}: nothing scrolls sideways at 320 pixels with text at 200 percent`, async () => {
    const { context, page } = await visitor(browser, { width: 320, height: 640 });
    await show(page, view);
    await big(page);
    assert.deepEqual(await tooWide(page), []);
    await context.close();
  });

  test(`${name}: 911, 988 and the clinic's phone stay in view, and every control is 44 pixels high`, async () => {
    for (const width of [1280, 320]) {
      const { context, page } = await visitor(browser, { width, height: 640 });
      await show(page, view);
      assert.deepEqual(await lowTargets(page), [], `at ${width} pixels`);
      for (const part of [0, 0.5, 1]) {
        await page.evaluate((at) => scrollTo(0, at * document.documentElement.scrollHeight), part);
        assert.deepEqual(await phonesInView(page), PHONES, `at ${width} pixels, scrolled to ${part}`);
      }
      await context.close();
    }
  });
}

test("An address that leads nowhere, however deep, has a page in every language with the numbers and the way on", async () => {
  for (const path of ["nowhere", "es/no/hay/nada/", "week/nothing.html?x=1"]) {
    const { context, page } = await visitor(browser, { width: 320, height: 640 });
    const answer = await page.goto(site.address + path);
    assert.equal(answer.status(), 404, path);
    assert.match(await page.locator("main").innerText(), /This page is not here[^]*Esta página no existe/);
    assert.deepEqual(await phonesInView(page), PHONES);
    assert.deepEqual([await tooWide(page), await lowTargets(page)], [[], []]);
    const styled = await page.locator(".strip").evaluate((strip) => getComputedStyle(strip).position);
    assert.equal(styled, "sticky", "the style sheet was found");
    await page.getByRole("link", { name: "Su semana", exact: true }).click();
    await page.locator("html[lang=es] main[data-page=week]").waitFor();
    await context.close();
  }
});

test("On paper the numbers can be read, and nothing is there that only a screen can do", async () => {
  for (const path of ["", "es/questions/", "week/", "ask/"]) {
    const { context, page } = await visitor(browser, { width: 320, height: 640 });
    await open(page, site.address + path);
    await page.emulateMedia({ media: "print" });
    const said = await page.locator(".strip").innerText();
    for (const number of ["911", "988", "(312) 555-0134"]) assert.ok(said.includes(number), `${number} on ${path}: ${said}`);
    assert.doesNotMatch(said, /Call us|Llámenos/);
    for (const gone of [".head nav", ".tongue", ".leave"]) assert.equal(await page.locator(gone).first().isVisible(), false, gone);
    await context.close();
  }
});

test("Without scripts every page is readable, says what needs scripts, and shows the phones", async () => {
  for (const width of [1280, 320]) {
    const { context, page } = await visitor(browser, { width, height: 640, clock: false, javaScriptEnabled: false });
    for (const path of ["", "guide/", "week/", "ask/"]) {
      await page.goto(site.address + path);
      for (const phone of PHONES) {
        const link = page.locator(`.strip a[href="${phone}"]`);
        assert.ok(await link.isVisible(), `${phone} on ${path}`);
        const box = await link.boundingBox();
        assert.ok(box.x >= 0 && box.x + box.width <= width && box.y + box.height <= 640, `${phone} in view on ${path}`);
      }
      assert.ok(await page.locator("h1").isVisible());
      if (path === "week/") assert.match(await page.locator("noscript").innerText(), /needs JavaScript/);
      if (path === "ask/") for (const field of ["phone", "email"]) assert.ok(await page.locator(`#ask-${field}`).isVisible(), "no script will bring it later");
      if (path === "ask/") assert.match(await page.locator("noscript").innerText(), /needs JavaScript.*\(312\) 555-0134/);
    }
    await context.close();
  }
});

test("Without scripts a form whose back-end takes JSON only is not posted anywhere", async () => {
  // The pages are written at build time, so only what they hold counts: the demo's back-end takes JSON alone.
  const { context, page } = await visitor(browser, { clock: false, javaScriptEnabled: false });
  await page.goto(`${site.address}ask/`);
  assert.equal(await page.locator("#ask-form").getAttribute("action"), null, "no post that the back-end would not understand");
  await context.close();
});
