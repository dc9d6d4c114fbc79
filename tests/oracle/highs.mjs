// Solves mixed-integer programs by HiGHS, as WebAssembly: `node highs.mjs FOLDER`, FOLDER being where npm put it. One line in is
// one program, as JSON; one line out is its answer, with the seconds that the solver's run alone took.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import process from "node:process";

const [, , folder] = process.argv;
const load = createRequire(join(resolve(folder), "package.json"))("highs");
const { optimal, infeasible } = (await load()).constants.modelStatus;

for await (const line of createInterface({ input: process.stdin })) {
  const { program, limit } = JSON.parse(line);
  // A fresh one each time: its memory never shrinks.
  const highs = await load();
  const answer = highs.withModel({ format: "lp", data: program }, (model) => {
    // To the optimum, where the least difference between two values is one.
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5, time_limit: limit });
    const begun = performance.now();
    let ended = true;
    try {
      model.run();
    } catch {
      // Too large a program for the memory of one WebAssembly, or for the solver itself.
      ended = false;
    }
    const seconds = (performance.now() - begun) / 1000;
    if (!ended) return { status: "Failed", seconds, values: {} };
    const status = { [optimal]: "Optimal", [infeasible]: "Infeasible" }[model.getModelStatus()] ?? "Unknown";
    const found = status === "Optimal" ? Array.from(model.getSolution().colValue) : [];
    const values = Object.fromEntries(found.map((value, at) => [model.getColName(at), value]));
    return { status, seconds, values };
  });
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
