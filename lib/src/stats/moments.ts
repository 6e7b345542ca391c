/** Mean and variance of numbers that come one at a time and are not kept. Chapter 2. */

/**
 * Mean and variance of all numbers pushed so far, without their squares being summed, so that numbers far from 0 lose
 * nothing. Welford 1962; chapter 2.
 * @example
 * const seen = new RunningMoments();
 * for (const x of [6, -2, 9]) seen.push(x + 1e9);
 * [seen.count, seen.mean - 1e9, seen.variance().toFixed(4)]; // [ 3, 4.333333373069763, '21.5556' ]
 */
export class RunningMoments {
  #count = 0;
  #mean = 0;
  #squares = 0; // Σ (x − mean)²

  /** How many numbers were seen. */
  get count(): number {
    return this.#count;
  }

  /** Their mean; NaN when nothing was seen. */
  get mean(): number {
    return this.#count === 0 ? NaN : this.#mean;
  }

  /** Takes one more number into account. */
  push(x: number): void {
    this.#count++;
    const before = x - this.#mean;
    this.#mean += before / this.#count;
    this.#squares += before * (x - this.#mean);
  }

  /** The variance: divided by the count, or by the count less the correction. NaN when that is not above 0. */
  variance({ correction = 0 }: { correction?: number } = {}): number {
    const degrees = this.#count - correction;
    return degrees > 0 ? this.#squares / degrees : NaN;
  }

  /** What one would know who had seen the numbers of both. Chan et al. 1983. */
  merge(other: RunningMoments): RunningMoments {
    const both = new RunningMoments();
    both.#count = this.#count + other.#count;
    if (both.#count === 0) return both;
    const gap = other.#mean - this.#mean;
    both.#mean = this.#mean + (gap * other.#count) / both.#count;
    both.#squares = this.#squares + other.#squares + (gap * gap * this.#count * other.#count) / both.#count;
    return both;
  }
}
