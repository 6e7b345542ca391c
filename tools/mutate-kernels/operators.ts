/** The changes that mutate:kernels makes: those of the library, and vector instructions taken for each other. */
import ts from "typescript";
import { type Proposal, proposals } from "../mutate-lib/operators.ts";

/** Vector and scalar instructions, by name, that can be taken for each other. */
const INSTRUCTIONS: Readonly<Record<string, string>> = {
  add: "sub",
  sub: "add",
  mul: "add",
  div: "mul",
  min: "max",
  max: "min",
  pmin: "pmax",
  pmax: "pmin",
  gt: "ge",
  ge: "gt",
  lt: "le",
  le: "lt",
  eq: "ne",
  and: "or",
  or: "and",
  xor: "or",
  andnot: "and",
  abs: "neg",
  neg: "abs",
  sqrt: "abs",
  floor: "ceil",
  nearest: "trunc",
  shl: "shr_s",
  shr_s: "shr_u",
  shr_u: "shl",
  madd: "nmadd",
};
const TYPES = ["f32x4", "i32x4", "v128", "f32", "f64", "i32"];
/** Instructions in which the order of the first two operands matters. */
const ORDERED = ["sub", "div", "gt", "ge", "lt", "le", "andnot", "bitselect", "shuffle", "pmin", "pmax"];

/** Every change that the operators propose for this node. */
export function kernelProposals(node: ts.Node, source: ts.SourceFile): Proposal[] {
  if (!ts.isCallExpression(node)) return proposals(node, source);
  const text = (n: ts.Node): string => n.getText(source);
  const callee = node.expression;
  if (!ts.isPropertyAccessExpression(callee) || !TYPES.includes(text(callee.expression))) return [];
  const type = text(callee.expression);
  const name = callee.name.text;
  const generic = node.typeArguments ? `<${node.typeArguments.map(text).join(", ")}>` : "";
  const args = node.arguments.map(text);
  const call = (name: string, args: readonly string[]): string => `${type}.${name}${generic}(${args.join(", ")})`;
  const found: Proposal[] = [];
  if (Object.hasOwn(INSTRUCTIONS, name)) found.push({ operator: "instruction", after: call(INSTRUCTIONS[name], args) });
  if (ORDERED.includes(name))
    found.push({ operator: "order", after: call(name, [args[1], args[0], ...args.slice(2)]) });
  return found;
}
