// Changes to the text of tslab 1.0.22, made while Node loads it. The files in node_modules stay as they are.
// Each change must find its text exactly once; anything else is a tslab that this course has not been tested with.

const VERSION = "1.0.22";

/** @type {Record<string, { cures: string, find: string, put: string }[]>} */
const PATCHES = {
  "converter.js": [
    {
      cures: "`{ a }` with a name from an earlier cell was a ReferenceError",
      find: `            if (!ts.isIdentifier(node)) {
                return ts.visitEachChild(node, wrapPrevIdentifier, nullTransformationContext);
            }`,
      put: `            if (ts.isShorthandPropertyAssignment(node)) {
                const symbol = checker.getShorthandAssignmentValueSymbol(ts.getOriginalNode(node));
                if (!((symbol && symbol.declarations) || []).some((d) => d.getSourceFile() === declsFile)) {
                    return ts.visitEachChild(node, wrapPrevIdentifier, nullTransformationContext);
                }
                const name = ts.factory.createIdentifier(node.name.text);
                let value = ts.factory.createPropertyAccessExpression(ts.factory.createIdentifier("exports"), name);
                if (node.objectAssignmentInitializer) {
                    value = ts.factory.createAssignment(value, ts.visitNode(node.objectAssignmentInitializer, wrapPrevIdentifier));
                }
                return ts.factory.createPropertyAssignment(node.name.text, value);
            }
            if (!ts.isIdentifier(node)) {
                return ts.visitEachChild(node, wrapPrevIdentifier, nullTransformationContext);
            }`,
    },
    {
      cures: "`const { a: b } = earlier` and `{ a: 1 }` typed by an earlier cell became a syntax error",
      find: `            let prev = false;
            for (const decl of (_b = (_a = checker.getSymbolAtLocation(node))`,
      put: `            const parent = ts.getOriginalNode(node).parent;
            if (parent && ((ts.isBindingElement(parent) && parent.propertyName === ts.getOriginalNode(node)) ||
                (ts.isPropertyAssignment(parent) && parent.name === ts.getOriginalNode(node)))) {
                return node;
            }
            let prev = false;
            for (const decl of (_b = (_a = checker.getSymbolAtLocation(node))`,
    },
    {
      cures: "`for await` at the top level of a cell was a SyntaxError",
      find: "            hasToplevelAwait: diag.hasToplevelAwait,",
      put: "            hasToplevelAwait: diag.hasToplevelAwait || /\\bfor\\s+await\\b/.test(src),",
    },
  ],
  "executor.js": [
    {
      cures: "writing to a top-level `let` was some hundred times slower than to a local one",
      find: `        return new Proxy(exports, {
`,
      put: `        return new Proxy(exports, {
            set: (target, name, value) => { target[name] = value; return true; },
`,
    },
  ],
};

/** The text of a file of tslab with its changes made. Throws when the text is not the one that was tested. */
function patch(file, text, version) {
  const refuse = (why) => {
    throw new Error(
      `The kernel's changes were written for tslab ${VERSION} and do not fit: ${why}. Run npm ci, or adapt tools/kernel/patches.cjs.`,
    );
  };
  if (version !== VERSION) refuse(`this is tslab ${version}`);
  let out = text;
  for (const { cures, find, put } of PATCHES[file] ?? []) {
    const times = out.split(find).length - 1;
    if (times !== 1) refuse(`in ${file} the text to change (${cures}) occurs ${times} times`);
    out = out.replace(find, () => put);
  }
  return out;
}

module.exports = { PATCHES, VERSION, patch };
