/** Points in the plane in two or more classes, drawn from a seed: for figures and first networks. Chapters 3 and 5. */
import type { Rng } from "../core/rng.ts";
import { tensor } from "../tensor/create.ts";
import type { Labelled } from "./labelled.ts";

export interface ToyOptions {
  readonly rng: Rng;
  /** Standard deviation of what is added to both coordinates. */
  readonly noise?: number;
}

/**
 * Two half circles that reach into each other, `count` points, classes in turn.
 * @example
 * moons(100, { rng: new Rng(1) }).x.shape; // [ 100, 2 ]
 */
export function moons(count: number, { rng, noise = 0.1 }: ToyOptions): Labelled {
  return points(count, { rng, noise }, (i) => {
    const angle = rng.uniform(0, Math.PI);
    return i % 2 === 0 ? [Math.cos(angle), Math.sin(angle)] : [1 - Math.cos(angle), 0.5 - Math.sin(angle)];
  });
}

/**
 * A ring of radius 1 (class 0) around one of half its radius (class 1).
 * @example
 * [...circles(4, { rng: new Rng(1) }).y]; // [ 0, 1, 0, 1 ]
 */
export function circles(count: number, { rng, noise = 0.1 }: ToyOptions): Labelled {
  return points(count, { rng, noise }, (i) => {
    const [angle, radius] = [rng.uniform(0, 2 * Math.PI), i % 2 === 0 ? 1 : 0.5];
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}

/**
 * Arms that wind once around the middle, one for each class.
 * @example
 * [...spirals(6, { rng: new Rng(1), arms: 3 }).y]; // [ 0, 1, 2, 0, 1, 2 ]
 */
export function spirals(count: number, { rng, noise = 0.05, arms = 2 }: ToyOptions & { arms?: number }): Labelled {
  return points(
    count,
    { rng, noise },
    (i) => {
      const along = rng.uniform(0.1, 1);
      const angle = 2 * Math.PI * (along + (i % arms) / arms);
      return [along * Math.cos(angle), along * Math.sin(angle)];
    },
    arms,
  );
}

function points(
  count: number,
  { rng, noise = 0 }: ToyOptions,
  place: (i: number) => [x: number, y: number],
  classes = 2,
): Labelled {
  const rows = Array.from({ length: count }, (_, i) => place(i).map((v) => v + rng.normal(0, noise)));
  return { x: tensor(rows.flat(), { shape: [count, 2] }), y: Int32Array.from(rows, (_, i) => i % classes) };
}
