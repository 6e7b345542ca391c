/** Folders and programs that stand in for a machine on which something is wrong. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** An empty folder, deleted when the test ends. */
export function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), "termwise-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a file, with the folders that lead to it. */
export function write(file: string, text: string): string {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** A folder for PATH with shell programs of these names. */
export function programs(scripts: Readonly<Record<string, string>>): string {
  const folder = temporary();
  for (const [name, script] of Object.entries(scripts)) {
    chmodSync(write(join(folder, name), `#!/bin/sh\n${script}\n`), 0o755);
  }
  return folder;
}
