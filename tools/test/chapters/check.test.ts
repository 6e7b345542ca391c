/** Each rule of chapters: the trial chapter keeps them all, and one planted fault brings one message that says what to do. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fixtures, Trial } from "./trial.ts";

const good = readFileSync(join(fixtures, "chapters/ch02-halves.md"), "utf8");
const card = ":::{term-card} fair-share\n:covers: c-003\nEqual parts for all.\n:::\n";

/** [name, what stands in the chapter, what is put there instead, what must be said]. */
const FAULTS: readonly (readonly [string, string, string, RegExp])[] = [
  ["title", "# Two Halves", "# Two halves", /:17: warning: course\.yaml calls this chapter “Two Halves”/],
  ["left-out", "## What we left out", "## The end", /no section “what we left out”: add a heading/],
  ["experiment", "## Experiment: two people", "## Two people", /no section “experiment”: add a heading/],
  ["summary", ":::{terms-of-chapter}\n:::", "", /no summary of terms: add :::\{terms-of-chapter\}/],
  [
    "bibliography",
    "```{bibliography}\n:filter: docname in docnames\n```",
    "",
    /:34: works are cited, and no \{bibliography\}/,
  ],
  ["card-missing", card, "", /the term fair-share has no card: add :::\{term-card\} fair-share/],
  ["card-twice", card, card + card, /fair-share has a card in line 63 already: keep one/],
  [
    "card-foreign",
    card,
    `${card}\n:::{term-card} deep-division\nx\n:::\n`,
    /deep-division is at home in ch05: link it with/,
  ],
  ["term-ahead", " (chapter 5)", "", /:70: deep-division is a term of chapter 5: say so in the sentence/],
  ["term-below", ", defined below,", "", /:42: fair-share is linked before its card: move the card up, or say where/],
  [
    "unlinked",
    "{term}`half number <half-number>`",
    "fraction",
    /:28: warning: half-number is defined and never linked/,
  ],
  [
    "first-use",
    "{numref}`fig-parts` shows",
    "A half number. {numref}`fig-parts` shows",
    /:61: warning: the first “half number” of this section is no link/,
  ],
  [
    "plain-ahead",
    "Three people: {term}`deep division <deep-division>` (chapter 5).",
    "Deep division.",
    /:70: warning: “Deep division” is a term of chapter 5: use other words/,
  ],
  [
    "covers-none",
    ":covers: c-001\n",
    "",
    /c-001 is not corrected: “Every half is whole\.” Write a :::\{common-mistake\} with :covers: c-001/,
  ],
  [
    "covers-card",
    ":covers: c-003\n",
    "",
    /c-003 is not corrected: .* Write the card of fair-share with :covers: c-003/,
  ],
  [
    "covers-comment",
    "% covers c-002\n",
    "",
    /c-002 is not corrected: .* or a sentence with the line % covers c-002 above it/,
  ],
  ["covers-unknown", ":covers: c-001", ":covers: c-001, c-999", /:32: chapters\/corrections\.yaml has no c-999/],
  ["covers-other", ":covers: c-001", ":covers: c-001, c-005", /:32: c-005 is corrected in ch05: remove it here/],
  ["covers-twice", ":covers: c-001", ":covers: c-001, c-002", /c-002 is covered in line 32 already: name it once/],
  ["no-source", " {cite:p}`euclid1900`", "", /:32: the box cites nothing: say where the right statement stands/],
  [
    "no-cell",
    "```{code-cell} typescript\nNumber.isInteger(half)\n```\n",
    "Look.\n",
    /:32: warning: no cell stands right below the box/,
  ],
  [
    "exercise-gone",
    ":::{exercise} E02.1\n:::",
    "",
    /E02\.1 halve is nowhere in the chapter: :::\{exercise\} E02\.1 where it can be done/,
  ],
  [
    "exercise-ahead",
    ":::{exercise} E02.1",
    ":::{exercise} E05.1\n:::\n\n:::{exercise} E02.1",
    /:44: E05\.1 belongs to ch05: it cannot be done here/,
  ],
  [
    "exercise-early",
    "```{code-cell} typescript\nconst half = 3 / 2;",
    ":::{exercise} E02.1\n:::\n\n```{code-cell} typescript\nconst half = 3 / 2;",
    /:24: E02\.1 needs half-number, whose card comes only in line 31/,
  ],
  [
    "exercise-place",
    "(sec-halving)=\n## Cut",
    "## Cut",
    /E02\.1 can be done after ch02#halving, but no heading or label is called so/,
  ],
  [
    "exercise-late",
    ":::{exercise} E02.1\n:::\n\n## Experiment: two people",
    "## Experiment: two people\n\n:::{exercise} E02.1\n:::",
    /put it at the end of that section/,
  ],
  [
    "alt",
    ', alt: "Two bars of one length."',
    "",
    /:56: a figure without words for those who cannot see it: give it alt/,
  ],
  ["figure-silent", "{numref}`fig-parts` shows", "This shows", /:56: warning: no sentence speaks of fig-parts/],
  [
    "library",
    "import { bars, show }",
    "import { adam, bars, show }",
    /:56: built only later: adam \(chapter 10, says lib\/src\/optim\/adam\.ts\): write it here/,
  ],
  [
    "ahead-unneeded",
    "    questions: a trial\n",
    "    questions: a trial\n  ahead: { adam: we like it }\n",
    /check: ahead: adam in the front matter is not needed/,
  ],
  ["words", "    words of text: a trial\n", "", /words of text: \d+, wanted 3,500 to 6,000 \[words of text\]/],
  ["live", "    live figures: a trial\n", "", /live figures: 0, wanted 2 or more/],
  ["questions", "    questions: a trial\n", "", /0 questions on earlier chapters before the first cell, 3 wanted/],
  [
    "equation",
    "% covers c-002",
    "$$h = \\frac{a}{b}$$\n\n% covers c-002",
    /:41: warning: the equation has no numbers after it/,
  ],
  [
    "stretch",
    "% covers c-002",
    `${"One word follows another word. ".repeat(60)}\n\n% covers c-002`,
    /:41: warning: 3\d\d words from here to the next cell or heading/,
  ],
  [
    "spelling",
    "two parts.",
    "two colors.",
    /:61: “colors” is not in the dictionary: .*A real word goes into tools\/chapters\/words\.txt/,
  ],
  ["word", "You take", "Clearly, you take", /:19: warning: “Clearly”: leave it out/],
  [
    "degree",
    "two parts.",
    "two very small parts.",
    /:61: warning: “very small”: give the number instead of the degree/,
  ],
  ["sentence", "two parts.", `${"two parts and ".repeat(15)}no more.`, /:61: warning: 4\d words in one sentence/],
  ["number", "two parts.", "two parts, 47.3 % each.", /:61: where does 47\.3 % come from\?/],
  [
    "long-cell",
    "Number.isInteger(half)",
    Array.from({ length: 13 }, (_, i) => `half + ${i};`).join("\n"),
    /:38: 13 lines of code, at most 12/,
  ],
];

