/** Two projects: `fast` is what `npm test` runs, `slow` (browsers, clean clones) runs in continuous integration. */
import { defineConfig } from "vitest/config";

const folders = ["lib/test", "grader/check/test", "tools/test", "book/test"];
const ignored = ["**/node_modules/**", "**/dist/**", "work/**", "build/**"];
const shared = { resolve: { conditions: ["source"] }, ssr: { resolve: { conditions: ["source"] } } };
// lib/test/wasm/suite.slow.test.ts runs the library's tests on other settings of the default backend.
const wasm = process.env.TERMWISE_WASM;
const setupFiles = wasm ? ["lib/test/wasm/setup.ts"] : [];
const withOwnSettings = wasm ? ["lib/test/wasm/**"] : [];

export default defineConfig({
  test: {
    globalSetup: "tools/kernels/build.ts", // the library does not load without its kernels
    projects: [
      {
        ...shared,
        test: {
          name: "fast",
          setupFiles,
          include: folders.map((f) => `${f}/**/*.test.ts`),
          exclude: [...ignored, ...withOwnSettings, "**/*.slow.test.ts"],
          testTimeout: 30_000,
        },
      },
      {
        ...shared,
        test: {
          name: "slow",
          include: folders.map((f) => `${f}/**/*.slow.test.ts`),
          exclude: ignored,
          testTimeout: 900_000,
          hookTimeout: 900_000,
          retry: process.env.CI ? 1 : 0, // a loaded machine's browser now and then drops a key; the report says "retry x1"
          fileParallelism: false,
        },
      },
    ],
  },
});
