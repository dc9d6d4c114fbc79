// Reads zip archives, and puts what is in them into a folder.
import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { crc32, inflateRawSync } from "node:zlib";

const STORED = 0;

/** Reads a zip by its index, as every program does, and checks each file's sum where Node can. */
export function unpacked(bytes) {
  const end = bytes.length - 22;
  assert.equal(bytes.readUInt32LE(end), 0x06054b50, "the archive has an end");
  const files = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    assert.equal(bytes.readUInt32LE(at), 0x02014b50, "the index is whole");
    const [sum, size, whole] = [16, 20, 24].map((offset) => bytes.readUInt32LE(at + offset));
    const [method, name, extra, comment] = [10, 28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const place = bytes.readUInt32LE(at + 42);
    assert.equal(bytes.readUInt32LE(place), 0x04034b50);
    const start = place + 30 + bytes.readUInt16LE(place + 26) + bytes.readUInt16LE(place + 28);
    const packed = bytes.subarray(start, start + size);
    const contents = method === STORED ? packed : inflateRawSync(packed);
    assert.equal(contents.length, whole);
    if (crc32) assert.equal(crc32(contents), sum);
    files.set(bytes.toString("utf8", at + 46, at + 46 + name), contents);
    at += 46 + name + extra + comment;
  }
  return files;
}

/** Writes files into a folder; `rename` may give a file another path, or none. */
export async function put(files, folder, rename = (name) => name) {
  for (const [name, contents] of files) {
    const to = rename(name);
    if (!to) continue;
    const path = join(folder, to);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, contents);
  }
}
