/**
 * `npm run check`: formatter, linter, types, layers and chapter rules of the project.
 * `npm run check -- E05.4`: the answer to an exercise instead (see tools/exercises/check.ts).
 */
import { spawn } from "node:child_process";
import { root } from "./root.ts";

const STEPS: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ["format and lint", "node", "node_modules/@biomejs/biome/bin/biome", "ci", "--diagnostic-level=error", "."],
  ["types", "node", "node_modules/typescript/bin/tsc", "--noEmit", "--pretty", "false"],
  [
    "layers",
    "node",
    "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs",
    "--config",
    ".dependency-cruiser.cjs",
    "lib/src",
    "grader/check/src",
    "exercises",
    "solutions",
    "tools",
  ],
  ["chapters", "python", "-m", "tools.notebooks.lint"],
  ["python", "ruff", "check", "--quiet", "tools", "book"],
];

interface Outcome {
  readonly name: string;
  readonly code: number | null;
  readonly output: string;
  readonly ms: number;
}

function run([name, command, ...args]: (typeof STEPS)[number]): Promise<Outcome> {
  return new Promise((resolve) => {
    const start = Date.now();
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
    child.on("error", (error) => resolve({ name, code: 1, output: `${error.message}\n`, ms: 0 }));
    child.on("close", (code) => resolve({ name, code, output, ms: Date.now() - start }));
  });
}

async function checkProject(): Promise<number> {
  const { buildKernels } = await import("./kernels/build.ts"); // an answer is checked without them
  buildKernels(); // the library does not type-check before
  let failed = 0;
  const pending = [...STEPS];
  const worker = async (): Promise<void> => {
    for (let step = pending.shift(); step; step = pending.shift()) {
      const { name, code, output, ms } = await run(step);
      console.log(`${code === 0 ? "ok    " : "FAILED"}  ${name} (${(ms / 1000).toFixed(1)} s)`);
      if (code !== 0) console.log(output.replace(/^/gm, "        "));
      if (code !== 0) failed++;
    }
  };
  await Promise.all([worker(), worker()]);
  console.log(`check: ${STEPS.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

const args = process.argv.slice(2);
if (args.length === 0) process.exitCode = await checkProject();
else await import("./exercises/check.ts");
