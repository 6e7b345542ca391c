/** Learning-rate schedules: functions from the number of steps done to the rate. optimizer.lr = schedule(t). Chapter 8. */
import { ValueError } from "../core/errors.ts";

/** The learning rate after t steps, t = 0, 1, 2, … */
export type Schedule = (t: number) => number;

/**
 * The rate times `factor` after every `every` steps. Throws ValueError on numbers out of range. Chapter 8.
 * @example
 * [0, 9, 10, 20].map(stepDecay({ lr: 8, every: 10, factor: 0.5 })); // [ 8, 8, 4, 2 ]
 */
export function stepDecay({ lr, every, factor = 0.1 }: { lr: number; every: number; factor?: number }): Schedule {
  checkOptions("stepDecay", { lr, every, factor });
  return (t) => lr * factor ** Math.floor(t / every);
}

/**
 * The rate times `factor` after every step. Throws ValueError on numbers out of range. Chapter 8.
 * @example
 * [0, 1, 2].map(exponentialDecay({ lr: 8, factor: 0.5 })); // [ 8, 4, 2 ]
 */
export function exponentialDecay({ lr, factor }: { lr: number; factor: number }): Schedule {
  checkOptions("exponentialDecay", { lr, factor });
  return (t) => lr * factor ** t;
}

/**
 * Half a cosine wave from lr down to `min` in `steps` steps, then min. Throws ValueError on numbers out of range.
 * Loshchilov & Hutter 2017; chapter 8.
 * @example
 * [0, 50, 100, 200].map(cosineDecay({ lr: 1, steps: 100, min: 0.5 })); // [ 1, 0.75, 0.5, 0.5 ]
 */
export function cosineDecay({ lr, steps, min = 0 }: { lr: number; steps: number; min?: number }): Schedule {
  checkOptions("cosineDecay", { lr, steps, min });
  return (t) => min + ((lr - min) / 2) * (1 + cosine(Math.min(t / steps, 1)));
}

/**
 * Rises evenly to the first rate of a schedule within `steps` steps, then follows it from its start. Throws ValueError on
 * numbers out of range. Goyal et al. 2017; chapter 8.
 * @example
 * [0, 1, 3, 4, 5].map(warmUp(exponentialDecay({ lr: 8, factor: 0.5 }), { steps: 4 })); // [ 2, 4, 8, 8, 4 ]
 */
export function warmUp(schedule: Schedule, { steps }: { steps: number }): Schedule {
  checkOptions("warmUp", { steps });
  return (t) => (t < steps ? (schedule(0) * (t + 1)) / steps : schedule(t - steps));
}

/** cos(π x) for x from 0 to 1 by its series around ½, so that its bits are the same on every machine. */
function cosine(x: number): number {
  const z = Math.PI * (0.5 - x); // cos(π x) = sin z, |z| ≤ π/2
  let term = z;
  let sum = z;
  for (let k = 2; k <= 24; k += 2) {
    term *= -(z * z) / (k * (k + 1));
    sum += term;
  }
  return Math.max(sum, -1); // rounding must not lead below the last rate
}

function checkOptions(op: string, options: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(options)) {
    const zero = name === "min"; // the only one that may be 0
    if (Number.isFinite(value) && (value > 0 || (zero && value === 0))) continue;
    throw new ValueError({
      op,
      rule: `${name} is out of range`,
      got: String(value),
      expected: zero ? "a finite number from 0 up" : "a finite number above 0",
      hint: "warmUp(cosineDecay({ lr: 0.1, steps: 900 }), { steps: 100 })",
    });
  }
}
