// Shows a finished folder of a site on this computer, with Node 18 or newer and nothing else:
//
//   node check/try.mjs [PORT] [FOLDER]
//
// It hands out FOLDER (without it, the one that this file lies in) with the headers that `_headers` in it says, as a host
// would. Only this computer can ask it. Whatever is changed in the folder counts at the next look.
import { readFile, realpath } from "node:fs/promises";
import { createServer } from "node:http";
import { basename, extname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";

const TYPES = { html: "text/html", css: "text/css", js: "text/javascript", mjs: "text/javascript", json: "application/json", txt: "text/plain", xml: "application/xml", svg: "image/svg+xml" };
// What is for servers and for nobody to fetch; hosts keep it back, too.
const FOR_SERVERS = /(^|\/)(\.(?!well-known\/)|_headers$|nginx\.conf\.example$)/;

function stop(text) {
  console.error(text);
  process.exit(2);
}

const [port = "8080", where = fileURLToPath(new URL("..", import.meta.url)), ...more] = process.argv.slice(2);
if (!/^\d{1,5}$/.test(port) || port > 65535 || more.length) stop("node check/try.mjs [PORT] [FOLDER], such as: node check/try.mjs 8081");
const folder = await realpath(where).catch(() => stop("There is no such folder: " + where));
const read = (name) => readFile(join(folder, name), "utf8").catch(() => "");
if (!(await read("index.html"))) stop("There is no index.html in this folder, so there is nothing to show: " + folder);

// Blocks of a path and its headers; a star stands for anything.
async function blocks() {
  const found = [];
  for (const line of (await read("_headers")).split(/\r?\n/).filter((one) => one.trim() && !one.trim().startsWith("#"))) {
    const [, name, value] = /^\s+([^:\s]+):\s*(.*?)\s*$/.exec(line) ?? [];
    const path = line.trim().split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&")).join(".*");
    if (name) found.at(-1)?.headers.push([name, value]);
    else found.push({ path: new RegExp(`^${path}$`), headers: [] });
  }
  return found;
}

// The file of a path; "" as its contents stands for a folder without a slash at the end, and what is not there is nothing.
async function file(path) {
  if (FOR_SERVERS.test(path) || /[\\:\0]/.test(path)) return undefined;
  const name = path.endsWith("/") ? path + "index.html" : path;
  const place = await realpath(join(folder, name)).catch(() => "");
  if (!place.startsWith(folder + sep)) return undefined;
  return readFile(place).then((contents) => ({ name, contents }), ({ code }) => (code === "EISDIR" ? { name, contents: "" } : undefined));
}

// The path in words of the folder; where it is to lie below the top of its site (`site_url`), that path works as well.
async function asked(url) {
  let path;
  try {
    path = decodeURIComponent(url.split(/[?#]/)[0]);
  } catch {
    return undefined;
  }
  if (!path.startsWith("/")) return undefined;
  const found = await file(path);
  if (found) return found;
  const [, top = "/"] = /"site_url"\s*:\s*"https?:\/\/[^/"]+(\/[^"]*)"/.exec(await read("clinic.json")) ?? [];
  const below = top.replace(/\/*$/, "/");
  return path.startsWith(below) ? file(path.slice(below.length - 1)) : undefined;
}

async function serve({ method, url }, answer) {
  const end = (status, contents, headers = {}) => answer.writeHead(status, headers).end(method === "HEAD" ? undefined : contents);
  if (method !== "GET" && method !== "HEAD") return end(405, "Only files are handed out here.\n", { Allow: "GET, HEAD", "Content-Type": "text/plain" });
  const found = await asked(url);
  if (found?.contents === "") return end(302, "", { Location: `./${encodeURIComponent(basename(found.name))}/` });
  const { name, contents } = found ?? { name: "/404.html", contents: await read("404.html") };
  const ending = extname(name).slice(1);
  const type = ending === "wasm" ? "application/wasm" : TYPES[ending] ? TYPES[ending] + "; charset=utf-8" : "application/octet-stream";
  answer.setHeader("Content-Type", type);
  answer.setHeader("Cache-Control", "no-cache");
  for (const { path, headers } of await blocks()) if (path.test(name) || path.test(name.replace(/index\.html$/, ""))) headers.forEach(([header, value]) => answer.setHeader(header, value));
  end(found ? 200 : 404, contents);
}

const server = createServer((request, answer) => serve(request, answer).catch(({ message }) => answer.writeHead(500).end(message)));
server.on("error", ({ code }) => stop(code === "EADDRINUSE" ? `Port ${port} is taken. Try another one: node check/try.mjs ${Number(port) + 1}` : "It cannot start: " + code));
server.listen(Number(port), "127.0.0.1", async () => {
  const own = `http://127.0.0.1:${server.address().port}`;
  console.log(`Open ${own}/ in your browser.`);
  if (await read("check/index.html")) console.log(`What needs a look in clinic.json: ${own}/check/`);
  console.log("Only this computer can open it. To end it, press Ctrl and C together.");
  const policy = (await blocks()).flatMap(({ headers }) => headers).find(([header, value]) => /^content-security-policy$/i.test(header) && value.includes("frame-ancestors"));
  const sites = policy?.[1].split("frame-ancestors")[1].split(";")[0].trim().split(/\s+/).map((site) => (site === "'self'" ? own : site));
  console.log(sites ? `These sites may show its pages: ${sites.join(", ")}` : "_headers does not say which sites may show its pages, so all may.");
});
