/**
 * Times contestants in turns, in one process, so that whatever slows the machine down slows all of them. Time is what the
 * processor spent on this process, all its threads together: programs that run beside it do not count.
 */

/** One library's way of doing one piece of work. */
export interface Contestant {
  readonly name: string;
  /** Called before its turn. */
  enter?(): unknown;
  /** Does the work once; awaited if it gives a promise. */
  run(): unknown;
  /** Does the work once and gives its numbers, by which the contestants are compared before they are timed. */
  result(): Numbers | Promise<Numbers>;
}

export type Numbers = ArrayLike<number>;

/** Seconds for one run, one entry for each round. */
export type Times = readonly number[];

export interface RaceOptions {
  readonly rounds: number;
  /** Milliseconds of one turn. */
  readonly turn: number;
}

/** So many rounds are enough for a contestant that has had this much time: its runs are long and steady. */
const ENOUGH = { rounds: 5, seconds: 3 };

/** Every contestant in every round, each time in another order. Runs before the first round are not timed. */
export async function race(contestants: readonly Contestant[], { rounds, turn }: RaceOptions): Promise<Times[]> {
  const repeats: number[] = [];
  for (const one of contestants) repeats.push(await calibrate(one, turn));
  const times = contestants.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < contestants.length; i++) {
      const k = (i + round) % contestants.length;
      const spent = repeats[k] * times[k].reduce((sum, time) => sum + time, 0);
      if (round >= ENOUGH.rounds && spent > ENOUGH.seconds) continue;
      times[k].push((await timed(contestants[k], repeats[k])) / repeats[k]);
    }
  }
  return times;
}

/** How often to repeat a run to fill a turn, after enough runs for the compiler to settle. */
async function calibrate(one: Contestant, turn: number): Promise<number> {
  let repeats = 1;
  for (let warm = 0, last = 0; warm < turn * 10; warm += last) {
    last = Math.max((await timed(one, repeats)) * 1000, 0.01);
    if (last < turn / 2) repeats *= 2;
    else repeats = Math.max(1, Math.round((repeats * turn) / last));
  }
  return repeats;
}

async function timed(one: Contestant, repeats: number): Promise<number> {
  await one.enter?.();
  const start = process.cpuUsage();
  for (let i = 0; i < repeats; i++) {
    const done = one.run();
    if (done instanceof Promise) await done;
  }
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** The fastest round: what disturbs a run makes it slower, never faster. */
export const best = (times: Times): number => Math.min(...times);

/** Whether two results agree: the same count of numbers, and no difference beyond a thousandth of the largest. */
export function agree(a: Numbers, b: Numbers): boolean {
  if (a.length !== b.length) return false;
  let largest = 1e-6;
  for (let i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i]));
  for (let i = 0; i < a.length; i++) if (!(Math.abs(a[i] - b[i]) <= 1e-3 * largest)) return false;
  return true;
}
