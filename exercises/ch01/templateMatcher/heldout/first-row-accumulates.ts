// misconception: none
/** Adds the rows of a class up in the first of them, which belongs to the caller. */
/** Remembers the average of each class, and gives a new row to the class whose average is nearest. */
export class TemplateMatcher {
  labels: number[] = [];
  averages: number[][] = [];

  fit(rows: readonly (readonly number[])[], labels: readonly number[]): this {
    const total = new Map<number, number[]>();
    const count = new Map<number, number>();
    for (let i = 0; i < rows.length; i++) {
      const label = labels[i];
      const sum = total.get(label);
      if (sum === undefined) {
        total.set(label, rows[i] as number[]);
        count.set(label, 1);
        continue;
      }
      for (let c = 0; c < sum.length; c++) sum[c] += rows[i][c];
      count.set(label, count.get(label)! + 1);
    }
    this.labels = [...total.keys()].sort((a, b) => a - b);
    this.averages = this.labels.map((label) => total.get(label)!.map((s) => s / count.get(label)!));
    return this;
  }

  template(label: number): number[] {
    const place = this.labels.indexOf(label);
    if (place < 0) throw new Error(`There is no label ${label}.`);
    return this.averages[place].slice();
  }

  predict(rows: readonly (readonly number[])[]): number[] {
    return rows.map((row) => {
      let at = 0;
      let least = Infinity;
      this.averages.forEach((average, i) => {
        let d = 0;
        for (let c = 0; c < row.length; c++) d += (row[c] - average[c]) ** 2;
        if (d < least) {
          least = d;
          at = i;
        }
      });
      return this.labels[at];
    });
  }
}
