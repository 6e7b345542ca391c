/** What `npm run doctor` finds out about one thing, and how it is printed. */
import { type SpawnSyncReturns, spawnSync } from "node:child_process";

export interface Finding {
  readonly name: string;
  /** `missing` things are needed; `absent` ones only make something more possible. */
  readonly state: "ok" | "missing" | "absent";
  readonly found: string;
  readonly remedy?: string;
}

/** Something that works. */
export function ok(name: string, found: string): Finding {
  return { name, state: "ok", found };
}

/** Something that the course needs and that is not there or does not work. */
export function missing(name: string, found: string, remedy: string): Finding {
  return { name, state: "missing", found, remedy };
}

/** Something that the course can do without. `remedy` says what it would be good for and how to get it. */
export function absent(name: string, found: string, remedy: string): Finding {
  return { name, state: "absent", found, remedy };
}

/** A line for each finding, and below it the remedy where there is something to do. */
export function table(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ name }) => name.length));
  const sign = { ok: "✓", missing: "✗", absent: "·" };
  return findings
    .map(({ name, state, found, remedy }) => {
      const line = `  ${sign[state]} ${name.padEnd(width)}  ${found}`;
      return remedy ? `${line}\n${" ".repeat(width + 6)}${remedy}` : line;
    })
    .join("\n");
}

/** Runs a program and waits for it; never throws. */
export function probe(command: string, ...args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(command, args, { encoding: "utf8", timeout: 90_000, stdio: ["ignore", "pipe", "pipe"] });
}

/** The first line that a program prints, or null when it fails or is not there. */
export function firstLine(command: string, ...args: readonly string[]): string | null {
  const { status, stdout } = probe(command, ...args);
  return status === 0 ? stdout.trim().split("\n")[0] : null;
}
