// misconception: derivative-of-the-input
const positive = (x: number): number => {
  const u = Math.expm1(-2 * x);
  return -u / (2 + u);
};

export const tanhFromExp = (x: number): number => (x >= 0 ? positive(x) : -positive(-x));

export const tanhDerivative = (x: number): number => 1 - x * x;

export const tanhFromSigmoid = (x: number, sigmoid: (z: number) => number): number => 2 * sigmoid(2 * x) - 1;
