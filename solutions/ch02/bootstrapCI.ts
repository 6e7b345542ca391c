/**
 * Each resample draws n times with replacement, so some values come twice and others not at all: that is what imitates
 * a new sample. The interval is read off the sorted means; the spread of the values themselves plays no part.
 */
export function bootstrapCI(
  values: readonly number[],
  uniforms: readonly (readonly number[])[],
  level: number,
): [low: number, high: number] {
  const n = values.length;
  const means = uniforms.map((u) => u.reduce((sum, x) => sum + values[Math.floor(x * n)], 0) / n).sort((a, b) => a - b);
  return [quantile(means, (1 - level) / 2), quantile(means, (1 + level) / 2)];
}

function quantile(sorted: readonly number[], q: number): number {
  const place = q * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.ceil(place);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}
