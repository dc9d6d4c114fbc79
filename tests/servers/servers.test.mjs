// The folder on real servers, at the top of a site and below a path: what they say with every file, and whether the
// pages work with that in a real browser.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { ready, startBrowser, visitor } from "../e2e/support/visit.mjs";
import * as apache from "./support/apache.mjs";
import { ask, hangUp, plain } from "./support/ask.mjs";
import { FOR_SERVERS, filesOf, headersOf } from "./support/folder.mjs";
import * as nginx from "./support/nginx.mjs";

const FOR_GOOD = "public, max-age=31536000, immutable";
const TYPES = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  xml: "application/xml; charset=utf-8",
  svg: "image/svg+xml",
  wasm: "application/wasm",
};
const HASHED = /-([0-9a-f]{16})\.[a-z]+$/;

/** Every way in which the folder is served; `beside` are those on which only the headers are looked at. */
const PLACES = [
  ["nginx at the top, with the module for Brotli", nginx.startNginx, { base: "/", brotli: true }],
  ["nginx below a path", nginx.startNginx, { base: "/iop/" }],
  ["nginx below a path, in a server block that was there", nginx.startNginx, { base: "/iop/", into: true, beside: true }],
  ["Apache at the top", apache.startApache, { base: "/" }],
  ["Apache below a path, beside a WordPress", apache.startApache, { base: "/iop/" }],
  ["Apache below a path, from elsewhere on the disk", apache.startApache, { base: "/iop/", alias: true, beside: true }],
];

let browser;
let friend;
let stranger;
let hosted;

