/** Forward mode: numbers that carry a slope along. Chapter 7. */

/**
 * A number and how fast it changes: a + b ε with ε² = 0. Every operation computes both.
 * @example
 * const x = new Dual(3, 1); // x changes as fast as itself
 * x.mul(x).slope; // 6
 */
export class Dual {
  readonly value: number;
  readonly slope: number;

  constructor(value: number, slope = 0) {
    this.value = value;
    this.slope = slope;
  }

  // #region rules
  add(b: Dual | number): Dual {
    const { value, slope } = lift(b);
    return new Dual(this.value + value, this.slope + slope);
  }
  sub(b: Dual | number): Dual {
    const { value, slope } = lift(b);
    return new Dual(this.value - value, this.slope - slope);
  }
  mul(b: Dual | number): Dual {
    const { value, slope } = lift(b);
    return new Dual(this.value * value, this.slope * value + this.value * slope);
  }
  /** Any function of one number, given its value and its slope here. */
  chain(value: number, slope: number): Dual {
    return new Dual(value, slope * this.slope);
  }
  square(): Dual {
    return this.chain(this.value ** 2, 2 * this.value);
  }
  relu(): Dual {
    return this.chain(Math.max(0, this.value), this.value > 0 ? 1 : 0);
  }
  exp(): Dual {
    return this.chain(Math.exp(this.value), Math.exp(this.value));
  }
  // #endregion rules
  div(b: Dual | number): Dual {
    const { value, slope } = lift(b);
    return new Dual(this.value / value, (this.slope * value - this.value * slope) / value ** 2);
  }
  log(): Dual {
    return this.chain(Math.log(this.value), 1 / this.value);
  }
  sin(): Dual {
    return this.chain(Math.sin(this.value), Math.cos(this.value));
  }
  cos(): Dual {
    return this.chain(Math.cos(this.value), -Math.sin(this.value));
  }
  tanh(): Dual {
    const t = Math.tanh(this.value);
    return this.chain(t, 1 - t * t);
  }
}

/** A plain number does not change. */
const lift = (b: Dual | number): Dual => (typeof b === "number" ? new Dual(b) : b);

/**
 * The derivative of a function of one number, by one pass forward: exact to rounding, with no step to choose. Chapter 7.
 * @example
 * derivative((x) => x.mul(x).mul(x))(2); // 12
 */
export const derivative =
  (f: (x: Dual) => Dual): ((x: number) => number) =>
  (x) =>
    f(new Dual(x, 1)).slope;
