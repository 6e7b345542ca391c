/** Prints the table, says which targets are missed, and keeps the figures for the book: ratios, never times. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { root } from "../root.ts";
import type { Outcome } from "./compare.ts";
import type { Peer } from "./peers/peer.ts";
import { type Row, rows } from "./rows.ts";

const file = join(root, "book", "data", "bench.json");

/** A figure beside what was aimed for. */
export interface Judged {
  readonly what: string;
  readonly value: number;
  readonly target: number;
}

/** Every target of an outcome that could be judged. */
export function judge(row: Row, { mode, share, ratios, title }: Outcome): Judged[] {
  const judged: Judged[] = [];
  const least = row.share?.[mode];
  if (least !== undefined && share !== null)
    judged.push({ what: `${title} (${mode}), share of the limit`, value: share, target: least });
  for (const [peer, wanted] of Object.entries(row.targets ?? {})) {
    const target = mode === "default" ? wanted * 0.9 : wanted; // without fused multiply-add, within 10 %
    if (peer in ratios) judged.push({ what: `${title} (${mode}) against ${peer}`, value: ratios[peer], target });
  }
  return judged;
}

/** What is less than half of the figure on record, or of the target where that is lower. A new row has no record yet. */
export const farOff = (judged: readonly Judged[], record: Readonly<Record<string, number>>): Judged[] =>
  judged.filter(({ what, value, target }) => what in record && value < Math.min(target, record[what]) / 2);

/** The figures on record. */
export function onRecord(): Readonly<Record<string, number>> {
  if (!existsSync(file)) return {};
  const { rows: outcomes } = JSON.parse(readFileSync(file, "utf8")) as { rows: Outcome[] };
  const judged = outcomes.flatMap((outcome) => {
    const row = rows.find(({ id }) => id === outcome.id);
    return row ? judge(row, outcome) : [];
  });
  return Object.fromEntries(judged.map(({ what, value }) => [what, value]));
}

const COLUMNS = [48, 10, 8, 8];

export function printHeader(peers: readonly Peer[]): void {
  console.log(cells(["", "mode", "limit", "µs/op", ...peers.map(({ name }) => name)]));
}

export function printOutcome({ title, mode, share, micros, ratios }: Outcome, peers: readonly Peer[]): void {
  const against = peers.map(({ name }) => (name in ratios ? `${figure(ratios[name])} ×` : "·"));
  const part = share === null ? "·" : `${Math.round(share * 100)} %`;
  console.log(cells([title, mode, part, micros === null ? "" : micros.toFixed(3), ...against]));
}

const cells = (list: readonly string[]): string =>
  list.map((cell, i) => (i < 2 ? cell.padEnd(COLUMNS[i]) : cell.padStart(COLUMNS[i] ?? 17))).join("");

/** Two significant digits, three from 100 up. */
const figure = (x: number): string => (x >= 100 ? String(Math.round(x)) : x.toPrecision(2));

/** What the book's table and plot are made of. */
export function writeForBook(outcomes: readonly Outcome[], peers: readonly Peer[], notes: readonly string[]): string {
  const round = (x: number | null): number | null => (x === null ? null : Number(x.toPrecision(3)));
  const data = {
    date: new Date().toISOString().slice(0, 10),
    machine: {
      processor: cpus()[0]?.model.trim() ?? "unknown",
      cores: cpus().length,
      system: process.platform,
      node: process.version,
    },
    peers: Object.fromEntries(peers.map(({ name, title }) => [name, title])),
    rows: outcomes.map(({ id, title, mode, share, ratios, micros }) => ({
      id,
      title,
      mode,
      share: round(share),
      microseconds: round(micros),
      ratios: Object.fromEntries(Object.entries(ratios).map(([name, value]) => [name, round(value)])),
    })),
    notes,
  };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(data, null, 2)}\n`);
  return "book/data/bench.json";
}
