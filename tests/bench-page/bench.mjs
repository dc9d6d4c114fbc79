// How long until a visitor's first key is answered, on a phone's line and processor: our week page, and beside it a page
// of well-known parts (page.jsx), in one run, by turns, each time in a fresh browser profile.
//
// The clock starts with the navigation. As soon as the page can take it, one real key is pressed: Enter on "Work, 9 to 5"
// of ours, a letter in the first field of theirs. It stops in the first task after the frame that shows the answer: ours
// counts what fits, theirs shows what was typed. Lines and processor are the browser's own imitation.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { cpus } from "node:os";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "esbuild";
import { startBrowser, visitor } from "../e2e/support/visit.mjs";

const RUNS = Number(process.env.FOOTHOLD_BENCH_RUNS ?? 9);
const SLOWER = 4;
const LINE = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const AIM = 0.55;

/** Where the key goes, once `ready` is there; which key; and what holds the answer. */
const PAGES = {
  ours: { path: "week/", ready: "[data-app=ready]", field: "[data-do='quick:nine-five']", key: "Enter", answer: "#planner-count" },
  theirs: { path: "", ready: "#what", field: "#what", key: "a", answer: "#answer" },
};

/** Notes when the field is there, and when an answer to a key has been painted. */
function watch({ ready, field, answer }) {
  const seen = (globalThis.seen = { ready: 0, answered: 0 });
  let before;
  const look = () => {
    if (!seen.ready && document.querySelector(ready) && document.querySelector(field)) {
      seen.ready = performance.now();
      before = document.querySelector(answer)?.textContent;
    } else if (seen.ready && seen.pressed && !seen.said && document.querySelector(answer)?.textContent !== before) {
      seen.said = true;
      const channel = new MessageChannel();
      channel.port1.onmessage = () => void (seen.answered = performance.now());
      requestAnimationFrame(() => channel.port2.postMessage(0));
    }
  };
  addEventListener("keydown", () => void (seen.pressed = true), { capture: true });
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
}

/** One visit: seconds until the page could be typed into and until it had answered, bytes and files that came. */
async function visit(address, page) {
  const browser = await startBrowser();
  try {
    const { context, page: tab } = await visitor(browser, { width: 412, height: 915, clock: false });
    const control = await context.newCDPSession(tab);
    await control.send("Network.enable");
    const came = new Map();
    control.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => came.set(requestId, encodedDataLength));
    await control.send("Network.emulateNetworkConditions", LINE);
    await control.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await tab.addInitScript(watch, page);
    tab.setDefaultTimeout(60_000);
    await tab.goto(address + page.path, { waitUntil: "commit" });
    await tab.waitForFunction(() => globalThis.seen?.ready, undefined, { polling: 5 });
    await tab.locator(page.field).focus();
    await tab.keyboard.press(page.key);
    await tab.waitForFunction(() => globalThis.seen.answered, undefined, { polling: 20 });
    const { ready, answered } = await tab.evaluate(() => globalThis.seen);
    return { ready, answered, bytes: [...came.values()].reduce((all, bytes) => all + bytes, 0), files: came.size };
  } finally {
    await browser.close();
  }
}

/** Builds their page as for visitors, with brotli copies beside. Returns the bytes of its files as they are handed out. */
async function make(folder) {
  const here = (name) => new URL(name, import.meta.url);
  await mkdir(folder, { recursive: true });
  const script = join(folder, "page.js");
  const options = { bundle: true, minify: true, format: "esm", target: "es2022", jsx: "automatic", logLevel: "error" };
  await build({ ...options, entryPoints: [here("page.jsx").pathname], outfile: script, define: { "process.env.NODE_ENV": '"production"' } });
  await writeFile(join(folder, "index.html"), await readFile(here("index.html")));
  const sizes = {};
  for (const name of ["page.js", "index.html"]) {
    const bytes = await readFile(join(folder, name));
    const best = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    const packed = brotliCompressSync(bytes, { params: best });
    await writeFile(join(folder, `${name}.br`), packed);
    sizes[name] = packed.length;
  }
  return sizes;
}

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".json": "application/json", ".txt": "text/plain; charset=utf-8", ".svg": "image/svg+xml" };

/** Hands out a folder's brotli copies; the same for both pages. Ours needs no looser policy and theirs cannot live with ours, so there is none. */
async function serve(folder) {
  const server = createServer(async (request, answer) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = join(folder, pathname.endsWith("/") ? `${pathname}index.html` : pathname);
    try {
      const bytes = await readFile(`${file}.br`);
      answer.writeHead(200, { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream", "Content-Encoding": "br", "Content-Length": bytes.length });
      answer.end(bytes);
    } catch {
      answer.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { address: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() };
}

const sorted = (list) => list.toSorted((a, b) => a - b);
const median = (list) => sorted(list)[Math.floor((list.length - 1) / 2)];
const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;

const folders = { ours: process.env.FOOTHOLD_DIST, theirs: process.env.FOOTHOLD_BENCH_PAGE };
const bytes = await make(folders.theirs);
const sites = {};
for (const [name, folder] of Object.entries(folders)) sites[name] = await serve(folder);
const found = { ours: [], theirs: [] };
try {
  for (let run = 0; run <= RUNS; run += 1) {
    for (const [name, page] of Object.entries(PAGES)) {
      const times = await visit(sites[name].address, page);
      // The first of each only warms what all of them share.
      if (run > 0) found[name].push(times);
    }
  }
} finally {
  for (const site of Object.values(sites)) site.stop();
}

const { version } = JSON.parse(await readFile(new URL("node_modules/@fullcalendar/core/package.json", import.meta.url), "utf8"));
const of = (name, what) => found[name].map((visit) => visit[what]);
console.log(`${RUNS} visits each, by turns; processor ${SLOWER} times slower, 1.6 Mbit/s, 150 ms; ${cpus().length} cores, ${cpus()[0].model}.`);
console.log("");
console.log("| Page | First key answered, median | least | most | Ready for it, median | Came until then, headers too | Files |");
console.log("|---|---|---|---|---|---|---|");
const names = { ours: "Foothold's week page", theirs: `FullCalendar ${version} week grid, React and a Formik form` };
for (const name of Object.keys(PAGES)) {
  const answered = sorted(of(name, "answered"));
  console.log(`| ${names[name]} | ${seconds(median(answered))} | ${seconds(answered[0])} | ${seconds(answered.at(-1))} | ${seconds(median(of(name, "ready")))} | ${median(of(name, "bytes"))} B | ${median(of(name, "files"))} |`);
}
const ratio = median(of("ours", "answered")) / median(of("theirs", "answered"));
console.log("");
console.log(`Theirs in brotli: ${Object.entries(bytes).map(([name, size]) => `${name} ${size} B`).join(", ")}.`);
console.log(`Ours takes ${ratio.toFixed(2)} of their time; the aim is at most ${AIM}: ${ratio <= AIM ? "met" : "not met"}.`);
