/** Writes models of one operation in ONNX's format (protocol buffers), so that onnxruntime can take part. */
import type { Shape } from "../programs.ts";

export interface Model {
  readonly op: string;
  readonly inputs: readonly Shape[];
  readonly output: Shape;
  readonly attributes?: Readonly<Record<string, number | readonly number[] | string>>;
  readonly opset?: number;
}

/** A model with inputs x0, x1, … and the output y. Field numbers are those of onnx.proto. */
export function modelBytes({ op, inputs, output, attributes = {}, opset = 20 }: Model): Uint8Array {
  const names = inputs.map((_, i) => `x${i}`);
  const node = [
    ...names.flatMap((name) => text(1, name)),
    ...text(2, "y"),
    ...text(4, op),
    ...Object.entries(attributes).flatMap(([name, value]) => message(5, attribute(name, value))),
  ];
  const graph = [
    ...message(1, node),
    ...text(2, "one operation"),
    ...inputs.flatMap((shape, i) => message(11, valueInfo(names[i], shape))),
    ...message(12, valueInfo("y", output)),
  ];
  const model = [...whole(1, 9), ...message(7, graph), ...message(8, [...text(1, ""), ...whole(2, opset)])];
  return Uint8Array.from(model);
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
