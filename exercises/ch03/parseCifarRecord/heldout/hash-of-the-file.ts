// misconception: whole-name-hashed
/** Hashes the name of the file, so that recordings of a person are spread. */
const OFFSET = 2166136261n;
const PRIME = 16777619n;

export function parseRecord(bytes: readonly number[], side: number): { label: number; pixels: number[][][] } {
  const should = 1 + 3 * side * side;
  if (bytes.length !== should) throw new Error(`there are ${bytes.length} bytes, there should be ${should}`);
  const at = (channel: number, r: number, c: number): number => bytes[1 + (channel * side + r) * side + c];
  const pixels: number[][][] = [];
  for (let r = 0; r < side; r++) {
    pixels[r] = [];
    for (let c = 0; c < side; c++) pixels[r][c] = [at(0, r, c), at(1, r, c), at(2, r, c)];
  }
  return { label: bytes[0], pixels };
}

export function partOf(file: string, validation: number, test: number): "train" | "validation" | "test" {
  let hash = OFFSET;
  for (let i = 0; i < file.length; i++) {
    hash = ((hash ^ BigInt(file.charCodeAt(i))) * PRIME) % 2n ** 32n;
  }
  const place = Number(hash % 100n);
  if (place < validation) return "validation";
  if (place < validation + test) return "test";
  return "train";
}

export function corners([x, y, width, height]: readonly number[]): number[] {
  return [x, y, width + x, height + y];
}
