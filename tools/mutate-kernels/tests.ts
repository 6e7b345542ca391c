/** The tests that must notice a wrong kernel, with the kernels of a change put in place of the real ones. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Plugin } from "esbuild";
import { bundleTests, TESTS } from "../mutate-lib/bundle.ts";
import { ACTIVE, VISIT } from "../mutate-lib/instrument.ts";
import { root } from "../root.ts";

/** The tests of all backends, run on wasm alone, and those of its kernels. */
export const tests = [
  ...TESTS.filter((name) => name !== "accelerated"),
  ...["conformance", "wasm/functions", "wasm/fused", "wasm/shapes", "wasm/blocks", "wasm/wide", "wasm/bounds"],
];

/** A script of these tests that reads the kernels of change n from the file n.txt of this folder; 0 is no change. */
export const bundleKernelTests = (folder: string): Promise<string> =>
  bundleTests(tests, new Map(), { serving: swapping(folder) });

function swapping(folder: string): Plugin {
  return {
    name: "other kernels",
    setup(build) {
      build.onResolve({ filter: /^vitest$/ }, () => ({ path: join(root, "tools/mutate-lib/vitest.ts") }));
      build.onLoad({ filter: /wasm\/generated\/kernels\.ts$/ }, () => ({
        contents: `import { readFileSync } from "node:fs";
          ${VISIT}?.fill(1); // every test meets the kernels
          const read = (n) => readFileSync(${JSON.stringify(folder)} + "/" + n + ".txt", "utf8");
          export const plain = read(${ACTIVE});
          export const relaxed = read(0);`,
        loader: "js",
      }));
      build.onLoad({ filter: /lib\/src\/backend\/tfjs\/register\.ts$/ }, () => ({
        contents: "export {};",
        loader: "ts",
      }));
      build.onLoad({ filter: /lib\/test\/support\/backends\.ts$/ }, ({ path }) => ({
        contents: readFileSync(path, "utf8").replace(
          /(?<=backends: readonly Candidate\[\] = )\[[^;]*\];/,
          `[{ name: "wasm", within: 3e-6 }];`,
        ),
        loader: "ts",
        resolveDir: dirname(path),
      }));
    },
  };
}
