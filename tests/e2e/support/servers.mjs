// Starts the site and the inbox, each on a port of its own, and stops them.
import { spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const needed = (name) => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; run these tests with ./dev test --only e2e`);
  return value;
};

async function server(...args) {
  const child = spawn(needed("FOOTHOLD_XTASK"), args, { stdio: ["ignore", "pipe", "inherit"] });
  const gone = new Promise((resolve) => child.once("exit", resolve));
  const lines = createInterface({ input: child.stdout });
  const address = await new Promise((resolve, reject) => {
    lines.on("line", (line) => line.startsWith("listening ") && resolve(line.slice("listening ".length).trim()));
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
  const stop = async () => {
    child.kill();
    await gone;
  };
  return { address: address.replace(/\/$/, ""), stop };
}

/** The inbox, with what tests ask of it. */
export async function startInbox() {
  const folder = await mkdtemp(join(tmpdir(), "foothold-inbox-"));
  const { address, stop } = await server("inbox", "--port", "0", "--store", join(folder, "messages.jsonl"));
  const post = async (path, body) => {
    const headers = { "Content-Type": "application/json" };
    const answer = await fetch(address + path, { method: "POST", headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  };
  return {
    address,
    mode: (mode) => post("/mode", { mode }),
    clear: () => post("/clear", {}),
    read: async () => (await fetch(`${address}/messages.json`)).json(),
    stop: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The finished folder. */
export const dist = () => needed("FOOTHOLD_DIST");

/** The configuration in the finished folder. */
export const clinic = async () => JSON.parse(await readFile(join(dist(), "clinic.json"), "utf8"));

/** The site, of another `folder` if one is named; `change` edits a copy of its configuration first. The address ends with a slash. */
export async function startSite({ inbox, base = "/", folder = dist(), change } = {}) {
  let copy;
  if (change) {
    copy = await mkdtemp(join(tmpdir(), "foothold-dist-"));
    await cp(folder, copy, { recursive: true });
    folder = copy;
    for (const ending of [".br", ".gz"]) await rm(join(copy, `clinic.json${ending}`), { force: true });
    const changed = await clinic();
    change(changed);
    await writeFile(join(copy, "clinic.json"), JSON.stringify(changed, null, 2));
  }
  const args = ["static", "--dir", folder, "--port", "0", "--base", base];
  const { address, stop } = await server(...args, ...(inbox ? ["--inbox-url", inbox] : []));
  return {
    folder,
    origin: address,
    address: address + base,
    stop: async () => {
      await stop();
      if (copy) await rm(copy, { recursive: true, force: true });
    },
  };
}

/** A port where nobody listens: one that a server had until just now. */
export async function deadAddress() {
  const inbox = await startInbox();
  await inbox.stop();
  return inbox.address;
}
