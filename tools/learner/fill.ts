/**
 * Fills work/, the reader's own folder: copies of the notebooks, renewed only where the reader has not changed them.
 * work/.termwise.json remembers what was put there. Nothing of the reader's is ever overwritten or deleted.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beside } from "./beside.ts";
import { type CourseFile, courseFiles } from "./course.ts";
import { contentOf, fingerprint } from "./fingerprint.ts";

/** What was put into work/: the course's version then, and what of it the reader could change. */
interface Entry {
  readonly content: string;
  readonly fingerprint: string;
}

type Manifest = Record<string, Entry>;

/** Brings work/ up to date. Returns a line for each file that needs the reader's attention. */
export function fillWork(root: string, work: string, { reset = [] }: { reset?: readonly string[] } = {}): string[] {
  const notes: string[] = [];
  const manifest = readManifest(work);
  const files = courseFiles(root);
  for (const [name, file] of files) {
    const wanted = reset.some((chapter) => chapter === "all" || belongsTo(name, chapter));
    const note = (wanted ? restore : refresh)(work, name, file, manifest);
    if (note) notes.push(note);
  }
  notes.push(...dropRetired(work, files, manifest));
  for (const chapter of reset) {
    if (chapter !== "all" && ![...files.keys()].some((name) => belongsTo(name, chapter)))
      notes.push(`There is no ${chapter}.`);
  }
  writeManifest(work, manifest);
  return notes;
}

function refresh(work: string, name: string, { source, later }: CourseFile, manifest: Manifest): string | null {
  const target = join(work, name);
  const known = manifest[name];
  const now = entryOf(source);
  if (!existsSync(target)) return later ? null : put(source, target, name, manifest);
  if (known?.content === now.content) return null;
  if (later && !known) return remember(name, now, manifest); // it was made from the stub after the last start
  const theirs = fingerprint(target);
  if (theirs === now.fingerprint || theirs === known?.fingerprint) return put(source, target, name, manifest);
  const copy = beside(target, "new");
  copyFileSync(source, copy.path);
  remember(name, { content: now.content, fingerprint: known?.fingerprint ?? "" }, manifest);
  return `work/${name} is yours and stays; the course's new version is beside it: ${copy.name}`;
}

function restore(work: string, name: string, { source, later }: CourseFile, manifest: Manifest): string | null {
  const target = join(work, name);
  if (later && !existsSync(target)) return null;
  const changed = existsSync(target) && fingerprint(target) !== fingerprint(source);
  const copy = changed ? beside(target, "yours") : null;
  if (copy) renameSync(target, copy.path);
  put(source, target, name, manifest);
  return `work/${name} is as the course has it${copy ? `; yours is beside it: ${copy.name}` : ""}`;
}

/** Files that the course no longer has go, unless the reader changed them. */
function dropRetired(work: string, files: ReadonlyMap<string, CourseFile>, manifest: Manifest): string[] {
  const notes: string[] = [];
  for (const [name, known] of Object.entries(manifest)) {
    if (files.has(name)) continue;
    const target = join(work, name);
    if (existsSync(target) && fingerprint(target) === known.fingerprint) rmSync(target);
    else if (existsSync(target)) notes.push(`work/${name} is no longer part of the course; it is yours and stays`);
    delete manifest[name];
  }
  return notes;
}

function put(source: string, target: string, name: string, manifest: Manifest): null {
  mkdirSync(dirname(target), { recursive: true });
  const temporary = `${target}.part`;
  copyFileSync(source, temporary);
  renameSync(temporary, target);
  return remember(name, entryOf(source), manifest);
}

function remember(name: string, entry: Entry, manifest: Manifest): null {
  manifest[name] = entry;
  return null;
}

function entryOf(source: string): Entry {
  return { content: contentOf(source), fingerprint: fingerprint(source) };
}

function belongsTo(name: string, chapter: string): boolean {
  return name.split("/").some((part) => part === chapter || new RegExp(`^${chapter}[-.]`).test(part));
}

/** What is remembered; nothing when there is no record or it is damaged, and then every file counts as the reader's. */
function readManifest(work: string): Manifest {
  try {
    return JSON.parse(readFileSync(join(work, ".termwise.json"), "utf8")).files ?? {};
  } catch {
    return {};
  }
}

function writeManifest(work: string, files: Manifest): void {
  mkdirSync(work, { recursive: true });
  const temporary = join(work, ".termwise.json.part");
  writeFileSync(temporary, `${JSON.stringify({ files }, null, 2)}\n`);
  renameSync(temporary, join(work, ".termwise.json"));
}
