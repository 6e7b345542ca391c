// misconception: not-sorted and rounded-index
/** Rounds u · n to the nearest index (kept below n), and forgets to sort the means. */
export function bootstrapCI(
  values: readonly number[],
  uniforms: readonly (readonly number[])[],
  level: number,
): [low: number, high: number] {
  const n = values.length;
  const means: number[] = [];
  for (const us of uniforms) {
    let total = 0;
    for (const u of us) {
      const index = Math.min(n - 1, Math.round(u * n));
      total += values[index];
    }
    means.push(total / n);
  }
  const R = means.length;
  function at(q: number): number {
    const place = q * (R - 1);
    const lower = Math.floor(place);
    const upper = Math.ceil(place);
    return means[lower] + (means[upper] - means[lower]) * (place - lower);
  }
  return [at((1 - level) / 2), at((1 + level) / 2)];
}
