/** The facts of a report in the order in which terminal and page show them. */
import { sentence } from "./naming.ts";
import type { Named, Report } from "./report.ts";
import type { Status, TestReport } from "./run.ts";

export const MARKS: Readonly<Record<Status, string>> = {
  passed: "✓",
  failed: "✗",
  timeout: "✗",
  not_run: "–",
  not_started: "○",
};
/** The same marks for somebody who listens. */
export const SPOKEN: Readonly<Record<Status, string>> = {
  passed: "passed",
  failed: "failed",
  timeout: "stopped",
  not_run: "not run",
  not_started: "not started",
};

/** How many cases there were: nothing for a single one. `open`: the smallest follows. */
export function tally({ status, cases, failed, failure }: TestReport, open = true): string {
  if (status === "not_run") return "not run";
  if (failure && failure.calls.length === 0) return failure.got;
  if (status === "not_started") return "not written yet";
  if (cases === 1) return "";
  if (status === "passed") return `${cases} cases`;
  return status === "timeout" ? "" : `${failed} of ${cases} cases fail${failure && open ? ", the smallest:" : ""}`;
}

/** What was called, what came, what was due: label and text. */
export function details({ failure }: TestReport): [label: string, text: string][] {
  if (!failure || failure.calls.length === 0) return [];
  const { calls, got, expected, where, note } = failure;
  const given = (line: string): boolean => /^[\w ]+ = /.test(line);
  const last = calls.findLastIndex((line) => !given(line)); // what was got is of this call
  const list = calls.map((line, k): [string, string] => [
    given(line) ? "given" : k === last ? "called" : "after",
    line,
  ]);
  list.push(["got", got], ["expected", expected]);
  if (where && where !== `got ${got}, expected ${expected}`) list.push(["where", where]);
  if (note) list.push(["note", note]);
  return list;
}

/** So many failures are shown with their calls; the others can be opened, or come when these are mended. */
export const SHOWN_IN_FULL = 3;

/** "7 of 12 points" */
export const scored = ({ score, points }: Report): string => `${score} of ${points} points`;

/** The headline of a named mistake. */
export const headline = (naming: Named): string => sentence(naming);
