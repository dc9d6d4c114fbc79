// A site follows its changed clinic.json with nothing but the folder: by the owner's page, by Node, and by the command.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { put } from "./support/archive.mjs";
import { tabTo, walk } from "./support/keyboard.mjs";
import { check, choose, make } from "./support/owner.mjs";
import { dist, startInbox, startSite } from "./support/servers.mjs";
import { open, ready, startBrowser, visitor } from "./support/visit.mjs";
import { addRow, focused, verdicts } from "./support/week.mjs";

const run = promisify(execFile);
const fixture = async (name) => JSON.parse(await readFile(new URL(`../fixtures/clinics/${name}.json`, import.meta.url), "utf8"));
const demo = async () => JSON.parse(await readFile(join(dist(), "clinic.json"), "utf8"));

/** Clinics that differ from the demo in everything that a file of the folder can follow from. */
const CLINICS = {
  "the demo with other facts": async () => {
    const clinic = await demo();
    Object.assign(clinic, { name: "Harbor Program & Friends", phone: { shown: "(312) 555-0177", dial: "+13125550177" } });
    clinic.tracks = clinic.tracks.filter(({ id }) => id === "morning");
    clinic.look = { accent: "#7a1f5c", radius: 6 };
    return clinic;
  },
  "Spanish first, in a folder of its server": async () => ({
    ...(await demo()),
    languages: ["es", "en"],
    site_url: "https://clinica.example/ayuda/iop",
    reviewed: [{ language: "es", by: "Ana Ruiz, LCSW", on: "2026-11-20" }],
  }),
  "a form elsewhere, sites that embed, nothing kept": async () => ({
    ...(await fixture("p11_named_holidays")),
    form: { service: "apps-script", id: "abc" },
    embed: { sites: ["https://www.clinic.example", "https://*.clinic.example"] },
    offline: false,
  }),
};

let home;
let browser;
let inbox;
let count = 0;

before(async () => {
  home = await mkdtemp(join(tmpdir(), "foothold-remake-"));
  inbox = await startInbox();
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await inbox?.stop();
  if (home) await rm(home, { recursive: true, force: true });
});

/** A place of its own for each thing that is written. */
const place = (name) => join(home, `${(count += 1)}-${name}`);

async function written(text) {
  const path = place("clinic.json");
  await writeFile(path, text);
  return path;
}

/** Runs a program; one that ends with 1 has found errors in the file, and has written. */
async function ran(program, ...args) {
  const { stdout } = await run(program, args).catch((ended) => (ended.code === 1 ? ended : Promise.reject(ended)));
  return stdout;
}

/** Every file below a folder by its path. */
async function filesOf(folder) {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  return new Map(await Promise.all(files.map(async (path) => [path.slice(folder.length + 1), await readFile(path)])));
}

/** Two sets of files are the same to the byte. */
/** Of Brotli copies that a processor's and WebAssembly's arithmetic made only the contents are the same: the packer weighs by logarithms. */
function same(one, other, about, unpacked = false) {
  assert.deepEqual([...one.keys()].sort(), [...other.keys()].sort(), about);
  const plain = (name, contents) => (unpacked && name.endsWith(".br") ? brotliDecompressSync(contents) : contents);
  for (const [name, contents] of one) assert.ok(plain(name, contents).equals(plain(name, other.get(name))), `${about}: ${name} differs`);
}

/** The site of the tests' folder, and a visit to its owner's page. */
async function ownersPage(path = "check/", more = {}) {
  const site = await startSite({ inbox: inbox.address });
  const visit = await visitor(browser, { clock: false, ...more });
  await open(visit.page, site.address + path);
  return {
    ...visit,
    site,
    done: async () => {
      await visit.context.close();
      await site.stop();
    },
  };
}

