// Types a week into the planner and reads its answers.
import { readFile, readdir } from "node:fs/promises";

const folder = new URL("../../fixtures/households/", import.meta.url);

/** All households, by the name of their file. */
export async function households() {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".json")).sort();
  const read = async (file) => [file.replace(".json", ""), JSON.parse(await readFile(new URL(file, folder), "utf8"))];
  return Object.fromEntries(await Promise.all(files.map(read)));
}

/** Waits until an element has the focus. */
export const focused = (page, selector) =>
  page.waitForFunction((wanted) => document.activeElement?.matches(wanted), selector);

/** Opens a new row and fills it in; returns its number. The row stays open. */
export async function addRow(page, row) {
  await page.locator("#planner-add").click();
  await page.waitForFunction(() => /^row-\d+-kind$/.test(document.activeElement?.id ?? ""));
  const number = await page.evaluate(() => Number(document.activeElement.id.split("-")[1]));
  const field = (name) => page.locator(`#row-${number}-${name}`);
  await field("kind").selectOption(row.kind);
  for (const day of row.days) await field(day).check();
  for (const name of ["what", "from", "to", "travel", "direct"]) if (row[name]) await field(name).fill(row[name]);
  if (row.firm && row.firm !== "fixed") await field(row.firm).check();
  if (row.cut) await field("cut-min").fill(row.cut);
  for (const name of ["earlier", "later"]) if (row[name]) await field(name).fill(row[name]);
  return number;
}

/** Closes the open row. */
export async function closeRow(page) {
  await page.getByRole("button", { name: "Done", exact: true }).click();
  await page.locator(".editor").waitFor({ state: "detached" });
}

/** Types a whole household. */
export async function enter(page, household) {
  await page.locator("#clinic-travel").fill(household.clinic_travel);
  for (const row of household.rows) {
    await addRow(page, row);
    await closeRow(page);
  }
}

const RANKS = ["fits", "tight", "fits-if", "does-not-fit", "ask"];

/** The verdict of every offer, by its id. */
export const verdicts = (page) =>
  page.evaluate((ranks) => {
    const rank = (pill) => ranks[Number(/pill-(\d)/.exec(pill.className)[1])];
    const offers = [...document.querySelectorAll(".offer")];
    return Object.fromEntries(offers.map((offer) => [offer.id.replace("offer-", ""), rank(offer.querySelector(".pill"))]));
  }, RANKS);

/** The same week in words, a line a day. */
export const weekLines = (page) => page.locator(".planner-week .week-lines li").allTextContents();
