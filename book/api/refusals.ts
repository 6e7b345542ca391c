/** Which errors a function throws, found by reading it and the helpers it calls. */
import ts from "typescript";
import type { Refusal } from "./read.ts";

const DEPTH = 4; // a check is rarely further away than this

/** The errors of the library in order of their names, each with its rules as they are written. */
export function refusals(node: ts.Node, checker: ts.TypeChecker): Refusal[] {
  const found = new Map<string, Set<string>>();
  const seen = new Set<ts.Node>();
  visit(node, 0);
  return [...found].sort().map(([error, rules]) => ({ error, rules: [...rules] }));

  function visit(from: ts.Node, depth: number): void {
    if (seen.has(from)) return;
    seen.add(from);
    const walk = (at: ts.Node): void => {
      if (ts.isNewExpression(at) && /^[A-Z]\w*Error$/.test(at.expression.getText())) note(at);
      if (ts.isCallExpression(at) && depth < DEPTH) {
        const next = helper(at.expression, node, checker);
        if (next) visit(next, depth + 1);
      }
      ts.forEachChild(at, walk);
    };
    walk(from);
  }

  function note({
    expression,
    arguments: [options] = [] as unknown as ts.NodeArray<ts.Expression>,
  }: ts.NewExpression): void {
    const rules = found.get(expression.getText()) ?? new Set();
    found.set(expression.getText(), rules);
    if (!options || !ts.isObjectLiteralExpression(options)) return;
    const rule = options.properties.find((property) => property.name?.getText() === "rule");
    if (rule && ts.isPropertyAssignment(rule)) for (const text of texts(rule.initializer)) rules.add(text);
  }
}

/** The definition of a called function when it is a helper: of the same file and not public, or one of the checks. */
function helper(called: ts.Expression, from: ts.Node, checker: ts.TypeChecker): ts.Node | undefined {
  let symbol = checker.getSymbolAtLocation(called);
  if (symbol && symbol.flags & ts.SymbolFlags.Alias) symbol = checker.getAliasedSymbol(symbol);
  const found = symbol?.declarations?.[0];
  if (!found || !(ts.isFunctionDeclaration(found) || ts.isVariableDeclaration(found))) return undefined;
  const file = found.getSourceFile().fileName;
  if (file.includes("/lib/src/core/") || /^check[A-Z]/.test(called.getText())) return found;
  const exported = ts.getCombinedModifierFlags(found) & ts.ModifierFlags.Export; // has a section of its own
  return file === from.getSourceFile().fileName && !exported ? found : undefined;
}

/** A string, a template with … for what it puts in, or both sides of a choice. */
function texts(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [node.head.text + node.templateSpans.map((span) => `…${span.literal.text}`).join("")];
  if (ts.isConditionalExpression(node)) return [...texts(node.whenTrue), ...texts(node.whenFalse)];
  return [];
}
