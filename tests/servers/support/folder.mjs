// The finished folder for a host of its own: under a path, framed by the sites that a test names, and with the header
// files that follow from that.
import { cp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { needed, run } from "../../e2e/support/programs.mjs";

/** Where clinic.json says that the site lies; the tests ask another server, under the same path. */
const SITE = "https://www.clinic.example";

/** What is in the folder for servers or of the build. */
export const FOR_SERVERS = [".htaccess", "_headers", "nginx.conf.example", ".build-stamp"];

/** Copies the folder to `to` and tells its header files where it lies and who may frame it. */
export async function copyOfFolder(to, { base, sites }) {
  await cp(needed("FOOTHOLD_DIST"), to, { recursive: true });
  const file = join(to, "clinic.json");
  const clinic = JSON.parse(await readFile(file, "utf8"));
  clinic.site_url = SITE + base;
  clinic.embed = { sites };
  await writeFile(file, JSON.stringify(clinic, null, 2));
  run(needed("FOOTHOLD_XTASK"), ["headers", "--dir", to]);
  // A hidden folder that somebody uploaded along.
  await cp(file, join(to, ".git/config"));
}

/** The files that visitors fetch: their path in the folder, their address below it, and which packed copies they have. */
export async function filesOf(folder) {
  const all = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = all.map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1));
  const fetched = paths.filter((path) => !/\.(br|gz)$|^\./.test(path) && !FOR_SERVERS.includes(path)).sort();
  return fetched.map((path) => ({
    path,
    address: path.replace(/(^|\/)index\.html$/, "$1"),
    packed: ["br", "gz"].filter((ending) => paths.includes(`${path}.${ending}`)),
  }));
}

/** What `_headers` tells Netlify and Cloudflare Pages of every file, by names in small letters, and of single files. */
export async function headersOf(folder) {
  const blocks = new Map();
  let block;
  for (const line of (await readFile(join(folder, "_headers"), "utf8")).split("\n")) {
    const [, name, value] = line.match(/^ {2}([^:]+): (.+)$/) ?? [];
    if (name) block.set(name.toLowerCase(), value);
    else if (line.startsWith("/")) blocks.set(line, (block = new Map()));
  }
  return blocks;
}

/** Takes a folder away again. */
export const away = (folder) => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
