// misconception: no-guard
/** Accepts a record that is too long. */
/** One CIFAR-10 record: a label byte, then side × side red, green and blue values → pixels[row][column][channel]. */
export function parseRecord(bytes: readonly number[], side: number): { label: number; pixels: number[][][] } {
  const [label, ...values] = bytes;
  const n = side * side;
  if (values.length < 3 * n) {
    throw new Error("only " + bytes.length + " bytes, there should be " + (3 * n + 1));
  }
  const pixels: number[][][] = [];
  for (let row = 0; row < side; row++) {
    const line: number[][] = [];
    for (let column = 0; column < side; column++) {
      const at = row * side + column;
      line.push([values[at], values[at + n], values[at + 2 * n]]);
    }
    pixels.push(line);
  }
  return { label, pixels };
}

/** The part that a recording belongs to, decided by its speaker; `validation` and `test` are percentages. */
export function partOf(file: string, validation: number, test: number): "train" | "validation" | "test" {
  const [speaker] = file.split("_nohash_");
  let h = 2166136261;
  for (let i = 0; i < speaker.length; i++) {
    h = Math.imul((h ^ speaker.charCodeAt(i)) >>> 0, 16777619) >>> 0;
  }
  const percent = h % 100;
  return percent < validation ? "validation" : percent < validation + test ? "test" : "train";
}

/** A COCO box [x, y, width, height] → [left, top, right, bottom]. */
export function corners(box: readonly number[]): number[] {
  const [left, top, w, h] = box;
  return [left, top, left + w, top + h];
}
