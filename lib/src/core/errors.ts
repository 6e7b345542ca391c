/** Errors in four parts: operation and rule broken, what was received, what was expected, and a hint to paste. Chapter 2. */
/**
 * "[2, 3]"
 * @example
 * shapeText([2, 3]); // [2, 3]
 */
export const shapeText = (shape: readonly number[]): string => `[${shape.join(", ")}]`;

/** What every error of the library carries, besides the message made of it. */
export interface Complaint {
  /** The operation that refused, by its public name. */
  readonly op: string;
  /** The rule that was broken, in one clause. */
  readonly rule: string;
  /** What was received. */
  readonly got: string;
  /** What would have been right. */
  readonly expected: string;
  /** What to do, ready to paste where that is possible. */
  readonly hint: string;
}

/** The common part of all errors of the library. */
export class TermwiseError extends Error implements Complaint {
  override readonly name: string = "TermwiseError";
  readonly op: string;
  readonly rule: string;
  readonly got: string;
  readonly expected: string;
  readonly hint: string;

  constructor({ op, rule, got, expected, hint }: Complaint) {
    super(`${op}: ${rule}\n  got ${got}\n  expected ${expected}\n  hint: ${hint}`);
    this.op = op;
    this.rule = rule;
    this.got = got;
    this.expected = expected;
    this.hint = hint;
  }
}

/** Shapes or axes that do not fit an operation. */
export class ShapeError extends TermwiseError {
  override readonly name = "ShapeError";
  readonly shapes: readonly (readonly number[])[];

  constructor({
    shapes,
    got,
    ...rest
  }: Omit<Complaint, "got"> & { readonly shapes: readonly (readonly number[])[]; got?: string }) {
    super({ ...rest, got: got ?? shapes.map(shapeText).join(" and ") });
    this.shapes = shapes;
  }
}

/** A position, row, label or class number outside its range. */
export class IndexError extends TermwiseError {
  override readonly name = "IndexError";
}

/** A number, option or name that the operation cannot use. */
export class ValueError extends TermwiseError {
  override readonly name = "ValueError";
}

/** A gradient that cannot be computed, or was asked for at the wrong moment. */
export class GradientError extends TermwiseError {
  override readonly name = "GradientError";
}

/** No such backend, or tensors of two backends in one operation. */
export class BackendError extends TermwiseError {
  override readonly name = "BackendError";
}

/** A tensor that was made inside `scope` and used after the scope ended. */
export class ReleasedError extends TermwiseError {
  override readonly name = "ReleasedError";
}

/**
 * Thrown by the stub of an exercise that nobody has solved yet.
 * @example
 * new NotImplemented("E05.1").message; // E05.1 is not implemented yet: replace this throw with your answer
 */
export class NotImplemented extends Error {
  override readonly name = "NotImplemented";
  /** The exercise, for example "E05.1". */
  readonly exercise: string;

  constructor(exercise: string) {
    super(`${exercise} is not implemented yet: replace this throw with your answer`);
    this.exercise = exercise;
  }
}
