// The archive for a clinic's web person unpacks, and what is in it works on a web server.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { crc32, inflateRawSync } from "node:zlib";
import { dist, startSite } from "./support/servers.mjs";
import { open, startBrowser, visitor } from "./support/visit.mjs";

const run = promisify(execFile);
let folder;
let browser;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "foothold-archive-"));
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** Reads a zip by its index, as every program does, and checks each file's sum where Node can. */
function unpacked(bytes) {
  const end = bytes.length - 22;
  assert.equal(bytes.readUInt32LE(end), 0x06054b50, "the archive has an end");
  const files = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    assert.equal(bytes.readUInt32LE(at), 0x02014b50, "the index is whole");
    const [sum, size, whole] = [16, 20, 24].map((offset) => bytes.readUInt32LE(at + offset));
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const place = bytes.readUInt32LE(at + 42);
    assert.equal(bytes.readUInt32LE(place), 0x04034b50);
    const start = place + 30 + bytes.readUInt16LE(place + 26) + bytes.readUInt16LE(place + 28);
    const contents = inflateRawSync(bytes.subarray(start, start + size));
    assert.equal(contents.length, whole);
    if (crc32) assert.equal(crc32(contents), sum);
    files.set(bytes.toString("utf8", at + 46, at + 46 + name), contents);
    at += 46 + name + extra + comment;
  }
  return files;
}

test("The archive unpacks to a README and a folder that works under any path", async () => {
  const zip = join(folder, "a.zip");
  await run(process.env.FOOTHOLD_XTASK, ["release", "--dir", dist(), "--out", zip]);
  const files = unpacked(await readFile(zip));
  for (const [name, contents] of files) {
    assert.match(name, /^foothold-\d+\.\d+\.\d+\/(?!.*\.\.)/);
    const path = join(folder, name.replace(/^[^/]+\//, ""));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, contents);
  }
  const names = [...files.keys()].map((name) => name.replace(/^[^/]+\//, ""));
  for (const name of ["README.md", "docs/HOSTING.md", "docs/EMBEDDING.md", "site/.htaccess", "site/_headers", "site/nginx.conf.example", "site/embed.js", "site/clinic.json", "site/es/week/index.html"])
    assert.ok(names.includes(name), name);
  assert.ok(!names.some((name) => name.includes("build-stamp")));
  // Every document that the README and the others lead to is there.
  for (const name of names.filter((one) => one.endsWith(".md"))) {
    const text = await readFile(join(folder, name), "utf8");
    for (const [, link] of text.matchAll(/\]\((?!https?:)([^)#]+)/g)) {
      const target = join(dirname(name), link);
      if (["README.md", "docs/HOSTING.md", "docs/EMBEDDING.md"].includes(name)) assert.ok(names.includes(target), `${name} leads to ${link}`);
    }
  }
  const site = await startSite({ folder: join(folder, "site"), base: "/any/path/" });
  const { context, page, noise } = await visitor(browser);
  await open(page, `${site.address}week/`);
  assert.ok(await page.locator("#planner-add").isVisible());
  assert.deepEqual(noise, []);
  await context.close();
  await site.stop();
});

test("The same folder gives the same archive to the byte, whenever and from wherever it is packed", async () => {
  const copy = join(folder, "copy");
  await cp(dist(), copy, { recursive: true });
  await utimes(join(copy, "index.html"), 0, 0);
  const [one, other] = [join(folder, "one.zip"), join(folder, "other.zip")];
  await run(process.env.FOOTHOLD_XTASK, ["release", "--dir", dist(), "--out", one]);
  await run(process.env.FOOTHOLD_XTASK, ["release", "--dir", copy, "--out", other]);
  assert.ok((await readFile(one)).equals(await readFile(other)));
});

test("What servers are told is the same when it is written again, and follows clinic.json when that was changed", async () => {
  const copy = join(folder, "told");
  await cp(dist(), copy, { recursive: true });
  const told = () => Promise.all(["_headers", ".htaccess", "nginx.conf.example", "404.html"].map((name) => readFile(join(copy, name), "utf8")));
  const before = await told();
  await run(process.env.FOOTHOLD_XTASK, ["headers", "--dir", copy]);
  assert.deepEqual(await told(), before);
  const file = join(copy, "clinic.json");
  const clinic = JSON.parse(await readFile(file, "utf8"));
  await writeFile(file, JSON.stringify({ ...clinic, site_url: "https://www.clinic.example/iop/", embed: { sites: ["https://a.example"] } }));
  await run(process.env.FOOTHOLD_XTASK, ["headers", "--dir", copy]);
  const [netlify, apache, nginx, lost] = await told();
  for (const text of [netlify, apache, nginx]) assert.ok(text.includes("frame-ancestors 'self' https://a.example;"), text);
  assert.ok(apache.includes("ErrorDocument 404 /iop/404.html") && nginx.includes("location /iop/ {"));
  assert.ok(lost.includes('href="/iop/style-') && !/href="\/(?!iop\/)/.test(lost), lost);
});

test("What is no finished folder is not packed", async () => {
  await assert.rejects(run(process.env.FOOTHOLD_XTASK, ["release", "--dir", join(folder, "docs"), "--out", join(folder, "b.zip")]), /no finished folder/);
});
