import { NotImplemented } from "termwise";

/** Remembers the average of each class, and gives a new row to the class whose average is nearest. */
export class TemplateMatcher {
  /** rows: [N][C], one example each; labels: N classes, any numbers. */
  fit(rows: readonly (readonly number[])[], labels: readonly number[]): this {
    throw new NotImplemented("E01.2");
  }

  /** The average row of a class: [C]. */
  template(label: number): number[] {
    throw new NotImplemented("E01.2");
  }

  /** The class of each row. */
  predict(rows: readonly (readonly number[])[]): number[] {
    throw new NotImplemented("E01.2");
  }
}
