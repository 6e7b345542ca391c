/**
 * npm run accuracy: measures every operation against PyTorch's float64 on each backend and writes book/data/accuracy.json,
 * the table of the book. The tfjs backend is measured where it is set up (npm run setup:gpu).
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildKernels } from "./kernels/build.ts";
import { root } from "./root.ts";

buildKernels(); // before the library is loaded
const { reason } = await import("../lib/test/tfjs/available.ts");
const { measure, readCases } = await import("./accuracy/measure.ts");
const { file, shown, tableOf, text } = await import("./accuracy/table.ts");

const tfjs = reason === "" ? [{ name: "tfjs", options: { threads: 1 }, within: 0 }] : [];
const cases = readCases();
const table = tableOf(new Map([...shown, ...tfjs].map((one) => [one.name, measure(one, cases)])), cases);
writeFileSync(join(root, file), text(table));
console.log(
  `${file}: ${cases.length} cases of ${Object.keys(table.operations).length} operations on ${table.backends.join(", ")}`,
);
for (const name of table.backends) {
  const [op, { errors }] = Object.entries(table.operations).reduce((a, b) =>
    worst(b[1].errors[name]) > worst(a[1].errors[name]) ? b : a,
  );
  console.log(`  ${name}: at most ${worst(errors[name])} (${op})`);
}

function worst([values, gradients]: readonly [number, number | null]): number {
  return Math.max(values, gradients ?? 0);
}
