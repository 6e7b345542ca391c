/** A cell → a script that runs it on the names of the cells before: types removed, every line where it was. */
import { type ImportDeclaration, type Program, parse } from "acorn";
import { transform } from "sucrase";
import { declared, type Kind, type Use, uses } from "./scope.ts";

/** A fault that is known before the cell runs. */
export class CellError extends Error {
  readonly line: number;
  /** From 0; −1 when only the line is known. */
  readonly column: number;
  readonly hint: string;
  constructor(message: string, { line, column = -1, hint = "" }: { line: number; column?: number; hint?: string }) {
    super(message);
    this.line = line;
    this.column = column;
    this.hint = hint;
  }
}

export interface Compiled {
  /** Calls `termwiseCell` with an async function of the names' record, `define`, `show` and `module`. */
  readonly script: string;
  readonly names: ReadonlyMap<string, Kind>;
  /** Names of earlier cells that this one uses. */
  readonly taken: readonly string[];
  /** What it imports: module → the names that it really uses, which must be there. */
  readonly imports: ReadonlyMap<string, readonly { name: string; line: number }[]>;
}

/** Where names may come from besides the cell itself. */
export interface Known {
  readonly names: ReadonlyMap<string, Kind>;
  isGlobal(name: string): boolean;
  /** What to do about a name that is nowhere. */
  hintFor(name: string): string;
}

/** Compiles cell `number` (from 1). Throws a CellError with the line that cannot be understood. */
export function compile(source: string, number: number, known: Known): Compiled {
  const code = withoutTypes(source);
  const program = parsed(code);
  const names = declared(program);
  const used = uses(program).filter(({ name }) => known.names.has(name) || !isFine(name));
  const lineOf = (at: number): number => code.slice(0, at).split("\n").length;
  for (const use of used) check(use, lineOf(use.start));
  const taken = [...new Set(used.map(({ name }) => name))];
  const live = new Set(taken.filter((name) => known.names.get(name) === "let"));
  const copied = taken.filter((name) => !live.has(name));
  const edits = [...used.filter(({ name }) => live.has(name)).map(throughRecord), ...statements(program, code)];
  const head = [
    '"use strict";',
    copied.length > 0 ? `const {${copied.join(",")}}=__names;` : "",
    ...importsOf(program).map(binding),
    `__define({${[...names].map(accessor).join("")}});`,
  ].join("");
  const script = `termwiseCell(async (__names,__define,__show,__module)=>{${head}${edited(code, edits)}\n})\n//# sourceURL=cell-${number}.ts\n`;
  return { script, names, taken, imports: imported(program, source, lineOf) };

  function isFine(name: string): boolean {
    return known.isGlobal(name);
  }
  function check({ name, written, asked, start }: Use, line: number): void {
    const kind = known.names.get(name);
    const column = columnIn(source, line, name, start);
    if (!kind && !asked)
      throw new CellError(`Cannot find name '${name}'.`, { line, column, hint: known.hintFor(name) });
    if (!written || kind === "let") return;
    const why = { const: "a constant", import: "an import", function: "a function", class: "a class" }[kind ?? "const"];
    throw new CellError(`Cannot assign to '${name}' because it is ${why}.`, { line, column });
  }
}

function withoutTypes(source: string): string {
  try {
    return transform(source, { transforms: ["typescript"], disableESTransforms: true, keepUnusedImports: true }).code;
  } catch (error) {
    throw located(error);
  }
}

function parsed(code: string): Program {
  try {
    return parse(code, { ecmaVersion: "latest", sourceType: "module", allowAwaitOutsideFunction: true });
  } catch (error) {
    throw located(error);
  }
}

/** Both compilers say "what (line:column)". */
function located(error: unknown): CellError {
  const message = error instanceof Error ? error.message : String(error);
  const [, what = message, line = "1", column = "0"] =
    /^(?:Error transforming [^:]*: )?([\s\S]*?) \((\d+):(\d+)\)$/.exec(message) ?? [];
  return new CellError(what.endsWith(".") ? what : `${what}.`, { line: Number(line), column: Number(column) });
}

/** Where a word of a line stands in the reader's own text, before the types were removed. */
function columnIn(source: string, line: number, word: string, _at: number): number {
  const text = source.split("\n")[line - 1] ?? "";
  const match = new RegExp(`(?<![\\w$.])${word.replace(/\$/g, "\\$")}(?![\\w$])`).exec(text);
  return match ? match.index : -1;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A `let` of an earlier cell lives in the record of names, where every cell sees its latest value. */
function throughRecord({ name, start, end, shorthand, called }: Use): Edit {
  const there = `__names.${name}`;
  return { start, end, text: shorthand ? `${name}: ${there}` : called ? `(0, ${there})` : there };
}

/** Imports are gone from the text (the head has them); `export` has no meaning; the last expression is shown. */
function statements(program: Program, code: string): Edit[] {
  const edits: Edit[] = [];
  for (const [k, node] of program.body.entries()) {
    if (node.type === "ImportDeclaration") edits.push({ ...node, text: blank(code.slice(node.start, node.end)) });
    else if (node.type === "ExportNamedDeclaration" && node.declaration)
      edits.push({ start: node.start, end: node.declaration.start, text: "" });
    else if (node.type === "ExportNamedDeclaration") edits.push({ ...node, text: "" });
    else if (node.type === "ExpressionStatement" && k === program.body.length - 1) {
      edits.push({ start: node.start, end: node.start, text: ";__show((" });
      const end = code[node.end - 1] === ";" ? node.end - 1 : node.end; // the expression may stand in brackets of its own
      edits.push({ start: end, end: node.end, text: "));" });
    }
  }
  return edits;
}

const blank = (text: string): string => text.replace(/[^\n]/g, "");

function edited(code: string, edits: readonly Edit[]): string {
  let out = "";
  let at = 0;
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    out += code.slice(at, start) + text;
    at = end;
  }
  return out + code.slice(at);
}

const accessor = ([name, kind]: [string, Kind]): string =>
  `get ${name}(){return ${name}},${kind === "let" ? `set ${name}(__v){${name}=__v},` : ""}`;

const importsOf = (program: Program): ImportDeclaration[] =>
  program.body.filter((node) => node.type === "ImportDeclaration");

const nameOf = (node: { type: string; name?: string; value?: unknown }): string =>
  node.type === "Identifier" ? String(node.name) : String(node.value);

function binding({ source, specifiers }: ImportDeclaration): string {
  const from = `__module(${JSON.stringify(source.value)})`;
  return specifiers
    .map((part) => {
      if (part.type === "ImportNamespaceSpecifier") return `const ${part.local.name}=${from};`;
      const name = part.type === "ImportDefaultSpecifier" ? "default" : nameOf(part.imported);
      return `const ${part.local.name}=${from}[${JSON.stringify(name)}];`;
    })
    .join("");
}

/** What must exist. Names that are only used as types disappear with the types, and need not. */
function imported(program: Program, source: string, lineOf: (at: number) => number): Compiled["imports"] {
  const values = new Set<string>();
  const lean = transform(source, { transforms: ["typescript"], disableESTransforms: true }).code;
  for (const node of importsOf(parsed(lean))) for (const { local } of node.specifiers) values.add(local.name);
  return new Map(
    importsOf(program).map(({ source: from, specifiers }) => [
      String(from.value),
      specifiers.flatMap((part) =>
        part.type === "ImportSpecifier" && values.has(part.local.name)
          ? [{ name: nameOf(part.imported), line: lineOf(part.start) }]
          : [],
      ),
    ]),
  );
}
