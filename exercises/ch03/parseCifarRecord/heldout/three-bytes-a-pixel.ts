// misconception: interleaved
/** Reads red, green and blue of a pixel one after the other. */
export function parseRecord(bytes: readonly number[], side: number): { label: number; pixels: number[][][] } {
  const needed = 1 + 3 * side * side;
  if (bytes.length !== needed) throw new Error(`${bytes.length} bytes instead of ${needed}`);
  const pixels: number[][][] = [];
  let at = 1;
  for (let r = 0; r < side; r++) {
    const row: number[][] = [];
    for (let c = 0; c < side; c++) {
      row.push(bytes.slice(at, at + 3));
      at += 3;
    }
    pixels.push(row);
  }
  return { label: bytes[0], pixels };
}

export function partOf(file: string, validation: number, test: number): "train" | "validation" | "test" {
  const speaker = file.split("_nohash_")[0];
  let hash = 2166136261;
  for (let i = 0; i < speaker.length; i++) {
    hash = Math.imul(hash ^ speaker.charCodeAt(i), 16777619) >>> 0;
  }
  const place = hash % 100;
  if (place < validation) return "validation";
  if (place < validation + test) return "test";
  return "train";
}

export function corners([x, y, width, height]: readonly number[]): number[] {
  return [x, y, x + width, y + height];
}
