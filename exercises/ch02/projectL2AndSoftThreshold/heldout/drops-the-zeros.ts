// misconception: none
/** Leaves the entries that became 0 out of the list, so that the result of `softThreshold` may be shorter than x. */
export function projectL2(x: readonly number[], radius: number): number[] {
  const length = Math.hypot(...x);
  return length <= radius ? [...x] : x.map((v) => (radius * v) / length);
}

export function softThreshold(x: readonly number[], t: number): number[] {
  return x.filter((v) => Math.abs(v) > t).map((v) => v - Math.sign(v) * t);
}
