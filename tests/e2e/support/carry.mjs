// A week that leaves the page and comes back: makes links, reads QR codes, asks what the device keeps.
import { createRequire } from "node:module";
import { addPerson, addRow, press } from "./week.mjs";

const JSQR = createRequire(import.meta.url).resolve("jsqr/dist/jsQR.js");

/** The name under which a week is kept. */
export const ENTRY = "foothold-week";

/** What a name must be looked for by: it is nobody's. */
export const CANARY = "Quetzalcoatl";

/** Closes the open row, in any language. */
async function closed(page) {
  await press(page, page.locator(".editor-end .button"));
  await page.locator(".editor").waitFor({ state: "detached" });
}

/** Types a named row and a person, and chooses an offer. */
export async function typed(page) {
  await addPerson(page, { name: CANARY });
  await addRow(page, { kind: "work", what: `${CANARY} bakery`, days: ["Mon", "Tue", "Wed", "Thu", "Fri"], from: "9am", to: "5:50pm", travel: "25", direct: "15", firm: "cut" });
  await closed(page);
  await press(page, page.locator("#see-evening"));
}

/** Opens "Take it with you" and makes the link, by keyboard; returns it. */
export async function link(page, { names = false } = {}) {
  if ((await page.locator("#along-open").getAttribute("aria-expanded")) === "false") await press(page, page.locator("#along-open"));
  const box = page.locator("#along-names");
  await box.waitFor();
  if ((await box.isChecked()) !== names) {
    await box.focus();
    await page.keyboard.press("Space");
  }
  await press(page, page.locator("#along-make"));
  await page.waitForFunction(() => document.activeElement?.id === "along-link");
  return page.locator("#along-link").inputValue();
}

/** The text of the QR code on the screen, by a reader that knows nothing of us. */
export async function scanned(page) {
  const picture = page.locator("#along-qr");
  await picture.scrollIntoViewIfNeeded();
  const box = await picture.boundingBox();
  // With something of the page around it, as a camera has.
  const clip = { x: Math.max(box.x - 12, 0), y: box.y - 12, width: box.width + 24, height: box.height + 24 };
  const shot = await page.screenshot({ clip: { ...clip, y: Math.max(clip.y, 0) } });
  const reader = await page.context().newPage();
  await reader.goto("about:blank");
  await reader.addScriptTag({ path: JSQR });
  const text = await reader.evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const ground = canvas.getContext("2d");
    ground.drawImage(image, 0, 0);
    const { data, width, height } = ground.getImageData(0, 0, image.width, image.height);
    return globalThis.jsQR(data, width, height, { inversionAttempts: "dontInvert" })?.data ?? null;
  }, shot.toString("base64"));
  await reader.close();
  return text;
}

/** What the device keeps. */
export const kept = (page) => page.evaluate((name) => localStorage.getItem(name), ENTRY);

/** A small week of somebody else's. */
export async function other(page) {
  await addRow(page, { kind: "school", what: "", days: ["Sat"], from: "10am", to: "noon" });
  await closed(page);
}

/** Keeps a typed week on the device. */
export async function keeping(page) {
  await typed(page);
  await press(page, page.locator("#keep-do"));
  await page.locator("#keep .says-good").waitFor();
}

/** Shows a link and its code. */
export async function linked(page) {
  await typed(page);
  await link(page);
}

/** A link has come while another week is there. */
export async function asking(page) {
  await linked(page);
  const address = await page.locator("#along-link").inputValue();
  await page.locator("#clinic-travel").fill("35");
  await page.evaluate((hash) => void (location.hash = hash), address.slice(address.indexOf("#")));
  await page.locator("#link-open").waitFor();
}
