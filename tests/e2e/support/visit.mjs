// A browser, and a visit to the site with everything noted that goes wrong or leaves the page.
import { chromium } from "playwright-core";

/** The day on which every visit takes place, so that closures and weeks are the same each time. */
export const DAY = new Date("2026-11-24T12:00:00-06:00");

/** How often a browser that dies before it has opened anything is started anew. Seen: a crash of Chromium's own at its start. */
const STARTS = 3;

/** A browser. One that does not even start is started again, and that is said: nothing of ours has run by then. */
export async function startBrowser() {
  for (let start = 1; ; start += 1) {
    try {
      return await launch();
    } catch (fault) {
      if (start === STARTS) throw fault;
      console.log(`the browser did not start (${String(fault).split("\n")[0]}); trying again`);
    }
  }
}

const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--disable-dev-shm-usage",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });

/**
 * A fresh visitor. `noise` gathers console errors, exceptions and policy violations; `requests`
 * everything that was asked of any server; `said` every console line.
 */
export async function visitor(browser, { width = 1280, height = 900, scheme = "light", clock = true, ...more } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    reducedMotion: "reduce",
    locale: "en-US",
    timezoneId: "America/Chicago",
    // Tests that look at single requests have to see them; offline.test.mjs has it otherwise.
    serviceWorkers: "block",
    ...more,
  });
  if (clock) await context.clock.setFixedTime(DAY);
  await context.addInitScript(() => {
    globalThis.addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
    });
  });
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  const noise = [];
  const said = [];
  const requests = [];
  page.on("console", (message) => {
    // The browser driver's own word for `serviceWorkers: "block"`.
    if (message.text() === "Service Worker registration blocked by Playwright") return;
    said.push(message.text());
    // What embed.js says to whoever builds a page is an event, too, and tested as that.
    if (message.text().startsWith("foothold: ")) return;
    if (["error", "warning"].includes(message.type())) noise.push(message.text());
  });
  page.on("pageerror", (error) => noise.push(String(error)));
  page.on("request", (request) => {
    requests.push({ url: request.url(), method: request.method(), body: request.postData() ?? "", headers: request.headers() });
  });
  return { context, page, noise, said, requests };
}

/** Waits until the app runs. */
export const ready = (page) => page.locator("html[data-app=ready]").waitFor({ state: "attached" });

/** Opens an address and waits until the app runs. */
export async function open(page, address) {
  const answer = await page.goto(address);
  await ready(page);
  return answer;
}

/** Follows a link of the main navigation without leaving the document. */
export async function go(page, name) {
  const main = { "The program": "program", "Your week": "week", "Ask us": "ask", Search: "search" }[name];
  await page.locator("header nav").getByRole("link", { name, exact: true }).click();
  await page.locator(`main[data-page=${main}]`).waitFor();
}
