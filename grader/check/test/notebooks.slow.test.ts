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
path, answer = sys.argv[1], sys.stdin.read()
nb = nbformat.read(path, 4)
nbformat.validate(nb)
for cell in nb.cells:
    if answer and "answer" in cell.metadata.get("tags", []):
        cell.source = answer
NotebookClient(nb, timeout=300, kernel_name="tslab").execute()
print(json.dumps([out.get("data", {}) for cell in nb.cells for out in cell.get("outputs", [])]))
`;

/** What the notebook displays, with the answer in the place of the stub. */
function displayed(chapter: string, answer: string): Record<string, string>[] {
  const args = ["-c", PROGRAM, join(root, "notebooks/exercises", `${chapter}.ipynb`)];
  const env = { ...process.env, PATH: `${join(root, ".venv/bin")}:${process.env.PATH}`, NODE_OPTIONS: "" };
  return JSON.parse(
    execFileSync(python, args, { cwd: join(root, "notebooks/exercises"), env, input: answer, encoding: "utf8" }),
  );
}

describe.skipIf(!ready).each(SLUGS)("%s", (slug) => {
  const [chapter] = slug.split("/");
  test("untouched it is not started", async () => {
    const [shown, ...more] = displayed(chapter, "");
    expect(more).toEqual([]);
    expect(shown["text/plain"]).toContain("Not started yet: the answer is still the stub.");
  });
  test("with the solution it has all points, shown as HTML and as text", async () => {
    const { solutionSource, stubSource, statement } = await exercise(slug);
    const types = /^export interface .*?^}\n/ms.exec(stubSource)?.[0] ?? "";
    const answer = `${types}${solutionSource.replace(/^import type .*stub\.ts";\n/m, "")}`.replaceAll(/^export /gm, "");
    const [shown, ...more] = displayed(chapter, answer);
    expect(more).toEqual([]);
    expect(shown["text/plain"]).toContain(`${statement.points} of ${statement.points} points`);
    expect(shown["text/html"]).toContain('<section class="tw-check"');
  });
});

test.skipIf(!ready)("no cell of a committed exercise notebook has been run", () => {
  for (const slug of SLUGS) {
    const text = readFileSync(join(root, "notebooks/exercises", `${slug.split("/")[0]}.ipynb`), "utf8");
    for (const cell of JSON.parse(text).cells)
      expect([cell.outputs ?? [], cell.execution_count ?? null]).toEqual([[], null]);
  }
});
