/** Each rule of the chapter linter, with the line and the fix it names, and what it must leave alone. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { Course } from "./python.ts";

const cell = (code: string, options = ""): string => `\`\`\`{code-cell} typescript\n${options}${code}\n\`\`\`\n\n`;
const hidden = "---\ntags: [hide-input]\n---\n";

/** [name, text below five lines of front matter, what is said]; no text means that nothing may be said. */
const CASES: readonly (readonly [string, string, RegExp?])[] = [
  [
    "let",
    cell("let total = 0;\nconst add = () => total;") + cell("total = 5;"),
    /:12: total is a let of code cell 1, .* keep it in an object, \{ total: … \} \[let\]/,
  ],
  [
    "let-step",
    cell("let n = 0;") + cell("for (const x of [1]) n += x;\nn++;"),
    /:11: n is a let .*\n.*:12: n is a let/,
  ],
  ["let-same-cell", cell("let n = 0;\nn = 1;\nfor (let i = 0; i < 3; i++) n += i;")],
  [
    "let-shadowed",
    cell("let n = 0;") + cell("const f = (n: number) => { n = 2; return n; };\nfor (let n = 0; n < 3; n++) f(n);"),
  ],
  ["let-anew", cell("let n = 0;") + cell("let n = 1;\nn = 2;")],
  ["property", cell("const state = { n: 0 };") + cell("state.n = 5;\nstate.n++;")],
  ["export", cell("export const a = 1;"), /:7: a cell cannot export; .* leave out export \[export\]/],
  ["import", cell('import { x } from "./x.ts";'), /:7: a cell cannot import a file: import from "termwise"/],
  ["magic", cell("%time 1 + 1"), /:7: a cell is TypeScript: %magics/],
  ["chance", cell("const r = Math.random();"), /:7: Math\.random: every run must print the same: use new Rng\(seed\)/],
  [
    "clock",
    cell("const t = Date.now();\nperformance.now();\nnew Date();\nnew Date(0);"),
    /:7: Date\.now: .*\n.*:8: performance\.now: .*\n.*:9: new Date\(\): times differ from run to run/,
  ],
  ["wide", cell(`const a = "${"x".repeat(80)}";`), /:7: 93 columns, at most 80 fit on a page/],
  ["wide-folded", cell(`const a = "${"x".repeat(80)}";`, hidden)],
  ["long", cell("1;\n".repeat(13)), /:7: 13 lines of code, at most 12 can be taken in: split the cell/],
  ["long-imports", cell(`import { a } from "termwise";\n\n${"1;\n".repeat(12)}`)],
  ["empty", cell(""), /an empty cell: remove it/],
  [
    "tag",
    cell("1", "---\ntags: [remove-input]\n---\n"),
    /the tag remove-input is not one of hide-input, kernel-only, raises/,
  ],
  [
    "kernel-only",
    cell('import { readFileSync } from "node:fs";'),
    /:7: a page has no module node:fs: tag the cell kernel-only and give the :reason: \[kernel-only\]/,
  ],
  ["kernel-only-why", cell("1", ":tags: [kernel-only]\n") + cell("1;\n").repeat(9), /says why, for readers/],
  [
    "kernel-only-many",
    cell("1", ":tags: [kernel-only]\n:reason: it reads a file\n") + cell("1;\n").repeat(8),
    /1 of 9 cells do not run in a page, at most one in ten may/,
  ],
  [
    "kernel-only-fine",
    cell('import "x";\nimport { a } from "x";', ":tags: [kernel-only]\n:reason: it reads a file\n") +
      cell("1;\n").repeat(9),
  ],
  ["value", `{value}\`runs\`\n\n${cell('record("run", 1);')}`, /:6: \{value\}`runs`: no cell calls record/],
  ["unused", cell('record("run", 1);'), /record\('run', …\) is never used/],
  ["computed-name", `{value}\`run-1\`\n\n${cell('for (const k of [1]) record("run-" + k, k);')}`],
  ["alt", "![](square.svg)", /:6: the image square\.svg has no text alternative/],
  ["term", "text\n\nA {term}`gradeint`.", /:8: no term 'gradeint' in the glossary; did you mean gradient\?/],
  [
    "number",
    "# T\n\nIt reads 97.3 % of them,\nand 0.25 of the rest.",
    /:8: where does 97\.3 % come from\? insert it with \{value\}.*\n.*:9: where does 0\.25 come from\?/,
  ],
  ["number-in-box", ":::{note}\nAbout 3.14 of it.\n:::", /:7: where does 3\.14 come from/],
  [
    "number-held",
    `It is 0.36 or 97.3 % or −1.5.\n\n${cell("1")}text\n\n${cell("same(f(), [0.36, 0.973, -1.5], { within: 1e-9 });")}`,
  ],
  ["number-near", `${cell("for (const rate of [0.02, 0.1]) f(rate);")}A step of 0.02, or 0.1.`],
  [
    "number-far",
    `${cell("f(0.02);")}text\n\n${cell("1")}A step of 0.02.\n\n${cell("2")}`,
    /where does 0\.02 come from/,
  ],
  ["number-cited", "About 63.2 % stay {cite:p}`rumelhart1986`."],
  ["number-marked", "It was {lit}`0.36`, then 0.5.\n\n% lit 0.5\n"],
  ["number-code", "Version `1.0`, $x = 0.5$, E05.4, section 2, 1,797 digits, 5 % $y$", /where does 5 % come from/],
  ["number-link", "[a page](https://example.org/1.5)"],
  ["word", "This is simply a sum. Obviously.", /:6: "Obviously" tells the reader nothing.*\n.*:6: "simply"/],
];

let course: Course;
let said: string;
beforeAll(async () => {
  course = new Course();
  for (const [name, text] of CASES) course.write(`ch80-${name}`, text);
  said = (await course.lint()).text;
}, 60_000);
afterAll(() => course?.remove());

test.each(CASES)("%s", (name, _, expected) => {
  const own = said
    .split("\n")
    .filter((line) => line.includes(`ch80-${name}.md`))
    .join("\n");
  if (expected) expect(own).toMatch(expected);
  else expect(own).toBe("");
});

test("the trial chapters have no fault", () => {
  expect(said).not.toMatch(/ch9[01]/);
});

test("the course's own chapters are linted by name, and faults make the command fail", async () => {
  const own = new Course();
  expect(await own.lint()).toMatchObject({ code: 0, text: expect.stringContaining("nothing to complain about") });
  own.edit("ch91-other", "1 + 1", "Math.random()");
  expect((await own.lint()).code).toBe(1);
  own.remove();
}, 60_000);
