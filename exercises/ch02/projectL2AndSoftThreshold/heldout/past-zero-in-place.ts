// misconception: crosses-zero and argument-changed
/** Subtracts t in the direction of the sign without stopping at 0, and writes into the array it was given. */
export function projectL2(x: readonly number[], radius: number): number[] {
  const v = x as number[];
  let squares = 0;
  for (const vi of v) squares += vi * vi;
  const length = Math.sqrt(squares);
  if (length > radius) {
    for (let i = 0; i < v.length; i++) v[i] *= radius / length;
  }
  return v;
}

export function softThreshold(x: readonly number[], t: number): number[] {
  const v = x as number[];
  for (let i = 0; i < v.length; i++) {
    if (v[i] > 0) v[i] -= t;
    else if (v[i] < 0) v[i] += t;
  }
  return v;
}
