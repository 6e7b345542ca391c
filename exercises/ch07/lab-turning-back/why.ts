/** Which probe speaks against a wrong name: what a reader is told of a run that was named wrongly. */
import type { Fault, Recording } from "./stub.ts";

const at = (list: readonly number[], t: number): string => String(Number(list[t].toPrecision(3)));

/** One sentence with the numbers of this run. */
export function contradiction(run: Recording, got: unknown, fault: Fault): string {
  const { loss, used, alone, along, dead, moved } = run;
  const last = loss.length - 1;
  const apart = used.findIndex((length, t) => Math.abs(length - alone[t]) > 0.01 * alone[t]);
  const ends = `the loss goes from ${at(loss, 0)} to ${at(loss, last)}`;
  if (apart >= 0 && got !== "gradients add up")
    return `step ${apart + 1} used a gradient of length ${at(used, apart)}, its batch alone gives ${at(alone, apart)}`;
  if (got === "gradients add up")
    return `every step used the gradient of its own batch: used equals alone, ${at(used, last)} at the end`;
  if (got === "climbs") return `along is ${at(along, 0)}: the weights go against the gradient, as they should`;
  if (got === "dead units") return `dead is ${at(dead, 0)}: some units still answer to some rows`;
  if (got === "first layer left out")
    return dead[0] === 1
      ? "W1 rests because it has no gradient to follow: dead is 1"
      : `W1 and b1 do move: by ${at(moved, last)} in the last step`;
  if (fault === "climbs") return `along is ${at(along, 0)}: the weights go with the gradient, uphill`;
  if (fault === "dead units") return "dead is 1: no unit answers to any row, so no gradient reaches W1";
  if (fault === "first layer left out")
    return `moved is 0 although dead is ${at(dead, last)}: W1 has a gradient and rests`;
  if (got === "rate too high") return `${ends}: no step was too long`;
  if (got === "nothing") return `${ends}, although each step goes against its own gradient`;
  return `${JSON.stringify(got)} is none of the names`;
}
