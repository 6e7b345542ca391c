/**
 * A term that is above 0 has the slope of what stands inside it, any other has none: that also settles the kink. With
 * many classes each rival within the margin has slope 1, and the right class answers for all of them.
 */
type Rows = readonly (readonly number[])[];

export function hingeBinary(scores: readonly number[], labels: readonly number[]): number {
  check(scores, labels, (y) => y === 1 || y === -1);
  return scores.reduce((sum, s, i) => sum + Math.max(0, 1 - labels[i] * s), 0) / scores.length;
}

export function hingeBinaryGradient(scores: readonly number[], labels: readonly number[]): number[] {
  check(scores, labels, (y) => y === 1 || y === -1);
  return scores.map((s, i) => (1 - labels[i] * s > 0 ? -labels[i] / scores.length : 0));
}

export function hingeMulti(rows: Rows, labels: readonly number[]): number {
  check(rows, labels, (y, i) => rows[i][y] !== undefined);
  const losses = rows.map((row, i) => row.reduce((sum, s, j) => sum + Math.max(0, term(row, s, j, labels[i])), 0));
  return losses.reduce((sum, loss) => sum + loss, 0) / rows.length;
}

export function hingeMultiGradient(rows: Rows, labels: readonly number[]): number[][] {
  check(rows, labels, (y, i) => rows[i][y] !== undefined);
  return rows.map((row, i) => {
    const slopes = row.map((s, j) => (term(row, s, j, labels[i]) > 0 ? 1 / rows.length : 0));
    slopes[labels[i]] = -slopes.reduce((sum, slope) => sum + slope, 0);
    return slopes;
  });
}

/** What stands in the maximum for class j; the right class is no rival of itself. */
function term(row: readonly number[], s: number, j: number, y: number): number {
  return j === y ? 0 : 1 + s - row[y];
}

function check(given: readonly unknown[], labels: readonly number[], fits: (y: number, i: number) => boolean): void {
  if (given.length === 0 || given.length !== labels.length)
    throw new Error(`${given.length} examples and ${labels.length} labels`);
  const odd = labels.find((y, i) => !fits(y, i));
  if (odd !== undefined) throw new Error(`the label ${odd} is none of the classes`);
}
