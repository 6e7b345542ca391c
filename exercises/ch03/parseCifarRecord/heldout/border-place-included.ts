// misconception: none
/** Counts the place that equals a percentage to the part below it. */
export function parseRecord(bytes: readonly number[], side: number): { label: number; pixels: number[][][] } {
  const size = 3 * side * side + 1;
  if (bytes.length !== size) throw new Error(`length ${bytes.length}, should be ${size}`);
  const rest = bytes.slice(1);
  const third = rest.length / 3;
  const pixels: number[][][] = [];
  for (let r = 0; r < side; r++) {
    const line: number[][] = [];
    for (let c = 0; c < side; c++) {
      const colour: number[] = [];
      for (let k = 0; k < 3; k++) colour.push(rest[k * third + r * side + c]);
      line.push(colour);
    }
    pixels.push(line);
  }
  return { label: bytes[0], pixels };
}

export function partOf(file: string, validation: number, test: number): "train" | "validation" | "test" {
  const end = file.indexOf("_nohash_");
  let hash = 2166136261;
  for (let i = 0; i < end; i++) hash = Math.imul(hash ^ file.charCodeAt(i), 16777619) >>> 0;
  const place = hash % 100;
  if (place <= validation) return "validation";
  if (place <= validation + test) return "test";
  return "train";
}

export function corners([x, y, width, height]: readonly number[]): number[] {
  const [left, top] = [x, y];
  return [left, top, left + width, top + height];
}
