// misconception: rounded-product
/** Multiplies in floating point. */
/** One CIFAR-10 record: a label byte, then side × side red, green and blue values → pixels[row][column][channel]. */
export function parseRecord(bytes: readonly number[], side: number): { label: number; pixels: number[][][] } {
  const expected = 1 + 3 * side ** 2;
  if (bytes.length !== expected) throw new Error(`expected ${expected} bytes, got ${bytes.length}`);
  const pixels: number[][][] = [];
  for (let i = 0; i < side * side; i++) {
    if (i % side === 0) pixels.push([]);
    const rgb = [bytes[1 + i], bytes[1 + side * side + i], bytes[1 + 2 * side * side + i]];
    pixels[pixels.length - 1].push(rgb);
  }
  return { label: bytes[0], pixels };
}

function fnv1a(text: string): number {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) {
    hash = (hash ^ text.charCodeAt(i)) >>> 0;
    hash = (hash * 16777619) % 2 ** 32;
  }
  return hash;
}

/** The part that a recording belongs to, decided by its speaker; `validation` and `test` are percentages. */
export function partOf(file: string, validation: number, test: number): "train" | "validation" | "test" {
  const place = fnv1a(file.substring(0, file.indexOf("_nohash_"))) % 100;
  if (place < validation) return "validation";
  return place < validation + test ? "test" : "train";
}

/** A COCO box [x, y, width, height] → [left, top, right, bottom]. */
export function corners([x, y, width, height]: readonly number[]): number[] {
  return [x, y, x + width, y + height];
}
