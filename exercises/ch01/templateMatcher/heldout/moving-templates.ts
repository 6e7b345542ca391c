// misconception: learns-while-predicting
/** Every predicted row is averaged into the template it was given to. */
class Pile {
  private readonly sum: number[] = [];
  private size = 0;

  add(row: readonly number[]): void {
    row.forEach((x, c) => {
      this.sum[c] = (this.sum[c] ?? 0) + x;
    });
    this.size++;
  }

  mean(): number[] {
    return this.sum.map((s) => s / this.size);
  }
}

const squared = (a: readonly number[], b: readonly number[]): number => {
  let d = 0;
  for (let i = 0; i < a.length; i++) d += (a[i] - b[i]) ** 2;
  return d;
};

export class TemplateMatcher {
  private piles = new Map<number, Pile>();

  fit(rows: readonly (readonly number[])[], labels: readonly number[]): this {
    this.piles.clear();
    labels.forEach((label, i) => {
      if (!this.piles.has(label)) this.piles.set(label, new Pile());
      this.piles.get(label)?.add(rows[i]);
    });
    return this;
  }

  template(label: number): number[] {
    const pile = this.piles.get(label);
    if (!pile) throw new Error(`never saw label ${label}`);
    return pile.mean();
  }

  predict(rows: readonly (readonly number[])[]): number[] {
    const answers: number[] = [];
    for (const row of rows) {
      const ranked = [...this.piles].map(([label, pile]) => ({ label, pile, d: squared(row, pile.mean()) }));
      ranked.sort((p, q) => p.d - q.d || p.label - q.label);
      ranked[0].pile.add(row);
      answers.push(ranked[0].label);
    }
    return answers;
  }
}
