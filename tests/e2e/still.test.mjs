// A whole visit by somebody whose browser runs no scripts, by its links alone, in both languages, on a narrow phone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { QUESTIONS } from "./support/guide.mjs";
import { tooWide } from "./support/layout.mjs";
import { browser, site } from "./support/stage.mjs";
import { visitor } from "./support/visit.mjs";

const PHONES = ["tel:911", "tel:988", "tel:+13125550134"];

for (const lang of ["", "es/"]) {
  test(`Without scripts one reads, compares, prints a list of questions, and finds whom to ask${lang ? ", in Spanish" : ""}`, async () => {
    const { context, page, requests } = await visitor(browser, { width: 320, height: 640, clock: false, javaScriptEnabled: false });
    /** Follows the first link that leads there and can be seen. */
    const go = async (to, main) => {
      await page.locator(`a[href$="${to}"]:visible`).first().click();
      await page.locator(`main[data-page=${main}]`).waitFor();
      assert.deepEqual(await tooWide(page), [], to);
      for (const phone of PHONES) assert.ok(await page.locator(`.strip a[href="${phone}"]`).isVisible(), `${phone} on ${to}`);
      // Nothing to press that would do nothing.
      assert.equal(await page.locator("main button:visible:not([type=submit])").count(), 0, to);
    };
    await page.goto(site.address + lang);
    await page.locator("#evening summary").click();
    assert.equal(await page.locator("#days-evening .week-lines li").count(), 7);

    await go("levels/", "levels");
    assert.equal(await page.locator("tr[id^=level-]:visible").count(), 6);
    await go("guide/", "guide");
    for (const question of QUESTIONS) assert.ok(await page.locator(`#guide-q-${question}-title`).isVisible());
    await go("search/", "search");
    await page.locator("#search-all a[href$='questions/#q-belief']").click();
    assert.ok(await page.locator("#q-belief").isVisible());
    await go("money/", "money");

    await go("start/", "start");
    const questions = page.locator("[data-place=list] label");
    const count = await questions.count();
    assert.ok(count > 5);
    await page.emulateMedia({ media: "print" });
    for (const question of await questions.all()) assert.ok(await question.isVisible());
    for (const phone of PHONES) assert.ok(await page.locator(`.strip a[href="${phone}"]`).isVisible());
    await page.emulateMedia({ media: "screen" });

    await go("week/", "week");
    await go("paper/", "paper");
    await go("ask/", "ask");
    assert.ok(await page.locator(".ask a[href='tel:+13125550134']").first().isVisible());
    const other = lang ? "en" : "es";
    await page.locator(`.tongue a[lang=${other}], a[hreflang=${other}]:visible`).first().click();
    await page.locator(`html[lang=${other}] main[data-page=ask]`).waitFor();
    // The app's own script is small, and a browser fetches ahead what the page says that it may need.
    const asked = requests.map(({ url }) => new URL(url).pathname).filter((path) => /\.(js|wasm)$/.test(path) && !/foothold-app-\w+\.js$/.test(path));
    assert.deepEqual(asked, []);
    await context.close();
  });
}
