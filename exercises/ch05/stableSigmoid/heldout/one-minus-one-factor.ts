// misconception: digits-lost-in-one-minus
const tail = (z: number): number => Math.exp(-Math.abs(z));

export const sigmoid = (z: number): number => (z < 0 ? tail(z) : 1) / (1 + tail(z));
export const logSigmoid = (z: number): number => (z < 0 ? z : 0) - Math.log1p(tail(z));
export const sigmoidDerivative = (z: number): number => tail(z) / (1 + tail(z)) / (1 + tail(z));

export const sigmoidBetween = (a: number, b: number): number => {
  if (a === b) return 0;
  if (a > b) return -sigmoidBetween(b, a);
  const aboveA = 1 - sigmoid(a);
  return aboveA * sigmoid(b) * -Math.expm1(a - b);
};
