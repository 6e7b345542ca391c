// misconception: without-replacement
/** Every value picked is taken out of the pool (which is refilled for the next resample), so a resample is a shuffle. */
function resampleMean(values: readonly number[], picks: readonly number[]): number {
  const pool = [...values];
  let total = 0;
  for (const u of picks) {
    const [taken] = pool.splice(Math.floor(u * pool.length), 1);
    total += taken;
  }
  return total / picks.length;
}

export function bootstrapCI(
  values: readonly number[],
  uniforms: readonly (readonly number[])[],
  level: number,
): [low: number, high: number] {
  const means = uniforms.map((picks) => resampleMean(values, picks)).sort((x, y) => x - y);
  const at = (q: number): number => {
    const place = q * (means.length - 1);
    const below = Math.floor(place);
    const above = Math.min(below + 1, means.length - 1);
    return means[below] + (place - below) * (means[above] - means[below]);
  };
  return [at((1 - level) / 2), at((1 + level) / 2)];
}
