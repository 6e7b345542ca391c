// misconception: signed-hash
/** Keeps the hash signed. */
/** One CIFAR-10 record: a label byte, then side × side red, green and blue values → pixels[row][column][channel]. */
export function parseRecord(bytes: readonly number[], side: number): { label: number; pixels: number[][][] } {
  const plane = side * side;
  if (bytes.length !== 1 + 3 * plane) {
    throw new Error(`a record of ${bytes.length} bytes should have ${1 + 3 * plane}`);
  }
  const pixels = Array.from({ length: side }, (_, y) =>
    Array.from({ length: side }, (_, x) => [0, 1, 2].map((c) => bytes[1 + c * plane + y * side + x])),
  );
  return { label: bytes[0], pixels };
}

/** The part that a recording belongs to, decided by its speaker; `validation` and `test` are percentages. */
export function partOf(file: string, validation: number, test: number): "train" | "validation" | "test" {
  const speaker = file.slice(0, file.indexOf("_nohash_"));
  let hash = 2166136261 | 0;
  for (let i = 0; i < speaker.length; i++) {
    hash = Math.imul(hash ^ speaker.charCodeAt(i), 16777619);
  }
  const place = hash % 100;
  if (place < validation) return "validation";
  if (place < validation + test) return "test";
  return "train";
}

/** A COCO box [x, y, width, height] → [left, top, right, bottom]. */
export function corners([x, y, width, height]: readonly number[]): number[] {
  return [x, y, x + width, y + height];
}
