// What the linter and the values check need to know of the code of chapters. Reads [{ source, tags }][] as JSON from
// stdin, one list of cells a chapter; prints { findings, records, numbers, asserted } for each. See lint.py.
import { readFileSync } from "node:fs";
import ts from "typescript";

interface Cell {
  readonly source: string;
  readonly tags: readonly string[];
}
/** A fault: the cell (from 0), its line (from 0), the rule, and what to write instead. */
interface Finding {
  readonly cell: number;
  readonly line: number;
  readonly rule: string;
  readonly text: string;
}
interface Facts {
  readonly findings: Finding[];
  /** Names given to record(…); null where a name is computed. */
  readonly records: (string | null)[];
  /** Numbers written in each cell, and those that a same(…) anywhere in the chapter holds. */
  readonly numbers: number[][];
  readonly asserted: number[];
}

const CHANCE = 'every run must print the same: use new Rng(seed) from "termwise"';
const CLOCK = "times differ from run to run and must not be stored: count operations, or show a dated measurement";
const FORBIDDEN: Record<string, string> = {
  "Math.random": CHANCE,
  "crypto.randomUUID": CHANCE,
  "crypto.getRandomValues": CHANCE,
  "Date.now": CLOCK,
  "performance.now": CLOCK,
  "process.hrtime": CLOCK,
  "console.time": CLOCK,
};

const chapters: Cell[][] = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(chapters.map(facts)));

function facts(cells: Cell[]): Facts {
  const found: Facts = { findings: [], records: [], numbers: [], asserted: [] };
  const homes = new Map<string, number>(); // a top-level let → the cell that declares it
  for (const [cell, { source }] of cells.entries()) {
    const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.Latest, true);
    const report = (node: ts.Node, rule: string, text: string): void => {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.findings.push({ cell, line, rule, text });
    };
    const numbers: number[] = [];
    found.numbers.push(numbers);
    if (/^\s*(%|![a-z])/.test(source))
      report(file, "magic", "a cell is TypeScript: %magics and !commands do not exist here");
    for (const statement of file.statements) topLevel(statement, report);
    const visit = (node: ts.Node): void => {
      if (ts.isNumericLiteral(node)) numbers.push(Number(node.text.replaceAll("_", "")));
      if (ts.isCallExpression(node)) call(node, found);
      forbidden(node, report);
      const name = assigned(node);
      const home = name && homes.get(name.text);
      if (name && home !== undefined && home < cell && !declaredAround(name, file)) {
        const text = `${name.text} is a let of code cell ${home + 1}, whose functions will not see this: keep it in an object, { ${name.text}: … }`;
        report(node, "let", text);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
    for (const name of declared(file)) homes.delete(name);
    for (const name of lets(file)) homes.set(name, cell);
  }
  return found;
}

type Report = (node: ts.Node, rule: string, text: string) => void;

function topLevel(statement: ts.Statement, report: Report): void {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  const exports = modifiers?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword);
  if (exports || ts.isExportDeclaration(statement) || ts.isExportAssignment(statement))
    report(statement, "export", "a cell cannot export; later cells see its names anyway: leave out export");
  if (ts.isImportDeclaration(statement) && /^["']\.{1,2}\//.test(statement.moduleSpecifier.getText()))
    report(
      statement,
      "import",
      'a cell cannot import a file: import from "termwise", or show the code by {literalinclude}',
    );
}

function call(node: ts.CallExpression, found: Facts): void {
  const name = node.expression.getText();
  const [first, second] = node.arguments;
  if (name === "record" && first) found.records.push(ts.isStringLiteralLike(first) ? first.text : null);
  if (name !== "same") return;
  for (const side of [first, second]) if (side) values(side, found.asserted);
}

/** The numbers of an expression, with their signs. */
function values(node: ts.Node, into: number[]): void {
  if (ts.isNumericLiteral(node)) into.push(Number(node.text.replaceAll("_", "")));
  ts.forEachChild(node, (child) => values(child, into));
}

function forbidden(node: ts.Node, report: Report): void {
  if (ts.isPropertyAccessExpression(node)) {
    const text = node.getText();
    if (Object.hasOwn(FORBIDDEN, text)) report(node, "repeat", `${text}: ${FORBIDDEN[text]}`);
  }
  const now = ts.isNewExpression(node) && node.expression.getText() === "Date" && !node.arguments?.length;
  if (now) report(node, "repeat", `new Date(): ${CLOCK}`);
}

/** The variable that a node assigns to: x = 1, x += 1, x++. */
function assigned(node: ts.Node): ts.Identifier | undefined {
  const isAssignment = (kind: ts.SyntaxKind): boolean =>
    kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
  const target = ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind) ? node.left : undefined;
  const stepped = ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node) ? node : undefined;
  const steps = stepped && [ts.SyntaxKind.PlusPlusToken, ts.SyntaxKind.MinusMinusToken].includes(stepped.operator);
  const found = target ?? (steps ? stepped.operand : undefined);
  return found && ts.isIdentifier(found) ? found : undefined;
}

/** Whether the cell itself declares the name, at its top or around its use. */
function declaredAround(name: ts.Identifier, file: ts.SourceFile): boolean {
  for (let node: ts.Node = name.parent; node; node = node.parent) {
    if (declared(node).has(name.text)) return true;
    if (node === file) return false;
  }
  return false;
}

/** The names that a node brings into the scope it opens. */
function declared(scope: ts.Node): Set<string> {
  const names = new Set<string>();
  const bind = (name: ts.BindingName | undefined): void => {
    if (name && ts.isIdentifier(name)) names.add(name.text);
    else for (const element of name?.elements ?? []) if (ts.isBindingElement(element)) bind(element.name);
  };
  const collect = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) || ts.isParameter(node)) bind(node.name);
    if ((ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) && node.name) names.add(node.name.text);
    if (ts.isImportSpecifier(node)) names.add(node.name.text);
    const opens =
      node !== scope &&
      (ts.isFunctionLike(node) || ts.isBlock(node) || ts.isForStatement(node) || ts.isForOfStatement(node));
    if (!opens) ts.forEachChild(node, collect);
  };
  if (
    ts.isFunctionLike(scope) ||
    ts.isBlock(scope) ||
    ts.isSourceFile(scope) ||
    ts.isForStatement(scope) ||
    ts.isForOfStatement(scope)
  )
    collect(scope);
  return names;
}

/** The variables that the top level of a cell declares with let or var. */
function lets(file: ts.SourceFile): string[] {
  return file.statements
    .filter(ts.isVariableStatement)
    .filter(({ declarationList }) => !(declarationList.flags & ts.NodeFlags.Const))
    .flatMap(({ declarationList }) => declarationList.declarations.map((d) => d.name.getText()));
}
