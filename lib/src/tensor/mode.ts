/** Training or evaluating: dropout and batch normalisation ask. Independent of noGrad. Chapter 13. */

let training = true;

/**
 * Whether layers should behave as in training.
 * @example
 * isTraining(); // true
 */
export const isTraining = (): boolean => training;

/**
 * Runs f with layers in evaluation mode, and restores the mode.
 * @example
 * evaluating(isTraining); // false
 */
export const evaluating = <T>(f: () => T): T => withTraining(false, f);

/**
 * Runs f with layers in training mode, and restores the mode.
 * @example
 * evaluating(() => inTraining(isTraining)); // true
 */
export const inTraining = <T>(f: () => T): T => withTraining(true, f);

function withTraining<T>(on: boolean, f: () => T): T {
  const before = training;
  training = on;
  try {
    return f();
  } finally {
    training = before;
  }
}
