/** Writes models of one operation in ONNX's format (protocol buffers), so that onnxruntime can take part. */
import type { Shape, Weights } from "../programs.ts";

export interface Model {
  readonly op: string;
  /** What is given at each call, what the model holds (as a trained model holds its weights), and what is left out. */
  readonly inputs: readonly (Shape | Weights | null)[];
  readonly output: Shape;
  /** Which of the operation's outputs it is, from 0. */
  readonly place?: number;
  readonly attributes?: Readonly<Record<string, number | readonly number[] | string>>;
  readonly opset?: number;
}

/** A model whose inputs that are given at each call are named x0, x1, … by their place, and the output y. */
export function modelBytes({ op, inputs, output, place = 0, attributes = {}, opset = 20 }: Model): Uint8Array {
  const names = inputs.map((input, i) => (input === null ? "" : `x${i}`));
  const node = [
    ...names.flatMap((name) => text(1, name)),
    ...Array.from({ length: place }, () => text(2, "")).flat(),
    ...text(2, "y"),
    ...text(4, op),
    ...Object.entries(attributes).flatMap(([name, value]) => message(5, attribute(name, value))),
  ];
  const graph = [
    ...message(1, node),
    ...text(2, "one operation"),
    ...inputs.flatMap((input, i) => (isWeights(input) ? message(5, tensor(names[i], input)) : [])),
    ...inputs.flatMap((input, i) => (isShape(input) ? message(11, valueInfo(names[i], input)) : [])),
    ...message(12, valueInfo("y", output)),
  ];
  const model = [...whole(1, 9), ...message(7, graph), ...message(8, [...text(1, ""), ...whole(2, opset)])];
  return Uint8Array.from(model);
}

export const isShape = (input: Shape | Weights | null): input is Shape => Array.isArray(input);
const isWeights = (input: Shape | Weights | null): input is Weights => input !== null && "data" in input;

function tensor(name: string, { shape, data }: Weights): number[] {
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const raw = [...varint(9 * 8 + 2), ...varint(bytes.length), ...bytes];
  return [...shape.flatMap((n) => whole(1, n)), ...whole(2, 1), ...text(8, name), ...raw]; // 1: float
}

function attribute(name: string, value: number | readonly number[] | string): number[] {
  if (typeof value === "number") return [...text(1, name), ...whole(3, value), ...whole(20, 2)];
  if (typeof value === "string") return [...text(1, name), ...text(4, value), ...whole(20, 3)];
  return [...text(1, name), ...value.flatMap((n) => whole(8, n)), ...whole(20, 7)];
}

function valueInfo(name: string, shape: Shape): number[] {
  const sizes = shape.flatMap((n) => message(1, whole(1, n)));
  const tensor = [...whole(1, 1), ...message(2, sizes)]; // 1: float
  return [...text(1, name), ...message(2, message(1, tensor))];
}

const whole = (field: number, n: number): number[] => [...varint(field * 8), ...varint(n)];
const message = (field: number, content: readonly number[]): number[] => [
  ...varint(field * 8 + 2),
  ...varint(content.length),
  ...content,
];
const text = (field: number, value: string): number[] => message(field, [...Buffer.from(value)]);

/** Whole numbers, seven bits a byte; negative ones as 64-bit two's complement. */
function varint(n: number): number[] {
  let rest = BigInt.asUintN(64, BigInt(n));
  const bytes: number[] = [];
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return [...bytes, Number(rest)];
}
