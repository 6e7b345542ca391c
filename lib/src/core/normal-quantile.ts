/** The inverse of the normal distribution, from + − × ÷ alone, so that its bits are the same everywhere. Chapter 2. */

/**
 * The z below which a standard normal number lies with probability p, for 0 < p < 1. Relative error about 1e-15.
 * Source: Wichura 1988, algorithm AS 241 (PPND16).
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(CENTRE_OVER, r)) / polynomial(CENTRE_UNDER, r);
  }
  const r = squareRoot(-naturalLog(q < 0 ? p : 1 - p));
  const z =
    r <= 5
      ? polynomial(NEAR_OVER, r - 1.6) / polynomial(NEAR_UNDER, r - 1.6)
      : polynomial(FAR_OVER, r - 5) / polynomial(FAR_UNDER, r - 5);
  return q < 0 ? -z : z;
}

/** c[0] + c[1] x + c[2] x² + …, by Horner's rule. */
function polynomial(c: readonly number[], x: number): number {
  let y = 0;
  for (let i = c.length - 1; i >= 0; i--) y = y * x + c[i];
  return y;
}

/** log(x) for 0 < x ≤ 1: halvings counted off, then 2 artanh((x − 1) / (x + 1)) as a series. */
export function naturalLog(x: number): number {
  let halvings = 0;
  let m = x;
  while (m < Math.SQRT1_2) {
    m *= 2;
    halvings++;
  }
  const t = (m - 1) / (m + 1); // |t| ≤ 0.1716, so that the term t²³/23 is below 1e-18
  const square = t * t;
  let series = 0;
  for (let k = 23; k >= 1; k -= 2) series = series * square + 1 / k;
  return 2 * t * series - halvings * Math.LN2;
}

/** √x for 0.5 ≤ x ≤ 800 by Heron's method. */
export function squareRoot(x: number): number {
  let root = 3;
  for (let i = 0; i < 10; i++) root = (root + x / root) / 2;
  return root;
}

// biome-ignore-start lint/correctness/noPrecisionLoss: printed as in the paper
const CENTRE_OVER = [
  3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457,
  67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
];
const CENTRE_UNDER = [
  1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867, 39307.89580009271061,
  28729.085735721942674, 5226.495278852854561,
];
const NEAR_OVER = [
  1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504, 1.27045825245236838258,
  0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
];
const NEAR_UNDER = [
  1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
  0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
];
const FAR_OVER = [
  6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123, 0.026532189526576123093,
  0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
];
const FAR_UNDER = [
  1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4,
  1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
];
// biome-ignore-end lint/correctness/noPrecisionLoss: printed as in the paper
