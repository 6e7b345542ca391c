// misconception: lower-score-taken-for-granted and infinity-minus-infinity
const tail = (z: number): number => Math.exp(-Math.abs(z));

export const sigmoid = (z: number): number => (z < 0 ? tail(z) : 1) / (1 + tail(z));
export const logSigmoid = (z: number): number => (z < 0 ? z : 0) - Math.log1p(tail(z));
export const sigmoidDerivative = (z: number): number => tail(z) / (1 + tail(z)) / (1 + tail(z));

export const sigmoidBetween = (a: number, b: number): number => -sigmoid(b) * sigmoid(-a) * Math.expm1(a - b);
