// misconception: first-step-stands-still
/** The warm-up begins with the rate 0. */
interface Warm {
  peak: number;
  floor: number;
  warmUp: number;
  steps: number;
}
interface Stairs {
  lr: number;
  factor: number;
  everyEpochs: number;
  stepsPerEpoch: number;
}

export function warmUpCosine(t: number, o: Warm): number {
  let rate = o.floor;
  if (t < o.warmUp) {
    rate = o.peak * (t / o.warmUp);
  } else if (t < o.steps) {
    const angle = (Math.PI * (t - o.warmUp)) / (o.steps - o.warmUp);
    rate += (o.peak - o.floor) * 0.5 * (1 + Math.cos(angle));
  }
  return rate;
}

export function stepDecay(t: number, o: Stairs): number {
  let rate = o.lr;
  const stair = o.everyEpochs * o.stepsPerEpoch;
  for (let s = stair; s <= t; s += stair) rate *= o.factor;
  return rate;
}

/** Whether the sum of 1 / (t + 1)^p is finite. */
const finiteSum = (p: number): boolean => p > 1;

export function robbinsMonro(kind: "power" | "geometric", value: number): { far: boolean; quiet: boolean } {
  switch (kind) {
    case "power":
      return { far: !finiteSum(value), quiet: finiteSum(2 * value) };
    case "geometric":
      return value === 1 ? { far: true, quiet: false } : { far: false, quiet: true };
  }
}
