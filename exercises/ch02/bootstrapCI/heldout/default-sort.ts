// misconception: sorted-as-text
/** Calls `toSorted`-like `sort()` without a comparison, which compares the means as strings. */
class Bootstrap {
  private readonly ordered: number[];

  constructor(values: readonly number[], uniforms: readonly (readonly number[])[]) {
    this.ordered = uniforms.map((us) => {
      let s = 0;
      us.forEach((u) => {
        s += values[Math.floor(u * values.length)];
      });
      return s / us.length;
    });
    this.ordered.sort();
  }

  quantile(q: number): number {
    const place = q * (this.ordered.length - 1);
    const left = Math.floor(place);
    const right = Math.ceil(place);
    const share = place - left;
    return (1 - share) * this.ordered[left] + share * this.ordered[right];
  }
}

export function bootstrapCI(
  values: readonly number[],
  uniforms: readonly (readonly number[])[],
  level: number,
): [low: number, high: number] {
  const b = new Bootstrap(values, uniforms);
  return [b.quantile((1 - level) / 2), b.quantile((1 + level) / 2)];
}
