import { type Bench, type Draw, suite } from "@termwise/check";

const WIDTH = 4;
/** The ticket of the network's input. */
const X = 41;
interface Layer {
  /** tanh(w a + b) of every number, or, with dropout, each number twice as large or 0. */
  readonly w: number;
  readonly b: number;
  readonly dropout: boolean;
}
interface Problem {
  readonly layers: readonly Layer[];
  readonly every: number;
  readonly x: readonly number[];
  readonly target: readonly number[];
  readonly seed: number;
}
type Numbers = readonly number[];

const advance = (state: number): number => (Math.imul(state, 1664525) + 1013904223) >>> 0;

/** A mask of a layer and the state after it was drawn. */
function maskFrom(state: number): { mask: number[]; state: number } {
  const mask: number[] = [];
  for (let k = 0; k < WIDTH; k++) {
    state = advance(state);
    mask.push(state >>> 31 === 1 ? 2 : 0);
  }
  return { mask, state };
}
const run = ({ w, b, dropout }: Layer, a: Numbers, mask: Numbers): number[] =>
  a.map((v, k) => (dropout ? v * mask[k] : Math.tanh(w * v + b)));
/** The gradient of the input, and those of w and b. */
function back({ w, b, dropout }: Layer, a: Numbers, g: Numbers, mask: Numbers) {
  if (dropout) return { da: g.map((v, k) => v * mask[k]), dw: 0, db: 0 };
  const delta = g.map((v, k) => v * (1 - Math.tanh(w * a[k] + b) ** 2));
  const sum = (list: Numbers): number => list.reduce((s, v) => s + v, 0);
  return { da: delta.map((v) => v * w), dw: sum(delta.map((v, k) => v * a[k])), db: sum(delta) };
}
const lossSlope = (y: Numbers, target: Numbers): number[] => y.map((v, k) => v - target[k]);

/** Gradients with everything kept. */
function definition({ layers, x, target, seed }: Problem) {
  let state = seed;
  const inputs: Numbers[] = [x];
  const masks = layers.map((layer, i) => {
    const drawn = layer.dropout ? maskFrom(state) : { mask: [], state };
    state = drawn.state;
    inputs.push(run(layer, inputs[i], drawn.mask));
    return drawn.mask;
  });
  let g: Numbers = lossSlope(inputs[layers.length], target);
  const weights = layers.map(() => [0, 0]);
  for (let i = layers.length - 1; i >= 0; i--) {
    const { da, dw, db } = back(layers[i], inputs[i], g, masks[i]);
    weights[i] = [dw, db];
    g = da;
  }
  return { dx: g, weights, state };
}

/** The device: counts what is asked of it and what it holds. */
function deviceOf({ layers, x, target, seed }: Problem) {
  const held = new Map<number, Numbers>([[X, x]]);
  const masks: Numbers[] = layers.map(() => []);
  const weights = layers.map(() => [0, 0]);
  const seen = { most: 1, forward: 0, backward: [] as number[], losses: 0, missing: 0 };
  let state = seed;
  let next = X;
  const keep = (numbers: Numbers): number => {
    next += 3;
    held.set(next, numbers);
    seen.most = Math.max(seen.most, held.size);
    return next;
  };
  const read = (ticket: number): Numbers => {
    if (!held.has(ticket)) seen.missing++;
    return held.get(ticket) ?? x.map(() => 0);
  };
  const layerAt = (i: number): Layer => {
    if (layers[i] === undefined) seen.missing++;
    return layers[i] ?? layers[0];
  };
  const device = {
    forward(i: number, a: number): number {
      seen.forward++;
      const layer = layerAt(i);
      if (layer.dropout) {
        const drawn = maskFrom(state);
        masks[i] = drawn.mask;
        state = drawn.state;
      }
      return keep(run(layer, read(a), masks[i] ?? []));
    },
    loss(y: number): number {
      seen.losses++;
      return keep(lossSlope(read(y), target));
    },
    backward(i: number, a: number, g: number): number {
      seen.backward.push(i);
      const { da, dw, db } = back(layerAt(i), read(a), read(g), masks[i] ?? []);
      if (weights[i] !== undefined) weights[i] = [weights[i][0] + dw, weights[i][1] + db];
      return keep(da);
    },
    free(ticket: number): void {
      if (!held.delete(ticket)) seen.missing++;
    },
    random: (): number => state,
    setRandom(to: number): void {
      state = to;
    },
  };
  return { device, held, weights, seen, stateNow: () => state };
}

