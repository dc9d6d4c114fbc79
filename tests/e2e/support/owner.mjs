// The page for the clinic's web person: a changed clinic.json goes in, an archive comes out.
import { readFile } from "node:fs/promises";
import { unpacked } from "./archive.mjs";

/** What browsers and slow computers may need for a whole site. */
const LONG = 90_000;

/** Chooses a file in the page; `text` is what is in it. */
export const choose = (page, text) =>
  page.locator("#remake-file").setInputFiles({ name: "clinic.json", mimeType: "application/json", buffer: Buffer.from(text) });

/** Has it checked, and waits for what is said. */
export async function check(page) {
  await page.locator("#remake-check").click();
  await page.locator("#remake-found").waitFor({ timeout: LONG });
}

/** Has the files made, and gives the archive's. */
export async function make(page) {
  await page.locator("#remake-make").click();
  await page.locator("#remake-made").waitFor({ timeout: LONG });
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#remake-save").click()]);
  return unpacked(await readFile(await download.path()));
}

/** The page as it is once a file with mistakes was checked. */
export async function mistaken(page) {
  const text = await page.evaluate(async () => (await fetch(new URL(`${document.documentElement.dataset.top}clinic.json`, document.baseURI))).text());
  await choose(page, text.replace('"6pm"', '"six"').replace('"zone": "America/Chicago"', '"zone": "CST"'));
  await check(page);
}

/** The page as it looks once files were made and some must go; they are not, because that takes long. */
export async function made(page) {
  await mistaken(page);
  await page.evaluate(() => {
    const names = ["es/index.html", "es/index.html.br", "search-0123456789abcdef.txt"];
    document.querySelector("#remake-gone").replaceChildren(...names.map((name) => Object.assign(document.createElement("li"), { textContent: name })));
    document.querySelector("#remake-save").href = "#main";
    document.querySelector("#remake-keep").hidden = true;
    document.querySelector("#remake-made").hidden = false;
  });
}
