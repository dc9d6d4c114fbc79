// Starts other people's programs in a folder that is thrown away, waits until they answer, and stops them again.
import { spawn, spawnSync } from "node:child_process";
import { openSync } from "node:fs";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const running = new Set();

/** A program and those that it has started: each begins a group of its own, because Apache ends whatever group it is in. */
function end({ pid }, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // It has gone by itself.
  }
}

// Also where the tests end early.
process.on("exit", () => running.forEach((child) => end(child, "SIGKILL")));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1));

/** What `./dev` tells. */
export const needed = (name) => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; run these tests by ./dev, see tests/README.md`);
  return value;
};

/** A folder that other users of the machine may look into, because servers do not run as root. */
export async function scratch(name) {
  const folder = await mkdtemp(join(tmpdir(), `foothold-${name}-`));
  await chmod(folder, 0o755);
  return { folder, away: () => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) };
}

/** A port that nobody has just now. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Asks again and again until the answer is yes. */
export async function until(what, ask, seconds = 40) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    if (await ask().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${what} did not come within ${seconds} s`);
}

/** Whether something answers there, whatever it says. */
export const answers = (address) => async () => (await fetch(address, { redirect: "manual" })).status > 0;

/** Starts a program whose output goes to a file; `ready` is asked until it says yes. */
export async function start(name, command, args, { log, ready, ...options }) {
  const out = openSync(log, "a");
  const child = spawn(command, args, { stdio: ["ignore", out, out], detached: true, ...options, env: { ...process.env, ...options.env } });
  running.add(child);
  let ended = false;
  const gone = new Promise((resolve) => {
    child.once("error", resolve);
    child.once("exit", resolve);
  }).then(() => {
    ended = true;
    running.delete(child);
  });
  const stop = async () => {
    child.kill();
    const late = setTimeout(() => end(child, "SIGKILL"), 10_000);
    await gone;
    clearTimeout(late);
    end(child, "SIGKILL");
  };
  try {
    await until(name, async () => {
      if (ended) throw new Error("it ended");
      return ready();
    });
  } catch (fault) {
    await stop();
    throw new Error(`${fault.message}; it wrote:\n${(await readFile(log, "utf8")).slice(-3000)}`);
  }
  return { stop };
}

/** Runs a program to its end and gives what it wrote. */
export function run(command, args, options = {}) {
  const ended = spawnSync(command, args, { encoding: "utf8", ...options, env: { ...process.env, ...options.env } });
  if (ended.status !== 0) throw new Error(`${command} ${args[0] ?? ""} failed: ${ended.error ?? ended.stderr + ended.stdout}`);
  return ended.stdout;
}
