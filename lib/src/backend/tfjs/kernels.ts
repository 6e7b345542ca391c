/** What TensorFlow calls the functions of one and of two numbers. Comparisons are kernels of another type there. */
import type { BinaryOp, UnaryOp } from "../backend.ts";

export const UNARY: Readonly<Record<UnaryOp, string>> = {
  neg: "Neg",
  exp: "Exp",
  log: "Log",
  log1p: "Log1p",
  sqrt: "Sqrt",
  reciprocal: "Reciprocal",
  abs: "Abs",
  sign: "Sign",
  floor: "Floor",
  round: "Rint",
  sin: "Sin",
  cos: "Cos",
  tanh: "Tanh",
  sigmoid: "Sigmoid",
  relu: "Relu",
  erf: "Erf",
};

export const BINARY: Readonly<Record<Exclude<BinaryOp, "greater" | "equal">, string>> = {
  add: "AddV2",
  sub: "Sub",
  mul: "Mul",
  div: "RealDiv",
  pow: "Pow",
  maximum: "Maximum",
  minimum: "Minimum",
};
