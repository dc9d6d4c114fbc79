// Types a week into the planner, by keyboard, and reads its answers.
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

/** Presses a button by keyboard. */
export async function press(page, locator) {
  await locator.focus();
  await page.keyboard.press("Enter");
}

/** Ticks a box or makes a choice by keyboard. */
async function tick(page, locator) {
  if (await locator.isChecked()) return;
  await locator.focus();
  await page.keyboard.press("Space");
}

/** Opens a new row and fills it in; returns its number. The row stays open. */
export async function addRow(page, row) {
  await press(page, page.locator("#planner-add"));
  await page.waitForFunction(() => /^row-\d+-kind$/.test(document.activeElement?.id ?? ""));
  const number = await page.evaluate(() => Number(document.activeElement.id.split("-")[1]));
  const field = (name) => page.locator(`#row-${number}-${name}`);
  await field("kind").selectOption(row.kind);
  for (const day of row.days) await tick(page, field(day));
  for (const name of ["what", "from", "to", "travel", "direct"]) if (row[name]) await field(name).fill(row[name]);
  if (row.firm && row.firm !== "fixed") await tick(page, field(row.firm));
  if (row.cut) await field("cut-min").fill(row.cut);
  for (const name of ["earlier", "later"]) if (row[name]) await field(name).fill(row[name]);
  return number;
}

/** Closes the open row. */
export async function closeRow(page) {
  await press(page, page.locator(".editor-end .button"));
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

/** How many turns the app takes for what follows a key, at most. */
const TURNS = 5;

/** Waits until what was out of view has been drawn, too. */
const drawn = (page) =>
  page.evaluate(async (turns) => {
    const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    for (let turn = 0; turn < turns; turn += 1) await painted();
  }, TURNS);

/** The verdict of every offer, by its id; "open" as long as none is given. */
export async function verdicts(page) {
  await drawn(page);
  return page.evaluate((ranks) => {
    const rank = (pill) => pill === null ? "open" : ranks[Number(/pill-(\d)/.exec(pill.className)[1])];
    const offers = [...document.querySelectorAll(".offer")];
    return Object.fromEntries(offers.map((offer) => [offer.id.replace("offer-", ""), rank(offer.querySelector(".pill"))]));
  }, RANKS);
}

/** The same week in words, a line a day. */
export async function weekLines(page) {
  await drawn(page);
  return page.evaluate(() => [...document.querySelectorAll(".planner-week .week-lines li")].map((line) => line.textContent));
}

/** Adds somebody to the household; returns their number. */
export async function addPerson(page, { name, is = "adult" }) {
  await press(page, page.locator("#planner-person"));
  await page.waitForFunction(() => /^person-\d+-name$/.test(document.activeElement?.id ?? ""));
  const number = await page.evaluate(() => Number(document.activeElement.id.split("-")[1]));
  await page.keyboard.type(name);
  if (is !== "adult") await page.locator(`#person-${number}-is`).selectOption(is);
  return number;
}

/** A small household with something to take care of, whose editor stays open: another adult, a child, a roster. */
export async function family(page) {
  const ana = await addPerson(page, { name: "Ana" });
  await addPerson(page, { name: "Mia", is: "child" });
  await press(page, page.locator("[data-do='quick:two-two-three']"));
  await press(page, page.locator(".editor-end .button"));
  await page.locator(".editor").waitFor({ state: "detached" });
  const supper = await addRow(page, { kind: "care", what: "", days: ["Mon", "Tue"], from: "5:30-8pm" });
  await tick(page, page.locator(`#row-${supper}-could-${ana}`));
  return verdicts(page);
}

/** A week with all about its best answer, another beside it. */
export async function whole(page) {
  await enter(page, (await households())["d-four-tens"]);
  await press(page, page.locator("#detail-open"));
  await page.locator("#detail-beside").selectOption({ index: 2 });
  await page.locator(".compare").waitFor();
}

/** The same week with an answer that is tried. */
export async function tried(page) {
  await enter(page, (await households())["d-four-tens"]);
  await press(page, page.locator("[id^='try-']").first());
  await focused(page, "#tried-title");
}

/** Two parents who share a car, as in the household's file; what is asked about ways and cars is open and unanswered. */
export async function oneCar(page) {
  const days = ["Mon", "Tue", "Wed", "Thu", "Fri"];
  const ben = await addPerson(page, { name: "Ben" });
  await addRow(page, { kind: "work", what: "Desk", days, from: "9am-5pm" });
  await closeOpen(page);
  const garage = await addRow(page, { kind: "work", what: "Garage", days, from: "8:30am-5:30pm", travel: "20", firm: "cut", cut: "30" });
  await page.locator(`#row-${garage}-who`).selectOption(String(ben));
  await closeOpen(page);
  const pickUp = await addRow(page, { kind: "care", what: "Pick-up", days, from: "5:15pm", travel: "15" });
  await tick(page, page.locator(`#row-${pickUp}-could-${ben}`));
  await tick(page, page.locator(`#row-${pickUp}-usual-0`));
  await press(page, page.locator("#more-open"));
  await page.locator(`#row-${pickUp}-by`).selectOption("foot");
  await closeOpen(page);
  const supper = await addRow(page, { kind: "care", what: "Supper and bed", days, from: "6:15-8pm" });
  await tick(page, page.locator(`#row-${supper}-could-${ben}`));
  await closeOpen(page);
  await press(page, page.locator("#clinic-way-open"));
  await page.locator("#cars").waitFor();
}

/** The same with everything asked and answered that few weeks need: a last bus, cars, an open row with breaks, one taken out. */
export async function ways(page) {
  await oneCar(page);
  await page.locator("#clinic-by").selectOption("bus");
  await page.locator("#clinic-last").fill("9:40");
  await page.locator("#cars").selectOption("1");
  await press(page, page.locator("#row-2-edit"));
  await press(page, page.locator("#more-open"));
  await page.locator("#row-2-by").selectOption("bus");
  for (const at of [0, 1, 2]) {
    await press(page, page.locator("#break-add"));
    await page.locator(`#row-2-break-${at * 2}`).fill(`2026-12-2${at + 1}`);
  }
  await press(page, page.locator("#break-gone-1"));
  await focused(page, "#break-undo");
  return verdicts(page);
}

/** Closes the open row, in any language. */
async function closeOpen(page) {
  await press(page, page.locator(".editor-end .button"));
  await page.locator(".editor").waitFor({ state: "detached" });
}

/** A roster beside a weekly row: its weeks, the table, and, where there is room, something to take hold of. */
export async function differing(page) {
  await press(page, page.locator("[data-do='quick:two-two-three']"));
  await press(page, page.locator(".editor-end .button"));
  await enter(page, (await households())["a-nine-to-five"]);
  await press(page, page.locator("#weeks-open"));
  await page.locator("#week-1").waitFor();
  await page.locator(".week-words > summary").click();
  await press(page, page.locator("#table-open"));
  await page.locator(".week-words table").waitFor();
  if (!(await page.locator("#hands-open").isVisible())) return;
  await press(page, page.locator("#hands-open"));
  await page.locator("[data-hand]").first().waitFor();
}
