// misconception: learns-while-predicting
/** Adds every row that it predicts to the average of its class. */
interface Centroid {
  label: number;
  mean: number[];
  count: number;
}

/** Remembers the average of each class, and gives a new row to the class whose average is nearest. */
export class TemplateMatcher {
  private centroids: Centroid[] = [];

  fit(rows: readonly (readonly number[])[], labels: readonly number[]): this {
    this.centroids = [];
    for (let i = 0; i < rows.length; i++) this.add(labels[i], rows[i]);
    this.centroids.sort((a, b) => a.label - b.label);
    return this;
  }

  template(label: number): number[] {
    const found = this.centroids.find((c) => c.label === label);
    if (!found) throw new Error(`label ${label} did not occur in fit`);
    return found.mean.slice();
  }

  predict(rows: readonly (readonly number[])[]): number[] {
    const out: number[] = [];
    for (const row of rows) {
      const label = this.nearest(row);
      out.push(label);
      this.add(label, row); // online update, keeps the averages fresh
    }
    return out;
  }

  private add(label: number, row: readonly number[]): void {
    let c = this.centroids.find((entry) => entry.label === label);
    if (!c) {
      c = { label, mean: row.map(() => 0), count: 0 };
      this.centroids.push(c);
    }
    c.count++;
    for (let j = 0; j < row.length; j++) c.mean[j] += (row[j] - c.mean[j]) / c.count;
  }

  private nearest(row: readonly number[]): number {
    let best = this.centroids[0];
    let bestD = Number.POSITIVE_INFINITY;
    for (const c of this.centroids) {
      let d = 0;
      for (let j = 0; j < row.length; j++) d += (row[j] - c.mean[j]) * (row[j] - c.mean[j]);
      if (d < bestD) {
        bestD = d;
        best = c;
      }
    }
    return best.label;
  }
}
