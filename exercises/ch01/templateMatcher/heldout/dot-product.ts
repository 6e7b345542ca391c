// misconception: largest-product
/** Gives the row to the template with the largest scalar product. */
type Row = readonly number[];

const dot = (a: Row, b: Row): number => a.reduce((s, x, i) => s + x * b[i], 0);

export class TemplateMatcher {
  private templates: Record<string, number[]> = {};

  fit(rows: readonly Row[], labels: readonly number[]): this {
    const counts: Record<string, number> = {};
    const sums: Record<string, number[]> = {};
    for (let i = 0; i < rows.length; i++) {
      const key = String(labels[i]);
      counts[key] = (counts[key] ?? 0) + 1;
      sums[key] = sums[key] ? sums[key].map((s, c) => s + rows[i][c]) : [...rows[i]];
    }
    this.templates = {};
    for (const key of Object.keys(sums)) this.templates[key] = sums[key].map((s) => s / counts[key]);
    return this;
  }

  template(label: number): number[] {
    const t = this.templates[String(label)];
    if (t === undefined) throw new Error(`label ${label} did not occur`);
    return [...t];
  }

  predict(rows: readonly Row[]): number[] {
    const labels = Object.keys(this.templates)
      .map(Number)
      .sort((a, b) => a - b);
    return rows.map((row) =>
      labels.reduce((best, label) =>
        dot(row, this.templates[String(label)]) > dot(row, this.templates[String(best)]) ? label : best,
      ),
    );
  }
}
