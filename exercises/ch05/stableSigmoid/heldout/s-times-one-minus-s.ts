// misconception: digits-lost-in-one-minus
export const sigmoid = (z: number): number => (z > 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z)));

export const logSigmoid = (z: number): number => (z > 0 ? -Math.log1p(Math.exp(-z)) : z - Math.log1p(Math.exp(z)));

export const sigmoidDerivative = (z: number): number => {
  const s = sigmoid(z);
  return s - s * s;
};

export const sigmoidBetween = (a: number, b: number): number => {
  if (a === b) return 0;
  if (a > b) return -sigmoidBetween(b, a);
  const up = -Math.expm1(a - b);
  return up * sigmoid(-a) * sigmoid(b);
};
