// misconception: labels-as-text
/** Keeps the means in an object and sorts its keys, which are text. */
/** Remembers the average of each class, and gives a new row to the class whose average is nearest. */
export class TemplateMatcher {
  private means: Record<string, number[]> = {};

  fit(rows: readonly (readonly number[])[], labels: readonly number[]): this {
    const sums: Record<string, number[]> = {};
    const counts: Record<string, number> = {};
    rows.forEach((row, i) => {
      const key = String(labels[i]);
      sums[key] ??= new Array(row.length).fill(0);
      counts[key] = (counts[key] ?? 0) + 1;
      row.forEach((v, c) => {
        sums[key][c] += v;
      });
    });
    this.means = {};
    for (const key of Object.keys(sums)) this.means[key] = sums[key].map((s) => s / counts[key]);
    return this;
  }

  template(label: number): number[] {
    const mean = this.means[label];
    if (!mean) throw new Error(`unknown label: ${label}`);
    return [...mean];
  }

  predict(rows: readonly (readonly number[])[]): number[] {
    const keys = Object.keys(this.means).sort(); // smallest label first, so that it wins a tie
    return rows.map((row) => {
      const distances = keys.map((key) => this.means[key].reduce((s, m, c) => s + (m - row[c]) ** 2, 0));
      return Number(keys[distances.indexOf(Math.min(...distances))]);
    });
  }
}
