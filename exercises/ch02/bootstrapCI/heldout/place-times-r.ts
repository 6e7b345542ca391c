// misconception: one-place-off
/** Takes q · R as the place counted from 0, so that both ends lie a little too far to the right (kept within the list). */
export function bootstrapCI(
  values: readonly number[],
  uniforms: readonly (readonly number[])[],
  level: number,
): [low: number, high: number] {
  const meanOf = ([...us]: readonly number[]): number =>
    us.reduce((acc, u) => acc + values[Math.floor(u * values.length)], 0) / us.length;
  const means = uniforms.map(meanOf).sort((p, q) => p - q);
  const R = means.length;
  const ends = [(1 - level) / 2, (1 + level) / 2].map((q) => {
    const place = Math.min(q * R, R - 1);
    const whole = Math.floor(place);
    const rest = place - whole;
    return rest === 0 ? means[whole] : means[whole] + rest * (means[whole + 1] - means[whole]);
  });
  return [ends[0], ends[1]];
}
