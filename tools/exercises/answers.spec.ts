/** The learner's answers under vitest: every exercise that has been begun. TERMWISE_EXERCISES="E05.4 ch07" begins some. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "vitest";
import { exerciseSlugs } from "../../grader/check/src/node/slugs.ts";
import { learnerTests } from "../../grader/check/src/node/vitest.ts";
import { root } from "../root.ts";
import { answerFile, answerFor } from "./answers.ts";
import { selected } from "./select.ts";

const wanted = (process.env.TERMWISE_EXERCISES ?? "").split(" ").filter(Boolean);
const slugs =
  wanted.length > 0 ? selected(wanted) : exerciseSlugs(root).filter((slug) => existsSync(join(root, answerFile(slug))));
for (const slug of slugs) await learnerTests(root, slug, answerFor(slug).path);
if (slugs.length === 0)
  describe("no answer has been begun", () => test.skip("npm run check -- E05.4 begins one", () => {}));
