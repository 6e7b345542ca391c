// misconception: difference-on-the-better-side
const tail = (z: number): number => Math.exp(-Math.abs(z));

export const sigmoid = (z: number): number => (z < 0 ? tail(z) : 1) / (1 + tail(z));
export const logSigmoid = (z: number): number => (z < 0 ? z : 0) - Math.log1p(tail(z));
export const sigmoidDerivative = (z: number): number => tail(z) / (1 + tail(z)) / (1 + tail(z));

/** Far on the right both are 1, so both scores are mirrored to the left, where sigmoids are exact. */
export const sigmoidBetween = (a: number, b: number): number => {
  const mirror = Math.min(a, b) > 0;
  const [from, to] = mirror ? [-b, -a] : [a, b];
  return sigmoid(to) - sigmoid(from);
};
