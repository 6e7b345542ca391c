/** A report as lines for a terminal, or for the text of a notebook's output. */
import { details, headline, MARKS, SHOWN_IN_FULL, scored, tally } from "./lines.ts";
import type { Report } from "./report.ts";
import type { TestReport } from "./run.ts";
import { wrap } from "./words.ts";

export interface TextOptions {
  readonly colour?: boolean;
  readonly width?: number;
  /** Shown beside the score; leave it out where the text is stored. */
  readonly ms?: number;
}
type Paint = (style: keyof typeof STYLES, text: string) => string;
const STYLES = { bold: 1, soft: 2, good: 32, bad: 31, note: 33 } as const;

/** Failures show call, result and expectation; a passing test takes one line. */
export function asText(r: Report, { colour = false, width = 80, ms }: TextOptions = {}): string {
  const room = Math.max(40, Math.min(width, 110));
  const paint: Paint = (style, text) => (colour ? `\x1b[${STYLES[style]}m${text}\x1b[0m` : text);
  const time = ms === undefined ? "" : `  ${Math.round(ms)} ms`;
  const lines = [...head(r, room, time, paint), ""];
  if (r.message) lines.push(...indented(r.message, room, "  "), "");
  let full = 0;
  for (const test of r.message ? [] : r.tests) {
    const list = details(test);
    if (list.length > 0) full++;
    const open = full <= SHOWN_IN_FULL;
    lines.push(...testLines(test, open, room, paint), ...(open ? detailLines(list, room, paint) : []));
  }
  if (full > SHOWN_IN_FULL) {
    const more = `${full} facts fail; the first ${SHOWN_IN_FULL} are shown with their calls.`;
    lines.push("", ...wrap(more, room).map((line) => paint("soft", line)));
  }
  if (r.naming) lines.push("", ...namingLines(r.naming, room, paint));
  return lines.join("\n").trimEnd();
}

function head(r: Report, room: number, time: string, paint: Paint): string[] {
  const score = scored(r);
  const [title, ...more] = wrap(r.title, Math.max(20, room - score.length - time.length - r.id.length - 4));
  const gap = " ".repeat(Math.max(2, room - r.id.length - 2 - title.length - score.length - time.length));
  const full = r.score === r.points;
  return [
    `${paint("bold", r.id)}  ${title}${gap}${paint(full ? "good" : "note", score)}${paint("soft", time)}`,
    ...more.map((line) => `${" ".repeat(r.id.length + 2)}${line}`),
    bar(r.score / Math.max(1, r.points), room, paint),
  ];
}

function bar(share: number, room: number, paint: Paint): string {
  const done = Math.round(share * room);
  return `${paint("good", "━".repeat(done))}${paint("soft", "─".repeat(room - done))}`;
}

function testLines(test: TestReport, open: boolean, room: number, paint: Paint): string[] {
  const style =
    test.status === "passed" ? "good" : test.status === "failed" || test.status === "timeout" ? "bad" : "soft";
  const count = tally(test, open);
  const [first, ...more] = wrap(test.title, room - 2);
  const lines = [`${paint(style, MARKS[test.status])} ${first}`, ...more.map((line) => `  ${line}`)];
  const last = lines.at(-1)!;
  const length = (more.at(-1) ?? first).length + 4 + count.length;
  if (count && length <= room) lines[lines.length - 1] = `${last}  ${paint("soft", count)}`;
  else if (count) lines.push(`    ${paint("soft", count)}`);
  return lines;
}

function detailLines(list: readonly (readonly [string, string])[], room: number, paint: Paint): string[] {
  return list.flatMap(([label, text]) => {
    const show = (part: string): string => (label === "got" ? paint("bad", part) : part);
    const [start, ...rest] = wrap(text, room - 13);
    const first = `    ${paint("soft", label.padEnd(9))}${show(start)}`;
    return [first, ...rest.map((part) => `             ${show(part)}`)];
  });
}

function namingLines(naming: NonNullable<Report["naming"]>, room: number, paint: Paint): string[] {
  const lines = wrap(headline(naming), room - 2).map(
    (line, k) => `${paint("note", k === 0 ? "▶" : " ")} ${paint("bold", line)}`,
  );
  for (const { belief, hint } of naming.mistakes) {
    lines.push(
      ...indented(belief, room, "  "),
      ...indented(`Hint: ${hint}`, room, "  ").map((line) => paint("note", line)),
    );
  }
  return lines;
}

const indented = (text: string, room: number, by: string): string[] =>
  wrap(text, room - by.length).map((line) => by + line);
