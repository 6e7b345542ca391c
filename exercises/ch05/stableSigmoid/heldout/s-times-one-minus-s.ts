// misconception: digits-lost-in-one-minus
export const sigmoid = (z: number): number => (z > 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z)));

export const logSigmoid = (z: number): number => (z > 0 ? -Math.log1p(Math.exp(-z)) : z - Math.log1p(Math.exp(z)));

export const sigmoidDerivative = (z: number): number => {
  const s = sigmoid(z);
  return s - s * s;
};
