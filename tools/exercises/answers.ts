/** The learner's own files: work/exercises/chNN/slug/answer.ts, made from the stub at the first use and never written again. */
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../root.ts";

/** The reader's folder, relative to the checkout. Tests use another. */
const work = process.env.TERMWISE_WORK ?? "work";

export const workFolder: string = join(root, work);

/** Where the answer is, relative to the checkout. */
export const answerFile = (slug: string): string => join(work, "exercises", slug, "answer.ts");

/** The answer's path; `made` when it was not there. */
export function answerFor(slug: string): { path: string; made: boolean } {
  const path = join(root, answerFile(slug));
  if (existsSync(path)) return { path, made: false };
  mkdirSync(dirname(path), { recursive: true });
  copyFileSync(join(root, "exercises", slug, "stub.ts"), path);
  return { path, made: true };
}
