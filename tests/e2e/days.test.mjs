// An offer's week, day by day: by keyboard, said aloud, the same day in every week, and all of it without scripts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { tabTo } from "./support/keyboard.mjs";
import { tooWide } from "./support/layout.mjs";
import { browser, site } from "./support/stage.mjs";
import { dayByDay } from "./support/states.mjs";
import { open, visitor } from "./support/visit.mjs";
import { focused } from "./support/week.mjs";

const DAYS = { "": ["Monday", "Tuesday", "Wednesday"], "es/": ["lunes", "martes", "miércoles"] };

for (const lang of ["", "es/"]) {
  test(`A week is stepped through by keyboard, forth, back and round${lang ? ", in Spanish" : ""}`, async () => {
    const { context, page, noise } = await visitor(browser, { width: 320, height: 640 });
    await open(page, site.address + lang);
    await tabTo(page, "#evening summary", { most: 200 });
    await page.keyboard.press("Enter");
    await tabTo(page, "#day-open-evening");
    await page.keyboard.press("Enter");
    await focused(page, "#day-title-evening");
    const said = page.locator("#day-text-evening");
    const says = (day) => said.getByText(new RegExp(`[1-7]: ${day}$`)).waitFor();
    const [monday, tuesday, wednesday] = DAYS[lang];
    await says(monday);
    assert.equal(await said.getAttribute("role"), "status");
    await tabTo(page, "#day-next-evening", { key: "Shift+Tab" });
    await page.keyboard.press("Enter");
    await says(tuesday);
    await focused(page, "#day-next-evening");
    assert.ok((await said.locator("li p").first().innerText()).length > 30, "what happens there");
    await page.keyboard.press("Enter");
    await says(wednesday);
    assert.equal(await said.locator("li").count(), 0, "no session on this day");
    for (let press = 0; press < 5; press += 1) await page.keyboard.press("Enter");
    await says(monday);
    await tabTo(page, "#day-back-evening", { key: "Shift+Tab" });
    await page.keyboard.press("Enter");
    await said.getByText(/Day 7 of 7|Día 7 de 7/).waitFor();
    assert.deepEqual(await tooWide(page), []);
    await tabTo(page, "[data-do='day:all:evening']");
    await page.keyboard.press("Enter");
    await focused(page, "#day-open-evening");
    assert.equal(await page.locator("#days-evening .week-lines li").count(), 7);
    assert.deepEqual(noise, []);
    await context.close();
  });
}

test("The day that is looked at stands out in the picture, and is the same in every week that is looked at so", async () => {
  const { context, page } = await visitor(browser);
  await open(page, site.address);
  await dayByDay(page);
  await page.locator("#morning summary").click();
  await page.locator("#day-open-morning").click();
  await page.locator("#day-next-morning").click();
  for (const id of ["evening", "morning"]) {
    await page.locator(`#day-text-${id}`).getByText("Day 2 of 7: Tuesday").waitFor();
    const marked = await page.locator(`#day-picture-${id} .week-day`).evaluateAll((days) => days.map((day) => Boolean(day.querySelector("[stroke-width]"))));
    assert.deepEqual(marked, [false, true, false, false, false, false, false], id);
  }
  await context.close();
});

test("Without scripts all days are listed and no button is there that does nothing", async () => {
  const { context, page } = await visitor(browser, { clock: false, javaScriptEnabled: false });
  await page.goto(site.address);
  await page.locator("#evening summary").click();
  assert.match((await page.locator("#days-evening .week-lines li").allTextContents()).join("\n"), /Monday: .*6pm to 9pm[^]*Sunday/);
  assert.equal(await page.locator("#tracks [data-do]:visible").evaluateAll((found) => found.filter((e) => e.tagName === "BUTTON").length), 0);
  await context.close();
});

test("Where the second file does not come all days stay, and that is said", async () => {
  const { context, page } = await visitor(browser);
  await page.route("**/foothold-rest-*", (route) => route.abort());
  await open(page, site.address);
  await page.locator("#evening summary").click();
  await page.locator("#day-open-evening").click();
  await page.locator("#page-says:not(:empty)").waitFor();
  assert.equal(await page.locator("#days-evening .week-lines li").count(), 7);
  await context.close();
});
