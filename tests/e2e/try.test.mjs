// Whoever has the folder can look at it on their own computer, as a host would hand it out: check/try.mjs.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { dist } from "./support/servers.mjs";

const run = promisify(execFile);
let home;
let folder;
let child;
let port;
let said = "";

before(async () => {
  home = await mkdtemp(join(tmpdir(), "foothold-try-"));
  folder = join(home, "site");
  await cp(dist(), folder, { recursive: true });
  await writeFile(join(home, "secret.txt"), "secret");
  await symlink(join(home, "secret.txt"), join(folder, "leads-out.txt"));
  await appendFile(join(folder, "_headers"), "/week/*\n  X-Only-Week: yes, and: no\n# Not-A-Header: no\n");
  child = spawn(process.execPath, [join(folder, "check", "try.mjs"), "0"], { stdio: ["ignore", "pipe", "inherit"] });
  child.stdout.setEncoding("utf8").on("data", (text) => (said += text));
  while (!said.includes("may show its pages")) await once(child.stdout, "data");
  port = Number(/http:\/\/127\.0\.0\.1:(\d+)\//.exec(said)[1]);
});

after(async () => {
  child?.kill();
  if (home) await rm(home, { recursive: true, force: true });
});

/** One more of it, for a folder; it ends with `second.kill()`. */
async function another(of) {
  const second = spawn(process.execPath, [join(folder, "check", "try.mjs"), "0", of], { stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  second.stdout.setEncoding("utf8").on("data", (more) => (text += more));
  while (!text.includes("may show its pages")) await once(second.stdout, "data");
  return { second, text };
}

/** Asks for a path as it stands, which `fetch` would tidy first. */
async function ask(path, method = "GET") {
  const asked = request({ host: "127.0.0.1", port, path, method }).end();
  const [answer] = await once(asked, "response");
  const parts = [];
  for await (const part of answer) parts.push(part);
  return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) };
}

test("Every file comes with the headers of its blocks, and with no others'", async () => {
  const lines = (await readFile(join(folder, "_headers"), "utf8")).split("\n");
  const every = lines.slice(lines.indexOf("/*") + 1, lines.findIndex((line) => /^\/./.test(line) && line !== "/*"));
  assert.ok(every.length > 4);
  const named = lines.filter((line) => /^\/.*-[0-9a-f]{16}\./.test(line));
  assert.ok(named.length > 10);
  for (const path of ["/", "/week/", "/es/ask/", "/clinic.json", "/embed.js", "/nowhere", ...named]) {
    const { headers } = await ask(path);
    for (const line of every) {
      const [, name, value] = /^ {2}([^:]+): (.*)$/.exec(line);
      assert.equal(headers[name.toLowerCase()], value, `${name} of ${path}`);
    }
    assert.equal(headers["cache-control"], named.includes(path) ? "public, max-age=31536000, immutable" : "no-cache", path);
    assert.equal(headers["x-only-week"], path === "/week/" ? "yes, and: no" : undefined, path);
  }
});

test("Files have their types, a folder is its page, and an address that leads nowhere gets our page for that", async () => {
  const names = [...(await readFile(join(folder, "_headers"), "utf8")).matchAll(/^(\/.*\.wasm)$/gm)].map(([, name]) => name);
  const types = { "/embed.js": "text/javascript; charset=utf-8", "/clinic.json": "application/json; charset=utf-8", "/icon.svg": "image/svg+xml; charset=utf-8" };
  for (const name of names) types[name] = "application/wasm";
  assert.ok(names.length > 1);
  for (const [path, type] of Object.entries(types)) {
    const { status, headers, body } = await ask(path + "?now#here");
    assert.deepEqual([status, headers["content-type"]], [200, type], path);
    assert.ok(body.equals(await readFile(join(folder, path))), path);
  }
  assert.ok((await ask("/es/week/")).body.equals(await readFile(join(folder, "es/week/index.html"))));
  const short = await ask("/es/week");
  assert.deepEqual([short.status, short.headers.location], [302, "./week/"]);
  const lost = await ask("/nowhere/at/all");
  assert.deepEqual([lost.status, lost.headers["content-type"]], [404, "text/html; charset=utf-8"]);
  assert.ok(lost.body.equals(await readFile(join(folder, "404.html"))));
  const head = await ask("/week/", "HEAD");
  assert.deepEqual([head.status, head.body.length], [200, 0]);
  assert.equal((await ask("/contact.php", "POST")).status, 405);
});

test("Nothing outside the folder comes, nothing that is for servers, and nobody else's computer can ask", async () => {
  const out = ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/..%5csecret.txt", "/week/../../secret.txt", "/%2e%2e%2fsecret.txt", "//../secret.txt", `/${home}/secret.txt`, "/leads-out.txt", "/%00", "/%", "/_headers", "/.htaccess", "/.build-stamp", "/nginx.conf.example"];
  for (const path of out) {
    const { status, body } = await ask(path);
    assert.equal(status, 404, path);
    assert.ok(!body.includes("secret") && !body.includes("Content-Security-Policy"), path);
  }
  assert.equal((await ask("/week/")).status, 200, "it still answers");
  // The same computer by another name of its own: only 127.0.0.1 is listened to.
  const other = connect(port, "127.0.0.2");
  await assert.rejects(once(other, "connect"));
});

test("It says its address and which sites may show the pages, and a changed folder counts at once", async () => {
  assert.ok(said.includes(`http://127.0.0.1:${port}/check/`) && said.includes("Only this computer"), said);
  assert.match(said, new RegExp(`These sites may show its pages: http://127\\.0\\.0\\.1:${port}\\n$`));
  const again = join(home, "again");
  await cp(folder, again, { recursive: true });
  const headers = await readFile(join(again, "_headers"), "utf8");
  await writeFile(join(again, "_headers"), headers.replace("frame-ancestors 'self'", "frame-ancestors 'self' https://www.clinic.example http://localhost:5500"));
  const clinic = JSON.parse(await readFile(join(again, "clinic.json"), "utf8"));
  await writeFile(join(again, "clinic.json"), JSON.stringify({ ...clinic, site_url: "https://www.clinic.example/iop/" }));
  const { second, text } = await another(again);
  try {
    assert.match(text, /: http:\/\/127\.0\.0\.1:\d+, https:\/\/www\.clinic\.example, http:\/\/localhost:5500\n$/);
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(text)[0];
    // The page for lost addresses leads to where the folder will lie, so that has to work here, too.
    for (const path of ["iop/week/", "iop/", "week/"]) assert.equal((await fetch(address + path)).status, 200, path);
    assert.equal((await fetch(`${address}iop/nowhere`)).status, 404);
    assert.match((await fetch(address)).headers.get("content-security-policy"), /localhost:5500/);
    await writeFile(join(again, "_headers"), "/*\n  X-Changed: yes\n");
    assert.equal((await fetch(address)).headers.get("x-changed"), "yes");
  } finally {
    second.kill();
  }
});

test("A page of one's own, to put ours into, is handed out without headers of ours", async () => {
  const own = join(home, "own");
  await mkdir(own);
  await writeFile(join(own, "index.html"), "<p>Our clinic");
  const { second, text } = await another(own);
  try {
    assert.ok(text.includes("so all may") && !text.includes("/check/"), text);
    const answer = await fetch(/http:\/\/127\.0\.0\.1:\d+\//.exec(text)[0]);
    assert.equal(await answer.text(), "<p>Our clinic");
    assert.equal(answer.headers.get("content-security-policy"), null);
  } finally {
    second.kill();
  }
});

test("What cannot work is said in words", async () => {
  const script = join(folder, "check", "try.mjs");
  const alone = join(home, "alone");
  await cp(script, join(alone, "check", "try.mjs"));
  for (const [words, ...args] of [
    ["is taken", script, String(port)],
    ["node check/try.mjs", script, "eighty"],
    ["node check/try.mjs", script, "99999"],
    ["nothing to show", join(alone, "check", "try.mjs")],
    ["no such folder", script, "0", join(home, "nowhere")],
  ]) {
    const ended = await run(process.execPath, args, { timeout: 10_000 }).then(
      () => assert.fail(args.join(" ")),
      (ended) => ended,
    );
    assert.equal(ended.code, 2, words);
    assert.ok(ended.stderr.includes(words) && !ended.stderr.includes("    at "), ended.stderr);
  }
});
