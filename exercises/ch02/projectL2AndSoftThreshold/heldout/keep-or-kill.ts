// misconception: hard-threshold
/** Sets small entries to 0 and keeps the others as they are. */
function squaredNorm([head, ...tail]: readonly number[]): number {
  return head === undefined ? 0 : head * head + squaredNorm(tail);
}

export function projectL2(x: readonly number[], radius: number): number[] {
  const length = Math.sqrt(squaredNorm(x));
  if (length <= radius) return [...x];
  return x.map((entry) => (entry * radius) / length);
}

export function softThreshold(x: readonly number[], t: number): number[] {
  return x.map((entry) => (Math.abs(entry) <= t ? 0 : entry));
}
