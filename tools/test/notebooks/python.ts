/** Runs the course's Python in tests. */
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { root } from "../../root.ts";

export interface Outcome {
  readonly code: number | null;
  readonly text: string;
}
const own = join(root, ".venv", "bin", "python");
const python = existsSync(own) ? own : "python3";
export const fixtures: string = join(root, "tools/test/fixtures/notebooks");

/** Runs `python …` in the checkout, with this Node first on the path. */
export function run(args: readonly string[], { input = "" } = {}): Promise<Outcome> {
  const path = [dirname(process.execPath), dirname(python), process.env.PATH].join(delimiter);
  return new Promise((resolve, reject) => {
    const child = spawn(python, args, { cwd: root, env: { ...process.env, PATH: path, PYTHONDONTWRITEBYTECODE: "1" } });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (more) => (text += more));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, text }));
    child.stdin.end(input);
  });
}

/** Runs a script of this folder with the course's packages in reach. */
export function script(name: string, { input = "" } = {}): Promise<Outcome> {
  const path = join(root, "tools/test/notebooks", name);
  const code = `import sys; sys.path.insert(0, ${JSON.stringify(root)}); exec(open(${JSON.stringify(path)}).read())`;
  return run(["-c", code], { input });
}

/** A copy of the trial course in a folder of its own: chapters to change, notebooks to look at. */
export class Course {
  readonly folder: string = mkdtempSync(join(tmpdir(), "course-"));
  readonly chapters: string = join(this.folder, "chapters");

  constructor() {
    cpSync(fixtures, this.chapters, { recursive: true });
  }

  /** `npm run notebooks` for this course. */
  notebooks(...args: string[]): Promise<Outcome> {
    return run(["-m", "tools.notebooks", "--from", this.chapters, "--to", this.folder, "--no-build", ...args]);
  }

  lint(): Promise<Outcome> {
    return run(["-m", "tools.notebooks.lint", "--from", this.chapters]);
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), "utf8");
  }

  notebook(stem: string, folder = "notebooks"): Notebook {
    return JSON.parse(this.read(`${folder}/${stem}.ipynb`)) as Notebook;
  }

  /** Changes one place of a chapter. */
  edit(stem: string, from: string, to: string): void {
    const path = join(this.chapters, `${stem}.md`);
    const before = readFileSync(path, "utf8");
    if (!before.includes(from)) throw new Error(`${stem} has no ${from}`);
    writeFileSync(
      path,
      before.replace(from, () => to),
    );
  }

  /** A chapter of these lines, below a front matter of six lines. */
  write(stem: string, body: string): void {
    const head = "---\nfile_format: mystnb\nkernelspec:\n  name: tslab\n---\n";
    writeFileSync(join(this.chapters, `${stem}.md`), head + body);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export interface NotebookCell {
  readonly cell_type: string;
  readonly id: string;
  readonly source: string | readonly string[];
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly execution_count?: number;
  readonly outputs?: readonly Readonly<Record<string, unknown>>[];
  readonly attachments?: Readonly<Record<string, unknown>>;
}
export interface Notebook {
  readonly cells: readonly NotebookCell[];
  readonly metadata: Readonly<Record<string, Record<string, unknown>>>;
}
export const textOf = (cell: NotebookCell): string => [cell.source].flat().join("");
