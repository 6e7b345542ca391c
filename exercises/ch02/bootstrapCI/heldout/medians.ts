// misconception: none
/** Takes the median of every resample instead of its mean. */
const ascending = (list: readonly number[]): number[] => [...list].sort((a, b) => a - b);

function quantile(sorted: readonly number[], q: number): number {
  const place = q * (sorted.length - 1);
  const low = sorted[Math.floor(place)];
  const high = sorted[Math.ceil(place)];
  return low + (place % 1) * (high - low);
}

export function bootstrapCI(
  values: readonly number[],
  uniforms: readonly (readonly number[])[],
  level: number,
): [low: number, high: number] {
  const middles = uniforms.map((us) => quantile(ascending(us.map((u) => values[Math.floor(u * values.length)])), 0.5));
  const sorted = ascending(middles);
  return [quantile(sorted, (1 - level) / 2), quantile(sorted, (1 + level) / 2)];
}
