// A week that leaves the page and comes back: makes links, reads QR codes and calendar files, asks what the device keeps.
import { createRequire } from "node:module";
import ICAL from "ical.js";
import jsQR from "jsqr";
import { addPerson, addRow, press } from "./week.mjs";

const JSQR = createRequire(import.meta.url).resolve("jsqr/dist/jsQR.js");

/** The name under which a week is kept. */
export const ENTRY = "foothold-week";

/** What a name must be looked for by: it is nobody's. */
export const CANARY = "Quetzalcoatl";

/** A roster of twelve-hour days on Tuesdays and Wednesdays, four weeks long, and a pay day. */
export function roster() {
  const two = (n) => String(n).padStart(2, "0");
  const shifts = [1, 2, 8, 9, 15, 16, 22, 23].map((day) => ["Shift", `202612${two(day)}T090000`, `202612${two(day)}T210000`]);
  const events = shifts.map(([name, from, to]) => `BEGIN:VEVENT\r\nUID:${from}@x\r\nSUMMARY:${CANARY} ${name}\r\nDTSTART:${from}\r\nDTEND:${to}\r\nEND:VEVENT\r\n`);
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n${events.join("")}BEGIN:VEVENT\r\nSUMMARY:Pay day\r\nDTSTART;VALUE=DATE:20261215\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
}

/** Until 5:50pm, 15 minutes from the clinic: has to leave 15 minutes early for the evenings. */
export const WORK = { kind: "work", what: "Bakery", days: ["Mon", "Tue", "Wed", "Thu", "Fri"], from: "9am", to: "5:50pm", travel: "25", direct: "15", firm: "cut" };

/** What no file or sheet may say. */
export const TELLING = /impact|outpatient|555|example street|program|recovery|treatment|therapy|clinic|group|relapse|skills|evening|grupo|clínica|tratamiento|recaída|habilidades|noche|localhost|127\.0\.0\.1|http/i;

/** The entries of a calendar file, by a reader that knows nothing of us. */
export const entries = (text) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));

/** The dates of one of them, all its repetitions. */
export function dates(entry) {
  const found = [];
  const all = entry.iterator();
  for (let next = all.next(); next; next = all.next()) found.push(next.toString().slice(0, 10));
  return found;
}

/** Closes the open row, in any language. */
async function closed(page) {
  await press(page, page.locator(".editor-end .button"));
  await page.locator(".editor").waitFor({ state: "detached" });
}

/** Types a named row and a person, and chooses an offer. */
export async function typed(page) {
  await addPerson(page, { name: CANARY });
  await addRow(page, { ...WORK, what: `${CANARY} bakery` });
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

/** The text of a QR code of these modules, each a row of zeros and ones, by the same reader. */
export function decoded(modules) {
  const [pixels, width] = [4, 4 * modules.length];
  const shade = (at) => (modules[Math.floor(at / width / pixels)][Math.floor((at % width) / pixels)] === "1" ? 0 : 255);
  const data = Uint8ClampedArray.from({ length: width * width * 4 }, (_, at) => (at % 4 === 3 ? 255 : shade(Math.floor(at / 4))));
  return jsQR(data, width, width, { inversionAttempts: "dontInvert" })?.data ?? null;
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
