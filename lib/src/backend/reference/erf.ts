/** The error function, which JavaScript's Math lacks and the exact GELU needs. Chapter 5. */

/**
 * erf(x) = 2/√π ∫₀ˣ exp(−t²) dt, with an error below 1e-15.
 * Near 0 its Taylor series; further out one minus a continued fraction for erfc (Abramowitz & Stegun 1964, 7.1.5, 7.1.14).
 * @example
 * erf(tensor([0, 1])); // Tensor [2] 0.0000 0.8427
 */
export function erf(x: number): number {
  const size = Math.abs(x);
  const y = size < 2.5 ? series(size) : size > 6 ? 1 : 1 - complement(size);
  return x < 0 ? -y : y;
}

/** 2/√π exp(−x²) Σ 2ⁿ x²ⁿ⁺¹ / (1·3·5 … (2n + 1)): all terms are positive, so nothing cancels. */
function series(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** erfc(x) = exp(−x²)/√π · 1/(x + ½/(x + 1/(x + 3/2/(x + …)))), evaluated from the inside. */
function complement(x: number): number {
  let fraction = x;
  for (let k = 60; k >= 1; k--) fraction = x + k / 2 / fraction;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * fraction);
}
