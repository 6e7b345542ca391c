// misconception: none
/** Cuts the speaker at the first underscore. */
class Record3 {
  private readonly bytes: readonly number[];
  private readonly side: number;
  constructor(bytes: readonly number[], side: number) {
    const should = 1 + 3 * side * side;
    if (bytes.length !== should) throw new Error(`${bytes.length} bytes instead of ${should}`);
    this.bytes = bytes;
    this.side = side;
  }
  get label(): number {
    return this.bytes[0];
  }
  value(row: number, column: number, channel: number): number {
    return this.bytes[1 + (channel * this.side + row) * this.side + column];
  }
}

/** One CIFAR-10 record: a label byte, then side × side red, green and blue values → pixels[row][column][channel]. */
export function parseRecord(bytes: readonly number[], side: number): { label: number; pixels: number[][][] } {
  const record = new Record3(bytes, side);
  const indices = [...Array(side).keys()];
  return {
    label: record.label,
    pixels: indices.map((r) => indices.map((c) => [0, 1, 2].map((channel) => record.value(r, c, channel)))),
  };
}

/** The part that a recording belongs to, decided by its speaker; `validation` and `test` are percentages. */
export function partOf(file: string, validation: number, test: number): "train" | "validation" | "test" {
  const speaker = file.split("_")[0];
  let hash = 0x811c9dc5;
  for (let i = 0; i < speaker.length; i++) hash = Math.imul(hash ^ speaker.charCodeAt(i), 0x01000193);
  const place = (hash >>> 0) % 100;
  if (place < validation) return "validation";
  if (place < validation + test) return "test";
  return "train";
}

/** A COCO box [x, y, width, height] → [left, top, right, bottom]. */
export function corners([x, y, width, height]: readonly number[]): number[] {
  return [x, y, x + width, y + height];
}
