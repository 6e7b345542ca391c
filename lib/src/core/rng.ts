/**
 * Random numbers with a visible seed, equal to the bit on every machine. Chapter 2 tests them, chapter 9 draws weights.
 *
 * The generator is sfc32 (Chris Doty-Humphrey's Small Fast Counting generator): 32-bit integers only. Normal numbers come
 * from one uniform number through the inverse normal distribution, computed with + − × ÷ alone (normal-quantile.ts),
 * because Math.log and Math.cos may differ in their last bit between JavaScript engines.
 */
import { described } from "./described.ts";
import { ValueError } from "./errors.ts";
import { normalQuantile } from "./normal-quantile.ts";

/**
 * A stream of random numbers from a seed; the same seed gives the same stream everywhere. Chapter 2.
 * @example
 * const rng = new Rng(1);
 * [rng.int(6), rng.uniform(), rng.normal()]; // [ 4, 0.2516580285559511, 0.4298038411408352 ]
 */
export class Rng {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  /** A stream of numbers; the same seed (a whole number) gives the same stream. Throws ValueError on other seeds. */
  constructor(seed: number) {
    if (!Number.isSafeInteger(seed)) throw badSeed(seed);
    this.#a = seed | 0;
    this.#b = Math.floor(seed / 4294967296) | 0;
    this.#c = 0;
    for (let i = 0; i < 15; i++) this.bits(); // mix the seed into all 128 bits
  }

  /** The next 32 random bits, as a number from 0 to 2³² − 1. */
  bits(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    this.#c |= 0;
    return sum >>> 0;
  }

  /** A number from low (included) to high (excluded), 53 random bits. */
  uniform(low = 0, high = 1): number {
    const unit = ((this.bits() >>> 5) * 67108864 + (this.bits() >>> 6)) / 9007199254740992;
    const x = low + (high - low) * unit;
    return x < high || high <= low ? x : low; // rounding may reach high; it is not part of the range
  }

  /** A normally distributed number. */
  normal(mean = 0, std = 1): number {
    const unit = ((this.bits() >>> 6) * 67108864 + (this.bits() >>> 6) + 0.5) / 4503599627370496; // never 0, never 1
    return mean + std * normalQuantile(unit);
  }

  /** A whole number from 0 to count − 1, each equally likely. Throws ValueError unless 1 ≤ count ≤ 2³². */
  int(count: number): number {
    if (!Number.isInteger(count) || count < 1 || count > 4294967296) throw badCount(count);
    const fair = 4294967296 - (4294967296 % count); // beyond it the first remainders would come more often
    let x = this.bits();
    while (x >= fair) x = this.bits();
    return x % count;
  }

  /** 1 with probability p, else 0. Throws ValueError unless 0 ≤ p ≤ 1. */
  bernoulli(p: number): 0 | 1 {
    if (!(p >= 0 && p <= 1)) throw badProbabilities("bernoulli", String(p), "a probability from 0 to 1");
    return this.uniform() < p ? 1 : 0;
  }

  /** An index, drawn with these probabilities. Throws ValueError unless they are at least 0 and sum to 1 within 10⁻⁶. */
  categorical(p: ArrayLike<number>): number {
    const [u, total] = [this.uniform(), Array.from(p).reduce((sum, x) => (x >= 0 ? sum + x : NaN), 0)];
    if (!(Math.abs(total - 1) <= 1e-6))
      throw badProbabilities("categorical", `${described(p)} with sum ${total}`, "numbers from 0 up that sum to 1");
    let last = 0;
    for (let k = 0, sum = 0; k < p.length; k++) {
      sum += p[k];
      if (u < sum) return k;
      if (p[k] > 0) last = k;
    }
    return last; // the sums are rounded: u may lie beyond the last of them
  }

  /** Shuffles a list in place (Fisher and Yates) and returns it. */
  shuffle<T extends { [index: number]: unknown; readonly length: number }>(list: T): T {
    for (let i = list.length - 1; i > 0; i--) {
      const j = this.int(i + 1);
      [list[i], list[j]] = [list[j], list[i]];
    }
    return list;
  }

  /** The numbers 0 to count − 1 in random order. */
  permutation(count: number): Int32Array {
    return this.shuffle(Int32Array.from({ length: count }, (_, i) => i));
  }

  /** A new stream, seeded from this one: give each part of a program its own, so that one cannot disturb the other. */
  fork(): Rng {
    return new Rng((this.bits() >>> 11) * 4294967296 + this.bits());
  }
}

function badSeed(seed: number): ValueError {
  return new ValueError({
    op: "Rng",
    rule: "the seed is not a whole number",
    got: String(seed),
    expected: "a whole number between −(2⁵³ − 1) and 2⁵³ − 1",
    hint: "new Rng(1)",
  });
}

function badCount(count: number): ValueError {
  return new ValueError({
    op: "int",
    rule: "the count is not usable",
    got: String(count),
    expected: "a whole number from 1 to 2³²",
    hint: "rng.int(6) + 1 throws a die",
  });
}

function badProbabilities(op: string, got: string, expected: string): ValueError {
  const hint = "scores become probabilities by softmax, counts by dividing through their sum";
  return new ValueError({ op, rule: "these are no probabilities", got, expected, hint });
}

/** Throws ValueError unless this is a source of random numbers: all randomness of the library is passed in. */
export function checkRng(op: string, rng: unknown): void {
  if (rng instanceof Rng) return;
  throw new ValueError({
    op,
    rule: "random numbers need a source",
    got: described(rng),
    expected: "an Rng",
    hint: "{ rng: new Rng(1) } among the options",
  });
}
