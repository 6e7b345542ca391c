// misconception: rounded-product
/** Multiplies with `*`: the product has more than 53 bits and is rounded before the remainder. */
export function parseRecord(bytes: readonly number[], side: number): { label: number; pixels: number[][][] } {
  const area = side * side;
  if (bytes.length !== 1 + area * 3) throw new Error(`${bytes.length} bytes, not ${1 + area * 3}`);
  const pixels = new Array<number[][]>(side);
  for (let row = 0; row < side; row++) {
    pixels[row] = new Array<number[]>(side);
    for (let col = 0; col < side; col++) {
      const k = 1 + row * side + col;
      pixels[row][col] = [bytes[k], bytes[k + area], bytes[k + 2 * area]];
    }
  }
  return { label: bytes[0], pixels };
}

export function partOf(file: string, validation: number, test: number): "train" | "validation" | "test" {
  const speaker = file.substring(0, file.indexOf("_nohash_"));
  let hash = 2166136261;
  for (const character of speaker) {
    hash = (hash ^ character.charCodeAt(0)) >>> 0;
    hash = (hash * 16777619) % 4294967296;
  }
  const place = hash % 100;
  if (place < validation) return "validation";
  return place < validation + test ? "test" : "train";
}

export function corners([x, y, width, height]: readonly number[]): number[] {
  const right = x + width;
  const bottom = y + height;
  return [x, y, right, bottom];
}