type Answer = Bench<typeof import("./stub.ts")>;
async function follow({ call, given, holds }: Answer, problem: Problem): Promise<void> {
  const { layers, every } = problem;
  const n = layers.length;
  const { device, held, weights, seen, stateNow } = deviceOf(problem);
  const want = definition(problem);
  given(
    "layers with dropout",
    layers.flatMap(({ dropout }, i) => (dropout ? [i] : [])),
  );
  const dx = await call("sweep", device, { layers: n, every }, X);
  holds("the gradient of x", held.get(dx) ?? "not held", want.dx);
  holds("gradients of the weights", weights, want.weights);
  holds(
    "layers swept, in order",
    seen.backward,
    Array.from(layers, (_, k) => n - 1 - k),
  );
  holds("times that the loss was asked for", seen.losses, 1);
  holds("uses of what is not there", seen.missing, 0);
  const room = Math.ceil(n / every) + every + 1;
  holds(`arrays held beyond ${room}`, Math.max(0, seen.most - room), 0);
  holds(`runs of a layer beyond ${2 * n}`, Math.max(0, seen.forward - 2 * n), 0);
  holds("arrays held at the end", held.size, 2);
  holds("x is still there", held.has(X), true);
  holds("state of the generator at the end", stateNow(), want.state);
}

function drawn(draw: Draw, n: number, every: number, dropout: number): Problem {
  const layers = draw.list(n, () => ({
    w: draw.number(0.6, 1.4),
    b: draw.number(-0.4, 0.4),
    dropout: draw.chance(dropout),
  }));
  const numbers = (): number[] => draw.list(WIDTH, () => draw.number(-1, 1));
  return { layers, every, x: numbers(), target: numbers(), seed: draw.int(1, 2 ** 30) };
}

export default suite<typeof import("./stub.ts")>("E07.7", ({ example, fact, property }) => {
  example("four layers, every second input kept", async (bench) => {
    await follow(bench, drawn(bench.draw, 4, 2, 0));
  });

  fact("sixteen layers in pieces of four: never more than nine arrays", { points: 2 }, async (bench) => {
    await follow(bench, drawn(bench.draw, 16, 4, 0));
  });

  fact("a last piece that is shorter", async (bench) => {
    await follow(bench, drawn(bench.draw, 7, 3, 0));
    await follow(bench, drawn(bench.draw, 5, 4, 0));
  });

  fact("every input kept: nothing has to be computed again", async (bench) => {
    await follow(bench, drawn(bench.draw, 5, 1, 0));
  });

  fact("a piece longer than the network", async (bench) => {
    await follow(bench, drawn(bench.draw, 3, 8, 0));
    await follow(bench, drawn(bench.draw, 1, 1, 0));
  });

  fact("dropout has the same masks in both runs", { points: 2 }, async (bench) => {
    const { draw } = bench;
    const made = drawn(draw, 8, 4, 0);
    await follow(bench, {
      ...made,
      layers: made.layers.map((layer, i) => ({ ...layer, dropout: i === 1 || i === 5 })),
    });
  });

  property("any network without dropout is swept within the limits", { points: 4, runs: 20 }, async (bench) => {
    const { draw } = bench;
    await follow(bench, drawn(draw, draw.int(2, 14), draw.int(1, 5), 0));
  });

  property("any network with dropout is swept within the limits", { points: 6, runs: 30 }, async (bench) => {
    const { draw } = bench;
    await follow(bench, drawn(draw, draw.int(3, 14), draw.int(2, 5), 0.25));
  });
});
