// Which chapter builds what the library exports. Prints { name: { chapter, file } } as JSON: the first "chapter N" in the
// doc comment of the name, else in the header of its file. What belongs to every chapter (figures, record) is left out.
import { readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import ts from "typescript";
import { root } from "../root.ts";

const source = join(root, "lib/src");
const found: Record<string, { chapter: number; file: string }> = {};
const parsed = new Map<string, ts.SourceFile>();

for (const statement of parse(join(source, "index.ts")).statements) {
  if (!ts.isExportDeclaration(statement) || !statement.moduleSpecifier || !statement.exportClause) continue;
  const file = resolve(source, (statement.moduleSpecifier as ts.StringLiteral).text);
  if (!ts.isNamedExports(statement.exportClause) || relative(source, file).startsWith("figures/")) continue;
  for (const { name, propertyName } of statement.exportClause.elements) {
    const chapter = chapterOf(file, (propertyName ?? name).text);
    if (chapter !== undefined) found[name.text] = { chapter, file: relative(source, file) };
  }
}
process.stdout.write(JSON.stringify(found));

function parse(path: string): ts.SourceFile {
  const known = parsed.get(path);
  if (known) return known;
  const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest);
  parsed.set(path, file);
  return file;
}

function chapterOf(path: string, name: string): number | undefined {
  const { text, statements } = parse(path);
  const own = statements.find((statement) => declares(statement, name));
  // the first statement's comments include the file's header
  const doc = own && text.slice(own.getFullStart(), own.getFullStart() + leading(text, own.getFullStart()));
  return first(doc && own !== statements[0] ? doc : undefined) ?? first(text.slice(0, text.indexOf("*/")));
}

function first(comment: string | undefined): number | undefined {
  const match = comment?.match(/\bchapters? (\d+)/i);
  return match ? Number(match[1]) : undefined;
}

function leading(text: string, start: number): number {
  return (ts.getLeadingCommentRanges(text, start)?.at(-1)?.end ?? start) - start;
}

function declares(statement: ts.Statement, name: string): boolean {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.some((d) => ts.isIdentifier(d.name) && d.name.text === name);
  const named = statement as ts.Statement & { name?: ts.Identifier };
  return named.name?.text === name;
}
