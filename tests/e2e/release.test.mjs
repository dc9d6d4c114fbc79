// The archive for a clinic's web person unpacks, and what is in it works on a web server.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
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
  for (const name of ["README.md", "docs/EMBEDDING.md", "site/.htaccess", "site/_headers", "site/nginx.conf.example", "site/embed.js", "site/clinic.json", "site/es/week/index.html"])
    assert.ok(names.includes(name), name);
  assert.ok(!names.some((name) => name.includes("build-stamp")));
  // Every document that the README and the others lead to is there.
  for (const name of names.filter((one) => one.endsWith(".md"))) {
    const text = await readFile(join(folder, name), "utf8");
    for (const [, link] of text.matchAll(/\]\((?!https?:)([^)#]+)/g)) {
      const target = join(dirname(name), link);
      if (name === "README.md" || name === "docs/EMBEDDING.md") assert.ok(names.includes(target), `${name} leads to ${link}`);
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

test("What is no finished folder is not packed", async () => {
  await assert.rejects(run(process.env.FOOTHOLD_XTASK, ["release", "--dir", join(folder, "docs"), "--out", join(folder, "b.zip")]), /no finished folder/);
});
