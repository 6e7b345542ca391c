/** Which probe speaks against a wrong name: what a reader is told of a run that was named wrongly. */
import type { Agreement, Fault, Recording } from "./stub.ts";

const brief = (v: number): string => String(Number(v.toPrecision(3)));
const told = (part: string, { ratio, cosine }: Agreement): string =>
  `the gradient of ${part} has ${brief(ratio)} times the measured length, at a cosine of ${brief(cosine)}`;

/** One sentence with the numbers of this run. */
export function contradiction({ check, rows, through, sums }: Recording, got: unknown, fault: Fault): string {
  const { W1, W2, b2 } = check;
  if (fault === "softmax down the columns") return `the rows of p add up to ${sums.map(brief).join(", ")}, not to 1`;
  if (got === "softmax down the columns") return `every row of p adds up to 1: ${sums.map(brief).join(", ")}`;
  if (fault === "nothing") return `all four gradients are the measured ones: ${told("b2", b2)}`;
  if (fault === "averaged twice") return `${told("W2", W2)}, with ${rows} rows, and so are the others`;
  if (got === "averaged twice") return `${told("W2", W2)}: nothing is ${rows} times too small there`;
  if (fault === "sum over the wrong axis") return `${told("b2", b2)}, while ${told("W2", W2)}`;
  if (got === "sum over the wrong axis") return `${told("b2", b2)}: the bias of the outputs is right`;
  if (got === "nothing") return told("W1", W1);
  if (fault === "activation forgotten")
    return `through is ${brief(through)}: units that were off send something back all the same`;
  if (got === "activation forgotten") return "through is 0: what was off sends nothing back";
  return `${JSON.stringify(got)} is none of the names`;
}
