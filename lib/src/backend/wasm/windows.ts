/** Convolution and pooling by kernels of their own. The compositions over unfolded windows stay the definitions. */
import type { Shape } from "../../core/shape.ts";
import type { Window } from "../backend.ts";
import type { WasmArray } from "./array.ts";
import type { Engine } from "./engine.ts";
import type { Pair } from "./fused.ts";

export interface ConvWindow extends Window {
  readonly groups: number;
}

/** Sizes of a convolution: per group, C channels in and O out; T taps a channel, K taps a filter, L windows an image. */
interface Plan {
  readonly [size: string]: number;
}

export function conv2d(e: Engine): Pair<ConvWindow> {
  return {
    forward([x, W, b], window) {
      const plan = planOf(x.shape, W.shape, window);
      if (plan === null) return null;
      e.begin();
      const { N, G, C, O, H, width, T, K, oh, ow } = plan;
      const from = e.flat(x);
      const w = e.flat(W);
      const bias = b === undefined ? 0 : e.flat(b);
      const output = e.make([N, G * O, oh, ow]);
      const access = [bias, w, O, O * K, K, T, 1];
      withRoom(e, K + K * O + O + frameSize(C, oh, ow, window), (room) =>
        e.kernels.conv(from, N, G, C, H, width, ...access, ...geometry(window), output.ptr, oh, ow, room),
      );
      return { output, saved: [] };
    },
    backward(g, [x, W], _y, _saved, window, needs) {
      const plan = planOf(x.shape, W.shape, window) as Plan;
      e.begin();
      const at = { x: e.flat(x), W: e.flat(W), g: e.flat(g) };
      const dx = needs[0] ? imageGradient(e, at, plan, window) : null;
      const dW = needs[1] ? filterGradient(e, at, plan, window) : null;
      const db = needs[2] ? e.make([W.shape[0]]) : null;
      if (db) e.kernels.sumChannels(at.g, plan.N, W.shape[0], plan.L, db.ptr);
      return [dx, dW, db];
    },
  };
}

/** Where the operands are. */
interface Places {
  readonly x: number;
  readonly W: number;
  readonly g: number;
}

/** With stride 1, again a convolution: of the gradient, padded to full size, with the filters turned by half a turn. */
function imageGradient(e: Engine, at: Places, plan: Plan, window: ConvWindow): WasmArray {
  const { N, G, C, O, H, width, T, K, oh, ow } = plan;
  const { size, stride, dilation, pad } = window;
  if (stride[0] !== 1 || stride[1] !== 1) return imageByColumns(e, at, plan, window);
  const out = e.make([N, G * C, H, width]);
  const [kh, kw] = size;
  const full = { ...window, pad: [dilation[0] * (kh - 1) - pad[0], 0, dilation[1] * (kw - 1) - pad[2], 0] as const };
  const access = [0, at.W + (T - 1) * 4, C, O * K, T, K, -1];
  withRoom(e, O * T + K * O + C + frameSize(O, H, width, full), (room) =>
    e.kernels.conv(at.g, N, G, O, oh, ow, ...access, ...geometry(full), out.ptr, H, width, room),
  );
  return out;
}

/** As in the composition: columns of gradients, folded back. */
function imageByColumns(
  e: Engine,
  at: Places,
  { N, G, C, O, H, width, K, L, oh, ow }: Plan,
  window: Window,
): WasmArray {
  const out = e.zeros([N, G * C, H, width]);
  const columns = e.make([K, L]);
  for (let i = 0; i < N * G; i++) {
    const w = at.W + (i % G) * O * K * 4;
    e.kernels.matmul(K, L, O, w, 1, K, at.g + i * O * L * 4, L, 1, columns.ptr, e.memory.scratch);
    e.kernels.fold(columns.ptr, out.ptr + i * C * H * width * 4, C, H, width, ...geometry(window), oh, ow);
  }
  e.memory.release([columns]);
  return out;
}

function filterGradient(e: Engine, at: Places, plan: Plan, window: ConvWindow): WasmArray {
  const { N, G, C, O, H, width, T, K, oh, ow } = plan;
  const out = e.zeros([G * O, C, ...window.size]);
  const room = K + O * oh * (ow + 3) + 16 + frameSize(C, oh, ow, window);
  const sizes = [O, ...geometry(window).slice(0, 8), oh, ow];
  const finite = withRoom(e, room, (free) =>
    e.kernels.convFilterBack(at.x, N, G, C, H, width, at.g, ...sizes, out.ptr, free),
  );
  if (T === 0 || finite !== 0) return out;
  return filterByColumns(e, at, plan, window);
}

