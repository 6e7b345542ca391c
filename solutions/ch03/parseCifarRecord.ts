/**
 * Three conventions of three data sets. A CIFAR-10 record stores all red values, then all green, then all blue; Speech
 * Commands assigns a speaker by a hash of the name, so that new recordings never move anybody; COCO gives a corner, a
 * width and a height.
 */
export function parseRecord(bytes: readonly number[], side: number): { label: number; pixels: number[][][] } {
  const area = side * side;
  if (bytes.length !== 1 + 3 * area) {
    throw new Error(`parseRecord: ${bytes.length} bytes, but a record of side ${side} has ${1 + 3 * area}`);
  }
  const upTo = (n: number): number[] => Array.from({ length: n }, (_, k) => k);
  const pixels = upTo(side).map((y) => upTo(side).map((x) => upTo(3).map((c) => bytes[1 + c * area + y * side + x])));
  return { label: bytes[0], pixels };
}

export function partOf(file: string, validation: number, test: number): "train" | "validation" | "test" {
  const speaker = file.split("_nohash_")[0];
  let hash = 2166136261;
  for (const character of speaker) hash = Math.imul(hash ^ character.charCodeAt(0), 16777619) >>> 0;
  const place = hash % 100;
  if (place < validation) return "validation";
  return place < validation + test ? "test" : "train";
}

export function corners([x, y, width, height]: readonly number[]): number[] {
  return [x, y, x + width, y + height];
}
