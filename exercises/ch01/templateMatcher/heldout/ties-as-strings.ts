// misconception: labels-as-text
/** Sorts the labels without a comparison, so that of 10 and 9 the 10 comes first and wins a tie. */
function meanOf(rows: readonly (readonly number[])[]): number[] {
  const total = rows[0].map(() => 0);
  for (const row of rows) for (let c = 0; c < row.length; c++) total[c] += row[c];
  return total.map((t) => t / rows.length);
}

export class TemplateMatcher {
  private table: [number, number[]][] = [];

  fit(rows: readonly (readonly number[])[], labels: readonly number[]): this {
    const classes = [...new Set(labels)].sort();
    this.table = classes.map((k) => [k, meanOf(rows.filter((_, i) => labels[i] === k))]);
    return this;
  }

  template(label: number): number[] {
    for (const [k, mean] of this.table) if (k === label) return [...mean];
    throw new Error(`${label} is no label`);
  }

  predict(rows: readonly (readonly number[])[]): number[] {
    const nearest = (row: readonly number[]): number => {
      let best = this.table[0][0];
      let shortest = Infinity;
      this.table.forEach(([k, mean]) => {
        const d = mean.reduce((s, m, c) => s + (m - row[c]) ** 2, 0);
        if (d < shortest) [best, shortest] = [k, d];
      });
      return best;
    };
    return rows.map(nearest);
  }
}
