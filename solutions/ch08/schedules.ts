/**
 * The falling part has its own clock, which starts where the warm-up ends: that is what makes the two parts meet. The
 * end is a limit of that clock, not of the cosine, which would rise again.
 */
export function warmUpCosine(
  t: number,
  { peak, floor, warmUp, steps }: { peak: number; floor: number; warmUp: number; steps: number },
): number {
  if (t < warmUp) return (peak * (t + 1)) / warmUp;
  const x = Math.min((t - warmUp) / (steps - warmUp), 1);
  return floor + ((peak - floor) * (1 + Math.cos(Math.PI * x))) / 2;
}

export function stepDecay(
  t: number,
  {
    lr,
    factor,
    everyEpochs,
    stepsPerEpoch,
  }: { lr: number; factor: number; everyEpochs: number; stepsPerEpoch: number },
): number {
  const epoch = Math.floor(t / stepsPerEpoch);
  return lr * factor ** Math.floor(epoch / everyEpochs);
}

export function robbinsMonro(kind: "power" | "geometric", value: number): { far: boolean; quiet: boolean } {
  if (kind === "power") return { far: value <= 1, quiet: value > 0.5 };
  return { far: value === 1, quiet: value < 1 };
}
