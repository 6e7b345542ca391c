// Prints a declaration of a file with its doc comment: node tools/notebooks/symbol.ts lib/src/nn/linear.ts linear
import { readFileSync } from "node:fs";
import { argv, exit, stderr, stdout } from "node:process";
import ts from "typescript";

const [path, name] = argv.slice(2);
const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
const found = file.statements.filter((statement) => names(statement).includes(name));
if (found.length === 0) {
  stderr.write(`${path} declares no ${name}; it declares ${file.statements.flatMap(names).join(", ")}\n`);
  exit(1);
}
stdout.write(`${found.map((statement) => statement.getFullText().trim()).join("\n")}\n`);

/** The names that a statement declares at the top level of the file. */
function names(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map((d) => d.name.getText());
  const declares =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement);
  return declares && statement.name ? [statement.name.text] : [];
}