/** As in the composition: the gradient times columns of windows. */
function filterByColumns(e: Engine, at: Places, plan: Plan, window: ConvWindow): WasmArray {
  const { N, G, C, O, H, width, K, L, oh, ow } = plan;
  const out = e.zeros([G * O, C, ...window.size]);
  const columns = e.make([K, L]);
  const part = e.make([O, K]);
  for (let i = 0; i < N * G; i++) {
    e.kernels.unfold(at.x + i * C * H * width * 4, columns.ptr, C, H, width, ...geometry(window), oh, ow);
    e.kernels.matmul(O, K, L, at.g + i * O * L * 4, L, 1, columns.ptr, 1, L, part.ptr, e.memory.scratch);
    e.kernels.addTo(out.ptr + (i % G) * O * K * 4, part.ptr, O * K);
  }
  e.memory.release([columns, part]);
  return out;
}

/** null where the composition has something to say: shapes that do not fit, nothing to compute. */
function planOf(x: Shape, w: Shape, window: ConvWindow): Plan | null {
  const [N, channels, H, width] = x;
  const [filters, C, kh, kw] = w;
  const { groups: G } = window;
  const counts = countsOf(H, width, window);
  if (counts === null || C * G !== channels || filters % G !== 0 || N * channels * filters * kh * kw === 0) return null;
  const [oh, ow] = counts;
  return { N, G, C, O: filters / G, H, width, T: kh * kw, K: C * kh * kw, oh, ow, L: oh * ow };
}

/** Largest and mean numbers of windows. */
export function pool(e: Engine, kind: "max" | "avg"): Pair<Window> {
  const sizesOf = (x: WasmArray, window: Window): number[] | null => {
    const [N, C, H, W] = x.shape;
    const counts = x.shape.length === 4 && x.size > 0 ? countsOf(H, W, window) : null;
    return counts && [N * C, H, W, ...geometry(window), ...counts];
  };
  return {
    forward([x], window) {
      const sizes = sizesOf(x, window);
      if (sizes === null) return null;
      e.begin();
      const from = e.flat(x);
      const output = e.make([...x.shape.slice(0, 2), ...sizes.slice(-2)]);
      e.kernels[`${kind}Pool`](from, output.ptr, ...sizes);
      return { output, saved: [] };
    },
    backward(g, [x], y, _saved, window) {
      const sizes = sizesOf(x, window) as number[];
      e.begin();
      const back = e.flat(g);
      const seen = kind === "max" ? [e.flat(x), e.flat(y)] : [];
      const dx = e.zeros(x.shape);
      e.kernels[`${kind}PoolBack`](...seen, back, dx.ptr, ...sizes);
      return [dx];
    },
  };
}

/** kh, kw, strides, dilations, padding at the top and at the left. */
export const geometry = ({ size, stride, dilation, pad }: Window): number[] => [
  ...size,
  ...stride,
  ...dilation,
  pad[0],
  pad[2],
];

/** How many windows fit along height and width; null: none, or the window makes no sense. */
export function countsOf(H: number, W: number, { size, stride, dilation, pad }: Window): [number, number] | null {
  const along = (n: number, i: 0 | 1): number =>
    Math.floor((n + pad[2 * i] + pad[2 * i + 1] - dilation[i] * (size[i] - 1) - 1) / stride[i]) + 1;
  const counts: [number, number] = [along(H, 0), along(W, 1)];
  const whole =
    (least: number) =>
    (n: number): boolean =>
      Number.isInteger(n) && n >= least;
  const sane = [...size, ...stride, ...dilation, ...counts].every(whole(1)) && pad.every(whole(0));
  return sane ? counts : null;
}

/** Numbers of the frame that holds the windows of an image. */
function frameSize(channels: number, oh: number, ow: number, { size, stride, dilation }: Window): number {
  const rows = (oh - 1) * stride[0] + (size[0] - 1) * dilation[0] + 1;
  return channels * rows * (ow + Math.floor(((size[1] - 1) * dilation[1]) / stride[1])) * stride[1] + 16;
}

/** Runs f with the address of room for so many numbers: the kernels' work space, or an array where that is too small. */
function withRoom(e: Engine, numbers: number, f: (room: number) => number): number {
  const bytes = (numbers + 128) * 4;
  if (bytes <= e.memory.room) return f(e.memory.scratch);
  const room = e.make([numbers + 128]);
  const result = f(room.ptr);
  e.memory.release([room]);
  return result;
}
