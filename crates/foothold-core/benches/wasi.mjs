// Runs a program of WebAssembly as a command: `node wasi.mjs PROGRAM`. So the planner is timed in the engine that phones have.
import { readFile } from "node:fs/promises";
import process from "node:process";
import { WASI } from "node:wasi";

const [, , file] = process.argv;
const wasi = new WASI({ version: "preview1", args: [file] });
const program = await WebAssembly.instantiate(await WebAssembly.compile(await readFile(file)), wasi.getImportObject());
wasi.start(program);
