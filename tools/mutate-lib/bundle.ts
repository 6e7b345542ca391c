/** One bundle of the tests and the library with all changes compiled in. */
import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { build, type Plugin } from "esbuild";
import { instrument } from "./instrument.ts";
import type { Mutant } from "./operators.ts";

const root = resolve(import.meta.dirname, "../..");
const source = join(root, "lib/src");

/** What is mutated: the library's own layers, without generated data, other backends, figures. */
const FOLDERS = [
  "core",
  "backend/reference",
  "backend/current.ts",
  "tensor",
  "functional",
  "nn",
  "optim",
  "init",
  "data",
  "stats",
  "metrics",
  "testing",
];

/** Tests that read the sources, or are slower than what they would find. */
const LEFT_OUT = ["docs", "conformance"];

/** Every quick test of the library. Those in folders need browsers, processes or other backends: they say nothing here. */
export const TESTS: readonly string[] = globSync("*.test.ts", { cwd: join(root, "lib/test") })
  .map((file) => basename(file, ".test.ts"))
  .filter((name) => !name.endsWith(".slow") && !LEFT_OUT.includes(name))
  .sort();

export interface Bundle {
  /** A script that calls `register` for each test. */
  readonly code: string;
  readonly mutants: readonly Mutant[];
  /** The text of each mutated file. */
  readonly sources: ReadonlyMap<string, string>;
}

/** The files that are mutated, relative to lib/src. */
export function mutatedFiles(): string[] {
  const files = globSync("**/*.ts", { cwd: source });
  return files
    .filter(
      (f) =>
        FOLDERS.some((folder) => f.startsWith(folder)) && !f.includes("generated") && basename(f) !== "register.ts",
    )
    .sort();
}

/** The tests with every change of every file compiled in. */
export async function bundleAll(): Promise<Bundle> {
  const texts = new Map<string, string>();
  const sources = new Map<string, string>();
  const mutants: Mutant[] = [];
  for (const file of mutatedFiles()) {
    const text = readFileSync(join(source, file), "utf8");
    sources.set(file, text);
    const done = instrument(file, text, mutants.length + 1);
    texts.set(file, done.text);
    mutants.push(...done.mutants);
  }
  return { code: await bundleTests(TESTS, texts), mutants, sources };
}

/** A script that runs these test files, with some files of lib/src replaced by other texts. */
export async function bundleTests(
  tests: readonly string[],
  texts: ReadonlyMap<string, string>,
  { serving = mutated(texts) }: { serving?: Plugin } = {},
): Promise<string> {
  const imports = tests.map((name) => `import ${JSON.stringify(join(root, `lib/test/${name}.test.ts`))};`).join("\n");
  const result = await build({
    stdin: { contents: imports, resolveDir: root },
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
    target: "node20",
    external: ["fast-check"],
    logLevel: "error",
    define: { "import.meta.url": JSON.stringify(new URL("../../lib/test/x.ts", import.meta.url).href) },
    plugins: [serving],
  });
  return result.outputFiles[0].text;
}

/** Serves the instrumented files, the small stand-in for vitest, and only the backends that are mutated. */
function mutated(texts: ReadonlyMap<string, string>): Plugin {
  return {
    name: "mutated",
    setup(build) {
      build.onResolve({ filter: /^vitest$/ }, () => ({ path: join(import.meta.dirname, "vitest.ts") }));
      build.onLoad({ filter: /lib\/src\/.*\.ts$/ }, ({ path }) => {
        const contents = texts.get(relative(source, path));
        if (contents !== undefined) return { contents, loader: "ts", resolveDir: dirname(path) };
        const others = /backend\/(wasm|tfjs)\/register\.ts$/.test(path);
        return others ? { contents: "export {};", loader: "ts" } : null;
      });
      build.onLoad({ filter: /lib\/test\/support\/backends\.ts$/ }, ({ path }) => ({
        contents: readFileSync(path, "utf8").replace(
          /(?<=candidates?\b|backends: readonly Candidate\[\] = )\[[^;]*\];/,
          `[
          { name: "reference", within: 2e-6 }, { name: "reference64", within: 1e-12 }];`,
        ),
        loader: "ts",
        resolveDir: dirname(path),
      }));
    },
  };
}
