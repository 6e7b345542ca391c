/** The folder of the checkout, and whether a file is the program that runs, for tools. */
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root: string = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");

/**
 * Whether this file is the program: `if (isProgram(import.meta.filename)) …`. tools/run.mjs imports the program that it
 * runs and names it in argv, where `import.meta.main` is false.
 */
export function isProgram(file: string): boolean {
  const [, started] = process.argv;
  try {
    return started !== undefined && realpathSync(started) === file;
  } catch {
    return false; // an argument of `node -e`, not a file
  }
}