/** Somebody else's site: shows what it is told to in a frame, or nothing. */
async function startHost() {
  const server = createServer((request, answer) => {
    const framed = new URL(request.url, "http://host").searchParams.get("frame");
    answer.setHeader("Content-Type", "text/html; charset=utf-8");
    // Whoever asks for this gets no file of others that does not say that it is for others.
    if (!framed) answer.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
    answer.end(`<!doctype html><title>Host</title>${framed ? `<iframe src="${framed}"></iframe>` : ""}`);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  hosted.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${server.address().port}`;
}

before(async () => {
  hosted = [];
  [friend, stranger] = [await startHost(), await startHost()];
  browser = await startBrowser();
  console.log(`${nginx.version()}; ${apache.version()}; Chromium ${browser.version()}`);
});

after(async () => {
  await browser?.close();
  hangUp();
  for (const stop of hosted) await stop();
});

/** FNV-1a in 64 bits, by which the build names files. */
const stamp = (bytes) => bytes.reduce((sum, byte) => BigInt.asUintN(64, (sum ^ BigInt(byte)) * 0x100000001b3n), 0xcbf29ce484222325n).toString(16).padStart(16, "0");

for (const [where, start, options] of PLACES) {
  test(where, async (its) => {
    const site = await start({ ...options, sites: [friend] });
    try {
      await headers(its, site, options.base);
      if (!options.beside) await pages(its, site);
    } finally {
      hangUp();
      await site.stop();
    }
  });
}

async function headers(its, site, base) {
  const files = await filesOf(site.folder);
  const blocks = await headersOf(site.folder);
  const everywhere = blocks.get("/*");
  const lost = await readFile(join(site.folder, "404.html"));

  /** What an answer says besides what it is. */
  const guarded = ({ one }, about) => {
    for (const [name, value] of everywhere) assert.equal(one(name), value, `${name} of ${about}`);
  };

  await its.test("Every file comes as what it is, guarded, packed for who takes that, and kept as long as it may be", async () => {
    assert.ok(files.length > 40 && files.some(({ path }) => path.endsWith(".wasm")), `${files.length} files`);
    for (const { path, address, packed } of files) {
      const bytes = await readFile(join(site.folder, path));
      const kept = HASHED.test(path) ? FOR_GOOD : "no-cache";
      const tags = new Set();
      for (const accepted of ["", "identity", "gzip", "gzip, deflate, br", "br;q=0, gzip;q=0.5", "deflate"]) {
        const answer = await ask(site.address + address, accepted ? { "Accept-Encoding": accepted } : {});
        const about = `${path} for "${accepted}"`;
        assert.equal(answer.status, 200, about);
        // Node reads that one where it lies; no browser asks for it.
        if (!path.endsWith(".mjs")) assert.equal(answer.one("content-type")?.toLowerCase(), TYPES[path.split(".").pop()], `type of ${about}`);
        assert.deepEqual([answer.one("cache-control"), answer.one("expires")], [kept, undefined], `caching of ${about}`);
        assert.equal(answer.one("content-language"), undefined, `${about} is not in Breton`);
        guarded(answer, about);
        const wanted = [["br", "br"], ["gzip", "gz"]].find(([name, ending]) => packed.includes(ending) && site.encodings.includes(name) && new RegExp(`\\b${name}\\b(?!;q=0(,|$))`).test(accepted));
        if (packed.length || !wanted) assert.ok(packed.length === 0 || answer.one("content-encoding") === wanted?.[0], `${about} came ${answer.one("content-encoding")}, not ${wanted?.[0]}`);
        assert.ok(plain(answer).equals(bytes), `${about} is what is in the folder`);
        if (packed.length) {
          assert.match((answer.said.vary ?? []).join(), /accept-encoding/i, `Vary of ${about}`);
          assert.ok(answer.one("etag"), `ETag of ${about}`);
          tags.add(`${answer.one("content-encoding")} ${answer.one("etag")}`);
        }
        const head = await ask(site.address + address, accepted ? { "Accept-Encoding": accepted } : {}, "HEAD");
        assert.deepEqual([head.status, head.one("content-type"), head.one("cache-control"), head.one("content-encoding")], [200, answer.one("content-type"), kept, answer.one("content-encoding")], `HEAD of ${about}`);
        assert.equal(head.body.length, 0);
      }
      const etags = [...tags].map((tag) => tag.split(" ")[1]);
      assert.equal(new Set(etags).size, etags.length, `each copy of ${path} has a tag of its own: ${[...tags]}`);
    }
  });

  await its.test("A name with a hash says what is in the file, and _headers keeps exactly these for good", async () => {
    const hashed = files.filter(({ path }) => HASHED.test(path)).map(({ path }) => path);
    // The two halves of the app's glue name each other, so the later one is called by both as they were before.
    const [app, calls] = ["foothold-app-", "foothold-calls-"].map((name) => hashed.find((path) => path.startsWith(name) && path.endsWith(".js")));
    const [first, later] = await Promise.all([app, calls].map((path) => readFile(join(site.folder, path), "utf8")));
    assert.equal(stamp(Buffer.from(first.replaceAll(calls, "foothold-calls.js") + later.replaceAll(app, "foothold-app.js"))), calls.match(HASHED)[1], calls);
    for (const path of hashed.filter((one) => one !== calls)) {
      // The sentences of a language come in two files, which are named together.
      const parts = /(^|\/)(words|later)-/.test(path) ? ["words-", "later-"].map((name) => path.replace(/(words|later)-/, name)) : [path];
      const bytes = await Promise.all(parts.map((part) => readFile(join(site.folder, part))));
      assert.equal(stamp(Buffer.from(bytes.map((part) => part.toString("latin1")).join("\n\n"), "latin1")), path.match(HASHED)[1], path);
    }
    const listed = [...blocks.keys()].filter((path) => path !== "/*").map((path) => path.slice(1));
    assert.deepEqual(listed.sort(), hashed.sort());
    for (const path of listed) assert.equal(blocks.get(`/${path}`).get("cache-control"), FOR_GOOD);
  });

  await its.test("What has not changed is not sent again", async () => {
    for (const path of ["", "week/", "clinic.json", "embed.js", files.find(({ path }) => HASHED.test(path)).address]) {
      for (const accepted of ["identity", "gzip", "gzip, deflate, br"]) {
        const first = await ask(site.address + path, { "Accept-Encoding": accepted });
        const again = await ask(site.address + path, { "Accept-Encoding": accepted, "If-None-Match": first.one("etag") });
        assert.equal(again.status, 304, `${path} for ${accepted}, ${first.one("etag")}`);
        assert.equal(again.body.length, 0);
        assert.equal(again.one("cache-control"), first.one("cache-control"), `caching of ${path}`);
        const other = await ask(site.address + path, { "Accept-Encoding": accepted, "If-None-Match": '"other"' });
        assert.equal(other.status, 200);
      }
    }
  });

  await its.test("An address that leads nowhere gets our page for that, and nobody keeps it", async () => {
    for (const path of ["no/such/page", "week/no", "foothold-app-0000000000000000.wasm", "no-0123456789abcdef.css", "clinic.json/"]) {
      for (const accepted of ["identity", "gzip, deflate, br"]) {
        const answer = await ask(site.address + path, { "Accept-Encoding": accepted });
        assert.equal(answer.status, 404, path);
        assert.equal(answer.one("content-type")?.toLowerCase(), TYPES.html, path);
        assert.equal(answer.one("cache-control"), "no-cache", path);
        assert.ok(plain(answer).equals(lost), `${path} for ${accepted} is our page`);
        guarded(answer, path);
      }
    }
    const links = [...lost.toString().matchAll(/(?:href|src)="([^"#]+)"/g)].map(([, link]) => link).filter((link) => !/^[a-z]+:/.test(link));
    assert.ok(links.length > 5, `${links}`);
    for (const link of links) assert.equal((await ask(new URL(link, `${site.address}no/such/page`).href)).status, 200, link);
  });

  await its.test("What is for servers, hidden or of the build is not given away", async () => {
    for (const path of [...FOR_SERVERS, ".git/config", "week/.htaccess"]) assert.notEqual((await ask(site.address + path)).status, 200, path);
  });

  await its.test("A folder without its slash leads to the one with it, at the same site", async () => {
    const cases = [["week", "week/"], ["es/week?x=1", "es/week/?x=1"]];
    for (const [from, to] of cases) {
      const answer = await ask(site.address + from);
      assert.equal(answer.status, 301, from);
      assert.equal(new URL(answer.one("location"), site.address + from).href, site.address + to);
      // A host that keeps everything for a month adds that here; the stricter of both counts.
      assert.ok(answer.said["cache-control"].includes("no-cache"), from);
      guarded(answer, from);
    }
    if (base === "/") return;
    const answer = await ask(site.address.slice(0, -1));
    assert.equal(new URL(answer.one("location"), site.address).href, site.address);
  });

  await its.test("clinic.json may be edited where it lies", async () => {
    const { packed } = files.find(({ path }) => path === "clinic.json");
    assert.deepEqual(packed, [], "a copy would go on saying what was there before");
    const small = await ask(`${site.address}clinic.json`, { "Accept-Encoding": "gzip" });
    assert.equal(small.one("content-encoding"), "gzip", "it is packed on the way");
  });
}

async function pages(its, site) {
  await its.test("In a browser the week page starts, and nothing is refused, missing or asked of anybody else", async () => {
    const { context, page, noise, requests } = await visitor(browser, { clock: false });
    const failed = [];
    page.on("requestfailed", (request) => failed.push(`${request.url()} ${request.failure()?.errorText}`));
    page.on("response", (answer) => answer.status() >= 400 && failed.push(`${answer.url()} ${answer.status()}`));
    await page.goto(`${site.address}week/`);
    await ready(page);
    assert.ok(await page.locator("#planner-add").isVisible());
    await page.locator("header nav").getByRole("link", { name: "Ask us", exact: true }).click();
    await page.locator("main[data-page=ask]").waitFor();
    assert.deepEqual([failed, noise], [[], []]);
    assert.ok(requests.some(({ url }) => url.endsWith(".wasm")), "the app came");
    for (const { url } of requests) assert.ok(url.startsWith(site.address) || url.startsWith("data:"), url);
    // What is kept for good is not asked for again, not even whether it is still good.
    await page.goto(`${site.address}es/week/`);
    await ready(page);
    const sent = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name, transferSize }) => [name.split("/").pop(), transferSize]));
    const kept = sent.filter(([name]) => /^(foothold-app|style)-/.test(name));
    assert.ok(kept.length >= 3, `${sent}`);
    for (const [name, size] of kept) assert.equal(size, 0, name);
    await context.close();
  });

  await its.test("The browser keeps the site for times without a network", async () => {
    const { context, page } = await visitor(browser, { clock: false, serviceWorkers: "allow" });
    await page.goto(`${site.address}week/`);
    await ready(page);
    const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
    assert.equal(scope, site.address);
    await page.waitForFunction(() => navigator.serviceWorker.controller);
    await context.setOffline(true);
    await page.reload();
    await ready(page);
    assert.ok(await page.locator("#planner-add").isVisible());
    await context.close();
  });

  await its.test("A site that clinic.json names may show it in a frame, another may not", async () => {
    for (const [host, allowed] of [[friend, true], [stranger, false]]) {
      const { context, page } = await visitor(browser, { clock: false });
      await page.goto(`${host}/?frame=${encodeURIComponent(`${site.address}week/`)}`);
      const frame = await (await page.locator("iframe").elementHandle()).contentFrame();
      if (allowed) {
        await frame.locator("html[data-app=ready]").waitFor({ state: "attached" });
        assert.ok(await frame.locator("h1").first().isVisible());
      } else {
        await frame.waitForURL(/^chrome-error:/);
      }
      await context.close();
    }
  });

  await its.test("Pages of other sites may fetch every kind of file", async () => {
    const files = await filesOf(site.folder);
    const one = Object.keys(TYPES).map((ending) => files.find(({ path }) => path.endsWith(`.${ending}`)).address);
    const { context, page, noise } = await visitor(browser, { clock: false });
    await page.goto(`${stranger}/`);
    const got = await page.evaluate(
      async ([address, paths]) => {
        const fetched = await Promise.all(paths.map(async (path) => (await (await fetch(address + path)).arrayBuffer()).byteLength));
        const loaded = (element) => new Promise((resolve) => [(element.onload = () => resolve(true)), (element.onerror = () => resolve(false)), document.body.append(element)]);
        const app = paths.find((path) => path.endsWith(".wasm"));
        const compiled = await WebAssembly.compileStreaming(fetch(address + app));
        return {
          fetched,
          compiled: compiled instanceof WebAssembly.Module,
          picture: await loaded(Object.assign(new Image(), { src: `${address}icon.svg` })),
          script: await loaded(Object.assign(document.createElement("script"), { src: `${address}embed.js` })),
          styles: await loaded(Object.assign(document.createElement("link"), { rel: "stylesheet", href: address + paths.find((path) => path.endsWith(".css")) })),
        };
      },
      [site.address, one],
    );
    assert.ok(got.fetched.length === one.length && got.fetched.every((size) => size > 0), `${got.fetched}`);
    assert.deepEqual([got.compiled, got.picture, got.script, got.styles], [true, true, true, true]);
    assert.deepEqual(noise, []);
    await context.close();
  });
}
