// misconception: last-axis-only
/** Checks the axis and then works along the last one, in both functions. */
import type { Tensor } from "termwise";

const last = (t: Tensor, axis: number): number => {
  if (axis >= t.rank || axis < -t.rank) throw new Error(`no axis ${axis}`);
  return t.rank - 1;
};

export function softmaxAxis(x: Tensor, axis: number): Tensor {
  const along = last(x, axis);
  const e = x.sub(x.max(along, { keep: true })).exp();
  return e.div(e.sum(along, { keep: true }));
}

export function softmaxAxisVjp(y: Tensor, g: Tensor, axis: number): Tensor {
  const along = last(y, axis);
  return y.mul(g.sub(y.mul(g).sum(along, { keep: true })));
}
