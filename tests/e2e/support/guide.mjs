// Walks through the guide.

/** The questions in their order. */
export const QUESTIONS = ["whom", "now", "days", "way", "people", "wish"];

/** Some of everything, one question left open. */
export const MIXED = { whom: "loved", now: "nobody", days: "caring", way: "unsure", people: null, wish: "week" };

/** Answers one question after the other, `null` leaves it open, and goes on from each; `look` is called before that. */
export async function answer(page, answers, look) {
  for (const [question, chosen] of Object.entries(answers)) {
    const screen = page.locator(`#guide-q-${question}`);
    await screen.waitFor();
    if (chosen) await page.locator(`#guide-${question}-${chosen}`).check();
    await look?.(question);
    await screen.locator("[data-do='guide:next']").click();
  }
}

/** The screens that can be seen: questions by their names, or the end. */
export const screens = (page) =>
  page.evaluate(() => [...document.querySelectorAll(".guide-screen, .guide-end")].filter((e) => e.checkVisibility()).map((e) => e.id));

/** Ids of the items that can be seen at the end. */
export const items = (page) =>
  page.evaluate(() => [...document.querySelectorAll("[id^='guide-item-']")].filter((e) => e.checkVisibility()).map((e) => e.id.slice(11)));
