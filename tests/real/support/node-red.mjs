// A Node-RED with a few flows that take messages, on this machine, in a folder that is thrown away.
import { copyFile, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { answers, freePort, needed, scratch, start } from "../../e2e/support/programs.mjs";

const own = (file) => new URL(`../node-red/${file}`, import.meta.url).pathname;
const program = (file) => join(needed("FOOTHOLD_NODE_RED"), "node_modules/node-red", file);

/** Its version. */
export const version = async () => `Node-RED ${JSON.parse(await readFile(program("package.json"), "utf8")).version}, Node.js ${process.versions.node}`;

/** Starts one; `cors` is whether other sites may talk to it, which is off unless somebody switches it on. */
export async function startNodeRed({ cors }) {
  const { folder, away } = await scratch("node-red");
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const store = join(folder, "messages.jsonl");
  await copyFile(own("flows.json"), join(folder, "flows.json"));
  const env = { FOOTHOLD_PORT: String(port), FOOTHOLD_USER_DIR: folder, FOOTHOLD_STORE: store, FOOTHOLD_CORS: cors ? "on" : "off" };
  const log = join(folder, "node-red.log");
  // It listens before its flows run, so its own word is waited for.
  const started = async () => /Started flows/.test((await readFile(log, "utf8")).slice(written)) && (await answers(address)());
  let written = 0;
  const up = () => start("Node-RED", process.execPath, [program("red.js"), "--settings", own("settings.cjs"), "flows.json"], { cwd: folder, env, log, ready: started });
  let server = await up();
  return {
    address,
    /** What the flow wrote down, a message a line. */
    kept: async () => (await readFile(store, "utf8").catch(() => "")).split("\n").filter(Boolean).map((line) => JSON.parse(line)),
    clear: () => rm(store, { force: true }),
    down: () => server.stop(),
    up: async () => {
      written = (await readFile(log, "utf8")).length;
      server = await up();
    },
    stop: async () => {
      await server.stop();
      await away();
    },
  };
}
