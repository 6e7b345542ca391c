// Which names does the source of a function take from outside itself? A live figure's function runs in the reader's
// browser, where nothing but its arguments exists; the kernel asks this before it lets one out.
const path = require("node:path");

const typescript = () =>
  require(
    require.resolve("@tslab/typescript-for-tslab", { paths: [path.dirname(require.resolve("tslab/package.json"))] }),
  );

// What the language itself defines and a frame may use. No clock, no chance, no network, no page: frames must repeat.
const LANGUAGE = new Set(
  `undefined NaN Infinity Math Number String Boolean Array Object Map Set WeakMap Symbol BigInt JSON RegExp Error
  TypeError RangeError Float32Array Float64Array Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array
  Uint32Array ArrayBuffer DataView Iterator isNaN isFinite parseInt parseFloat structuredClone console`.split(/\s+/),
);
const CHANCE = "new termwise.Rng(seed)";

/**
 * The free names of a function's source, each once, with what to write instead where that is known.
 * @param {string} source
 * @returns {{ name: string, instead?: string }[]}
 */
function freeNames(source) {
  const ts = typescript();
  const file = ts.createSourceFile("figure.js", `(${source})`, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const found = new Map();
  const note = (name, instead) => found.set(name, instead === undefined ? { name } : { name, instead });
  const visit = (node) => {
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && member(ts, node, note)) return;
    if (node.kind === ts.SyntaxKind.ThisKeyword && !inside(ts, node, ownThis)) note("this");
    if (node.kind === ts.SyntaxKind.ImportKeyword) note("import()");
    if (ts.isIdentifier(node) && isUse(ts, node) && !LANGUAGE.has(node.text) && !declaredAround(ts, node))
      note(node.text, node.text === "crypto" ? CHANCE : undefined);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...found.values()];
}

/** tslab compiles a name of an earlier cell to exports.name and an imported one to termwise_1.name. */
function member(ts, node, note) {
  const [root, name] = [node.expression.text, node.name.text];
  if (declaredAround(ts, node.expression)) return false;
  if (root === "Math" && name === "random") note("Math.random", CHANCE);
  else if (root === "exports") note(name);
  else if (/^termwise_\d+$/.test(root)) note(name, `termwise.${name}`);
  else if (/_\d+$/.test(root)) note(name);
  else return false;
  return true;
}

/** Whether an identifier is looked up, in contrast to names of properties, labels and declarations. */
function isUse(ts, node) {
  const { parent } = node;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  if (ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent) || ts.isMetaProperty(parent)) return false;
  return parent.name !== node;
}

const ownThis = (ts, node) =>
  ts.isFunctionDeclaration(node) ||
  ts.isFunctionExpression(node) ||
  ts.isMethodDeclaration(node) ||
  ts.isClassLike(node);

function inside(ts, node, test) {
  for (let at = node.parent; at; at = at.parent) if (test(ts, at)) return true;
  return false;
}

function declaredAround(ts, node) {
  if (node.text === "arguments" && inside(ts, node, ownThis)) return true;
  for (let at = node.parent; at; at = at.parent) if (opens(ts, at) && declared(ts, at).has(node.text)) return true;
  return false;
}

const opens = (ts, node) =>
  ts.isFunctionLike(node) ||
  ts.isClassLike(node) ||
  ts.isBlock(node) ||
  ts.isCaseBlock(node) ||
  ts.isCatchClause(node) ||
  ts.isForStatement(node) ||
  ts.isForInStatement(node) ||
  ts.isForOfStatement(node);

const known = new WeakMap();

/** The names that a node brings into the scope it opens; of a function also the vars of its blocks. */
function declared(ts, scope) {
  if (known.has(scope)) return known.get(scope);
  const names = new Set();
  const bind = (name) => {
    if (ts.isIdentifier(name)) names.add(name.text);
    else for (const element of name.elements) if (ts.isBindingElement(element)) bind(element.name);
  };
  const collect = (node, onlyVars) => {
    const isVar = ts.isVariableDeclaration(node) && !(ts.getCombinedNodeFlags(node) & ts.NodeFlags.BlockScoped);
    if (ts.isVariableDeclaration(node) || ts.isParameter(node)) if (!onlyVars || isVar) bind(node.name);
    if (!onlyVars && (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) && node.name) bind(node.name);
    if (node !== scope && opens(ts, node)) {
      if (!ts.isFunctionLike(scope) || ts.isFunctionLike(node) || ts.isClassLike(node)) return;
      ts.forEachChild(node, (child) => collect(child, onlyVars || node !== scope.body));
      return;
    }
    ts.forEachChild(node, (child) => collect(child, onlyVars));
  };
  collect(scope, false);
  if ((ts.isFunctionExpression(scope) || ts.isClassLike(scope)) && scope.name) bind(scope.name);
  known.set(scope, names);
  return names;
}

module.exports = { freeNames };
