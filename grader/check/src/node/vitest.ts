/** A suite as vitest tests on the learner's checkout: one test a fact, the failure as its message, the named mistake last. */
import { afterAll, beforeAll, describe, test } from "vitest";
import { details, tally } from "../lines.ts";
import type { Report } from "../report.ts";
import { asText } from "../text.ts";
import { checkFile } from "./file.ts";
import { openExercise } from "./open.ts";

/** Declares the tests of one exercise for the answer in `path`, which runs in a process of its own. */
export async function learnerTests(root: string, slug: string, path: string): Promise<void> {
  const exercise = await openExercise(root, slug);
  describe(`${exercise.id} ${exercise.title}`, () => {
    let report: Report;
    beforeAll(async () => {
      ({ report } = await checkFile(exercise, path));
    }, 120_000);
    for (const { title } of exercise.suite.tests) {
      test(title, ({ skip }) => {
        const found = report.tests.find((t) => t.title === title);
        if (found?.status === "passed") return;
        if (report.state === "not_started" || found?.status === "not_started") skip(report.message ?? tally(found!));
        const lines = found ? details(found).map(([label, text]) => `${label.padEnd(9)}${text}`) : [];
        throw plain([report.message ?? tally(found!), ...lines].filter(Boolean).join("\n"));
      });
    }
    afterAll(() => {
      if (report?.naming) console.log(asText({ ...report, tests: [] }));
    });
  });
}

/** An error without the adapter's lines: the learner's own are not among them. */
function plain(message: string): Error {
  const error = new Error(message);
  error.stack = "";
  return error;
}
