/** The command `npm run check -- E05.4`. */
import { watch } from "node:fs";
import { dirname } from "node:path";
import { asText, type Report } from "@termwise/check";
import { checkFile } from "../../grader/check/src/node/file.ts";
import { openExercise } from "../../grader/check/src/node/open.ts";
import { progressFile, updateProgress } from "../learner/progress/file.ts";
import { exerciseChecked } from "../learner/progress/record.ts";
import { root } from "../root.ts";
import { answerFile, answerFor, workFolder } from "./answers.ts";
import { listed, selected, UnknownExercise } from "./select.ts";

const HELP = `npm run check -- E05.4            checks your answer to one exercise
npm run check -- ch05             all exercises of a chapter
npm run check -- ch05 --watch     again at every save; Ctrl-C ends
npm run check -- --list           which exercises there are

Your answer is work/exercises/chNN/name/answer.ts. It is made from the exercise's stub at the first check and
never overwritten. An exercise may be named E05.4, softmaxAxis or ch05/softmaxAxis.

  --watch     check again when an answer is saved
  --list      ids, names and titles
  --json      the reports as JSON, one a line
  --strict    exit code 1 unless every answer has all points
  --help      this text
Exit codes: 0 checked (whatever the score), 1 with --strict when points are missing, 2 wrong usage.
NO_COLOR is respected.`;
const OPTIONS = ["--watch", "--list", "--json", "--strict", "--help"];

export async function checkCommand(args: readonly string[]): Promise<number> {
  const names = args.filter((arg) => !arg.startsWith("-"));
  const odd = args.find((arg) => arg.startsWith("-") && !OPTIONS.includes(arg));
  const has = (option: string): boolean => args.includes(option);
  if (has("--help")) return say(HELP);
  if (odd) return misuse(`There is no option ${odd}.\n\n${HELP}`);
  if (has("--list"))
    return say(
      listed()
        .map(({ id, slug, title }) => `${id}  ${slug.padEnd(24)} ${title}`)
        .join("\n"),
    );
  if (names.length === 0) return misuse(`Which exercise?\n\n${HELP}`);
  try {
    const slugs = selected(names);
    const print = has("--json") ? printJson : printText;
    const complete = await checkAll(slugs, print);
    if (has("--watch")) return await watchAll(slugs, print);
    return has("--strict") && !complete ? 1 : 0;
  } catch (error) {
    if (error instanceof UnknownExercise) return misuse(error.message);
    throw error;
  }
}

function say(text: string): number {
  console.log(text);
  return 0;
}
function misuse(text: string): number {
  console.error(text);
  return 2;
}

type Print = (report: Report, printed: readonly string[], file: string) => void;

async function checkAll(slugs: readonly string[], print: Print): Promise<boolean> {
  let complete = true;
  for (const [k, slug] of slugs.entries()) {
    if (k > 0 && print === printText) console.log();
    complete = (await checkOne(slug, print)) && complete;
  }
  return complete;
}

async function checkOne(slug: string, print: Print): Promise<boolean> {
  const exercise = await openExercise(root, slug);
  const { path, made } = answerFor(slug);
  if (made) console.error(`made ${answerFile(slug)} from the stub: write your answer there`);
  const { report, printed } = await checkFile(exercise, path);
  print(report, printed, answerFile(slug));
  remember(report);
  return report.score === report.points;
}

/** Notes the result where pages and notebooks find it. A check never fails for that. */
function remember({ id, state, score, points }: Report): void {
  if (state !== "graded") return;
  try {
    const { note } = updateProgress(progressFile(workFolder), exerciseChecked(id, { score, points }));
    if (note) console.error(note);
  } catch (error) {
    console.error(`Your progress could not be noted: ${(error as Error).message}`);
  }
}

const printJson: Print = (report) => console.log(JSON.stringify(report));

const printText: Print = (report, printed, file) => {
  const colour = process.stdout.isTTY ? !process.env.NO_COLOR : process.env.FORCE_COLOR === "1";
  console.log(asText(report, { colour, width: process.stdout.columns ?? 80, ms: report.ms }));
  const soft = (text: string): string => (colour ? `\x1b[2m${text}\x1b[0m` : text);
  const more = printed.length - LINES;
  if (printed.length > 0) console.log(`\n${soft("your code printed")}`);
  for (const line of printed.slice(0, LINES)) console.log(`  ${line}`);
  if (more > 0) console.log(soft(`  … and ${more} lines more`));
  if (report.state === "not_started") console.log(`  ${soft(`your file: ${file}`)}`);
};
const LINES = 12;

/** Checks again what was saved, one after the other, until the process is ended. */
async function watchAll(slugs: readonly string[], print: Print): Promise<number> {
  console.log(`\nwatching ${slugs.map(answerFile).join(", ")}; Ctrl-C ends`);
  const due = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let busy: Promise<unknown> = Promise.resolve();
  const run = (): void => {
    const now = [...due];
    due.clear();
    if (process.stdout.isTTY) process.stdout.write("\x1b[2J\x1b[H");
    busy = busy.then(() => checkAll(now, print)).catch((error) => console.error(String(error)));
  };
  const watchers = slugs.map((slug) =>
    watch(dirname(answerFor(slug).path), () => {
      due.add(slug);
      clearTimeout(timer);
      timer = setTimeout(run, 80);
    }),
  );
  await new Promise((resolve) => process.once("SIGINT", resolve));
  for (const watcher of watchers) watcher.close();
  await busy;
  return 0;
}
