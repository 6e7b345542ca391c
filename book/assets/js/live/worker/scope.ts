/** Which names a program declares at its top, and which it takes from outside: scopes of modern JavaScript, by its syntax tree. */
import type { Node, Pattern, Program } from "acorn";

export type Kind = "const" | "let" | "function" | "class" | "import";

/** A place where a name is used that the program does not declare. */
export interface Use {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** It is assigned to. */
  readonly written: boolean;
  /** `{ name }`: key and value are one word. */
  readonly shorthand: boolean;
  /** It is called, `name()`. */
  readonly called: boolean;
  /** `typeof name` may ask for what is nowhere. */
  readonly asked: boolean;
}

type Tree = Node & { readonly [key: string]: unknown };
type Scope = ReadonlySet<string>;
interface Place {
  readonly parent: Tree;
  readonly key: string;
  readonly scopes: readonly Scope[];
  readonly written: boolean;
}

/** The names that the top of a program declares. */
export function declared(program: Program): Map<string, Kind> {
  const names = new Map<string, Kind>();
  for (const statement of program.body as Tree[]) {
    for (const name of lexical([statement])) names.set(name, kindOf(statement));
    if (statement.type === "ImportDeclaration")
      for (const { local } of statement.specifiers as { local: { name: string } }[]) names.set(local.name, "import");
  }
  for (const name of vars(program as unknown as Tree)) if (!names.has(name)) names.set(name, "let");
  return names;
}

function kindOf(statement: Tree): Kind {
  if (statement.type === "ExportNamedDeclaration") return kindOf(statement.declaration as Tree);
  if (statement.type === "FunctionDeclaration") return "function";
  if (statement.type === "ClassDeclaration") return "class";
  return statement.kind === "const" ? "const" : "let";
}

/** Every use of a name from outside, in the order of the text. */
export function uses(program: Program): Use[] {
  const found: Use[] = [];
  const top = program as unknown as Tree;
  each(top, (child, key) =>
    visit(child, { parent: top, key, scopes: [new Set(declared(program).keys())], written: false }),
  );
  return found.sort((a, b) => a.start - b.start);

  function visit(node: Tree, place: Place): void {
    if (node.type === "Identifier") {
      if (isUse(node, place) && !place.scopes.some((scope) => scope.has(node.name as string)))
        found.push(use(node, place));
      return;
    }
    const opened = opens(node, place.parent);
    const scopes = opened ? [...place.scopes, opened] : place.scopes;
    each(node, (child, key) => {
      if (node.type === "Property" && node.shorthand && key === "key") return;
      visit(child, { parent: node, key, scopes, written: writes(node, key, place.written) });
    });
  }
}

function use(node: Tree, { parent, key, written }: Place): Use {
  const shorthand = (parent.type === "Property" && parent.shorthand === true) || isDefault(parent, key);
  const called = parent.type === "CallExpression" && key === "callee";
  const asked = parent.type === "UnaryExpression" && parent.operator === "typeof";
  return { name: node.name as string, start: node.start, end: node.end, written, shorthand, called, asked };
}

/** The `a` of `({ a = 1 } = b)`: acorn gives the default as the value of a shorthand property, marked by visitShorthand. */
const isDefault = (parent: Tree, key: string): boolean =>
  parent.type === "AssignmentPattern" && key === "left" && parent.ofShorthand === true;

