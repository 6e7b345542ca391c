/** The learner's own files: work/exercises/chNN/slug/answer.ts, made from the stub at the first use and never written again. */
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { root } from "../root.ts";

/** The reader's folder. Tests use another. */
export const workFolder: string = resolve(root, process.env.TERMWISE_WORK ?? "work");

/** Where the answer is, relative to the checkout. */
export const answerFile = (slug: string): string => relative(root, join(workFolder, "exercises", slug, "answer.ts"));

/** The answer's path; `made` when it was not there. */
export function answerFor(slug: string): { path: string; made: boolean } {
  const path = join(root, answerFile(slug));
  if (existsSync(path)) return { path, made: false };
  mkdirSync(dirname(path), { recursive: true });
  copyFileSync(join(root, "exercises", slug, "stub.ts"), path);
  return { path, made: true };
}
