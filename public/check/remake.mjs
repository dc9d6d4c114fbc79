// Writes a site's folder again after a change of clinic.json, with Node 18 or newer and nothing else:
//
//   node check/remake.mjs CLINIC [FOLDER] [--out OTHER]
//
// CLINIC is the changed clinic.json, FOLDER the finished folder of the site (without it, the one that this file lies in).
// With --out the files go into another folder, to be uploaded over the old one. It ends with 0, with 1 where the file has
// errors (what can be shown is written), and with 2 where nothing was written.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

function stop(text) {
  console.error(text);
  process.exit(2);
}

const words = process.argv.slice(2);
const at = words.indexOf("--out");
const [, out] = at < 0 ? [] : words.splice(at, 2);
const [clinic, folder = fileURLToPath(new URL("..", import.meta.url))] = words;
if (!clinic || words.length > 2 || (at >= 0 && !out)) stop("node check/remake.mjs CLINIC [FOLDER] [--out OTHER]");

const text = await readFile(clinic, "utf8").catch((error) => stop(String(error.message)));
const note = await readFile(join(folder, "check", "folder.json"), "utf8").catch(() => "");
let names = [];
try {
  names = Object.keys(JSON.parse(note).fixed);
} catch {
  stop("This is no finished folder of a site: " + resolve(folder));
}
const file = (ending) => join(folder, names.find((name) => name.startsWith("check/remake-") && name.endsWith(ending)) ?? "");

// The folder brings its program along, so that both are of one version.
const program = await import(pathToFileURL(resolve(file(".js"))).href);
program.initSync({ module: await readFile(file(".wasm")) });
console.log(program.report(text));
const made = new program.Folder(text, note, Math.floor(Date.now() / 86_400_000));
if (made.trouble()) stop(made.trouble());

const to = out ?? folder;
for (let i = 0; i < made.count(); i += 1) {
  const path = join(to, made.name(i));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, made.contents(i));
}
const gone = made.gone().split("\n").filter(Boolean);
if (!out) for (const name of gone) await rm(join(folder, name), { force: true });
console.log(made.told(to, !out));
process.exitCode = program.has_errors(text) ? 1 : 0;
