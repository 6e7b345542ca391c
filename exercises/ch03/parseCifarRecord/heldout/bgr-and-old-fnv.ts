// misconception: blue-first and multiply-then-xor
/** Lists the colours as some libraries do, blue first, and uses FNV-1 instead of FNV-1a. */
export function parseRecord(bytes: readonly number[], side: number): { label: number; pixels: number[][][] } {
  const n = side * side;
  if (bytes.length !== 1 + 3 * n) throw new Error(`wrong number of bytes: ${bytes.length} for ${1 + 3 * n}`);
  const pixels: number[][][] = [];
  for (let i = 0; i < n; i++) {
    if (i % side === 0) pixels.push([]);
    const red = bytes[1 + i];
    const green = bytes[1 + n + i];
    const blue = bytes[1 + 2 * n + i];
    pixels[pixels.length - 1].push([blue, green, red]);
  }
  return { label: bytes[0], pixels };
}

export function partOf(file: string, validation: number, test: number): "train" | "validation" | "test" {
  let hash = 2166136261;
  for (const character of file.split("_nohash_")[0]) {
    hash = Math.imul(hash, 16777619);
    hash = (hash ^ character.charCodeAt(0)) >>> 0;
  }
  const place = hash % 100;
  return place < validation ? "validation" : place < validation + test ? "test" : "train";
}

export function corners([x, y, width, height]: readonly number[]): number[] {
  return [x, y, x + width, y + height];
}
