/** Lets a second `npm start` in the same folder point at the servers of the first instead of starting rivals. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Where the servers of a start are to be found. `lab` carries JupyterLab's token. */
export interface Running {
  readonly lab: string;
  readonly book: string;
}

/** Notes the addresses for later starts; the function returned takes the note away. */
export function noteRunning(file: string, running: Running): () => void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(running), { mode: 0o600 });
  return () => rmSync(file, { force: true });
}

/** The servers of an earlier start if they still answer, else null: a note may outlive its servers. */
export async function findRunning(file: string): Promise<Running | null> {
  const running = read(file);
  if (!running) return null;
  const { origin, searchParams } = new URL(running.lab);
  const headers = { authorization: `token ${searchParams.get("token")}` };
  const answer = fetch(`${origin}/api/status`, { headers }).catch(() => null);
  return (await Promise.race([answer, sleep(3000, null)]))?.ok ? running : null;
}

function read(file: string): Running | null {
  try {
    const { lab, book } = JSON.parse(readFileSync(file, "utf8"));
    return URL.canParse(lab) && URL.canParse(book) ? { lab, book } : null;
  } catch {
    return null;
  }
}
