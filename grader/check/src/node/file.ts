/** The report on an answer in a file: run in a process of its own, so that nothing it does can end the check. */
import { checkAnswer } from "../exercise.ts";
import { type Report, unrun } from "../report.ts";
import { inert } from "../words.ts";
import type { Opened } from "./open.ts";
import { type ProcessOptions, processAnswer } from "./process.ts";

export interface FileCheck {
  readonly report: Report;
  /** What the answer printed, made harmless for a terminal. */
  readonly printed: readonly string[];
}

export async function checkFile(
  exercise: Opened,
  path: string,
  options: Partial<ProcessOptions> = {},
): Promise<FileCheck> {
  const { suite, forbidden } = exercise;
  const answer = await processAnswer({ path, forbidden, limit: suite.limit, ...options });
  try {
    const points = suite.tests.reduce((sum, test) => sum + test.points, 0);
    const report = answer.fault
      ? unrun(exercise, points, "load_failed", `The answer does not load: ${answer.fault}.`)
      : await checkAnswer(exercise, answer);
    const printed = answer
      .printed()
      .split("\n")
      .filter((line) => line.trim() !== "");
    return { report, printed: printed.map((line) => inert(line, 200)) };
  } finally {
    answer.close();
  }
}
