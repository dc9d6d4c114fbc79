// What most files of tests need, and nothing else: an inbox, the demo clinic's site that posts to it, and a browser.
// Whoever imports this module has them from its first test on, and does not have to put them away.
import { after, before } from "node:test";
import { startInbox, startSite } from "./servers.mjs";
import { startBrowser } from "./visit.mjs";

export let inbox;
export let site;
export let browser;

before(async () => {
  inbox = await startInbox();
  site = await startSite({ inbox: inbox.address });
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await site?.stop();
  await inbox?.stop();
});