function each(node: Tree, act: (child: Tree, key: string) => void): void {
  for (const [key, value] of Object.entries(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (typeof child === "object" && child !== null && typeof (child as Tree).type === "string") {
        if (node.type === "Property" && node.shorthand && key === "value" && child.type === "AssignmentPattern")
          (child as { ofShorthand?: boolean }).ofShorthand = true;
        act(child as Tree, key);
      }
}

/** Whether an identifier is looked up, in contrast to names of properties, labels and imports. */
function isUse(node: Tree, { parent, key }: Place): boolean {
  if (parent.type === "MemberExpression") return key === "object" || parent.computed === true;
  if (["Property", "MethodDefinition", "PropertyDefinition"].includes(parent.type))
    return key === "value" || parent.computed === true;
  if (
    ["ImportSpecifier", "ImportDefaultSpecifier", "ImportNamespaceSpecifier", "ExportSpecifier"].includes(parent.type)
  )
    return false;
  if (node.name === "arguments") return false;
  return !["LabeledStatement", "BreakStatement", "ContinueStatement", "MetaProperty"].includes(parent.type);
}

/** Whether what stands under `key` is assigned to. Patterns hand this down to their parts. */
function writes(node: Tree, key: string, above: boolean): boolean {
  if (node.type === "AssignmentExpression" || node.type === "ForInStatement" || node.type === "ForOfStatement")
    return key === "left";
  if (node.type === "UpdateExpression") return true;
  if (node.type === "ObjectPattern" || node.type === "ArrayPattern" || node.type === "RestElement") return above;
  if (node.type === "Property") return above && key === "value";
  return node.type === "AssignmentPattern" && key === "left" && above;
}

/** The names that a node brings into the scope it opens; null when it opens none. */
function opens(node: Tree, parent: Tree): Set<string> | null {
  const body = (tree: unknown): Tree[] => ((tree as Tree)?.body as Tree[]) ?? [];
  switch (node.type) {
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression": {
      const own = node.type === "FunctionExpression" && node.id ? [(node.id as Tree).name as string] : [];
      const inner = Array.isArray(body(node.body)) ? lexical(body(node.body)) : [];
      return new Set([...own, ...(node.params as Pattern[]).flatMap(bound), ...vars(node.body as Tree), ...inner]);
    }
    case "ClassDeclaration":
    case "ClassExpression":
      return new Set(node.id ? [(node.id as Tree).name as string] : []);
    case "BlockStatement":
    case "StaticBlock":
      return parent.type.includes("Function")
        ? null
        : new Set([...lexical(node.body as Tree[]), ...(node.type === "StaticBlock" ? vars(node) : [])]);
    case "SwitchStatement":
      return new Set((node.cases as { consequent: Tree[] }[]).flatMap(({ consequent }) => lexical(consequent)));
    case "ForStatement":
      return new Set(lexical([node.init as Tree]));
    case "ForInStatement":
    case "ForOfStatement":
      return new Set(lexical([node.left as Tree]));
    case "CatchClause":
      return new Set(node.param ? bound(node.param as Pattern) : []);
    default:
      return null;
  }
}

/** Names of let, const, class and function among these statements. */
function lexical(statements: readonly (Tree | null)[]): string[] {
  return statements.flatMap((statement) => {
    if (statement?.type === "VariableDeclaration" && statement.kind !== "var")
      return (statement.declarations as { id: Pattern }[]).flatMap(({ id }) => bound(id));
    if (statement?.type === "ExportNamedDeclaration") return lexical([statement.declaration as Tree | null]);
    const named = statement?.type === "FunctionDeclaration" || statement?.type === "ClassDeclaration";
    return named && statement.id ? [(statement.id as Tree).name as string] : [];
  });
}

/** Names of every var below a node, without those of inner functions. */
function vars(node: Tree): string[] {
  const found: string[] = [];
  const look = (tree: Tree): void => {
    if (tree.type === "VariableDeclaration" && tree.kind === "var")
      for (const { id } of tree.declarations as { id: Pattern }[]) found.push(...bound(id));
    if (tree === node || !/Function|Class/.test(tree.type)) each(tree, look);
  };
  look(node);
  return found;
}

/** The names that a pattern binds. */
function bound(pattern: Pattern | null): string[] {
  switch (pattern?.type) {
    case "Identifier":
      return [pattern.name];
    case "ObjectPattern":
      return pattern.properties.flatMap((part) => bound(part.type === "RestElement" ? part.argument : part.value));
    case "ArrayPattern":
      return pattern.elements.flatMap(bound);
    case "AssignmentPattern":
      return bound(pattern.left);
    case "RestElement":
      return bound(pattern.argument);
    default:
      return [];
  }
}
