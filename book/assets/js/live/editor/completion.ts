/** Completion of the library's names with what they are for; choosing one that is not imported imports it. */
import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  pickedCompletion,
  snippetCompletion,
} from "@codemirror/autocomplete";
import type { EditorView } from "@codemirror/view";

/** One line of live-names.js: [name, kind, signature, first sentence, 1 when also a method of Tensor]. */
export type Name = readonly [name: string, kind: string, signature: string, about: string, method: 0 | 1];

const names = (): readonly Name[] => (globalThis as { termwiseNames?: readonly Name[] }).termwiseNames ?? [];

const WORDS = [
  "const",
  "let",
  "function",
  "for",
  "of",
  "if",
  "else",
  "return",
  "while",
  "new",
  "import",
  "from",
  "await",
  "class",
];

export function libraryNames(context: CompletionContext): CompletionResult | null {
  const member = context.matchBefore(/\.\w*$/);
  if (member) return result(member.from + 1, names().filter(isMethod).map(method));
  const word = context.matchBefore(/[A-Za-z_$][\w$]*$/);
  if (!word && !context.explicit) return null;
  const line = context.state.doc.lineAt(context.pos).text;
  if (/["'`][^"'`]*$/.test(line.slice(0, context.pos - context.state.doc.lineAt(context.pos).from))) return null;
  const inImport = /^\s*import\b/.test(line);
  const options = names().map((name) => named(name, inImport));
  const loop = snippetCompletion("for (let ${k} = 0; ${k} < ${n}; ${k}++) {\n\t${}\n}", {
    label: "for …",
    type: "keyword",
  });
  return result(
    word?.from ?? context.pos,
    inImport ? options : [...options, loop, ...WORDS.map((label) => ({ label, type: "keyword", boost: -1 }))],
  );
}

const isMethod = ([, , , , method]: Name): boolean => method === 1;
const result = (from: number, options: readonly Completion[]): CompletionResult => ({
  from,
  options,
  validFor: /^[\w$]*$/,
});

function method([label, , signature, about]: Name): Completion {
  return { label, type: "method", info: info(signature, about) };
}

function named([label, kind, signature, about]: Name, inImport: boolean): Completion {
  const shared = { label, type: kind, info: info(signature, about) };
  return inImport || kind === "type" ? shared : { ...shared, apply: insertAndImport };
}

function info(signature: string, about: string): () => Node {
  return () => {
    const box = document.createElement("div");
    const code = document.createElement("code");
    code.textContent = signature;
    box.append(code, about);
    return box;
  };
}

/** The name, and `import { name } from "termwise";` on top, unless this or an earlier cell imports or defines it. */
function insertAndImport(view: EditorView, completion: Completion, from: number, to: number): void {
  const { label } = completion;
  const above = [...document.querySelectorAll(".cell_input")].filter(
    (box) => !box.contains(view.dom) && box.compareDocumentPosition(view.dom) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const known = [view.state.doc.toString(), ...above.map((box) => box.textContent ?? "")];
  const defines = new RegExp(`import[^;]*\\b${label}\\b[^;]*from|\\b(?:const|let|function|class)\\s+${label}\\b`);
  const needed = !known.some((text) => defines.test(text));
  const line = `import { ${label} } from "termwise";\n`;
  view.dispatch({
    changes: [...(needed ? [{ from: 0, insert: line }] : []), { from, to, insert: label }],
    selection: { anchor: from + label.length + (needed ? line.length : 0) },
    annotations: pickedCompletion.of(completion),
    userEvent: "input.complete",
  });
}
