// Fills in the contact form, sends it and waits for what is said.

/** What a person types. */
export const MESSAGE = { name: "Robin", phone: "312 555 0199", note: "Do you have a place in December?" };

/** Fills in everything for a call back. */
export async function fill(page, { name, phone, note } = MESSAGE) {
  await page.locator("#ask-name").fill(name);
  await page.locator("#ask-reach-call").check();
  await page.locator("#ask-phone").fill(phone);
  await page.locator("#ask-voicemail-only-called").check();
  await page.locator("#ask-whom-me").check();
  await page.locator("#ask-note").fill(note);
}

/** What stands in the form now. */
export const typed = (page) =>
  page.evaluate(() => ({
    name: document.querySelector("#ask-name").value,
    phone: document.querySelector("#ask-phone").value,
    note: document.querySelector("#ask-note").value,
    chosen: [...document.querySelectorAll("#ask-form :checked")].map((input) => input.id),
  }));

/** What [`fill`] leaves there. */
export const FILLED = { ...MESSAGE, chosen: ["ask-reach-call", "ask-voicemail-only-called", "ask-whom-me"] };

/** Waits for the panel and names what became of the message. */
export async function outcome(page, timeout = 15_000) {
  const panel = page.locator("[data-outcome]");
  await panel.waitFor({ timeout });
  return panel.getAttribute("data-outcome");
}

/** Says that a person is writing, where the form asks, and waits for what became of the message. */
export async function answered(page, timeout = 15_000) {
  const first = await outcome(page, timeout);
  if (first !== "sure") return first;
  await page.locator("#ask-says [data-do=send]").click();
  const panel = page.locator("[data-outcome]:not([data-outcome=sure])");
  await panel.waitFor({ timeout });
  return panel.getAttribute("data-outcome");
}

/** Presses Send and waits for what became of it; whoever is as fast as a test is asked once. */
export async function send(page, timeout) {
  await page.locator("#ask-send").click();
  return answered(page, timeout);
}
