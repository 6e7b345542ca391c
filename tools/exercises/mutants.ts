/** Small syntactic mutants of a solution, by a fixed list of operators. Each is one change that a typing slip could make. */
import ts from "typescript";

export interface Mutant {
  readonly operator: string;
  /** "m === 1 ? n : m  ⇒  n": the statement before and after, stable enough to list an equivalent mutant by. */
  readonly label: string;
  readonly source: string;
}
interface Edit {
  readonly node: ts.Node;
  readonly to: string;
}
interface Operator {
  readonly name: string;
  /** Shown in the book beside the table of proofs. */
  readonly does: string;
  edits(node: ts.Node, text: (n: ts.Node) => string): readonly Edit[];
}

const ARITHMETIC = { "+": ["-"], "-": ["+"], "*": ["/"], "/": ["*"], "%": ["*"], "**": ["*"] };
const COMPARISON = {
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "===": ["!=="],
  "!==": ["==="],
};
const LOGIC = { "&&": ["||"], "||": ["&&"], "??": ["&&"] };
const ASSIGNMENT = { "+=": ["-="], "-=": ["+="], "*=": ["/="], "/=": ["*="] };
const SIBLINGS: Readonly<Record<string, readonly string[]>> = {
  __proto__: null as never, // a method called toString has no sibling
  add: ["sub"],
  sub: ["add"],
  mul: ["div"],
  div: ["mul"],
  sum: ["mean"],
  mean: ["sum"],
  max: ["min"],
  min: ["max"],
  push: ["unshift"],
  unshift: ["push"],
  some: ["every"],
  every: ["some"],
};

const none: readonly Edit[] = [];
const become = (node: ts.Node, ...to: string[]): Edit[] => to.map((t) => ({ node, to: t }));

function binary(table: Readonly<Record<string, readonly string[]>>): Operator["edits"] {
  return (node, text) =>
    ts.isBinaryExpression(node) ? become(node.operatorToken, ...(table[text(node.operatorToken)] ?? [])) : none;
}
const argumentsOf = (node: ts.Node): readonly ts.Expression[] => (ts.isCallExpression(node) ? node.arguments : []);
const method = (node: ts.Node): ts.PropertyAccessExpression | null =>
  ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) ? node.expression : null;

export const OPERATORS: readonly Operator[] = [
  { name: "arithmetic", does: "another operator: + for −, × for /, and back", edits: binary(ARITHMETIC) },
  { name: "comparison", does: "< for ≤ or ≥, === for !==, and back", edits: binary(COMPARISON) },
  { name: "logic", does: "&& for ||, and back", edits: binary(LOGIC) },
  { name: "assignment", does: "+= for −=, and back", edits: binary(ASSIGNMENT) },
  {
    name: "number",
    does: "a constant one larger, or 0",
    edits: (node) =>
      ts.isNumericLiteral(node)
        ? become(node, String(Number(node.text) + 1), ...(Number(node.text) === 0 ? [] : ["0"]))
        : none,
  },
  {
    name: "boolean",
    does: "true for false, and back",
    edits: (node) => {
      if (node.kind === ts.SyntaxKind.TrueKeyword) return become(node, "false");
      return node.kind === ts.SyntaxKind.FalseKeyword ? become(node, "true") : none;
    },
  },
  {
    name: "string",
    does: "an empty text",
    edits: (node) => (ts.isStringLiteral(node) && !ts.isNewExpression(node.parent) ? become(node, '""') : none),
  },
  {
    name: "sign",
    does: "a minus or a not left out",
    edits: (node, text) =>
      ts.isPrefixUnaryExpression(node) && /^[-!]/.test(text(node)) ? become(node, text(node.operand)) : none,
  },
  {
    name: "choice",
    does: "always the first, or always the second, of a ? b : c",
    edits: (node, text) =>
      ts.isConditionalExpression(node) ? become(node, text(node.whenTrue), text(node.whenFalse)) : none,
  },
  {
    name: "condition",
    does: "an if that always or never holds, a loop that never runs",
    edits: (node) => {
      if (ts.isIfStatement(node)) return become(node.expression, "true", "false");
      return ts.isWhileStatement(node) ? become(node.expression, "false") : none;
    },
  },
  {
    name: "statement",
    does: "a statement left out",
    edits: (node) => (ts.isExpressionStatement(node) || ts.isThrowStatement(node) ? become(node, ";") : none),
  },
  {
    name: "order",
    does: "the first two arguments swapped",
    edits: (node, text) => {
      const [first, second] = argumentsOf(node);
      if (!second || ts.isObjectLiteralExpression(second) || /^Math\.(max|min)/.test(text(node))) return none;
      const swapped = `${text(second)}, ${text(first)}`;
      return become(
        node,
        text(node).replace(`${text(first)}, ${text(second)}`, () => swapped),
      );
    },
  },
  {
    name: "argument",
    does: "the last of several arguments left out",
    edits: (node, text) => {
      const args = argumentsOf(node);
      if (args.length < 2) return none;
      const kept = args.slice(0, -1).map(text).join(", ");
      return become(node, `${text((node as ts.CallExpression).expression)}(${kept})`);
    },
  },
  {
    name: "call",
    does: "a method call left out: x for x.f(…)",
    edits: (node, text) => {
      const called = method(node);
      if (!called || /^[A-Z]/.test(text(called.expression)) || ts.isExpressionStatement(node.parent)) return none;
      return become(node, text(called.expression));
    },
  },
  {
    name: "sibling",
    does: "a method of the same kind: sub for add, mean for sum, min for max, unshift for push",
    edits: (node, text) => {
      const called = method(node);
      return called ? become(called.name, ...(SIBLINGS[text(called.name)] ?? [])) : none;
    },
  },
  {
    name: "parameter",
    does: "another parameter of the same function",
    edits: (node, text) => {
      if (!ts.isIdentifier(node) || ts.isParameter(node.parent) || isLabel(node)) return none;
      const names = parametersAround(node).map((p) => text(p.name));
      const k = names.indexOf(text(node));
      return k < 0 || names.length < 2 ? none : become(node, names[(k + 1) % names.length]);
    },
  },
];

