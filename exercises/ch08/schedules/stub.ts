import { NotImplemented } from "termwise";

/** The rate of step t: an even rise to `peak`, half a cosine wave down to `floor`, then `floor`. */
export function warmUpCosine(
  t: number,
  { peak, floor, warmUp, steps }: { peak: number; floor: number; warmUp: number; steps: number },
): number {
  throw new NotImplemented("E08.4");
}

/** The rate of step t: `lr`, times `factor` after every `everyEpochs` epochs. */
export function stepDecay(
  t: number,
  {
    lr,
    factor,
    everyEpochs,
    stepsPerEpoch,
  }: { lr: number; factor: number; everyEpochs: number; stepsPerEpoch: number },
): number {
  throw new NotImplemented("E08.4");
}

/** Whether the rates add up to infinity, and whether their squares do not. */
export function robbinsMonro(kind: "power" | "geometric", value: number): { far: boolean; quiet: boolean } {
  throw new NotImplemented("E08.4");
}