for (const [name, clinic] of Object.entries(CLINICS)) {
  test(`Browser, Node and the command make the same files to the byte: ${name}`, async () => {
    const text = JSON.stringify(await clinic(), null, 2);
    const file = await written(text);
    const [native, node] = [place("native"), place("node")];
    const told = await ran(process.env.FOOTHOLD, "remake", dist(), file, "--out", native);
    const alsoTold = await ran(process.execPath, join(dist(), "check", "remake.mjs"), file, dist(), "--out", node);
    assert.equal(alsoTold.replaceAll(node, native), told);
    const { page, noise, done } = await ownersPage();
    await choose(page, text);
    await check(page);
    const archive = await make(page);
    await done();
    assert.deepEqual(noise, []);
    const site = new Map([...archive].filter(([path]) => path.startsWith("site/")).map(([path, contents]) => [path.slice(5), contents]));
    const files = await filesOf(native);
    assert.ok(files.size > 60, `${files.size} files`);
    const byNode = await filesOf(node);
    same(byNode, site, "the browser");
    same(files, byNode, "the command", true);
    // A packed copy is the file that it lies beside.
    for (const [path, contents] of files) {
      if (path.endsWith(".br")) assert.ok(brotliDecompressSync(contents).equals(files.get(path.slice(0, -3))), path);
      if (path.endsWith(".gz")) assert.ok(gunzipSync(contents).equals(files.get(path.slice(0, -3))), path);
    }
    // And written into the folder they leave nothing behind that nobody asks for.
    const folder = place("folder");
    await cp(dist(), folder, { recursive: true });
    await ran(process.execPath, join(folder, "check", "remake.mjs"), file);
    const after = await filesOf(folder);
    for (const [path, contents] of byNode) assert.ok(after.get(path)?.equals(contents), path);
    const stale = [...after.keys()].filter((path) => /(^|\/)(index\.html|\w+-[0-9a-f]{16}\.txt)(\.br|\.gz)?$/.test(path) && !files.has(path) && !path.startsWith("en-XA/"));
    assert.deepEqual(stale, []);
  });
}

