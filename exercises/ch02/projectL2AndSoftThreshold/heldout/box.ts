// misconception: clips-each-entry
/** Limits every entry to [−radius, radius], which is the nearest point of a box and not of a ball. */
const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

export function projectL2(x: readonly number[], radius: number): number[] {
  return x.map((value) => clamp(value, -radius, radius));
}

export function softThreshold(x: readonly number[], t: number): number[] {
  // what is taken away from an entry is the entry itself, but at most t
  return x.map((value) => value - clamp(value, -t, t));
}
