/** Compiles every change of a file in, each behind a switch: x + y becomes (M === 7 ? x - y : x + y). */
import ts from "typescript";
import { type Mutant, type Proposal, proposals } from "./operators.ts";

/** Names in the compiled text: the number of the change that is on, and the array in which visits are noted. */
export const ACTIVE = "__mutant";
export const VISIT = "__visit";

export interface Instrumented {
  readonly text: string;
  readonly mutants: readonly Mutant[];
}

/** `first` is the number of the first change of this file. */
export function instrument(file: string, code: string, first: number): Instrumented {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const mutants: Mutant[] = [];
  const seen = new Map<string, number>();

  const note = (node: ts.Node, { operator, after }: Proposal, place: number): Mutant => {
    const before = node.getText(source);
    const base = `${file}|${operator}|${before}|${after}`;
    const count = seen.get(base) ?? 0;
    seen.set(base, count + 1);
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    const id = first + mutants.length;
    const mutant = {
      id,
      place,
      key: `${base}|${count}`,
      file,
      line,
      operator,
      before: short(before),
      after: short(after),
    };
    mutants.push(mutant);
    return mutant;
  };

  const emit = (node: ts.Node): string => {
    const inner = (): string => {
      let text = "";
      let at = node.getStart(source);
      node.forEachChild((child) => {
        text += code.slice(at, child.getStart(source)) + (skipped(child) ? child.getText(source) : emit(child));
        at = child.end;
      });
      return text + code.slice(at, node.end);
    };
    const changes = changeable(node) ? proposals(node, source) : [];
    if (changes.length === 0) return inner();
    const place = first + mutants.length;
    const ids = changes.map((change) => note(node, change, place).id);
    const visited = `${VISIT}[${place}] = 1, `;
    if (ts.isStatement(node))
      return `if (${visited}${ACTIVE} === ${place}) { ${changes[0].after} } else { ${inner()} }`;
    const spread = ts.isSpreadElement(node) ? "..." : "";
    const cut = (text: string): string => text.slice(spread.length);
    const chain = ids.map((id, i) => `${ACTIVE} === ${id} ? (${cut(changes[i].after)}) : `).join("");
    return `${spread}(${visited}${chain}(${cut(inner())}))`;
  };

  return { text: code.slice(0, source.getStart()) + emit(source), mutants };
}

/** Types, imports and the words of error messages stay as they are. */
function skipped(node: ts.Node): boolean {
  if (
    ts.isTypeNode(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isTypeParameterDeclaration(node)
  )
    return true;
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isModuleDeclaration(node)) return true;
  return ts.isNewExpression(node) && /(Error|Symbol)$/.test(node.expression.getText());
}

/** Places where an expression may be put in brackets: not names, not targets of assignments, not directives. */
function changeable(node: ts.Node): boolean {
  const { parent } = node;
  if (
    ts.isNumericLiteral(node) &&
    (ts.isPropertyAssignment(parent) ? parent.name === node : ts.isLiteralTypeNode(parent))
  )
    return false;
  if (ts.isExpressionStatement(node))
    return !ts.isCallExpression(node.expression) || !node.getText().startsWith("super(");
  if (ts.isIfStatement(node)) return !(ts.isIfStatement(parent) && parent.elseStatement === node);
  return true;
}

const short = (text: string): string => {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > 80 ? `${line.slice(0, 77)}…` : line;
};
