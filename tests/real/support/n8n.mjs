// An n8n with a workflow that takes messages, and its database, in a folder that is thrown away.
import { mkdir, readFile, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { freePort, needed, run, scratch, start } from "../../e2e/support/programs.mjs";
import { startDatabase } from "./database.mjs";

const program = (file) => join(needed("FOOTHOLD_N8N"), "node_modules/n8n", file);

/** Its version. */
export const version = async () => `n8n ${JSON.parse(await readFile(program("package.json"), "utf8")).version}, Node.js ${process.versions.node}`;

/** Imports the workflow, switches it on and starts. */
export async function startN8n() {
  const { folder, away } = await scratch("n8n");
  const [port, databasePort] = [await freePort(), await freePort()];
  const store = join(folder, "messages");
  await mkdir(store);
  const stops = [away];
  const stop = async () => {
    for (const one of stops.toReversed()) await one();
  };
  try {
    const database = await startDatabase(folder, { port: databasePort });
    stops.push(() => database.stop());
    database.sql("CREATE DATABASE n8n CHARACTER SET utf8mb4");
    // Everything by which it would talk to its makers is off.
    const env = {
      DB_TYPE: "mariadb",
      DB_MYSQLDB_HOST: "127.0.0.1",
      DB_MYSQLDB_PORT: String(databasePort),
      DB_MYSQLDB_USER: "root",
      DB_MYSQLDB_DATABASE: "n8n",
      EXTERNAL_FRONTEND_HOOKS_URLS: "",
      FOOTHOLD_STORE: store,
      NODE_ENV: "production",
      N8N_COMMUNITY_PACKAGES_ENABLED: "false",
      N8N_DIAGNOSTICS_ENABLED: "false",
      N8N_DISABLE_UI: "true",
      N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: "true",
      N8N_LICENSE_AUTO_RENEW_ENABLED: "false",
      N8N_LISTEN_ADDRESS: "127.0.0.1",
      N8N_PORT: String(port),
      N8N_RUNNERS_ENABLED: "false",
      N8N_TEMPLATES_ENABLED: "false",
      N8N_USER_FOLDER: folder,
      N8N_VERSION_NOTIFICATIONS_ENABLED: "false",
    };
    const n8n = (...args) => run(process.execPath, [program("bin/n8n"), ...args], { env, cwd: folder });
    n8n("import:workflow", `--input=${new URL("../n8n/workflow.json", import.meta.url).pathname}`);
    n8n("update:workflow", "--all", "--active=true");
    const address = `http://127.0.0.1:${port}`;
    const log = join(folder, "n8n.log");
    let written = 0;
    // It listens before its workflows are on.
    const ready = async () => /Editor is now accessible/.test((await readFile(log, "utf8")).slice(written)) && (await fetch(`${address}/healthz`)).ok;
    const up = () => start("n8n", process.execPath, [program("bin/n8n"), "start"], { env, cwd: folder, log, ready });
    let server = await up();
    stops.push(() => server.stop());
    const files = async () => (await readdir(store)).sort();
    return {
      address,
      log,
      /** What the workflow wrote down. */
      kept: async () => Promise.all((await files()).map(async (file) => [JSON.parse(await readFile(join(store, file), "utf8"))].flat()[0].body)),
      clear: async () => {
        for (const file of await files()) await rm(join(store, file));
      },
      down: () => server.stop(),
      up: async () => {
        written = (await readFile(log, "utf8")).length;
        server = await up();
      },
      stop,
    };
  } catch (fault) {
    await stop();
    throw fault;
  }
}
