/**
 * Learning is one average for each class, made from the training rows and never touched again: `predict` only measures.
 * Distances to the means say which class is near; the smallest wins.
 */
export class TemplateMatcher {
  private labels: number[] = [];
  private means: number[][] = [];

  fit(rows: readonly (readonly number[])[], labels: readonly number[]): this {
    this.labels = [...new Set(labels)].sort((a, b) => a - b);
    this.means = this.labels.map((label) => {
      const own = rows.filter((_, i) => labels[i] === label);
      return own[0].map((_, c) => own.reduce((sum, row) => sum + row[c], 0) / own.length);
    });
    return this;
  }

  template(label: number): number[] {
    const at = this.labels.indexOf(label);
    if (at < 0) throw new Error(`TemplateMatcher: no class ${label}`);
    return [...this.means[at]];
  }

  predict(rows: readonly (readonly number[])[]): number[] {
    return rows.map((row) => {
      const distances = this.means.map((mean) => mean.reduce((sum, m, c) => sum + (row[c] - m) ** 2, 0));
      return this.labels[distances.indexOf(Math.min(...distances))];
    });
  }
}
