// misconception: place-for-label
/** Answers with the place of the template in its sorted list, not with the label. */
interface Entry {
  label: number;
  mean: number[];
}

export class TemplateMatcher {
  #entries: Entry[] = [];

  fit(rows: readonly (readonly number[])[], labels: readonly number[]): this {
    const sums = new Map<number, { total: number[]; count: number }>();
    rows.forEach((row, i) => {
      const entry = sums.get(labels[i]) ?? { total: row.map(() => 0), count: 0 };
      row.forEach((x, c) => {
        entry.total[c] += x;
      });
      entry.count++;
      sums.set(labels[i], entry);
    });
    this.#entries = [...sums]
      .map(([label, { total, count }]) => ({ label, mean: total.map((x) => x / count) }))
      .sort((a, b) => a.label - b.label);
    return this;
  }

  template(label: number): number[] {
    const entry = this.#entries.find((e) => e.label === label);
    if (entry === undefined) throw new Error(`unknown label ${label}`);
    return entry.mean.slice();
  }

  predict(rows: readonly (readonly number[])[]): number[] {
    return rows.map((row) => {
      const distances = this.#entries.map(({ mean }) => Math.hypot(...mean.map((m, c) => m - row[c])));
      return distances.indexOf(Math.min(...distances));
    });
  }
}
