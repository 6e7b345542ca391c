// misconception: first-met-wins
/** Walks through the templates in the order in which the labels were met. */
/** Remembers the average of each class, and gives a new row to the class whose average is nearest. */
export class TemplateMatcher {
  private templates = new Map<number, number[]>();

  fit(rows: readonly (readonly number[])[], labels: readonly number[]): this {
    const groups = new Map<number, (readonly number[])[]>();
    rows.forEach((row, i) => {
      const group = groups.get(labels[i]);
      if (group) group.push(row);
      else groups.set(labels[i], [row]);
    });
    this.templates = new Map();
    for (const [label, group] of groups) {
      const width = group[0].length;
      this.templates.set(
        label,
        Array.from({ length: width }, (_, c) => group.reduce((s, row) => s + row[c], 0) / group.length),
      );
    }
    return this;
  }

  template(label: number): number[] {
    const t = this.templates.get(label);
    if (t === undefined) throw new Error(`no template for label ${label}`);
    return [...t];
  }

  predict(rows: readonly (readonly number[])[]): number[] {
    return rows.map((row) => {
      let best = Number.NaN;
      let smallest = Number.POSITIVE_INFINITY;
      for (const [label, t] of this.templates) {
        const d = t.reduce((s, v, c) => s + (v - row[c]) ** 2, 0);
        if (d < smallest) {
          smallest = d;
          best = label;
        }
      }
      return best;
    });
  }
}