test("The archive over the old folder is a working site with the new facts", async () => {
  const clinic = { ...(await CLINICS["the demo with other facts"]()), languages: ["en"], embed: { sites: ["https://www.clinic.example"] } };
  const { page, done } = await ownersPage();
  await choose(page, JSON.stringify(clinic));
  await check(page);
  const archive = await make(page);
  const gone = await page.locator("#remake-gone li").allInnerTexts();
  await done();
  const about = archive.get("README.txt").toString("utf8");
  for (const name of gone) assert.ok(about.includes(name), `${name} in the archive's text`);
  assert.ok(gone.includes("es/index.html") && gone.includes("es/index.html.br"));

  const folder = place("site");
  await cp(dist(), folder, { recursive: true });
  await put(archive, folder, (path) => (path.startsWith("site/") ? path.slice(5) : ""));
  for (const name of gone) await rm(join(folder, name));
  const headers = await readFile(join(folder, "_headers"), "utf8");
  assert.match(headers, /frame-ancestors 'self' https:\/\/www\.clinic\.example;/);
  const site = await startSite({ folder, inbox: inbox.address });
  const { context, page: visited, noise } = await visitor(browser, { clock: false, serviceWorkers: "allow" });
  const asked = [];
  visited.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await open(visited, `${site.address}week/`);
  for (const part of [".strip", ".foot", "header"]) assert.match(await visited.locator(part).innerText(), part === "header" ? /Harbor Program & Friends/ : /555-0177/);
  await addRow(visited, { kind: "work", what: "", days: ["Mon"], from: "9am", to: "5pm", travel: "25", direct: "15" });
  assert.deepEqual(Object.keys(await verdicts(visited)), ["morning"]);
  assert.ok(!asked.some((path) => /foothold-rest/.test(path)), "the page was written from this very file");
  assert.ok(!asked.some((path) => path.includes("/check/")), "no visitor loads what is for the owner");
  // Without a network it is the new one, too.
  await visited.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === "activated");
  await site.stop();
  await visited.goto(`${site.address}ask/`);
  await ready(visited);
  assert.match(await visited.locator("main").innerText(), /555-0177/);
  const kept = await visited.evaluate(async () => {
    const [name] = await caches.keys();
    return (await (await caches.open(name)).keys()).map(({ url }) => url);
  });
  assert.ok(kept.length > 15 && !kept.some((url) => /check\/|\/es\//.test(url)), kept.join(" "));
  assert.deepEqual(noise.filter((line) => !/ERR_CONNECTION_REFUSED|Failed to load resource/.test(line)), []);
  await context.close();
});

test("What is wrong is named with its place as the command names it, and a file that gives no page gives no archive", async () => {
  const { page, noise, done } = await ownersPage();
  const clinic = await demo();
  clinic.zone = "CST";
  clinic.tracks[0].sessions[0].from = "six";
  const text = JSON.stringify(clinic, null, 2);
  await choose(page, text);
  await check(page);
  const said = await run(process.env.FOOTHOLD, ["check", await written(text)]).catch((ended) => ended);
  const lines = await page.locator("#remake-list li").allInnerTexts();
  assert.ok(lines.length >= 2 && lines.some((line) => line.includes("zone")), lines.join("\n"));
  for (const line of lines) assert.ok(said.stdout.includes(line), line);
  assert.ok(await page.locator("#remake-make").isVisible(), "what can be shown can be made");
  // Changed by hand in the field: what was found belonged to another text.
  const half = `${text.slice(0, 200)}`;
  await page.locator("#remake-text").fill(half);
  assert.ok(await page.locator("#remake-found").isHidden());
  await check(page);
  assert.ok(await page.locator("#remake-none").isVisible());
  assert.ok(await page.locator("#remake-make").isHidden());
  assert.ok((await page.locator("#remake-list li").count()) > 0);
  assert.equal(await page.locator("#remake-text").inputValue(), half, "what was typed stays");
  assert.deepEqual(noise, []);
  await done();
});

test("Nothing chosen, a file that is none, and a program that cannot be had are said, and what was chosen stays", async () => {
  const { page, done } = await ownersPage();
  await page.locator("#remake-check").click();
  assert.ok(await page.locator("#remake-empty").isVisible());
  await page.locator("#remake-text").fill(JSON.stringify(await demo()));
  const before = await page.locator("#remake-text").inputValue();
  await choose(page, "x".repeat(2_100_000));
  await page.locator("#remake-long").waitFor();
  assert.equal(await page.locator("#remake-text").inputValue(), before);
  for (const part of ["**/check/folder.json", "**/check/remake-*.wasm", "**/check/remake-*.js", "**/check/work.js"]) {
    await page.route(part, (route) => route.abort());
    await page.locator("#remake-check").click();
    await page.locator("#remake-failed").waitFor();
    assert.equal(await page.locator("#remake-text").inputValue(), before, part);
    await page.unroute(part);
  }
  await check(page);
  assert.ok(await page.locator("#remake-failed").isHidden());
  await done();
});

test("The program comes after a press only, from the site's own folder, and nothing is sent anywhere", async () => {
  const { page, requests, site, done } = await ownersPage();
  assert.ok(!requests.some(({ url }) => /remake-|folder\.json|work\.js/.test(url)), "nothing before the press");
  const before = requests.length;
  await choose(page, JSON.stringify(await demo()).replace("Impact", "Quetzalcoatl"));
  assert.equal(requests.length, before, "choosing sends nothing");
  await check(page);
  await make(page);
  for (const { url, method, body } of requests) {
    assert.ok((url.startsWith(site.address) || url.startsWith("blob:")) && method === "GET" && !body, `${method} ${url}`);
    assert.ok(!url.includes("Quetzalcoatl"), url);
  }
  assert.ok(requests.some(({ url }) => /check\/remake-[0-9a-f]{16}\.wasm$/.test(url)));
  await done();
});

test("The whole way goes by keyboard, in Spanish too, and the focus goes along", async () => {
  const { page, done } = await ownersPage("es/check/");
  await page.locator("#remake-text").fill(JSON.stringify(await demo()));
  await page.locator("#remake-text").focus();
  await tabTo(page, "#remake-check");
  await page.keyboard.press("Enter");
  await page.locator("#remake-found").waitFor({ timeout: 60_000 });
  await focused(page, "#remake-found-title");
  await tabTo(page, "#remake-make");
  await page.keyboard.press("Enter");
  await page.locator("#remake-made").waitFor({ timeout: 90_000 });
  await focused(page, "#remake-made-title");
  assert.match(await page.locator("#remake-made").innerText(), /No hay que borrar nada/);
  await tabTo(page, "#remake-save");
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  assert.equal(download.suggestedFilename(), "foothold-site.zip");
  await walk(page);
  await done();
});

test("Node and the command say plainly what is no folder and what is no clinic, and write nothing", async () => {
  const [empty, sound] = [place("empty"), await written(JSON.stringify(await demo()))];
  const broken = await written('{ "name": "Half');
  const node = join(dist(), "check", "remake.mjs");
  const out = place("out");
  for (const [program, ...args] of [
    [process.execPath, node, sound, empty, "--out", out],
    [process.execPath, node, broken, dist(), "--out", out],
    [process.execPath, node, join(empty, "nothing.json")],
    [process.execPath, node],
    [process.env.FOOTHOLD, "remake", empty, sound, "--out", out],
    [process.env.FOOTHOLD, "remake", dist(), broken, "--out", out],
  ]) {
    const ended = await run(program, args).then(
      () => assert.fail(args.join(" ")),
      (ended) => ended,
    );
    assert.equal(ended.code, 2, args.join(" "));
    assert.ok(ended.stderr.trim(), args.join(" "));
  }
  await assert.rejects(readdir(out), /ENOENT/);
});
