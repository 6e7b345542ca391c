// misconception: first-fit-stays
/** Remembers the average of each class, and gives a new row to the class whose average is nearest. */
export class TemplateMatcher {
  readonly #means = new Map<number, number[]>();

  fit(rows: readonly (readonly number[])[], labels: readonly number[]): this {
    for (const label of new Set(labels)) {
      const mine = rows.filter((_, i) => labels[i] === label);
      const average = new Array<number>(mine[0].length).fill(0);
      for (const row of mine) {
        for (let c = 0; c < row.length; c++) average[c] += row[c];
      }
      for (let c = 0; c < average.length; c++) average[c] /= mine.length;
      this.#means.set(label, average);
    }
    return this;
  }

  template(label: number): number[] {
    const average = this.#means.get(label);
    if (!average) throw new Error(`label ${label} did not occur`);
    return average.slice();
  }

  predict(rows: readonly (readonly number[])[]): number[] {
    const answer: number[] = [];
    for (const row of rows) {
      let winner = Number.NaN;
      let shortest = Infinity;
      for (const [label, average] of this.#means) {
        const d = Math.hypot(...row.map((x, c) => x - average[c]));
        if (d < shortest || (d === shortest && label < winner)) {
          shortest = d;
          winner = label;
        }
      }
      answer.push(winner);
    }
    return answer;
  }
}
