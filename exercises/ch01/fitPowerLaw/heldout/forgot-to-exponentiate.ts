// misconception: log-of-a
/** Solves the two normal equations and returns the intercept where a should be. */
function check(list: readonly number[]): void {
  for (const v of list) if (!(v > 0)) throw new Error(`${v} is not positive`);
}

export function fitPowerLaw(n: readonly number[], error: readonly number[]): { a: number; beta: number } {
  check(n);
  check(error);
  const count = n.length;
  let [sx, sy, sxx, sxy] = [0, 0, 0, 0];
  n.forEach((value, i) => {
    const x = Math.log(value);
    const y = Math.log(error[i]);
    sx += x;
    sy += y;
    sxx += x * x;
    sxy += x * y;
  });
  const determinant = count * sxx - sx * sx;
  const slope = (count * sxy - sx * sy) / determinant;
  const intercept = (sxx * sy - sx * sxy) / determinant;
  return { a: intercept, beta: -slope };
}
