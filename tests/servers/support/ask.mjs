// Asks a server and gives the answer as it came over the line, nothing unpacked and no redirect followed.
import { Agent, request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** Closes what was kept open, so that servers end at once. */
export const hangUp = () => agent.destroy();

/** One answer: status, every header with all its values, and the body. */
export const ask = (address, headers = {}, method = "GET") =>
  new Promise((resolve, reject) => {
    const asked = request(address, { method, headers, agent }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.once("error", reject);
      answer.once("end", () => {
        const said = {};
        for (let at = 0; at < answer.rawHeaders.length; at += 2) (said[answer.rawHeaders[at].toLowerCase()] ??= []).push(answer.rawHeaders[at + 1]);
        resolve({ status: answer.statusCode, said, one: (name) => single(said, name), body: Buffer.concat(parts) });
      });
    });
    asked.once("error", reject);
    asked.end();
  });

/** A header that may come once only; a second one would be added to the first, or take its place. */
function single(said, name) {
  const values = said[name] ?? [];
  return values.length > 1 ? `${values.length} times: ${values.join(" | ")}` : values[0];
}

/** The body, unpacked once for each encoding that the answer names. */
export function plain({ said, body }) {
  const encodings = (said["content-encoding"] ?? []).join(",").split(",").map((name) => name.trim()).filter(Boolean);
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync };
  return encodings.reduceRight((bytes, name) => unpack[name](bytes), body);
}
