/** How far a statistic can be trusted, found out by drawing again from the sample that there is. Chapter 2. */
import { ValueError } from "../core/errors.ts";
import { checkRng, type Rng } from "../core/rng.ts";

type Sample = ArrayLike<number>;

/**
 * The number below which a share q of these numbers lies: place q·(n − 1) of the sorted list, interpolated between places.
 * Throws ValueError without numbers or for q outside 0 to 1.
 * @example
 * quantile([10, 0, 5, 5], 0.9); // 8.5
 */
export function quantile(values: Sample, q: number): number {
  checkShare("quantile", q);
  checkSome("quantile", values);
  const sorted = Float64Array.from(values).sort();
  const place = q * (sorted.length - 1);
  const [below, above] = [Math.floor(place), Math.ceil(place)];
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

export interface BootstrapOptions {
  readonly rng: Rng;
  /** The share of resampled statistics between the two ends. */
  readonly level?: number;
  readonly resamples?: number;
  /** What is computed of each resample. */
  readonly statistic?: (values: Float64Array) => number;
}

/**
 * An interval for a statistic of a sample, the mean unless told otherwise, by the percentile bootstrap: samples of the same
 * size are drawn from the sample, with replacement. Throws ValueError. Efron 1979; chapter 2.
 * @example
 * bootstrapCI([6, -2, 9, -4, 12, 3], { rng: new Rng(1) }).map((end) => end.toFixed(2)); // [ '-0.83', '8.50' ]
 */
export function bootstrapCI(
  values: Sample,
  { rng, level = 0.95, resamples = 2000, statistic = meanOf }: BootstrapOptions,
): [low: number, high: number] {
  checkShare("bootstrapCI", level);
  checkSome("bootstrapCI", values);
  checkRng("bootstrapCI", rng);
  const statistics = Float64Array.from({ length: resamples }, () =>
    statistic(Float64Array.from(values, () => values[rng.int(values.length)])),
  );
  return [quantile(statistics, (1 - level) / 2), quantile(statistics, (1 + level) / 2)];
}

export interface PermutationTestOptions {
  readonly rng: Rng;
  readonly permutations?: number;
  /** Whether a[i] and b[i] belong together, such as two answers to one question. */
  readonly paired?: boolean;
}

/**
 * How often chance alone makes the means of a and b differ at least as much as they do: the numbers change sides at random,
 * within pairs or among all. The data themselves count as one of the draws, so that the answer is never 0. Throws ValueError.
 * Wasserman 2004, section 10.5; chapter 2.
 * @example
 * permutationTest([5, 6, 7], [1, 2, 3], { rng: new Rng(1) }).toFixed(2); // 0.10
 */
export function permutationTest(
  a: Sample,
  b: Sample,
  { rng, permutations = 2000, paired = false }: PermutationTestOptions,
): number {
  checkSome("permutationTest", a);
  checkSome("permutationTest", b);
  checkRng("permutationTest", rng);
  if (paired && a.length !== b.length) throw unpaired(a.length, b.length);
  const draw = paired ? pairsTurned(a, b, rng) : sidesDrawn(a, b, rng);
  const seen = Math.abs(meanOf(a) - meanOf(b)) * (1 - 1e-12); // sums in another order differ by rounding
  let asMuch = 1;
  for (let k = 0; k < permutations; k++) if (Math.abs(draw()) >= seen) asMuch++;
  return asMuch / (permutations + 1);
}

/** The difference of the means when the two of each pair change places with probability ½. */
function pairsTurned(a: Sample, b: Sample, rng: Rng): () => number {
  const differences = Float64Array.from(a, (x, i) => x - b[i]);
  return () => meanOf(differences.map((d) => (rng.bernoulli(0.5) ? d : -d)));
}

/** The difference of the means when all numbers are dealt out again. */
function sidesDrawn(a: Sample, b: Sample, rng: Rng): () => number {
  const all = Float64Array.from([...Array.from(a), ...Array.from(b)]);
  return () => {
    rng.shuffle(all);
    return meanOf(all.subarray(0, a.length)) - meanOf(all.subarray(a.length));
  };
}

function meanOf(values: Sample): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i];
  return total / values.length;
}

function checkShare(op: string, q: number): void {
  if (q >= 0 && q <= 1) return;
  const [rule, expected] = ["this is no share", "a number from 0 to 1"];
  throw new ValueError({ op, rule, got: String(q), expected, hint: "0.5 is the middle" });
}

function checkSome(op: string, values: Sample): void {
  if (values.length > 0) return;
  const [rule, expected] = ["there are no numbers", "at least one"];
  throw new ValueError({ op, rule, got: "an empty list", expected, hint: "look at what selected them" });
}

function unpaired(m: number, n: number): ValueError {
  return new ValueError({
    op: "permutationTest",
    rule: "pairs need equally long lists",
    got: `${m} and ${n} numbers`,
    expected: "one of b for each of a",
    hint: "paired: false compares groups of different people",
  });
}
