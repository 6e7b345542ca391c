/** Questions: what an author is told about a wrong one, what a notebook shows, and that earlier ones are asked again. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Course, textOf } from "./python.ts";

const choices = "- [x] Yes.\n  Because.\n- [ ] No.\n  It is not.\n";
const asked = (id: string, options: string, body: string, name = "question"): string =>
  `:::{${name}} ${id}\n:terms: gradient\n${options}\nWhat is it?\n\n${body}:::\n`;
const inQuiz = (text: string): string => `::::{quiz}\n${text}::::\n`;

/** [name, text below five lines of front matter, what is said]; no text means that nothing may be said. */
const FAULTS: readonly (readonly [string, string, RegExp?])[] = [
  ["right", asked("is-it-so", "", choices)],
  ["no-id", asked("", "", choices), /:6: '' is no id of a question/],
  ["odd-id", asked("Is_it", "", choices), /:6: 'Is_it' is no id of a question: lower-case words/],
  ["counted-id", asked("ch80-q-3", "", choices), /:6: the id 'ch80-q-3' only counts, and would name another question/],
  [
    "twice",
    asked("asked-twice", "", choices) + asked("asked-twice", "", choices),
    /:16: the question 'asked-twice' is already asked in ch80-twice.md, line 6/,
  ],
  [
    "unknown-term",
    asked("with-term", "", choices).replace("gradient", "gradeint"),
    /no term 'gradeint' in the glossary; did you mean gradient\?/,
  ],
  [
    "no-term",
    asked("without-term", "", choices).replace(":terms: gradient\n", ":fixed:\n"),
    /which terms is it about\?/,
  ],
  [
    "no-reason",
    asked("no-reason", "", "- [x] Yes.\n  So.\n- [ ] No.\n"),
    /:13: no explanation for 'No\.': indent it by two spaces/,
  ],
  [
    "two-right",
    asked("two-right", "", "- [x] Yes.\n  So.\n- [x] No.\n  So.\n"),
    /:13: 2 choices are right; one is, or the question is :kind: several/,
  ],
  ["none-right", asked("none-right", "", "- [ ] Yes.\n  So.\n- [ ] No.\n  So.\n"), /0 choices are right/],
  ["same", asked("same-choice", "", "- [x] Yes.\n  So.\n- [ ] Yes.\n  So.\n"), /'Yes\.' stands there twice/],
  [
    "six",
    asked("six-choices", "", choices + "cdef".replace(/./g, "- [ ] $&\n  So.\n")),
    /at most 5 choices: the keys 1 to 5 choose/,
  ],
  ["several", asked("tick-all", ":kind: several\n", `${choices}- [x] Perhaps.\n  So.\n`)],
  ["kind", asked("odd-kind", ":kind: essay\n", choices), /:kind: essay is not one of one, several, number, order/],
  ["option", asked("odd-option", ":level: 3\n", choices), /a question knows .*, not level/],
  ["no-number", asked("no-number", ":kind: number\n", choices), /'Yes\.' is no number/],
  [
    "number",
    asked("a-number", ":kind: number\n", "- [x] {lit}`0.25`\n  So.\n- [ ] 0.75\n  Not.\n- [ ] otherwise\n  Think.\n"),
  ],
  [
    "within",
    asked("too-exact", ":kind: number\n:within: none\n", "- [x] 3\n  So.\n"),
    /:within: none is not a number above 0/,
  ],
  ["order", asked("no-reason-below", ":kind: order\n", "1. a\n2. b\n3. c\n"), /no explanation: say below the steps/],
  ["about", inQuiz(asked("where-is-it", "", choices)), /:7: where is the answer\? A question of a quiz has :about:/],
  ["about-label", inQuiz(asked("where-now", ":about: sec-later\n", choices))],
  ["about-wrong", inQuiz(asked("where-not", ":about: sec-latr\n", choices)), /no label 'sec-latr' in any chapter/],
  [
    "right-number",
    asked("typed-number", "", "- [x] It is 0.123.\n  So.\n- [ ] It is 0.456.\n  No.\n"),
    /where does 0\.123 come from(?![\s\S]*0\.456)/,
  ],
  ["zz-recall", ":::{before-you-read}\nis-it-so\n:::\n"],
  ["zz-recall-unknown", ":::{before-you-read}\nis-it-so-so\n:::\n", /no question 'is-it-so-so'; did you mean is-it-so/],
  [
    "recall-later",
    ":::{before-you-read}\ntyped-number\n:::\n",
    /is asked in ch80-right-number, which is not before this chapter/,
  ],
];

describe("an author is told", () => {
  let said: string;
  let course: Course;
  const twice = "ch80-twice";
  beforeAll(async () => {
    course = new Course();
    for (const [name, text] of FAULTS) if (`ch80-${name}` !== twice) course.write(`ch80-${name}`, text);
    said = (await course.lint()).text;
    course.write(twice, FAULTS.find(([name]) => name === "twice")![1]);
    said += (await course.lint()).text; // an id given twice ends the reading of the course
  }, 60_000);
  afterAll(() => course?.remove());

  test.each(FAULTS)("%s", (name, _, expected) => {
    const own = said.split("\n").filter((line) => line.includes(`ch80-${name}.md:`));
    if (expected) expect(own.join("\n")).toMatch(expected);
    else expect(own).toEqual([]);
  });
});

describe("a notebook", () => {
  let course: Course;
  beforeAll(async () => {
    course = new Course();
    const predict = asked(
      "how-many",
      ":kind: number\n:unit: %\n",
      "- [x] {value}`answer`\n  As recorded.\n- [ ] 6\n  That is *half*.\n",
      "predict",
    );
    course.edit("ch90-trial", "A {term}`gradient`, or", `${predict}\nA {term}\`gradient\`, or`);
    course.write("ch92-third", `:::{before-you-read}\nhow-many\n:::\n`);
    const { code, text } = await course.notebooks();
    if (code !== 0) throw new Error(text);
  }, 120_000);
  afterAll(() => course?.remove());
  const all = (stem: string, folder: string): string => course.notebook(stem, folder).cells.map(textOf).join("\n");

  test("shows the choices, and folds the answer with all reasons", () => {
    expect(all("ch90-trial", "notebooks")).toContain(
      "> **Predict.** What is it?\n>\n> *A number, in %.*\n>\n> <details>\n> <summary>I have an answer: show it</summary>\n>\n> **42 % is right.** As recorded.\n>\n> **Not 6 %.** That is *half*.\n>\n> </details>",
    );
  });

  test("asks an earlier chapter's question again, with the value that chapter recorded", () => {
    expect(all("ch92-third", "notebooks")).toMatch(
      /\*\*Before you read\*\*\n\n> What is it\?[\s\S]*\*\*42 % is right\.\*\*/,
    );
    expect(all("ch92-third", "book-src")).toMatch(/:::\{question\} how-many\n[\s\S]*:again:[\s\S]*- \[x\] 42\n/);
  });
});
