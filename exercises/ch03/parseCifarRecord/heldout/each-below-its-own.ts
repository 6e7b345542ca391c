// misconception: shares-not-added
/** Compares the place with the test percentage alone. */
export function parseRecord(bytes: readonly number[], side: number): { label: number; pixels: number[][][] } {
  const expected = 1 + 3 * side ** 2;
  if (bytes.length !== expected) throw new Error(`${expected} bytes expected but ${bytes.length} given`);
  const plane = (channel: number): number[] => bytes.slice(1 + channel * side ** 2, 1 + (channel + 1) * side ** 2);
  const planes = [plane(0), plane(1), plane(2)];
  const pixels: number[][][] = [];
  for (let r = 0; r < side; r++) {
    pixels.push([]);
    for (let c = 0; c < side; c++) pixels[r].push(planes.map((p) => p[r * side + c]));
  }
  return { label: bytes[0], pixels };
}

function placeOf(speaker: string): number {
  const step = (hash: number, i: number): number =>
    i === speaker.length ? hash : step(Math.imul(hash ^ speaker.charCodeAt(i), 16777619) >>> 0, i + 1);
  return step(2166136261, 0) % 100;
}

export function partOf(file: string, validation: number, test: number): "train" | "validation" | "test" {
  const place = placeOf(file.split("_nohash_")[0]);
  if (place < validation) return "validation";
  else if (place < test) return "test";
  else return "train";
}

export function corners([x, y, width, height]: readonly number[]): number[] {
  return [x, y, x + width, y + height];
}
