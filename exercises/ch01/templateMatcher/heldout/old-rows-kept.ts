// misconception: first-fit-stays
/** A second fit adds its rows to those of the first instead of forgetting them. */
export class TemplateMatcher {
  private examples: { row: number[]; label: number }[] = [];

  fit(rows: readonly (readonly number[])[], labels: readonly number[]): this {
    rows.forEach((row, i) => {
      this.examples.push({ row: [...row], label: labels[i] });
    });
    return this;
  }

  template(label: number): number[] {
    const mine = this.examples.filter((e) => e.label === label).map((e) => e.row);
    if (mine.length === 0) throw new Error(`label ${label} is not among the examples`);
    return mine[0].map((_, c) => mine.reduce((s, r) => s + r[c], 0) / mine.length);
  }

  predict(rows: readonly (readonly number[])[]): number[] {
    const labels = [...new Set(this.examples.map((e) => e.label))].sort((a, b) => a - b);
    const templates = labels.map((l) => this.template(l));
    return rows.map((row) => {
      const d = templates.map((t) => t.reduce((s, x, c) => s + (x - row[c]) ** 2, 0));
      return labels[d.indexOf(Math.min(...d))];
    });
  }
}
