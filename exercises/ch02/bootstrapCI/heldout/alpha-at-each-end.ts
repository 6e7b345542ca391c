// misconception: one-sided
/** Leaves out the whole remainder at each end. */
const mean = (v: readonly number[]): number => v.reduce((s, x) => s + x, 0) / v.length;

function quantileOf(sorted: readonly number[], q: number): number {
  const place = q * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

export function bootstrapCI(
  values: readonly number[],
  uniforms: readonly (readonly number[])[],
  level: number,
): [low: number, high: number] {
  const means = uniforms.map((us) => mean(us.map((u) => values[Math.floor(u * values.length)])));
  means.sort((a, b) => a - b);
  const alpha = 1 - level; // the part that is left out
  return [quantileOf(means, alpha), quantileOf(means, 1 - alpha)];
}
