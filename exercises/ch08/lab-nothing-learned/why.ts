/** Which experiment speaks against a wrong name: what a reader is told of a run that was named wrongly. */
import type { Fault, Recording } from "./stub.ts";

const brief = (v: number): string => String(Number(v.toPrecision(3)));

/** One sentence with the numbers of this run. */
export function contradiction(run: Recording, got: unknown, fault: Fault): string {
  const { classes, start, loss, heart, spread, pairs, used } = run;
  const torn = pairs.filter(({ given, own }) => given !== own).length;
  const never = used.filter((times) => times === 0).length;
  const noIdea = `ln ${classes} = ${brief(Math.log(classes))}`;
  const [first, last] = [heart[0], heart[heart.length - 1]].map(brief);
  if (fault === "labels left behind")
    return `in pairs, ${torn} of ${pairs.length} rows were given a label that is not theirs`;
  if (fault === "rows left out") return `used has ${never} of ${used.length} rows with 0: the model never sees them`;
  if (fault === "inputs not scaled")
    return `the loss before any step is ${brief(start)}, and having no idea costs only ${noIdea}`;
  if (fault === "inputs lost")
    return "spread is 0: every row of the batch gets the same scores, whatever its inputs are";
  if (got === "labels left behind")
    return `all ${pairs.length} pairs agree: each row was given its own label, however little is learned`;
  if (got === "rows left out") return `no entry of used is 0: all ${used.length} rows were given to the model`;
  if (got === "inputs not scaled") return `the loss before any step is ${brief(start)}, less than twice ${noIdea}`;
  if (got === "inputs lost") return `spread is ${brief(spread)}: different rows get different scores`;
  if (got === "rate too low") return `a hundred steps on one batch bring its loss from ${first} to ${last}`;
  if (got === "nothing")
    return `even on one batch, repeated a hundred times, the loss only goes from ${first} to ${last}; that of the epochs ends at ${brief(loss[loss.length - 1])}`;
  return `${JSON.stringify(got)} is none of the names`;
}