/** Property names and shorthand properties are no uses of a parameter that could be another. */
const isLabel = (node: ts.Identifier): boolean =>
  (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) ||
  (ts.isPropertyAssignment(node.parent) === true && (node.parent as ts.PropertyAssignment).name === node) ||
  ts.isShorthandPropertyAssignment(node.parent);

/** The plainly named parameters of the nearest function that has any. */
function parametersAround(node: ts.Node): readonly ts.ParameterDeclaration[] {
  for (let n = node.parent; n; n = n.parent) {
    if (ts.isFunctionLike(n) && n.parameters.some((p) => ts.isIdentifier(p.name))) {
      return n.parameters.filter((p) => ts.isIdentifier(p.name));
    }
  }
  return [];
}

/** Every mutant of a source, loops bounded so that none runs for ever. */
export function mutants(source: string): Mutant[] {
  const file = ts.createSourceFile("solution.ts", source, ts.ScriptTarget.Latest, true);
  const text = (n: ts.Node): string => n.getText(file);
  const found = new Map<string, Mutant>();
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
    for (const operator of OPERATORS) {
      for (const edit of operator.edits(node, text)) {
        const mutant = make(operator.name, edit, file);
        if (!found.has(mutant.source)) found.set(mutant.source, mutant);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...found.values()];
}

function make(operator: string, { node, to }: Edit, file: ts.SourceFile): Mutant {
  const source = file.text.slice(0, node.getStart(file)) + to + file.text.slice(node.end);
  const statement = around(node);
  const [start, end] = [statement.getStart(file), statement.end];
  const before = file.text.slice(start, end);
  const after = before.slice(0, node.getStart(file) - start) + to + before.slice(node.end - start);
  return { operator, label: `${oneLine(before)}  ⇒  ${oneLine(after)}`, source: guardLoops(source) };
}

/** The statement that a label quotes; of a loop or a condition only its head. */
function around(node: ts.Node): ts.Node {
  let n = node;
  while (n.parent && !ts.isStatement(n) && !ts.isPropertyDeclaration(n)) n = n.parent;
  return ts.isWhileStatement(n) || ts.isForStatement(n) || ts.isIfStatement(n) ? (node === n ? n : node.parent) : n;
}
const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").slice(0, 160);

/** Each loop body starts with a counter that throws: an endless mutant becomes a wrong one. */
function guardLoops(source: string): string {
  const body = source.replaceAll(
    /((?:for|while) \(.*\)) \{$/gm,
    '$1 { if (++turns > 1e5) throw new Error("runs for ever");',
  );
  return body === source ? source : `let turns = 0;\n${body}`;
}
