/** `npm run progress`: what the reader has done, chapter by chapter; export, import, reset. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { workFolder } from "./exercises/answers.ts";
import { dayOf, dueOn } from "./learner/progress/boxes.ts";
import { empty, NotProgress, type ProgressData, parse, print } from "./learner/progress/data.ts";
import { mergeProgress, progressFile, readProgress, updateProgress } from "./learner/progress/file.ts";
import { clear } from "./learner/progress/record.ts";
import { syllabus } from "./learner/progress/syllabus.ts";
import { type Part, tally } from "./learner/progress/tally.ts";
import { root } from "./root.ts";

const HELP = `npm run progress                    terms known, exercises solved, questions due, chapter by chapter
npm run progress -- --all           also the chapters that you have not begun
npm run progress -- --export FILE   a copy, for another machine or browser
npm run progress -- --import FILE   merges a copy into what is here; of each entry the newer one stays
npm run progress -- --reset         forgets everything, after asking; --yes does not ask

It is kept in work/progress.json, which JupyterLab and the book that npm start serves share. Nothing is sent anywhere.`;

const file = progressFile(workFolder);
process.exitCode = await main();

async function main(): Promise<number> {
  const options = {
    all: { type: "boolean" },
    export: { type: "string" },
    import: { type: "string" },
    reset: { type: "boolean" },
    yes: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  } as const;
  let values: ReturnType<typeof parseArgs<{ options: typeof options }>>["values"];
  try {
    ({ values } = parseArgs({ options }));
  } catch (error) {
    return fail(`${(error as Error).message}\n\n${HELP}`, 2);
  }
  try {
    if (values.help) return say(HELP);
    if (values.export !== undefined) return exportTo(values.export);
    if (values.import !== undefined) return importFrom(values.import);
    if (values.reset) return await reset(values.yes ?? false);
    return summary(readProgress(file) ?? empty(), values.all ?? false);
  } catch (error) {
    if (error instanceof NotProgress) return fail(`${file}: ${error.message}`, 1);
    throw error;
  }
}

function say(text: string): number {
  console.log(text);
  return 0;
}
function fail(text: string, code: number): number {
  console.error(text);
  return code;
}

function exportTo(target: string): number {
  writeFileSync(target, print(readProgress(file) ?? empty()), { flag: "wx" });
  return say(`Your progress is in ${target}.`);
}

function importFrom(source: string): number {
  if (!existsSync(source)) return fail(`There is no file ${source}.`, 1);
  let other: ProgressData;
  try {
    other = parse(readFileSync(source, "utf8"));
  } catch (error) {
    return fail(`${source} was not taken in: ${(error as Error).message}.`, 1);
  }
  const { note } = mergeProgress(file, other);
  return say(`${note ? `${note}\n` : ""}${source} was merged into ${file}.`);
}

async function reset(sure: boolean): Promise<number> {
  if (!sure) {
    if (!process.stdin.isTTY) return fail("Say --yes as well: nobody is here to be asked.", 2);
    const ask = createInterface({ input: process.stdin, output: process.stdout });
    const answer = await ask.question(
      "Forget all terms, exercises and answers? Export first to keep a copy. (yes/no) ",
    );
    ask.close();
    if (answer.trim().toLowerCase() !== "yes") return say("Nothing was changed.");
  }
  updateProgress(file, clear);
  return say("Everything is forgotten. Open pages of the book forget it when they are next looked at.");
}

function summary(data: ProgressData, all: boolean): number {
  const day = dayOf(new Date());
  const { chapters, questions } = syllabus(root);
  const rows = chapters.map((chapter) => ({ title: chapter.title, ...tally(chapter, questions, data, day) }));
  const begun = rows.filter(({ terms, exercises, questions }) => terms.done + exercises.done + questions.done > 0);
  const shown = all ? rows : begun;
  const width = Math.min(50, Math.max(0, ...shown.map(({ title }) => title.length)));
  const cut = (title: string): string => (title.length > width ? `${title.slice(0, width - 1)}…` : title).padEnd(width);
  const part = (word: string, { done, all }: Part): string => (all === 0 ? "" : `${word} ${done}/${all}`).padEnd(18);
  for (const { title, terms, exercises, questions, due } of shown) {
    const parts = [part("terms", terms), part("exercises", exercises), part("questions", questions)];
    console.log(`${cut(title)}  ${parts.join("")}${due > 0 ? `${due} due` : ""}`.trimEnd());
  }
  if (shown.length === 0) console.log("Nothing yet. Begin with ch00-tour in JupyterLab or in the book: npm start");
  const sum = (of: (row: (typeof rows)[number]) => Part): string =>
    `${rows.reduce((n, row) => n + of(row).done, 0)} of ${rows.reduce((n, row) => n + of(row).all, 0)}`;
  const due = dueOn(data.questions, day).length;
  console.log(
    `\n${sum((r) => r.terms)} terms known, ${sum((r) => r.exercises)} exercises solved, ${due} questions due today`,
  );
  if (due > 0) console.log("The book's page Today's five asks them: npm start");
  return 0;
}
