// misconception: no-interpolation
/** Rounds the place in the sorted list to the nearest whole place. */
export function bootstrapCI(
  values: readonly number[],
  uniforms: readonly (readonly number[])[],
  level: number,
): [low: number, high: number] {
  const draw = (u: number): number => values[Math.floor(u * values.length)];
  const mean = (list: readonly number[]): number => list.map(draw).reduce((a, b) => a + b, 0) / list.length;
  const sorted = uniforms.map(mean).sort((a, b) => a - b);
  const last = sorted.length - 1;
  const tail = (1 - level) / 2;
  return [sorted[Math.round(tail * last)], sorted[Math.round((1 - tail) * last)]];
}
