/** A small course to check: a chapter 2 that keeps every rule but the norms, and places in which to plant one fault. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Outcome, run } from "../notebooks/python.ts";

export const fixtures = join(import.meta.dirname, "../fixtures/chapters");

export class Trial {
  readonly folder: string = mkdtempSync(join(tmpdir(), "trial-"));

  constructor() {
    cpSync(fixtures, this.folder, { recursive: true });
  }

  /** A chapter of this name and text. */
  write(stem: string, text: string): void {
    writeFileSync(join(this.folder, "chapters", `${stem}.md`), text);
  }

  /** `npm run check:chapters` in this course. */
  check(...args: string[]): Promise<Outcome> {
    const places = ["--from", join(this.folder, "chapters"), "--exercises", join(this.folder, "exercises")];
    return run(["-m", "tools.chapters.check", ...places, ...args]);
  }

  exercise(chapter: string, name: string, head: string, files = ["stub.ts", "suite.ts", "mistakes.ts"]): void {
    const folder = join(this.folder, "exercises", chapter, name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "exercise.md"), `---\n${head}\n---\nDo it.\n`);
    for (const file of files) writeFileSync(join(folder, file), "");
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
