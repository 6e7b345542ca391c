// misconception: column-by-column
/** Takes the values of a colour from top to bottom, column after column. */
type Part = "train" | "validation" | "test";

export function parseRecord(bytes: readonly number[], side: number): { label: number; pixels: number[][][] } {
  const plane = side * side;
  if (bytes.length !== 1 + 3 * plane) throw new Error(`expected ${1 + 3 * plane} bytes, got ${bytes.length}`);
  const [label, ...values] = bytes;
  const pixels = Array.from({ length: side }, (_, i) =>
    Array.from({ length: side }, (_, j) => [0, 1, 2].map((channel) => values[channel * plane + j * side + i])),
  );
  return { label, pixels };
}

function fnv(text: string): number {
  return [...text].reduce((h, ch) => Math.imul(h ^ ch.charCodeAt(0), 16777619), 2166136261) >>> 0;
}

export function partOf(file: string, validation: number, test: number): Part {
  const place = fnv(file.slice(0, file.indexOf("_nohash_"))) % 100;
  return place < validation ? "validation" : place < validation + test ? "test" : "train";
}

export function corners(box: readonly number[]): number[] {
  const [left, top, width, height] = box;
  return [left, top, left + width, top + height];
}
