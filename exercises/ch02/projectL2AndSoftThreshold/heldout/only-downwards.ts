// misconception: sign-lost
/** Works on the sizes of the entries and forgets to give the signs back. */
export function projectL2(x: readonly number[], radius: number): number[] {
  const length = Math.sqrt(x.map((v) => v * v).reduce((p, q) => p + q, 0));
  const scale = length <= radius ? 1 : radius / length;
  return x.map((v) => v * scale);
}

export function softThreshold(x: readonly number[], t: number): number[] {
  return x.map(Math.abs).map((size) => Math.max(0, size - t));
}
