/**
 * Answers as vitest tests, for editors with a vitest extension and for who likes it:
 * `npx vitest --config tools/exercises/vitest.config.ts` watches all answers that have been begun.
 */
import { defineConfig } from "vitest/config";
import { root } from "../root.ts";

export default defineConfig({
  root,
  resolve: { conditions: ["source"] },
  ssr: { resolve: { conditions: ["source"] } },
  test: {
    name: "answers",
    include: ["tools/exercises/answers.spec.ts"],
    forceRerunTriggers: ["**/work/exercises/**/answer.ts"],
    watchTriggerPatterns: [
      { pattern: /work\/exercises\/.*\/answer\.ts$/, testsToRun: () => "tools/exercises/answers.spec.ts" },
    ],
    passWithNoTests: true,
    reporters: [["default", { summary: false }]],
  },
});