let trial: Trial;
let said: string;
beforeAll(async () => {
  trial = new Trial();
  for (const [name, from, to] of FAULTS) {
    if (!good.includes(from)) throw new Error(`${name}: the trial chapter has no ${from}`);
    trial.write(
      `ch02-${name}-x`,
      own(
        name,
        good.replace(from, () => to),
      ),
    );
  }
  said = (await trial.check()).text;
}, 120_000);
afterAll(() => trial?.remove());

/** Labels are unique in a course, so each copy gets its own. */
const own = (name: string, text: string): string =>
  text
    .replaceAll("ch-halves", `ch-${name}`)
    .replaceAll("sec-halving", `sec-${name}-halving`)
    .replaceAll("fig-parts", `fig-${name}-parts`);

/** What was said of a chapter, with the names of its labels as in the original. */
function about(stem: string): string {
  const part = said.split(/\n\n(?=ch\d\d-)/).find((part) => part.trim().startsWith(`${stem}\n`)) ?? "";
  return part.replaceAll(`${stem}.md`, "");
}

test("the trial chapter keeps every rule", () => {
  expect(about("ch02-halves")).toContain("0 faults, 0 warnings");
});

test.each(FAULTS)("%s", (name, _, __, expected) => {
  const part = about(`ch02-${name}-x`).replaceAll(`fig-${name}-parts`, "fig-parts");
  expect(part).toMatch(expected);
  const count = part.split("\n").filter((line) => /^ {2}\S*:\d+: /.test(line)).length;
  expect(count, part).toBeLessThanOrEqual(3); // one fault, and at most what follows from it
});

test("an exercise that is planned and not there, or differs from the plan, is named", async () => {
  const own = new Trial();
  const head = (fields: Record<string, string>): string =>
    Object.entries({
      id: "E02.1",
      title: "Halve",
      tier: "core",
      points: "10",
      terms: "[half-number]",
      after: "ch02#halving",
      ...fields,
    })
      .map(([key, value]) => `${key}: ${value}`)
      .join("\n");
  own.exercise("ch02", "halve", head({ tier: "stretch", terms: "[fair-share]" }));
  const { text } = await own.check();
  expect(text).toContain("E02.1 is stretch in exercises/ch02/halve/exercise.md and core in exercises.yaml");
  expect(text).toContain("exercises/ch02/halve/exercise.md does not name its terms half-number");
  own.remove();
}, 60_000);

test("a draft is reported and passes; held strictly it fails", async () => {
  const own = new Trial();
  own.write("ch02-halves", good.replace("check:\n", "check:\n  draft: half written\n").replace(":covers: c-001\n", ""));
  const [lenient, strict] = await Promise.all([own.check(), own.check("--strict")]);
  expect(lenient).toMatchObject({ code: 0, text: expect.stringContaining("a draft (half written): of 1 faults only") });
  expect(strict.code).toBe(1);
  own.remove();
}, 60_000);
