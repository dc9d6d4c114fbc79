// What tests of our page in other people's pages need: an inbox, a host, our folder below a path, which names that host, a
// browser, and the accessibility checker. Whoever imports this module has them at once, also for beginnings of its own, and does
// not have to put them away.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after } from "node:test";
import { startHost } from "./hosts.mjs";
import { startInbox, startSite } from "./servers.mjs";
import { startBrowser } from "./visit.mjs";

export const checker = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
export const inbox = await startInbox();
export const host = await startHost();
const change = (clinic) => {
  clinic.embed = { sites: [host.origin] };
};
export const site = await startSite({ inbox: inbox.address, base: "/iop/", change });
export const browser = await startBrowser();

after(async () => {
  await browser.close();
  for (const one of [site, host, inbox]) await one.stop();
});
