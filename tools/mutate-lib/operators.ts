/** The changes that mutate:lib makes: a fixed list of operators over TypeScript's syntax tree. */
import ts from "typescript";

/** One change: replace the text from start to end. */
export interface Mutant {
  readonly id: number;
  /** The first change of the same expression: whoever passes by one passes by all. */
  readonly place: number;
  /** Identifies the change across runs: file, operator, text and how many like it came before. */
  readonly key: string;
  readonly file: string;
  readonly line: number;
  readonly operator: string;
  readonly before: string;
  readonly after: string;
}

/** What an operator proposes for a node. */
export interface Proposal {
  readonly operator: string;
  readonly after: string;
}

const SWAPPED: Readonly<Record<string, readonly string[]>> = {
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "%": ["*"],
  "**": ["*"],
  "<": ["<=", ">"],
  ">": [">=", "<"],
  "<=": ["<", ">"],
  ">=": [">", "<"],
  "===": ["!=="],
  "!==": ["==="],
  "&&": ["||"],
  "||": ["&&"],
  "??": ["&&"],
  "|": ["&"],
  "^": ["|"],
  "<<": [">>>"],
  ">>>": ["<<"],
};
const ASSIGNED: Readonly<Record<string, string>> = {
  "+=": "-=",
  "-=": "+=",
  "*=": "/=",
  "/=": "*=",
  "|=": "&=",
  "??=": "=",
};

/** Calls, by name, that can be taken for each other. */
const CALLS: Readonly<Record<string, string>> = {
  add: "sub",
  sub: "add",
  mul: "div",
  div: "mul",
  maximum: "minimum",
  minimum: "maximum",
  greater: "less",
  less: "greater",
  sin: "cos",
  cos: "sin",
  exp: "neg",
  log: "neg",
  sqrt: "abs",
  tanh: "sin",
  max: "min",
  min: "max",
  floor: "ceil",
  every: "some",
  some: "every",
  sum: "max",
  mean: "sum",
  push: "unshift",
  matmul: "add",
};
/** Calls of one operand that can be left out: f(x) → x, x.f() → x. */
const DROPPED = [
  "neg",
  "exp",
  "transpose",
  "detach",
  "abs",
  "sign",
  "square",
  "log1p",
  "slice",
  "copy",
  "sort",
  "floor",
  "persistent",
  "withRecording",
  "noGrad",
  "scope",
];
/** Calls of two operands whose order matters: f(a, b) → f(b, a). */
const ORDERED = ["sub", "div", "pow", "greater", "less", "matmul", "multiply", "wins"];

/** Every change that the operators propose for this node. */
export function proposals(node: ts.Node, source: ts.SourceFile): Proposal[] {
  const text = (n: ts.Node): string => n.getText(source);
  if (ts.isBinaryExpression(node)) return ofBinary(node, text);
  if (ts.isNumericLiteral(node)) return ofNumber(text(node));
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [{ operator: "boolean", after: "false" }];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [{ operator: "boolean", after: "true" }];
  if (ts.isPrefixUnaryExpression(node)) return ofPrefix(node, text);
  if (ts.isPostfixUnaryExpression(node)) {
    return [
      {
        operator: "increment",
        after: text(node.operand) + (node.operator === ts.SyntaxKind.PlusPlusToken ? "--" : "++"),
      },
    ];
  }
  if (ts.isConditionalExpression(node)) {
    return [node.whenTrue, node.whenFalse].map((branch) => ({ operator: "condition", after: text(branch) }));
  }
  if (ts.isCallExpression(node)) return ofCall(node, text);
  if (ts.isSpreadElement(node) && ts.isArrayLiteralExpression(node.parent))
    return [{ operator: "spread", after: "...[]" }];
  if (ts.isExpressionStatement(node)) return [{ operator: "statement", after: ";" }];
  if (ts.isIfStatement(node) && !node.elseStatement) return [{ operator: "branch", after: ";" }];
  if (ts.isReturnStatement(node) && !node.expression) return [{ operator: "return", after: ";" }];
  return [];
}

function ofBinary(node: ts.BinaryExpression, text: (n: ts.Node) => string): Proposal[] {
  const [a, op, b] = [text(node.left), text(node.operatorToken), text(node.right)];
  if (Object.hasOwn(ASSIGNED, op)) return [{ operator: "assignment", after: `${a} ${ASSIGNED[op]} ${b}` }];
  if (op === "+" && [node.left, node.right].some((n) => ts.isStringLiteralLike(n) || ts.isTemplateExpression(n)))
    return [];
  return (SWAPPED[op] ?? []).map((other) => ({ operator: "operator", after: `${a} ${other} ${b}` }));
}

function ofNumber(text: string): Proposal[] {
  const n = Number(text);
  return [{ operator: "number", after: String(n + 1) }];
}

function ofPrefix(node: ts.PrefixUnaryExpression, text: (n: ts.Node) => string): Proposal[] {
  const inner = text(node.operand);
  if (node.operator === ts.SyntaxKind.PlusPlusToken) return [{ operator: "increment", after: `--${inner}` }];
  if (node.operator === ts.SyntaxKind.MinusMinusToken) return [{ operator: "increment", after: `++${inner}` }];
  return [{ operator: node.operator === ts.SyntaxKind.MinusToken ? "minus" : "not", after: inner }];
}

function ofCall(node: ts.CallExpression, text: (n: ts.Node) => string): Proposal[] {
  const callee = node.expression;
  const method = ts.isPropertyAccessExpression(callee);
  const name = method ? callee.name.text : text(callee);
  const args = node.arguments.map(text);
  const before = method ? `${text(callee.expression)}.` : "";
  const found: Proposal[] = [];
  if (Object.hasOwn(CALLS, name))
    found.push({ operator: "call", after: `${before}${CALLS[name]}(${args.join(", ")})` });
  if (DROPPED.includes(name) && method && before !== "Math.")
    found.push({ operator: "drop", after: text(callee.expression) });
  if (DROPPED.includes(name) && !method && args.length === 1)
    found.push({ operator: "drop", after: args[0].startsWith("() =>") ? `(${args[0]})()` : args[0] });
  if (ORDERED.includes(name) && !method && args.length >= 2) {
    found.push({ operator: "order", after: `${name}(${[args[1], args[0], ...args.slice(2)].join(", ")})` });
  }
  return found;
}
