// misconception: l1-length
/** Measures the length of x by the sum of the sizes of its entries. */
export function projectL2(x: readonly number[], radius: number): number[] {
  let length = 0;
  for (let i = 0; i < x.length; i++) length += Math.abs(x[i]);
  const factor = length > radius ? radius / length : 1;
  const y: number[] = new Array(x.length);
  for (let i = 0; i < x.length; i++) y[i] = x[i] * factor;
  return y;
}

export function softThreshold(x: readonly number[], t: number): number[] {
  const y: number[] = new Array(x.length);
  for (let i = 0; i < x.length; i++) {
    y[i] = x[i] >= 0 ? Math.max(x[i] - t, 0) : Math.min(x[i] + t, 0);
  }
  return y;
}
