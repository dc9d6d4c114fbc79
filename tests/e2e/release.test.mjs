// The archive for a clinic's web person unpacks, and what is in it works on a web server.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { put, unpacked } from "./support/archive.mjs";
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

test("The archive unpacks to a README and a folder that works under any path", async () => {
  const zip = join(folder, "a.zip");
  await run(process.env.FOOTHOLD_XTASK, ["release", "--dir", dist(), "--out", zip]);
  const files = unpacked(await readFile(zip));
  for (const name of files.keys()) assert.match(name, /^foothold-\d+\.\d+\.\d+\/(?!.*\.\.)/);
  await put(files, folder, (name) => name.replace(/^[^/]+\//, ""));
  const names = [...files.keys()].map((name) => name.replace(/^[^/]+\//, ""));
  for (const name of ["README.md", "docs/HOSTING.md", "docs/EMBEDDING.md", "site/.htaccess", "site/_headers", "site/nginx.conf.example", "site/embed.js", "site/clinic.json", "site/es/week/index.html", "site/check/remake.mjs", "site/check/try.mjs", "site/check/folder.json"])
    assert.ok(names.includes(name), name);
  assert.ok(!names.some((name) => name.includes("build-stamp")));
  // Every document that one of them leads to is there, with the heading that it leads to.
  const documents = new Map();
  for (const name of names.filter((one) => one.endsWith(".md"))) documents.set(name, await readFile(join(folder, name), "utf8"));
  assert.equal(documents.size, 5);
  for (const [name, text] of documents) {
    for (const [, link, heading] of text.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)) {
      const target = link ? join(dirname(name), link) : name;
      assert.ok(names.includes(target), `${name} leads to ${link}`);
      const headings = [...(documents.get(target) ?? "").matchAll(/^#+ (.*)$/gm)].map(([, title]) => title.trim().toLowerCase().replaceAll(" ", "-").replace(/[^\p{L}\p{N}_-]/gu, ""));
      if (heading) assert.ok(headings.includes(heading), `${name} leads to ${link}#${heading}`);
    }
    // No command but those that come with the folder; one sentence may name others to whoever builds from source.
    const lines = text.split("\n\n").filter((part) => !part.startsWith("Built from source"));
    for (const part of lines) assert.ok(!/\.\/dev |cargo run|`foothold (check|plan|remake|send-test)/.test(part), `${name}: ${part}`);
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
