/** Labels that are words as class numbers. Chapter 3. */
import { ValueError } from "../core/errors.ts";

export interface LabelEncoding {
  /** The label of each class number. */
  readonly classes: readonly string[];
  /** Class numbers of labels. Throws ValueError on a label that was not there. */
  encode(labels: readonly string[]): Int32Array;
  /** Labels of class numbers. */
  decode(numbers: ArrayLike<number>): string[];
}

/**
 * Numbers the different labels in the order of the alphabet.
 * @example
 * const kinds = encodeLabels(["pear", "apple", "pear"]);
 * [kinds.classes, kinds.encode(["pear", "apple"]), kinds.decode([1])]; // [ [ 'apple', 'pear' ], Int32Array(2) [ 1, 0 ], [ 'pear' ] ]
 */
export function encodeLabels(labels: readonly string[]): LabelEncoding {
  const classes = [...new Set(labels)].sort();
  const number = new Map(classes.map((label, k) => [label, k]));
  return {
    classes,
    encode: (list) =>
      Int32Array.from(list, (label) => {
        const k = number.get(label);
        if (k === undefined) throw unknown(label, classes);
        return k;
      }),
    decode: (numbers) => Array.from(numbers, (k) => classes[k]),
  };
}

function unknown(label: string, classes: readonly string[]): ValueError {
  return new ValueError({
    op: "encode",
    rule: "this label is new",
    got: JSON.stringify(label),
    expected: `one of ${classes.slice(0, 8).join(", ")}`,
    hint: "encodeLabels needs every label that will ever come; look for a typing error",
  });
}
