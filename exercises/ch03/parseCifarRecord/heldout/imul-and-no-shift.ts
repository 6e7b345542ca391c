// misconception: signed-hash
/** Leaves the hash as the signed number that `Math.imul` gives, so that the remainder can be negative. */
interface Picture {
  label: number;
  pixels: number[][][];
}

export function parseRecord(bytes: readonly number[], side: number): Picture {
  const n = side * side;
  if (bytes.length !== 3 * n + 1) throw new Error(`found ${bytes.length} bytes, wanted ${3 * n + 1}`);
  const pixels: number[][][] = Array.from({ length: side }, () => Array.from({ length: side }, () => []));
  bytes.slice(1).forEach((value, i) => {
    const inPlane = i % n;
    pixels[Math.floor(inPlane / side)][inPlane % side].push(value);
  });
  return { label: bytes[0], pixels };
}

export function partOf(file: string, validation: number, test: number): "train" | "validation" | "test" {
  const speaker = file.split("_nohash_")[0];
  let hash = 2166136261 | 0;
  for (let i = 0; i < speaker.length; i++) hash = Math.imul(hash ^ speaker.charCodeAt(i), 16777619);
  const place = hash % 100;
  if (place < validation) return "validation";
  if (place < validation + test) return "test";
  return "train";
}

export function corners([x, y, width, height]: readonly number[]): number[] {
  return [x, y].concat([x + width, y + height]);
}
