import type { Mistake } from "@termwise/check";

const set = 'model.setMode("evaluate");';
const record = "model.record(layers);";
const forward = "model.forward(x);";
const result = "return layers.map((name) => model.kept(name)[stage]);";
const recordBack = "model.record(recorded);";
const modeBack = "model.setMode(mode);";
const closing = `  } finally {
    ${recordBack}
    ${modeBack}
  }`;
const unknown = "if (unknown !== undefined) throw new Error(`extractFeatures: the model has no layer ${unknown}`);";
const badStage = 'if (stage !== "pre" && stage !== "post") throw new Error("extractFeatures: stage is pre or post");';

const mistakes: Mistake[] = [
  {
    name: "sums-instead-of-values",
    does: "returns the sums before the activation whatever was asked",
    belief: "The features of a layer are what it passes on; its sums are another thing, and the caller says which.",
    hint: "Can your features of a relu layer be negative?",
    change: { [result]: "return layers.map((name) => model.kept(name).pre);" },
  },
  {
    name: "values-instead-of-sums",
    does: "returns the values after the activation whatever was asked",
    belief: "Where stage is pre the caller wants the sums: behind a relu the negative ones are gone.",
    hint: "Is stage used in your code?",
    change: { [result]: "return layers.map((name) => model.kept(name).post);" },
  },
  {
    name: "stages-swapped",
    does: "returns the values for pre and the sums for post",
    belief: "pre is before the activation, post is after it.",
    hint: "Which of the two can be negative behind a relu?",
    change: { [result]: 'return layers.map((name) => model.kept(name)[stage === "pre" ? "post" : "pre"]);' },
  },
  {
    name: "pre-by-default",
    does: "returns the sums when no stage is given",
    belief: "Without a stage the values after the activation are meant.",
    hint: "What does your function give for the first line of the example?",
    change: { '{ stage = "post" }': '{ stage = "pre" }' },
  },
  {
    name: "recording-left-behind",
    does: "leaves its own recording switched on",
    belief:
      "Whoever switches something on for a look switches it off again: kept values fill memory at every later pass.",
    hint: "What does model.recorded() say after your call?",
    change: { [recordBack]: "" },
    also: [{ change: { [record]: "model.record([...recorded, ...layers]);", [recordBack]: "" } }],
  },
  {
    name: "recording-of-others-ended",
    does: "records nothing afterwards, although somebody did before",
    belief: "The recorded names before the call may be somebody else's; they are restored, not cleared.",
    hint: "Which names were recorded before your call?",
    change: { [recordBack]: "model.record([]);" },
    also: [{ change: { [recordBack]: "model.record(recorded.filter((name) => !layers.includes(name)));" } }],
  },
  {
    name: "left-in-evaluate",
    does: "leaves the model in mode evaluate",
    belief: "The mode belongs to the caller: training would go on without dropout, and nobody would see it.",
    hint: "What is model.mode() after your call, if it was train before?",
    change: { [modeBack]: "" },
  },
  {
    name: "always-back-to-train",
    does: "puts the model into mode train afterwards, wherever it was",
    belief: "What has to come back is the mode from before, which may have been evaluate.",
    hint: "Call it on a model in use, one that is evaluating. What is its mode afterwards?",
    change: { [modeBack]: 'model.setMode("train");' },
  },
  {
    name: "measured-while-training",
    does: "runs the forward pass in the mode that the model happens to be in",
    belief:
      "In mode train a row's values depend on the other rows and the running statistics move: features need evaluate.",
    hint: "Extract the same row alone and beside others. Are its features the same?",
    change: { [set]: "", [modeBack]: "" },
    also: [{ change: { [set]: "" } }, { change: { [set]: 'model.setMode("train");' } }],
  },
  {
    name: "lost-on-an-error",
    does: "restores the model only if nothing goes wrong",
    belief: "An error leaves the function at once: what must happen in any case belongs into finally.",
    hint: "Give it rows that are too long. What is the mode afterwards?",
    change: {
      "  try {\n": "",
      [result]: "const found = layers.map((name) => model.kept(name)[stage]);",
      [closing]: "  model.record(recorded);\n  model.setMode(mode);\n  return found;",
    },
  },
  {
    name: "error-swallowed",
    does: "keeps an error of the forward pass to itself",
    belief: "The caller has to hear why there are no features.",
    hint: "What does your function return for rows that do not fit?",
    change: { "  } finally {": "  } catch {\n    return [];\n  } finally {" },
    also: [
      { change: { "  } finally {": "  } catch {\n    return undefined as never;\n  } finally {" } },
      { change: { "  } finally {": "  } catch {\n    return null as never;\n  } finally {" } },
      { change: { "  } finally {": "  } catch {\n    return layers.map(() => []);\n  } finally {" } },
    ],
  },
  {
    name: "one-pass-for-each-layer",
    does: "runs a forward pass for each layer",
    belief: "One pass computes all layers; several can be recorded in it.",
    hint: "How often is forward called for three names?",
    change: {
      [record]: "",
      [forward]: "",
      [result]:
        "return layers.map((name) => {\n      model.record([name]);\n      model.forward(x);\n      return model.kept(name)[stage];\n    });",
    },
  },
  {
    name: "one-pass-for-each-row",
    does: "runs a forward pass for each row",
    belief: "In mode evaluate rows do not disturb each other: the whole batch goes through at once.",
    hint: "How often is forward called for a hundred rows?",
    change: {
      [forward]:
        "const rows = x.map((row) => {\n      model.forward([row]);\n      return layers.map((name) => model.kept(name)[stage][0]);\n    });",
      [result]: "return layers.map((_, k) => rows.map((row) => row[k]));",
    },
  },
  {
    name: "order-of-the-network",
    does: "returns the layers in the order of the network",
    belief: "The caller asked in an order, and gets the answers in it.",
    hint: 'What comes first for ["last", "first"]?',
    change: {
      [result]: "return model.names.filter((name) => layers.includes(name)).map((name) => model.kept(name)[stage]);",
    },
  },
  {
    name: "first-layer-only",
    does: "returns the features of the first name alone",
    belief: "The result has one entry for each name.",
    hint: "How long is your result for two names?",
    change: { [result]: "return [model.kept(layers[0])[stage]];" },
    also: [{ change: { [result]: "return model.kept(layers[0])[stage] as never;" } }],
  },
  {
    name: "output-of-the-network",
    does: "returns what the whole network gives",
    belief: "The result of forward is the last layer's; features come from the layer that was named.",
    hint: "What do you do with what forward returns?",
    change: { [forward]: "const output = model.forward(x);", [result]: "return layers.map(() => output);" },
  },
  {
    name: "unknown-layer-noticed-late",
    does: "lets the model find out that a layer does not exist",
    belief: "What can be refused is refused before anything is changed.",
    hint: "Which calls has the model seen by the time your error is thrown?",
    change: { [unknown]: "" },
    also: [
      {
        change: {
          [unknown]: "",
          [set]: 'model.setMode("evaluate");\n    if (unknown !== undefined) throw new Error(`no layer ${unknown}`);',
        },
      },
    ],
  },
  {
    name: "unknown-stage-accepted",
    does: "accepts any word as a stage",
    belief: "A misspelt stage would give undefined where features are due.",
    hint: "What does your function return for the stage both?",
    change: { [badStage]: "" },
    also: [{ change: { [badStage]: 'if (stage !== "pre") stage = "post";' } }],
  },
];
export default mistakes;
