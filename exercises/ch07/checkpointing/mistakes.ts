import type { Mistake } from "@termwise/check";

const again = "    for (let i = 1; i < count; i++) inputs.push(device.forward(first + i - 1, inputs[i - 1]));\n";
const freeWay = "    if (i % every > 0) device.free(a);\n";
const freeInput = "      if (inputs[i] !== x) device.free(inputs[i]);\n";
const keep = "kept.push({ first: i, input: a, state: device.random() });";

const mistakes: Mistake[] = [
  {
    name: "new-masks",
    does: "draws new masks when it computes a piece again",
    belief:
      "Drawn anew, dropout makes another network: the gradient belongs to a run that never had this loss. The state of the generator is part of a checkpoint.",
    hint: "What does forward give if you ask a dropout layer twice?",
    change: { "    device.setRandom(state);\n": "" },
  },
  {
    name: "one-state-for-all",
    does: "begins every piece with the state in which the whole run began",
    belief:
      "Each piece drew its masks from where the piece before it left the generator: note the state at each checkpoint.",
    hint: "Which masks does the second piece get in your second run?",
    change: { "device.setRandom(state);": "device.setRandom(kept[kept.length - 1].state);" },
  },
  {
    name: "state-after-the-run",
    does: "begins every piece with the state in which the whole run ended",
    belief: "The masks of a piece come from the state before the piece ran.",
    hint: "When is the state noted that you bring back?",
    change: { "device.setRandom(state);": "device.setRandom(after);" },
  },
  {
    name: "state-noted-too-late",
    does: "notes the state of the generator after the first layer of the piece has drawn from it",
    belief: "A checkpoint is what was there before the piece ran: its input, and the state.",
    hint: "Let the first layer of a piece be a dropout layer.",
    change: {
      [keep]: "kept.push({ first: i, input: a, state: 0 });",
      "    const next = device.forward(i, a);\n":
        "    const next = device.forward(i, a);\n    if (i % every === 0) kept[kept.length - 1].state = device.random();\n",
    },
  },
  {
    name: "generator-left-behind",
    does: "leaves the generator where the last piece put it",
    belief: "The next step of training would draw the same masks again: computing again must leave no trace.",
    hint: "Which masks does the next run of the network get?",
    change: { "  device.setRandom(after);\n": "" },
  },
  {
    name: "everything-kept",
    does: "keeps all inputs of the first run and computes nothing again",
    belief:
      "That is the ordinary sweep: right, and as large as the network is deep. Inputs inside a piece are freed on the way.",
    hint: "How many arrays are held when the first run ends?",
    change: {
      "  let a = x;": "  const all = [x];\n  let a = x;",
      [freeWay]: "",
      "    a = next;": "    a = next;\n    all.push(a);",
      [again]: "    for (let i = 1; i < count; i++) inputs.push(all[first + i]);\n",
    },
  },
  {
    name: "computed-again-for-nothing",
    does: "computes the pieces again and holds what the first run computed all the same",
    belief: "Memory is saved by freeing, not by computing again.",
    hint: "Which arrays does your second run make that are in memory already?",
    change: { [freeWay]: "" },
  },
  {
    name: "pieces-pile-up",
    does: "holds what was computed again until the whole sweep is over",
    belief:
      "A piece that was computed again is needed for its own sweep only: its inputs go before the next piece comes.",
    hint: "How many arrays are held when the sweep reaches the first piece?",
    change: {
      "  const after = device.random();": "  const used: Ticket[] = [];\n  const after = device.random();",
      [freeInput]: "      if (inputs[i] !== x) used.push(inputs[i]);\n",
      "  device.setRandom(after);": "  for (const ticket of used) device.free(ticket);\n  device.setRandom(after);",
    },
  },
  {
    name: "inputs-never-freed",
    does: "leaves inputs in memory that the sweep has used",
    belief: "When the sweep has passed a layer, nobody needs its input any more.",
    hint: "How many arrays are held at the end?",
    change: { [freeInput]: "" },
    also: [{ change: { [freeInput]: freeInput.replace("if (", "if (i === 0 && ") } }],
  },
  {
    name: "checkpoints-never-freed",
    does: "frees what was computed again and leaves the checkpoints in memory",
    belief: "A checkpoint has done its work when the sweep has passed its piece.",
    hint: "Which tickets of the first run have you not freed when the sweep is over?",
    change: { "if (inputs[i] !== x) device.free(inputs[i]);": "if (i > 0) device.free(inputs[i]);" },
  },
  {
    name: "gradients-never-freed",
    does: "never frees the gradients that it has passed on",
    belief: "The gradient of a result is used once, to get that of the input.",
    hint: "After backward has given the gradient of the input, who still asks for that of the result?",
    change: { "      device.free(g);\n": "" },
  },
  {
    name: "result-never-freed",
    does: "holds the result of the network to the end",
    belief: "When the loss has its gradient, the result is not needed any more.",
    hint: "Who uses y after the loss?",
    change: { "  device.free(a);\n  for": "  for" },
  },
  {
    name: "frees-the-input",
    does: "frees x, which belongs to the caller",
    belief: "Whoever gave x may need it after the sweep.",
    hint: "Which tickets did you not make yourself?",
    change: { "if (inputs[i] !== x) device": "device" },
  },
  {
    name: "gradient-lost-between-pieces",
    does: "begins each piece with the gradient of the loss again",
    belief: "A piece is joined to the one before by a gradient: what leaves at its input enters there.",
    hint: "Of which array is g the gradient when the second piece begins?",
    change: {
      "let g = device.loss(a);\n  device.free(a);": "let g = device.loss(a);\n  const start = g;\n  device.free(a);",
      "    const inputs = [input];":
        "    if (g !== start) device.free(g);\n    g = start;\n    const inputs = [input];",
      "      device.free(g);\n": "      if (g !== start) device.free(g);\n",
      "  device.setRandom(after);": "  device.free(start);\n  device.setRandom(after);",
    },
    also: [
      {
        change: {
          "let g = device.loss(a);\n  device.free(a);": "let g = 0;",
          "    const inputs = [input];": "    g = device.loss(a);\n    const inputs = [input];",
        },
      },
    ],
  },
  {
    name: "last-piece-only",
    does: "stops after the piece at the end of the network",
    belief: "The checkpoint is where the sweep goes on, not where it ends: earlier layers have weights too.",
    hint: "Which layers get a gradient?",
    change: { "of kept.reverse()": "of kept.reverse().slice(0, 1)" },
  },
  {
    name: "from-the-start-each-time",
    does: "computes from x again for every piece",
    belief:
      "A checkpoint is there so that the piece can begin at it. From x, the work grows with the square of the depth.",
    hint: "How often is layer 0 run?",
    change: {
      [again]: `    device.setRandom(kept[kept.length - 1].state);
    let from = x;
    for (let i = 0; i < first; i++) {
      const to = device.forward(i, from);
      if (from !== x) device.free(from);
      from = to;
    }
    if (from !== x) device.free(from);
${again}`,
    },
  },
  {
    name: "first-to-last-within-a-piece",
    does: "goes through the pieces backwards and through the layers of a piece forwards",
    belief: "Within a piece too the sweep begins at the end: a layer needs the gradient of its result.",
    hint: "Write down the order of your calls of backward for four layers.",
    change: { "for (let i = count - 1; i >= 0; i--) {": "for (let i = 0; i < count; i++) {" },
  },
  {
    name: "pieces-first-to-last",
    does: "sweeps the pieces in the order of the run",
    belief: "The sweep begins where a slope is known: at the loss.",
    hint: "Which gradient do you have when the first backward is asked, and of which layer's result is it?",
    change: { "of kept.reverse()": "of kept" },
  },
  {
    name: "last-piece-too-long",
    does: "takes every piece to have all its layers",
    belief: "Where layers are no multiple of every, the last piece is shorter.",
    hint: "Seven layers in pieces of three: which layers has the last one?",
    change: { "Math.min(every, layers - first)": "every" },
  },
  {
    name: "output-for-input",
    does: "gives backward the result of the layer where it wants the input",
    belief: "The slope of a layer is taken at what went into it.",
    hint: "Which ticket did forward get for this layer?",
    change: {
      "device.backward(first + i, inputs[i], g)": "device.backward(first + i, inputs[Math.min(i + 1, count - 1)], g)",
    },
  },
];
export default mistakes;

/** Mutants that nobody could tell from the solution. */
export const equivalent = {};
