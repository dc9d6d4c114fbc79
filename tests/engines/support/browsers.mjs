// Starts Chromium, Firefox and WebKit, each with a fresh profile, without a screen, and without a word to anybody else.
import { access, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { freePort, needed, scratch, start } from "../../e2e/support/programs.mjs";
import { overHttp, overMarionette, pageOf, stillAsked } from "./webdriver.mjs";

/** What Firefox would ask its makers for, and may not. */
const QUIET = {
  "app.normandy.enabled": false,
  "app.update.disabledForTesting": true,
  "browser.newtabpage.enabled": false,
  "browser.region.network.url": "",
  "browser.safebrowsing.downloads.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "browser.startup.page": 0,
  "datareporting.policy.dataSubmissionEnabled": false,
  "dom.push.connection.enabled": false,
  "extensions.getAddons.cache.enabled": false,
  "extensions.update.enabled": false,
  "intl.accept_languages": "en-US",
  "marionette.port": 0,
  "media.gmp-manager.url": "",
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "network.prefetch-next": false,
  "services.settings.server": "data:,nobody",
  "toolkit.telemetry.enabled": false,
  "ui.prefersReducedMotion": 1,
};

/** What makes its bars for scrolling lie over the page, as on a phone. */
const SLIM = { "toolkit.legacyUserProfileCustomizations.stylesheets": true, "ui.useOverlayScrollbars": 1 };

/** Starts one program after the other; where a later one fails, the earlier are stopped. */
async function stacked(name, steps) {
  const { folder, away } = await scratch(name);
  const stops = [away];
  const stop = async () => {
    for (const one of stops.toReversed()) await one();
  };
  try {
    const session = await steps(folder, async (...what) => void stops.push((await start(...what)).stop));
    return { session, stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

/** A driver of its maker's, on a port of its own. */
async function driver(folder, begin, command, capabilities, env = {}) {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  await begin(command, command, [`--port=${port}`], { env, log: join(folder, "driver.log"), ready: async () => (await fetch(`${address}/status`)).ok });
  return overHttp(address, capabilities);
}

const chromium = ({ screen, scripts }) =>
  stacked("chromium", async (folder, begin) => {
    const args = ["--headless", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-first-run", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--force-prefers-reduced-motion"];
    if (screen) args.push("--hide-scrollbars");
    const session = await driver(folder, begin, needed("CHROMEDRIVER"), { "goog:chromeOptions": { binary: needed("CHROMIUM"), args } });
    // Its windows are never narrower than 500 pixels, so the page is told another width, as its tools for builders do it.
    if (screen) await session.tell("Emulation.setDeviceMetricsOverride", { ...screen, deviceScaleFactor: 1, mobile: false });
    if (!scripts) await session.tell("Emulation.setScriptExecutionDisabled", { value: true });
    return scripts ? session : { ...session, send: { ...session.send, still: () => stillAsked(session.send) } };
  });

const firefox = ({ screen, scripts }) =>
  stacked("firefox", async (folder, begin) => {
    const wanted = { ...QUIET, ...(screen && SLIM), "javascript.enabled": scripts };
    const prefs = Object.entries(wanted).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
    await writeFile(join(folder, "user.js"), prefs.join("\n"));
    // Its window would be 450 pixels wide at least, for its own buttons.
    await mkdir(join(folder, "chrome"));
    if (screen) await writeFile(join(folder, "chrome/userChrome.css"), ":root { min-width: 0 !important; }\n");
    // It takes a port and writes it down.
    const port = async () => Number(await readFile(join(folder, "MarionetteActivePort"), "utf8"));
    const args = ["--headless", "--marionette", "--no-remote", "--profile", folder, "about:blank"];
    await begin("Firefox", needed("FIREFOX"), args, { log: join(folder, "firefox.log"), ready: async () => (await port()) > 0 });
    return overMarionette(await port(), { scripts });
  });

const webkit = ({ screen, scripts }) =>
  stacked("webkit", async (folder, begin) => {
    // WebKit draws on a screen; this one exists in memory only, and writes down its own number.
    const log = join(folder, "screen.log");
    const display = async () => /^(\d+)$/m.exec(await readFile(log, "utf8"))?.[1];
    // The window that the pointer is over has the focus, and the pointer is in the middle of the screen.
    const { width, height } = screen ?? { width: 1400, height: 950 };
    await begin("Xvfb", "Xvfb", ["-displayfd", "1", "-screen", "0", `${width}x${height + 50}x24`, "-nolisten", "tcp"], { log, ready: display });
    // Root may not use WebKit's sandbox, and there is no graphics card to compose with.
    const env = { DISPLAY: `:${await display()}`, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", WEBKIT_DISABLE_COMPOSITING_MODE: "1", GSETTINGS_BACKEND: "memory", XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, XDG_CACHE_HOME: folder, NO_AT_BRIDGE: "1" };
    // Whoever asks the desktop for no animations asks pages for less motion.
    await mkdir(join(folder, "gtk-3.0"));
    await writeFile(join(folder, "gtk-3.0/settings.ini"), "[Settings]\ngtk-enable-animations=0\n");
    // Its window would be 447 pixels wide at least, for its own buttons.
    if (screen) await writeFile(join(folder, "gtk-3.0/gtk.css"), "* { min-width: 0; margin: 0; padding: 0; font-size: 1px; }\n");
    const options = { binary: await miniBrowser(), args: ["--automation", `--enable-javascript=${scripts}`] };
    return driver(folder, begin, "WebKitWebDriver", { "webkitgtk:browserOptions": options }, env);
  });

/** The small browser that comes with WebKit, in the folder of whatever machine this is. */
async function miniBrowser() {
  for (const machine of await readdir("/usr/lib")) {
    for (const version of ["webkit2gtk-4.1", "webkit2gtk-4.0"]) {
      const file = join("/usr/lib", machine, version, "MiniBrowser");
      if (await access(file).then(() => true, () => false)) return file;
    }
  }
  throw new Error("WebKit's MiniBrowser is not below /usr/lib");
}

const ENGINES = { Chromium: chromium, Firefox: firefox, WebKit: webkit };

/** The engines there are. */
export const NAMES = Object.keys(ENGINES);

/**
 * One of them: its version, a page, and how it is closed. With a `screen` the page has exactly that width and height,
 * however little that is; without `scripts` it runs none, as for somebody who has switched them off.
 */
export async function startEngine(name, { screen, scripts = true } = {}) {
  const { session, stop } = await ENGINES[name]({ screen, scripts });
  // On a wide screen nothing is high enough for that; see tests/e2e/support/keyboard.mjs.
  const page = { ...pageOf(session), scrollsLate: name === "Firefox" && Boolean(screen) };
  const close = async () => {
    await session.end();
    await stop();
  };
  try {
    await session.send.size(screen?.width ?? 1280, screen?.height ?? 900);
    if (screen) await exactly(page, screen);
  } catch (fault) {
    await close();
    throw fault;
  }
  return { version: session.version, page, close };
}

/** Makes the window larger by what its own bars take from the page. */
async function exactly(page, { width, height }) {
  const size = () => page.evaluate(() => [innerWidth, innerHeight]);
  const [wide, high] = await size();
  await page.resize(2 * width - wide, 2 * height - high);
  await page.waitForFunction(([w, h]) => innerWidth === w && innerHeight === h, [width, height]);
}
