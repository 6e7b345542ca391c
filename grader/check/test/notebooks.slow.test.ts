/** The exercise notebooks in the kernel: untouched they are not started, with the solution they have all points. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { exercise, root, SLUGS } from "./help.ts";

const python = join(root, ".venv/bin/python");
const ready = existsSync(python);
if (!ready && process.env.CI) throw new Error(`there is no ${python}: run npm start once`);
if (!ready) console.log("skipped: the kernel is not set up (npm start does it)");

const PROGRAM = `
import json, sys, nbformat
from nbclient import NotebookClient
path, wanted, answer = sys.argv[1], sys.argv[2], sys.stdin.read()
nb = nbformat.read(path, 4)
nbformat.validate(nb)
own = next(i for i, cell in enumerate(nb.cells) if wanted in cell.metadata.get("tags", []))
if answer:
    nb.cells[own].source = answer
first = next(i for i, cell in enumerate(nb.cells) if cell.cell_type == "code")
nb.cells = [nb.cells[first], nb.cells[own], nb.cells[own + 1]]
NotebookClient(nb, timeout=300, kernel_name="tslab").execute()
print(json.dumps([out.get("data", {}) for cell in nb.cells for out in cell.get("outputs", [])]))
`;

/** What the notebook displays for one exercise, with the answer in the place of the stub. */
function displayed(chapter: string, id: string, answer: string): Record<string, string>[] {
  const args = ["-c", PROGRAM, join(root, "notebooks/exercises", `${chapter}.ipynb`), id];
  const env = { ...process.env, PATH: `${join(root, ".venv/bin")}:${process.env.PATH}`, NODE_OPTIONS: "" };
  return JSON.parse(
    execFileSync(python, args, { cwd: join(root, "notebooks/exercises"), env, input: answer, encoding: "utf8" }),
  );
}

describe.skipIf(!ready).each(SLUGS)("%s", (slug) => {
  const [chapter] = slug.split("/");
  test("untouched it is not started", async () => {
    const { id } = await exercise(slug);
    const [shown, ...more] = displayed(chapter, id, "");
    expect(more).toEqual([]);
    expect(shown["text/plain"]).toContain("Not started yet: the answer is still the stub.");
  });
  test("with the solution it has all points, shown as HTML and as text", async () => {
    const { id, solutionSource, stubSource, statement } = await exercise(slug);
    const types = /^export interface .*?^}\n/ms.exec(stubSource)?.[0] ?? "";
    const answer = `${types}${solutionSource.replace(/^import type .*stub\.ts";\n/m, "")}`.replaceAll(/^export /gm, "");
    const [shown, ...more] = displayed(chapter, id, answer);
    expect(more).toEqual([]);
    expect(shown["text/plain"]).toContain(`${statement.points} of ${statement.points} points`);
    expect(shown["text/html"]).toContain('<section class="tw-check"');
  });
});

test.skipIf(!ready).each(["ch07/lab-turning-back", "ch08/lab-floor"])(
  "%s: untouched it earns nothing, with the solution all points; its pictures travel with the notebook",
  async (slug) => {
    const { id, solutionSource, stubSource, statement } = await exercise(slug);
    const chapter = slug.split("/")[0];
    const [untouched] = displayed(chapter, id, "");
    expect(untouched["text/plain"]).toContain(`0 of ${statement.points} points`);
    const types = stubSource
      .replace(/^import .*\n/gm, "")
      .replace(/^(?:\/\*\* [^\n]*\n)?export function [\s\S]*?^}\n/gm, "");
    const tensor = /type Tensor/.test(solutionSource) ? "" : 'import type { Tensor } from "termwise";\n';
    const answer = `${tensor}${types}${solutionSource.replace(/^import type .*stub\.ts";\n/m, "")}`.replaceAll(
      /^export /gm,
      "",
    );
    const [solved] = displayed(chapter, id, answer);
    expect(solved["text/plain"]).toContain(`${statement.points} of ${statement.points} points`);
    const text = readFileSync(join(root, "notebooks/exercises", `${chapter}.ipynb`), "utf8");
    expect(text.match(/data:image\/svg\+xml;base64,/g)!.length).toBeGreaterThanOrEqual(4);
  },
);

test.skipIf(!ready)("no cell of a committed exercise notebook has been run", () => {
  for (const slug of SLUGS) {
    const text = readFileSync(join(root, "notebooks/exercises", `${slug.split("/")[0]}.ipynb`), "utf8");
    for (const cell of JSON.parse(text).cells)
      expect([cell.outputs ?? [], cell.execution_count ?? null]).toEqual([[], null]);
  }
});
