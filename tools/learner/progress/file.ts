/**
 * The progress of a checkout: one file in work/ that the command line, the notebooks and the book's server share.
 * Writers take turns and merge; a file that cannot be read is kept aside, never overwritten.
 */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { beside } from "../beside.ts";
import { empty, merge, type ProgressData, parse, print } from "./data.ts";
import type { Change } from "./record.ts";

export const progressFile = (work: string): string => join(work, "progress.json");

/** The work folder that a path lies in, or null: notebooks opened elsewhere leave no trace. */
export function workFolderOf(path: string): string | null {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".termwise.json"))) return folder;
    if (dirname(folder) === folder) return null;
  }
}

/** What the file says. Null when there is no file; throws NotProgress when it cannot be read. */
export function readProgress(file: string): ProgressData | null {
  if (!existsSync(file)) return null;
  return parse(readFileSync(file, "utf8"));
}

export interface Written {
  readonly data: ProgressData;
  /** A sentence for the reader when the old file could not be read and was put aside. */
  readonly note: string | null;
}

/** Changes the file: what others wrote meanwhile stays. */
export function updateProgress(file: string, change: Change, now: Date = new Date()): Written {
  return update(file, (data) => change(data, now));
}

/** Takes in another copy. */
export function mergeProgress(file: string, other: ProgressData): Written {
  return update(file, (data) => merge(data, other));
}

function update(file: string, change: (data: ProgressData) => ProgressData): Written {
  mkdirSync(dirname(file), { recursive: true });
  return inTurn(`${file}.lock`, () => {
    const { data: before, note } = readOrPutAside(file);
    const data = change(before);
    if (note || !existsSync(file) || print(data) !== print(before)) write(file, print(data));
    return { data, note };
  });
}

function readOrPutAside(file: string): Written {
  try {
    return { data: readProgress(file) ?? empty(), note: null };
  } catch (error) {
    const aside = beside(file, "damaged");
    renameSync(file, aside.path);
    const note = `progress.json could not be read (${(error as Error).message}); it is kept as ${aside.name}, and a new one begun`;
    return { data: empty(), note };
  }
}

/** Whole or not at all: a reader never meets half a file. */
function write(file: string, text: string): void {
  const part = `${file}.${process.pid}.part`;
  const handle = openSync(part, "w");
  try {
    writeSync(handle, text);
  } finally {
    closeSync(handle);
  }
  renameSync(part, file);
}

const PATIENCE_MS = 5000;
const STALE_MS = 10_000;

/** One writer at a time, over all programs. A lock that its owner left behind is broken after ten seconds. */
function inTurn<T>(lock: string, action: () => T): T {
  const end = Date.now() + PATIENCE_MS;
  while (!take(lock)) {
    if (age(lock) > STALE_MS) rmSync(lock, { force: true });
    else if (Date.now() > end) throw new Error(`another program keeps ${lock}; if none runs, delete that file`);
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 15);
  }
  try {
    return action();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock: string): boolean {
  try {
    closeSync(openSync(lock, "wx"));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function age(lock: string): number {
  const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  return made === undefined ? 0 : Date.now() - made;
}
