// misconception: one-sided
/** Cuts 1 − level off at each end, instead of half of it. */
function quantile(sorted: readonly number[], q: number): number {
  const pos = q * (sorted.length - 1);
  const i = Math.floor(pos);
  if (i >= sorted.length - 1) return sorted[sorted.length - 1];
  return sorted[i] + (pos - i) * (sorted[i + 1] - sorted[i]);
}

export function bootstrapCI(
  values: readonly number[],
  uniforms: readonly (readonly number[])[],
  level: number,
): [low: number, high: number] {
  const means = new Float64Array(uniforms.length);
  for (let r = 0; r < uniforms.length; r++) {
    for (let i = 0; i < uniforms[r].length; i++) {
      means[r] += values[Math.floor(uniforms[r][i] * values.length)] / values.length;
    }
  }
  const sorted = Array.from(means.sort());
  const alpha = 1 - level;
  return [quantile(sorted, Math.min(alpha, level)), quantile(sorted, Math.max(alpha, level))];
}
