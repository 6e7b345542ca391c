/** Tells whether a reader has changed a file. Running a notebook does not count, changing its cells does. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** A hash of all bytes. */
export function contentOf(file: string): string {
  return hash(readFileSync(file));
}

/** A hash of what a reader writes: of a notebook the cells' text, not outputs, counters or metadata. */
export function fingerprint(file: string): string {
  if (!file.endsWith(".ipynb")) return contentOf(file);
  const bytes = readFileSync(file);
  const cells = cellsOf(bytes.toString("utf8"));
  return cells ? hash(JSON.stringify(cells)) : hash(bytes);
}

/** Type and text of each cell; empty cells at the end do not count. Null when the file is no notebook. */
function cellsOf(text: string): string[][] | null {
  try {
    const { cells } = JSON.parse(text) as { cells: { cell_type: string; source: string | string[] }[] };
    const texts = cells.map(({ cell_type, source }) => [cell_type, [source].flat().join("").trim()]);
    while (texts.at(-1)?.[1] === "") texts.pop();
    return texts;
  } catch {
    return null;
  }
}

function hash(data: string | Buffer): string {
  return createHash("sha256").update(data).digest("hex").slice(0, 20);
}
