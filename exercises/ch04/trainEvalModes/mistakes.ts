import type { Mistake } from "@termwise/check";

const set = "for (const state of this.inside(path)) state.mode = mode;";
const freeze = "for (const state of this.inside(path)) state.frozen = true;";
const unfreeze = "for (const state of this.inside(path)) state.frozen = false;";
const made = 'this.states.set(path, { mode: "train", frozen: false, weights });';
const inside = 'path === "" || at === path || at.startsWith(`${path}.`)';
const listed = "state.weights > 0 && !state.frozen";
const badMode = 'if (mode !== "train" && mode !== "evaluate") throw new Error("Model: a mode is train or evaluate");';
const badPath = 'if (!this.states.has(path)) throw new Error(`Model: there is no part "${path}"`);';
const states = "private readonly states = new Map<string, State>();";

const mistakes: Mistake[] = [
  {
    name: "only-the-part-itself",
    does: "switches the part at the path and nothing inside it",
    belief: "A model's mode is the mode of its parts: one that stays in train goes on dropping.",
    hint: "Evaluate the whole model. Which mode has body.drop?",
    change: { [inside]: "at === path" },
    also: [
      { change: { [set]: "this.inside(path)[0].mode = mode;" } },
      {
        change: { [freeze]: "this.inside(path)[0].frozen = true;", [unfreeze]: "this.inside(path)[0].frozen = false;" },
      },
    ],
  },
  {
    name: "one-level-deep",
    does: "reaches the parts just inside, but not those inside them",
    belief: "Parts have parts of their own: the word has to be passed on.",
    hint: "Try a model with a part in a part in a part.",
    change: {
      [inside]:
        '(path === "" && !at.includes(".")) || at === path || (at.startsWith(`${path}.`) && !at.slice(path.length + 1).includes("."))',
    },
  },
  {
    name: "leaves-only",
    does: "switches only parts that have nothing inside",
    belief: "A part that holds others has a mode too, and may hold weights.",
    hint: "Which mode does modes() report for body?",
    change: {
      [set]:
        'for (const [at, state] of this.states)\n      if (this.inside(path).includes(state) && (at === "" ? this.states.size === 1 : this.inside(at).length === 1)) state.mode = mode;',
    },
    also: [
      {
        change: {
          [set]:
            'for (const [at, state] of this.states)\n      if (this.inside(path).includes(state) && (at !== "" || this.states.size === 1)) state.mode = mode;',
        },
      },
    ],
  },
  {
    name: "evaluating-freezes",
    does: "freezes the weights when it evaluates",
    belief: "Evaluating says how a part behaves; whether its weights get gradients is another question.",
    hint: "Evaluate a new model. What is trainable()?",
    change: {
      [set]:
        'for (const state of this.inside(path)) {\n      state.mode = mode;\n      state.frozen = mode === "evaluate";\n    }',
    },
    also: [
      {
        change: {
          [set]:
            'for (const state of this.inside(path)) {\n      state.mode = mode;\n      if (mode === "evaluate") state.frozen = true;\n    }',
        },
      },
      { change: { [listed]: 'state.weights > 0 && !state.frozen && state.mode === "train"' } },
    ],
  },
  {
    name: "training-thaws",
    does: "unfreezes weights when it goes back to mode train",
    belief: "A frozen part stays frozen in every mode: fine-tuning trains with frozen parts all the time.",
    hint: "Freeze, evaluate, train. What is trainable()?",
    change: {
      [set]:
        'for (const state of this.inside(path)) {\n      state.mode = mode;\n      if (mode === "train") state.frozen = false;\n    }',
    },
  },
  {
    name: "freezing-evaluates",
    does: "changes the mode when it freezes",
    belief: "A part with frozen weights may still drop units while the rest is trained.",
    hint: "Freeze a new model. What does modes() say?",
    change: {
      [freeze]:
        'for (const state of this.inside(path)) {\n      state.frozen = true;\n      state.mode = "evaluate";\n    }',
    },
    also: [
      {
        change: {
          [freeze]:
            'for (const state of this.inside(path)) {\n      state.frozen = true;\n      state.mode = "evaluate";\n    }',
          [unfreeze]:
            'for (const state of this.inside(path)) {\n      state.frozen = false;\n      state.mode = "train";\n    }',
        },
      },
    ],
  },
  {
    name: "shared-state",
    does: "keeps one state for all models",
    belief: "A default object that is made once is shared by everyone who uses it.",
    hint: "Make two models and evaluate the first. What does the second say?",
    change: {
      "export class Model {": "const shared = new Map<string, State>();\nexport class Model {",
      [states]: "private readonly states = shared;",
    },
    also: [
      {
        change: {
          "export class Model {": "const shared = new Map<string, State>();\nexport class Model {",
          [made]:
            'const known = shared.get(path);\n    const state: State = known?.weights === weights ? known : { mode: "train", frozen: false, weights };\n    shared.set(path, state);\n    this.states.set(path, state);',
        },
      },
      {
        change: {
          "export class Model {": "const shared = new Map<string, State>();\nexport class Model {",
          [made]: `const all = shared.get(path) ?? { mode: "train" as Mode, frozen: false, weights };
    shared.set(path, all);
    this.states.set(path, {
      weights,
      get mode() { return all.mode; },
      set mode(mode) { all.mode = mode; },
      get frozen() { return all.frozen; },
      set frozen(frozen) { all.frozen = frozen; },
    });`,
        },
      },
    ],
  },
  {
    name: "mode-toggles",
    does: "turns the mode round each time instead of setting it",
    belief: "setMode says what the mode is afterwards; asking twice changes nothing more.",
    hint: "Evaluate twice. What does modes() say?",
    change: {
      [set]: 'for (const state of this.inside(path)) state.mode = state.mode === "train" ? "evaluate" : "train";',
    },
    also: [
      {
        change: {
          [set]:
            'for (const state of this.inside(path))\n      state.mode = mode === "evaluate" && state.mode === "train" ? "evaluate" : "train";',
        },
      },
    ],
  },
  {
    name: "starts-evaluating",
    does: "starts in mode evaluate",
    belief: "A new model is there to be trained: by the contract it starts in train.",
    hint: "What does modes() say before anything was called?",
    change: { [made]: 'this.states.set(path, { mode: "evaluate", frozen: false, weights });' },
  },
  {
    name: "beginning-of-a-name",
    does: "takes parts whose name begins like the path for parts inside it",
    belief: "Names are compared whole: dropout is not inside drop.",
    hint: "Evaluate drop in a model that also has a dropout.",
    change: { [inside]: "at.startsWith(path)" },
  },
  {
    name: "anywhere-in-the-path",
    does: "switches every part with that name, wherever it is",
    belief: "A path says where a part is, from the model down; another part of the same name is another part.",
    hint: "What happens to a.drop when you evaluate drop?",
    change: { [inside]: 'path === "" || `.${at}.`.includes(`.${path}.`)' },
  },
  {
    name: "path-not-read",
    does: "switches the whole model, whatever the path says",
    belief: "With a path only that part and what is inside it is meant, so each part needs a state of its own.",
    hint: "Evaluate only body. Which mode has head? Is it the path that is not read, or one state that all parts share?",
    change: { [inside]: "true" },
    also: [
      {
        change: {
          [states]: `${states}\n  private readonly common = { mode: "train" as Mode, frozen: false };`,
          [set]: "this.inside(path);\n    this.common.mode = mode;",
          [freeze]: "this.inside(path);\n    this.common.frozen = true;",
          [unfreeze]: "this.inside(path);\n    this.common.frozen = false;",
          "[path, state.mode]": "[path, this.common.mode]",
          [listed]: "state.weights > 0 && !this.common.frozen",
        },
      },
      { change: { [freeze]: 'this.inside(path);\n    for (const state of this.inside("")) state.frozen = true;' } },
      { change: { [set]: 'this.inside(path);\n    for (const state of this.inside("")) state.mode = mode;' } },
    ],
  },
  {
    name: "upwards-too",
    does: "switches the parts around the path as well",
    belief: "The word goes down the tree: the model around a part keeps its mode.",
    hint: "Evaluate body.drop. Which mode has body?",
    change: {
      [inside]: 'path === "" || at === "" || at === path || at.startsWith(`${path}.`) || path.startsWith(`${at}.`)',
    },
    also: [{ change: { [inside]: 'at === "" || path === "" || at === path || at.startsWith(`${path}.`)' } }],
  },
  {
    name: "parts-without-weights-listed",
    does: "lists parts that hold no weights as trainable",
    belief: "Where there are no weights there is nothing to train.",
    hint: "What could training change in drop?",
    change: { [listed]: "!state.frozen" },
  },
  {
    name: "frozen-still-listed",
    does: "lists frozen parts as trainable",
    belief: "Freezing takes a part's weights off the list of what training may change.",
    hint: "Does trainable() look at what freeze has done?",
    change: { [listed]: "state.weights > 0" },
    also: [{ change: { [freeze]: "this.inside(path);" } }],
  },
  {
    name: "nothing-returned",
    does: "returns nothing from its setters",
    belief: "A setter that returns the model can be followed by the next call.",
    hint: 'What is the value of model.setMode("evaluate")?',
    change: {
      [`${set}\n    return this;`]: set,
      [`${freeze}\n    return this;`]: freeze,
      [`${unfreeze}\n    return this;`]: unfreeze,
    },
    also: [
      { change: { [`${set}\n    return this;`]: set } },
      { change: { [`${freeze}\n    return this;`]: freeze, [`${unfreeze}\n    return this;`]: unfreeze } },
    ],
  },
  {
    name: "unknown-path-ignored",
    does: "does nothing where a path does not exist",
    belief: "A misspelt path would leave the part that was meant in the wrong mode, and nobody would know.",
    hint: "What happens in your code for the path tail?",
    change: { [badPath]: "" },
  },
  {
    name: "unknown-mode-accepted",
    does: "accepts any word as a mode",
    belief: "There are two modes; a third would silently behave like neither.",
    hint: "What happens in your code for the mode eval?",
    change: { [badMode]: "" },
    also: [{ change: { [badMode]: 'if (mode !== "train") mode = "evaluate";' } }],
  },
];
export default mistakes;

/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  'this.add("", root);  ⇒  this.add("", root);': "an empty text is empty already",
};
