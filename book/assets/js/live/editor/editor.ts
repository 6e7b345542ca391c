/** CodeMirror for cells, loaded with the first Edit: TypeScript in the page's colours, completion, the line of an error. */
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from "@codemirror/commands";
import { javascriptLanguage, localCompletionSource, typescriptLanguage } from "@codemirror/lang-javascript";
import {
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  indentUnit,
  LanguageSupport,
  syntaxHighlighting,
} from "@codemirror/language";
import { Annotation, EditorState, StateEffect, StateField, type Transaction } from "@codemirror/state";
import { Decoration, type DecorationSet, drawSelection, EditorView, keymap } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { Editor, EditorOptions } from "../runtime.ts";
import { libraryNames } from "./completion.ts";

void javascriptLanguage;
/** The colours of printed code (code.css): word, text, number, comment, name. */
const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.bool, tags.null, tags.self], class: "k" },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], class: "s" },
  { tag: tags.number, class: "m" },
  { tag: tags.comment, class: "c" },
  { tag: [tags.typeName, tags.className], class: "nc" },
]);

interface Fault {
  readonly line: number;
  readonly message: string;
}
const setFault = StateEffect.define<Fault | null>();
const silent = Annotation.define<boolean>();

/** The marked line; a change of the text takes the mark away. */
const faultLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) if (effect.is(setFault)) return marked(transaction, effect.value);
    return transaction.docChanged ? Decoration.none : marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function marked({ state }: Transaction, fault: Fault | null): DecorationSet {
  if (!fault || fault.line > state.doc.lines) return Decoration.none;
  const { from } = state.doc.line(fault.line);
  return Decoration.set([Decoration.line({ class: "cm-fault", attributes: { title: fault.message } }).range(from)]);
}

/** Tab indents only after something was typed: who passes by with Tab is not caught. Escape and Tab always lead out. */
function tabKeys(typed: () => boolean): Parameters<typeof keymap.of>[0] {
  return [
    { key: "Tab", run: (view) => (typed() || !view.state.selection.main.empty) && indentMore(view) },
    { key: "Shift-Tab", run: (view) => typed() && indentLess(view) },
  ];
}

function open(parent: HTMLElement, { text, label, onRun, onChange, onLeave }: EditorOptions): Editor {
  let typed = false;
  const run = (): boolean => {
    onRun();
    return true;
  };
  const leave = (view: EditorView): boolean => {
    if (onLeave) onLeave();
    else view.contentDOM.blur();
    return true;
  };
  const place = document.createElement("div");
  place.className = "live-editor highlight";
  parent.append(place);
  const view = new EditorView({
    parent: place,
    state: EditorState.create({
      doc: text,
      extensions: [
        keymap.of([
          { key: "Shift-Enter", run },
          { key: "Mod-Enter", run },
        ]),
        autocompletion({ icons: false, override: [libraryNames, localCompletionSource] }),
        keymap.of([
          ...completionKeymap,
          ...closeBracketsKeymap,
          { key: "Escape", run: leave },
          ...tabKeys(() => typed),
          ...defaultKeymap,
          ...historyKeymap,
        ]),
        history(),
        drawSelection(),
        indentOnInput(),
        indentUnit.of("  "),
        bracketMatching(),
        closeBrackets(),
        new LanguageSupport(typescriptLanguage),
        syntaxHighlighting(colours),
        faultLine,
        EditorView.contentAttributes.of({
          tabindex: "0",
          "aria-label": label,
          spellcheck: "false",
          autocapitalize: "off",
        }),
        EditorView.updateListener.of(({ docChanged, transactions, state }) => {
          if (transactions.some((one) => one.isUserEvent("input") || one.isUserEvent("delete"))) typed = true;
          const own = transactions.every((one) => one.annotation(silent));
          if (docChanged && !own) onChange?.(state.doc.toString());
        }),
        EditorView.domEventHandlers({
          blur: () => {
            typed = false;
          },
        }),
      ],
    }),
  });
  return {
    text: () => view.state.doc.toString(),
    set: (given) =>
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: given },
        annotations: silent.of(true),
      }),
    focus: () => view.focus(),
    fault: (line, message = "") =>
      view.dispatch({ effects: setFault.of(line === undefined ? null : { line, message }) }),
    close() {
      view.destroy();
      place.remove();
    },
  };
}

(globalThis as { termwiseEditor?: typeof open }).termwiseEditor = open;
