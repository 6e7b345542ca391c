// misconception: box-from-centre
/** Takes x and y for the middle of the box. */
export function parseRecord(bytes: readonly number[], side: number): { label: number; pixels: number[][][] } {
  const n = side ** 2;
  const total = 3 * n + 1;
  if (bytes.length !== total) throw new Error(`a record has ${total} bytes, this one ${bytes.length}`);
  const red = bytes.slice(1, 1 + n);
  const green = bytes.slice(1 + n, 1 + 2 * n);
  const blue = bytes.slice(1 + 2 * n);
  const flat = red.map((value, i) => [value, green[i], blue[i]]);
  const pixels: number[][][] = [];
  for (let i = 0; i < n; i += side) pixels.push(flat.slice(i, i + side));
  return { label: bytes[0], pixels };
}

export function partOf(file: string, validation: number, test: number): "train" | "validation" | "test" {
  const [speaker] = file.split("_nohash_");
  let h = 2166136261;
  for (const letter of speaker) {
    h ^= letter.charCodeAt(0);
    h = Math.imul(h, 16777619);
  }
  const place = (h >>> 0) % 100;
  if (place < validation) return "validation";
  return place < validation + test ? "test" : "train";
}

export function corners([x, y, width, height]: readonly number[]): number[] {
  return [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
}
