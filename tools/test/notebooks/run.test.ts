/** One execution, two renderings: the same bytes every time, and an error that names the line when something is wrong. */
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Course, textOf } from "./python.ts";

let course: Course;
let first: string;
beforeAll(async () => {
  course = new Course();
  first = (await course.notebooks()).text;
}, 90_000);
afterAll(() => course?.remove());

const files = [
  "notebooks/ch90-trial.ipynb",
  "notebooks/ch91-other.ipynb",
  "book-src/ch90-trial.ipynb",
  "book-src/ch91-other.ipynb",
];
const state = (): string[] => files.map((file) => course.read(file));

describe("the two renderings", () => {
  test("both chapters run", () => {
    expect(first).toMatch(/2 chapters in .* s, 0 failed/);
    expect(first).toMatch(/ch90-trial\s+3 cells .* executed, new notebook/);
  });

  test("a recorded value stands in the text of both, in the book with its name, also before the cell that records it", () => {
    for (const [folder, value] of [
      ["notebooks", "42"],
      ["book-src", "{value}`42 <answer>`"],
    ]) {
      const { cells, metadata } = course.notebook("ch90-trial", folder);
      expect(textOf(cells[0])).toContain(
        `The answer is ${value}, also **${value}** and not \`\` {value}\`answer\` \`\``,
      );
      expect(metadata.termwise).toEqual({ source: "chapters/ch90-trial.md", values: { answer: "42" } });
    }
  });

  test("roles are lowered for JupyterLab and intact for the book", () => {
    expect(textOf(course.notebook("ch90-trial").cells[0])).toContain(
      "See Figure 90.1, (90.1), [What comes *later*](#What-comes-later)",
    );
    expect(textOf(course.notebook("ch90-trial", "book-src").cells[0])).toContain(
      "See {numref}`fig-trial`, {eq}`eq-trial`, {ref}`sec-later`",
    );
  });

  test("the caption of a figure is a cell of its own in JupyterLab and an option of the cell for the book", () => {
    const { cells } = course.notebook("ch90-trial");
    const caption = cells.findIndex((cell) => (cell.metadata.tags as string[])?.includes("caption"));
    expect(textOf(cells[caption])).toBe("**Figure 90.1.** A square, 42 wide. Compare Listing 90.1.");
    expect(cells[caption - 1].metadata).toEqual({ tags: ["hide-input"], jupyter: { source_hidden: true } });
    const drawing = course.notebook("ch90-trial", "book-src").cells.find((cell) => cell.metadata.mystnb);
    expect(drawing?.metadata.mystnb).toEqual({
      figure: { caption: "A square, {value}`42 <answer>` wide. Compare {numref}`lst-trial`.", name: "fig-trial" },
    });
  });

  test("a region of a file is shown in both, without its marks and its neighbours", () => {
    const listing = "export const thrice = (x: number): number => 3 * x;";
    for (const folder of ["notebooks", "book-src"]) {
      const text = course.notebook("ch90-trial", folder).cells.map(textOf).join("\n");
      expect(text).toContain(`${listing}\n\`\`\``);
      expect(text).not.toContain("#region");
      expect(text).not.toContain("twice");
    }
  });

  test("an image travels inside the notebook, and beside the page", () => {
    const cell = course.notebook("ch90-trial").cells.find((c) => c.attachments);
    expect(Object.keys(cell?.attachments ?? {})).toEqual(["square.svg"]);
    expect(course.read("book-src/square.svg")).toBe(course.read("chapters/square.svg"));
  });

  test("a cell that is meant to fail is kept with its error, and named so that JupyterLab runs on", () => {
    const cell = course.notebook("ch90-trial").cells.findLast((c) => c.cell_type === "code");
    expect(cell?.metadata).toEqual({ tags: ["raises-exception"] });
    expect(cell?.outputs).toEqual([
      expect.objectContaining({ output_type: "error", ename: "RangeError", evalue: "too deep" }),
    ]);
  });

  test("prints are joined, counts begin at one, ids come from the text, the kernel describes itself", () => {
    const { cells, metadata } = course.notebook("ch90-trial");
    const code = cells.filter((c) => c.cell_type === "code");
    expect(code[0].outputs).toEqual([
      { name: "stdout", output_type: "stream", text: ["one\n", "two\n", "{ a: 3 }\n"] },
    ]);
    expect(code.map((c) => c.execution_count)).toEqual([1, 2, 3]);
    expect(cells.every((c) => /^[0-9a-f]{8}(-\d+)?$/.test(c.id))).toBe(true);
    expect(metadata.kernelspec).toEqual({ display_name: "TypeScript", language: "typescript", name: "tslab" });
    expect(metadata.language_info).toMatchObject({
      name: "typescript",
      codemirror_mode: "typescript",
      version: "5.0.4",
    });
  });

  test("no time and no path of this machine is stored", () => {
    for (const text of state())
      expect(text).not.toMatch(/iopub|execution":|\/work\/|\/home\/|\/tmp\/|\d{4}-\d\d-\d\dT/);
  });
});

describe("again", () => {
  test("a second execution gives the same bytes", async () => {
    const before = state();
    const { code, text } = await course.notebooks("--all");
    expect(code).toBe(0);
    expect(text.match(/executed, same notebook/g)).toHaveLength(2);
    expect(state()).toEqual(before);
  }, 60_000);

  test("unchanged chapters are not executed, and their files are not touched", async () => {
    const time = statSync(join(course.folder, files[0])).mtimeMs;
    expect((await course.notebooks()).text.match(/unchanged, same notebook/g)).toHaveLength(2);
    expect(statSync(join(course.folder, files[0])).mtimeMs).toBe(time);
  }, 60_000);

  test("without a kernel, the outputs of the committed notebooks give the same pages", async () => {
    const before = state();
    const { text } = await course.notebooks("--render");
    expect(text.match(/not executed, same notebook/g)).toHaveLength(2);
    expect(state()).toEqual(before);
  }, 60_000);
});

describe("checking", () => {
  let own: Course;
  beforeAll(async () => {
    own = new Course();
    await own.notebooks("ch91");
  }, 60_000);
  afterAll(() => own?.remove());

  test("an honest notebook passes, and one with another output fails and is shown", async () => {
    expect((await own.notebooks("--check", "ch91")).code).toBe(0);
    const path = join(own.folder, "notebooks/ch91-other.ipynb");
    const honest = readFileSync(path, "utf8");
    writeFileSync(path, honest.replace('"2\\n"', '"3\\n"'));
    const { code, text } = await own.notebooks("--check", "ch91");
    expect(code).toBe(1);
    expect(text).toContain("notebooks/ch91-other.ipynb is not what");
    expect(text).toMatch(/\n-3\n\+2\n/);
    writeFileSync(path, honest);
  }, 60_000);

  test("a changed chapter fails until its notebook is made; changed prose needs no execution", async () => {
    own.edit("ch91-other", "Back to", "Once more to");
    const checked = await own.notebooks("--check", "ch91");
    expect(checked.code).toBe(1);
    expect(checked.text).toMatch(/-Back to .*\n\+Once more to /);
    expect((await own.notebooks("ch91")).text).toMatch(/unchanged, new notebook/);
    own.edit("ch91-other", "1 + 1", "1 + 3");
    expect((await own.notebooks("--render", "ch91")).text).toContain(
      "the committed notebook has other code than the chapter",
    );
    expect((await own.notebooks("ch91")).text).toMatch(/executed, new notebook/);
  }, 60_000);
});

/** [what, the chapter below its five lines of front matter, what is said]. */
const CELL = "```{code-cell} typescript\n";
const RECORD = "const { record, display } = (globalThis as any).__termwise;\n";
const FAULTS: readonly (readonly [string, string, string | RegExp])[] = [
  [
    "value",
    `# T\n\n{value}\`runs\`\n\n${CELL}${RECORD}record("run", "1");\n\`\`\`\n`,
    /:8: \{value\}`runs`: no cell calls record\('runs', …\)\. Recorded are: run/,
  ],
  [
    "fails",
    `# T\n\n${CELL}const a = 1;\nif (a > 0)\n  throw new RangeError('bad');\n\`\`\`\n`,
    /:11: cell 1 fails\n(.*\n)*> {3}11 \| {3}throw new RangeError\('bad'\);\n\nRangeError: bad\n {4}at cell \[1\], line 3: throw/,
  ],
  [
    "types",
    `# T\n\n${CELL}const a = 1;\nconst b: string = a;\n\`\`\`\n`,
    /:10: cell 1 fails\n(.*\n)*line 2: Type 'number' is not assignable/,
  ],
  [
    "promised",
    `# T\n\n${CELL.slice(0, -1)}\n---\ntags: [raises]\n---\n1\n\`\`\`\n`,
    /:12: cell 1 is tagged raises and does not fail/,
  ],
  [
    "twice",
    `# T\n\n${CELL}${RECORD}record("a", "1");\n\`\`\`\n\n${CELL}record("a", "2");\n\`\`\`\n`,
    /:14: record\('a'\) is called in cells 1 and 2/,
  ],
  [
    "long",
    `# T\n\n${CELL}for (let i = 0; i < 201; i++) console.log(i);\n\`\`\`\n`,
    /:9: cell 1 prints 201 lines; show at most 200/,
  ],
  [
    "wordless",
    `# T\n\n${CELL}${RECORD}display({ "image/svg+xml": "<svg/>" });\n\`\`\`\n`,
    /:9: cell 1 shows a picture without text\/plain/,
  ],
  [
    "region",
    "# T\n\n```{literalinclude} listing.ts\n:region: nowhere\n```\n",
    /:8: listing\.ts: '\/\/ #region nowhere' occurs 0 times/,
  ],
  [
    "symbol",
    "# T\n\n```{literalinclude} listing.ts\n:symbol: nothing\n```\n",
    /:8: .*declares no nothing; it declares twice, thrice/,
  ],
];

test("every fault is told with the chapter's line, and stops only its own chapter", async () => {
  const faulty = new Course();
  for (const [name, body] of FAULTS) faulty.write(`ch80-${name}`, body);
  faulty.write("ch81-symbol", "# T\n\n```{literalinclude} listing.ts\n:symbol: twice\n```\n");
  const { code, text } = await faulty.notebooks("ch8");
  expect(code).toBe(1);
  for (const [name, , said] of FAULTS)
    expect(text).toMatch(new RegExp(`ch80-${name}\\.md${typeof said === "string" ? said : said.source}`));
  expect(text).toContain(`${FAULTS.length + 1} chapters in`);
  expect(text).toContain(`${FAULTS.length} failed`);
  expect(textOf(faulty.notebook("ch81-symbol").cells[0])).toContain(
    "/** Twice a number. */\nexport function twice(x: number): number {\n  return 2 * x;\n}\n```",
  );
  faulty.remove();
}, 90_000);

test("a label that two chapters define is refused before anything runs", async () => {
  const faulty = new Course();
  faulty.write("ch92-again", "(ch-trial)=\n# Again\n");
  const { code, text } = await faulty.notebooks();
  faulty.remove();
  expect(code).toBe(1);
  expect(text).toContain("ch92-again.md:7: the label 'ch-trial' is already defined in ch90-trial.md");
}, 60_000);
