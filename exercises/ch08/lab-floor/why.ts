/** Which probe speaks against a wrong name: what a reader is told of a run that was named wrongly. */
import type { Fault, Recording } from "./stub.ts";

const brief = (v: number): string => String(Number(v.toPrecision(3)));
const sumOf = (row: readonly number[]): number => row.reduce((total, v) => total + v, 0);

/** One sentence with the numbers of this run. */
export function contradiction(run: Recording, got: unknown, fault: Fault): string {
  const { loss, change, outputs, distinct, shared, paired } = run;
  const odd = outputs.find((row) => row.some((v) => v < 0) || Math.abs(sumOf(row) - 1) >= 0.001);
  const row = odd ?? outputs[0];
  const sum = Number(sumOf(row).toPrecision(4));
  const shown = `[${row.map(brief).join(", ")}]`;
  if (fault === "leaking data") return `shared is ${shared}: validation rows that the network has been trained on`;
  if (fault === "labels out of step") return `paired is ${brief(paired)}: some rows stand beside the label of another`;
  if (fault === "equal units") return "distinct is 1: all hidden units are one unit, written several times";
  if (fault === "softmax twice")
    return `the outputs ${shown} are all positive and add up to ${sum}, in every row: probabilities already`;
  if (got === "leaking data") return "shared is 0: however good the accuracy is, no validation row was trained on";
  if (got === "labels out of step")
    return "paired is 1: every row stands beside its own label, however low the accuracy is";
  if (got === "equal units") return `distinct is ${distinct}: the hidden units differ`;
  if (got === "softmax twice")
    return `the outputs ${shown} are no probabilities: ${row.some((v) => v < 0) ? "some are negative" : `they add up to ${sum}`}`;
  if (got === "rate too low") return `change reaches ${brief(Math.max(...change))}: the weights do move`;
  if (got === "nothing")
    return `change is at most ${brief(Math.max(...change))}: the loss goes from ${brief(loss[0])} to ${brief(loss[loss.length - 1])}`;
  return `${JSON.stringify(got)} is none of the names`;
}
