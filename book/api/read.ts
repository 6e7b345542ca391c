/** Reads what the library exports: signatures, doc comments and source, through TypeScript's own compiler. */
import { join, relative } from "node:path";
import ts from "typescript";
import { refusals } from "./refusals.ts";

export type Kind = "function" | "class" | "type" | "constant";

export interface Entry {
  readonly name: string;
  readonly kind: Kind;
  /** Path below lib/src. */
  readonly file: string;
  /** As a caller sees it: no bodies. */
  readonly signature: string;
  readonly text: string;
  readonly example: string;
  /** The whole definition, without its comment. */
  readonly source: string;
  /** Errors it throws, each with the rules it watches over. */
  readonly refuses: readonly Refusal[];
  /** Names in the signature that begin with a capital: candidates for links. */
  readonly mentions: readonly string[];
}

export interface Refusal {
  readonly error: string;
  readonly rules: readonly string[];
}

export interface Library {
  readonly entries: readonly Entry[];
  /** Functions that are also methods of Tensor. */
  readonly methods: ReadonlySet<string>;
}

/** Everything that lib/src/index.ts exports, in the order of the files and within them as the author put it. */
export function readLibrary(root: string): Library {
  const base = join(root, "lib/src");
  const index = join(base, "index.ts");
  const program = ts.createProgram([index], {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(index) as ts.SourceFile);
  if (!module) throw new Error(`${index} exports nothing`);
  const found = checker.getExportsOfModule(module).map((exported) => {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const node = symbol.declarations?.[0];
    if (!node) throw new Error(`${exported.name} is exported but defined nowhere`);
    return { name: exported.name, node, file: relative(base, node.getSourceFile().fileName) };
  });
  found.sort((a, b) => (a.file === b.file ? a.node.pos - b.node.pos : a.file < b.file ? -1 : 1));
  const entries = found.map(({ name, node, file }) => entryOf(name, node, file, checker));
  return { entries, methods: methodsOf(entries) };
}

function entryOf(name: string, node: ts.Declaration, file: string, checker: ts.TypeChecker): Entry {
  const shown = ts.isVariableDeclaration(node) ? node.parent.parent : node; // a comment stands above the statement
  const signature = signatureOf(node, checker);
  const docs = ts.getJSDocCommentsAndTags(shown).filter(ts.isJSDoc).at(-1);
  const isFunction = /^[\w$]+[<(]/.test(signature);
  return {
    name,
    kind: ts.isClassDeclaration(node)
      ? "class"
      : isFunction
        ? "function"
        : ts.isVariableDeclaration(node)
          ? "constant"
          : "type",
    file,
    signature,
    text: ts.getTextOfJSDocComment(docs?.comment)?.trim() ?? "",
    example: exampleOf(docs),
    source: shown.getText().replace(/^export /, ""),
    refuses: isFunction ? refusals(node, checker) : [],
    mentions: [...new Set(signature.match(/\b[A-Z]\w+/g) ?? [])],
  };
}

function exampleOf(docs: ts.JSDoc | undefined): string {
  const tag = docs?.tags?.find(({ tagName }) => tagName.text === "example");
  return ts.getTextOfJSDocComment(tag?.comment)?.trim() ?? "";
}

/** What a caller needs to know, as the author wrote it where that has no body. */
function signatureOf(node: ts.Declaration, checker: ts.TypeChecker): string {
  if (ts.isFunctionDeclaration(node)) return textBefore(node, node.body).replace(/^(export |async )*function\*? ?/, "");
  if (ts.isClassDeclaration(node)) return outline(node);
  if (!ts.isVariableDeclaration(node)) return node.getText().replace(/^export /, "");
  const name = node.name.getText();
  const arrow = node.initializer;
  if (arrow && ts.isArrowFunction(arrow) && arrow.type) {
    return name + textBefore(arrow, arrow.equalsGreaterThanToken).trim();
  }
  const type = checker.getTypeAtLocation(node);
  const [call] = type.getCallSignatures();
  return call ? name + checker.signatureToString(call, node) : `const ${name}: ${checker.typeToString(type, node)}`;
}

function textBefore(node: ts.Node, end: ts.Node | undefined): string {
  const text = node.getText();
  return (end ? text.slice(0, end.getStart() - node.getStart()) : text).trim();
}

/** A class without bodies and private parts; methods first, then what it holds. */
function outline(node: ts.ClassDeclaration): string {
  const members = node.members.filter((member) => !isHidden(member));
  const holds = members.filter(ts.isPropertyDeclaration);
  const acts = members.filter((member) => !ts.isPropertyDeclaration(member));
  const lines = [...acts, ...holds].map((member) => {
    const comment = ts.getJSDocCommentsAndTags(member).map((docs) => `  ${docs.getText()}\n`);
    return `${comment.join("")}  ${headOf(member)};`;
  });
  const head = textBefore(node, node.members[0] && firstBrace(node));
  return `${head.replace(/^export /, "")} {\n${lines.join("\n")}\n}`;
}

const firstBrace = (node: ts.ClassDeclaration): ts.Node | undefined =>
  node.getChildren().find(({ kind }) => kind === ts.SyntaxKind.OpenBraceToken);

function isHidden(member: ts.ClassElement): boolean {
  const name = member.name;
  const modifiers = ts.getCombinedModifierFlags(member);
  if (modifiers & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) return true;
  return name !== undefined && (ts.isPrivateIdentifier(name) || ts.isComputedPropertyName(name));
}

function headOf(member: ts.ClassElement): string {
  const body = "body" in member ? (member.body as ts.Node | undefined) : undefined;
  if (ts.isPropertyDeclaration(member) && member.type)
    return textBefore(member, member.initializer).replace(/ ?=$/, "");
  return textBefore(member, body).replace(/;$/, "");
}

function methodsOf(entries: readonly Entry[]): Set<string> {
  const methods = entries.find(({ name }) => name === "TensorMethods")?.signature ?? "";
  return new Set([...methods.matchAll(/^ {2}(\w+)\(/gm)].map(([, name]) => name));
}
