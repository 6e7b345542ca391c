// misconception: sum-not-mean and no-guard
/** Keeps the sums of the rows, and answers an unknown label with an empty list. */
export class TemplateMatcher {
  private totals = new Map<number, number[]>();

  fit(rows: readonly (readonly number[])[], labels: readonly number[]): this {
    const totals = new Map<number, number[]>();
    rows.forEach((row, i) => {
      const before = totals.get(labels[i]);
      totals.set(labels[i], before ? before.map((t, c) => t + row[c]) : [...row]);
    });
    this.totals = totals;
    return this;
  }

  template(label: number): number[] {
    return [...(this.totals.get(label) ?? [])];
  }

  predict(rows: readonly (readonly number[])[]): number[] {
    return rows.map((row) => {
      let answer: [label: number, d2: number] | undefined;
      for (const [label, t] of this.totals) {
        const d2 = t.reduce((s, x, c) => s + (x - row[c]) ** 2, 0);
        if (!answer || d2 < answer[1] || (d2 === answer[1] && label < answer[0])) answer = [label, d2];
      }
      return answer ? answer[0] : Number.NaN;
    });
  }
}
