// Runs a program of WebAssembly as a command: `node wasi.mjs PROGRAM [WORD]`. So the planner is timed in the engine that phones
// have. Says at the end how much memory the program has, which never shrinks; asked for its peak, more than 32 MB are too many.
import { readFile } from "node:fs/promises";
import process from "node:process";
import { WASI } from "node:wasi";

const [, , file, ...words] = process.argv;
const wasi = new WASI({ version: "preview1", args: [file, ...words], returnOnExit: true });
const program = await WebAssembly.instantiate(await WebAssembly.compile(await readFile(file)), wasi.getImportObject());
const code = wasi.start(program);
const bytes = program.exports.memory.buffer.byteLength;
process.stdout.write(`| memory of the WebAssembly at its end | ${bytes / 1024} kB |\n`);
process.exitCode = code || (words.includes("peak") && bytes >= 32 * 1024 * 1024 ? 1 : 0);
