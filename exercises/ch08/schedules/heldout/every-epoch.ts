// misconception: decay-every-epoch
/** Falls after every epoch. */
export function warmUpCosine(
  t: number,
  { peak, floor, warmUp, steps }: { peak: number; floor: number; warmUp: number; steps: number },
): number {
  if (t < warmUp) return (peak * (t + 1)) / warmUp;
  if (t >= steps) return floor;
  const x = (t - warmUp) / (steps - warmUp);
  return floor + ((peak - floor) * (1 + Math.cos(Math.PI * x))) / 2;
}

export function stepDecay(
  t: number,
  { lr, factor, stepsPerEpoch }: { lr: number; factor: number; everyEpochs: number; stepsPerEpoch: number },
): number {
  return lr * factor ** Math.floor(t / stepsPerEpoch);
}

export function robbinsMonro(kind: "power" | "geometric", value: number): { far: boolean; quiet: boolean } {
  if (kind === "geometric") return { far: value === 1, quiet: value < 1 };
  return { far: value <= 1, quiet: value > 0.5 };
}
