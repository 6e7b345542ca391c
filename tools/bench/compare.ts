/** Runs one row: all contestants check each other's numbers, race, and the times become ratios. */
import { agree, best, type Contestant, type RaceOptions, race } from "./measure.ts";
import { type Mode, ours } from "./ours.ts";
import type { Peer } from "./peers/peer.ts";
import type { Limit } from "./probe.ts";
import type { Row } from "./rows.ts";

/** One row in one mode. Ratios above 1: we are that many times faster. */
export interface Outcome {
  readonly id: string;
  readonly title: string;
  readonly mode: Mode;
  /** Of what 128-bit SIMD can do on this machine; null where it is not counted. */
  readonly share: number | null;
  readonly ratios: Readonly<Record<string, number>>;
  /** Microseconds of one operation, in rows that are about one operation. */
  readonly micros: number | null;
}

export interface Compared {
  readonly outcomes: readonly Outcome[];
  /** What could not take part, and why. */
  readonly notes: readonly string[];
}

/** Peers that the row is about; the readable backend meets only plain JavaScript. */
const invited = (row: Row, peers: readonly Peer[]): readonly Peer[] =>
  peers.filter(({ name }) => (name === "tfjs-cpu") === (row.modes?.includes("reference") ?? false));

export async function compare(row: Row, peers: readonly Peer[], limit: Limit, options: RaceOptions): Promise<Compared> {
  const modes = row.modes ?? ["default", "relaxed"];
  const own = modes.map((mode) => ours(row.program, mode));
  const notes: string[] = [];
  const others: Contestant[] = [];
  const expected = await own[0].result();
  for (const peer of invited(row, peers)) {
    const contestant = await attempt(peer, row, notes);
    if (contestant === null) continue;
    const right = await checked(contestant, expected, row, notes);
    if (right) others.push(contestant);
  }
  const times = await race([...own, ...others], options);
  const outcomes = modes.map((mode, i): Outcome => {
    const seconds = best(times[i]);
    const ratios = others.map(({ name }, k) => [name, best(times[own.length + k]) / seconds] as const);
    return {
      id: row.id,
      title: row.title,
      mode,
      share: shareOf(row, seconds, limit),
      ratios: Object.fromEntries(ratios),
      micros: row.operations ? (seconds * 1e6) / row.operations : null,
    };
  });
  return { outcomes, notes };
}

async function attempt(peer: Peer, row: Row, notes: string[]): Promise<Contestant | null> {
  try {
    return await peer.make(row.program);
  } catch (error) {
    notes.push(`${row.title}: ${peer.name} cannot (${firstLine(error)})`);
    return null;
  }
}

/** A library that computes something else must not be timed against. */
async function checked(
  contestant: Contestant,
  expected: ArrayLike<number>,
  row: Row,
  notes: string[],
): Promise<boolean> {
  try {
    await contestant.enter?.();
    if (agree(expected, await contestant.result())) return true;
    notes.push(`${row.title}: ${contestant.name} computes other numbers, left out`);
  } catch (error) {
    notes.push(`${row.title}: ${contestant.name} cannot (${firstLine(error)})`);
  }
  return false;
}

const firstLine = (error: unknown): string =>
  String(error instanceof Error ? error.message : error)
    .split("\n")[0]
    .slice(0, 120);

function shareOf({ flops, bytes }: Row, seconds: number, limit: Limit): number | null {
  if (flops) return flops / seconds / limit.flops;
  if (bytes) return bytes / seconds / limit.bytes;
  return null;
}
