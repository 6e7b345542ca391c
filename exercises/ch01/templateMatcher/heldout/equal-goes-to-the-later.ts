// misconception: larger-label-wins
/** Compares with <= while it goes up through the labels. */
export class TemplateMatcher {
  private labels: number[] = [];
  private means: number[][] = [];

  fit(rows: readonly (readonly number[])[], labels: readonly number[]): this {
    this.labels = Array.from(new Set(labels)).sort((a, b) => a - b);
    this.means = this.labels.map((label) => {
      const sum: number[] = new Array(rows[0].length).fill(0);
      let n = 0;
      for (let i = 0; i < rows.length; i++) {
        if (labels[i] !== label) continue;
        n++;
        for (let c = 0; c < sum.length; c++) sum[c] += rows[i][c];
      }
      return sum.map((s) => s / n);
    });
    return this;
  }

  template(label: number): number[] {
    const k = this.labels.indexOf(label);
    if (k < 0) throw new Error(`There is no template for ${label}.`);
    return [...this.means[k]];
  }

  predict(rows: readonly (readonly number[])[]): number[] {
    const out: number[] = [];
    for (const row of rows) {
      let winner = 0;
      let smallest = Number.MAX_VALUE;
      for (let k = 0; k < this.labels.length; k++) {
        let d = 0;
        for (let c = 0; c < row.length; c++) d += (row[c] - this.means[k][c]) * (row[c] - this.means[k][c]);
        if (d <= smallest) {
          smallest = d;
          winner = k;
        }
      }
      out.push(this.labels[winner]);
    }
    return out;
  }
}
