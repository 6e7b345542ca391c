// misconception: alpha-left-out-of-the-slope
export function relu(xs: readonly number[]): number[] {
  const out = Array.from(xs);
  for (let i = 0; i < out.length; i++) if (out[i] < 0) out[i] = 0;
  return out;
}

export function reluDerivative(xs: readonly number[]): number[] {
  return leakyReluDerivative(xs, 0);
}

export function leakyRelu(xs: readonly number[], alpha: number): number[] {
  return xs.map((x) => (x > 0 ? x : x * alpha));
}

export function leakyReluDerivative(xs: readonly number[], alpha: number): number[] {
  const out: number[] = [];
  for (const x of xs) out.push(x > 0 ? 1 : x <= 0 ? alpha : Number.NaN);
  return out;
}

export function elu(xs: readonly number[], alpha: number): number[] {
  return xs.map((x) => (x > 0 ? x : alpha * Math.expm1(x)));
}

export function eluDerivative(xs: readonly number[], alpha: number): number[] {
  void alpha;
  return xs.map((x) => (x > 0 ? 1 : Math.exp(x)));
}
