import type { Mistake, Variant } from "@termwise/check";

const TRUE: Readonly<Record<string, string>> = {
  B: "data-driven-learning",
  D: "end-to-end-learning",
  G: "automatic-feature-learning",
  J: "hierarchical-abstraction",
  N: "model-complexity-characteristic",
  P: "nonlinear-relationship-modelling",
  R: "inference-and-control",
};
/** The true claims of these letters marked as overstated. */
const doubting = (letters: string): Variant => ({
  change: Object.fromEntries(
    [...letters].map((c) => [`${c}: ["correct", "${TRUE[c]}"],`, `${c}: ["overstated", "${TRUE[c]}"],`]),
  ),
});
const LETTERS = Object.keys(TRUE).join("");
/** All of them, each alone, every two, and all but one. */
const DOUBTED = [
  LETTERS,
  ...LETTERS,
  ...[...LETTERS].flatMap((a, i) => [...LETTERS.slice(i + 1)].map((b) => a + b)),
  ...[...LETTERS].map((one) => LETTERS.replace(one, "")),
];
const VERDICTS: Readonly<Record<string, string>> = { L: "overstated", M: "wrong", P: "correct" };
/** The claims of these letters, about what can be represented, given to another concept. */
const decidedBy =
  (concept: string) =>
  (letters: string): Variant => ({
    change: Object.fromEntries(
      [...letters].map((c) => [
        `${c}: ["${VERDICTS[c]}", "nonlinear-relationship-modelling"],`,
        `${c}: ["${VERDICTS[c]}", "${concept}"],`,
      ]),
    ),
  });

const mistakes: Mistake[] = [
  {
    name: "no-design-needed",
    does: "believes that learned features leave no architecture to design, or not much",
    belief:
      "Depth, widths, kinds of layers, loss and data are chosen by people; features are learned within these choices.",
    hint: "Who decided how many layers the network has?",
    change: { 'C: ["wrong", "automatic-feature-learning"],': 'C: ["correct", "automatic-feature-learning"],' },
    also: [
      { change: { 'C: ["wrong", "automatic-feature-learning"],': 'C: ["overstated", "automatic-feature-learning"],' } },
    ],
  },
  {
    name: "little-data",
    does: "believes that deep networks need little data",
    belief: "Finding the features as well takes more examples, not fewer: error falls as a power of their number.",
    hint: "What did the learning curve of the chapter do at 50 examples?",
    change: { 'T: ["wrong", "data-driven-learning"],': 'T: ["correct", "data-driven-learning"],' },
    also: [{ change: { 'T: ["wrong", "data-driven-learning"],': 'T: ["overstated", "data-driven-learning"],' } }],
  },
  {
    name: "versatile-is-multi-task",
    does: "takes the use of one kind of model for many things for multi-task learning",
    belief: "Multi-task learning is one model with shared parameters, trained on several tasks at once.",
    hint: "Do the two programs share any parameter?",
    change: { 'S: ["wrong", "inference-and-control"],': 'S: ["correct", "inference-and-control"],' },
    also: [{ change: { 'S: ["wrong", "inference-and-control"],': 'S: ["overstated", "inference-and-control"],' } }],
  },
  {
    name: "universal-means-learnable",
    does: "takes what a network can represent for what it learns",
    belief:
      "The theorem says that weights exist if the layer is wide enough; it does not say that training finds them.",
    hint: "Who finds the weights, and from how many examples?",
    change: {
      'L: ["overstated", "nonlinear-relationship-modelling"],': 'L: ["correct", "nonlinear-relationship-modelling"],',
    },
    also: [
      {
        change: {
          'L: ["overstated", "nonlinear-relationship-modelling"],': 'L: ["wrong", "nonlinear-relationship-modelling"],',
        },
      },
    ],
  },
  {
    name: "linear-depth-helps",
    does: "believes that linear layers gain something by being many",
    belief:
      "A product of matrices is a matrix: a deep linear stack represents exactly the linear maps, and XOR is none.",
    hint: "What is double, then triple?",
    change: {
      'M: ["wrong", "nonlinear-relationship-modelling"],': 'M: ["correct", "nonlinear-relationship-modelling"],',
    },
    also: [
      {
        change: {
          'M: ["wrong", "nonlinear-relationship-modelling"],': 'M: ["overstated", "nonlinear-relationship-modelling"],',
        },
      },
    ],
  },
  {
    name: "edges-parts-objects",
    does: "takes a tendency of convolutional networks for a law, or for a mistake",
    belief:
      "Edges, parts and objects are what trained convolutional networks tend to show; nothing makes a layer do so.",
    hint: "Does a network on tables of prices find edges?",
    change: { 'K: ["overstated", "hierarchical-abstraction"],': 'K: ["correct", "hierarchical-abstraction"],' },
    also: [
      { change: { 'K: ["overstated", "hierarchical-abstraction"],': 'K: ["wrong", "hierarchical-abstraction"],' } },
    ],
  },
  {
    name: "parameters-overfit",
    does: "takes more parameters than examples for overfitting, or for harmless",
    belief:
      "Networks with far more parameters than examples often generalise well; whether they do is seen on held-out data.",
    hint: "Does counting parameters replace a test?",
    change: {
      'F: ["overstated", "model-complexity-characteristic"],': 'F: ["correct", "model-complexity-characteristic"],',
    },
    also: [
      {
        change: {
          'F: ["overstated", "model-complexity-characteristic"],': 'F: ["wrong", "model-complexity-characteristic"],',
        },
      },
    ],
  },
  {
    name: "more-data-always",
    does: "takes more data for always better, or for never",
    belief: "More examples of the same kind and quality help; wrong labels, copies and foreign examples need not.",
    hint: "More data of what?",
    change: { 'Q: ["overstated", "data-driven-learning"],': 'Q: ["correct", "data-driven-learning"],' },
    also: [{ change: { 'Q: ["overstated", "data-driven-learning"],': 'Q: ["wrong", "data-driven-learning"],' } }],
  },
  {
    name: "end-to-end-always-better",
    does: "takes training all stages together for always better, or for never",
    belief: "It removes hand-made targets, and it needs enough data to do without them.",
    hint: "What if there are very few examples?",
    change: { 'H: ["overstated", "end-to-end-learning"],': 'H: ["correct", "end-to-end-learning"],' },
    also: [{ change: { 'H: ["overstated", "end-to-end-learning"],': 'H: ["wrong", "end-to-end-learning"],' } }],
  },
  {
    name: "no-classifier",
    does: "believes that a network is no classifier",
    belief: "A network whose outputs are classes is a classifier; end to end says how it was trained.",
    hint: "What does the network of the tour give out?",
    change: { 'O: ["wrong", "end-to-end-learning"],': 'O: ["correct", "end-to-end-learning"],' },
    also: [{ change: { 'O: ["wrong", "end-to-end-learning"],': 'O: ["overstated", "end-to-end-learning"],' } }],
  },
  {
    name: "learned-always-wins",
    does: "takes learned features for always better, or for never",
    belief: "On small tables designed features often win; on pictures and speech with much data learned ones do.",
    hint: "Which of the three programs would you take for twenty examples?",
    change: { 'A: ["overstated", "automatic-feature-learning"],': 'A: ["correct", "automatic-feature-learning"],' },
    also: [
      { change: { 'A: ["overstated", "automatic-feature-learning"],': 'A: ["wrong", "automatic-feature-learning"],' } },
    ],
  },
  {
    name: "simulator-is-the-world",
    does: "takes what works in a simulator for what works, or for what fails",
    belief: "It often carries over, and fails where the world differs from the simulator.",
    hint: "Is the friction the same?",
    change: { 'I: ["overstated", "inference-and-control"],': 'I: ["correct", "inference-and-control"],' },
    also: [{ change: { 'I: ["overstated", "inference-and-control"],': 'I: ["wrong", "inference-and-control"],' } }],
  },
  {
    name: "layers-refine-the-same",
    does: "believes that all layers compute the same, or some do",
    belief:
      "A later layer computes something else, from what the layer before it made; a better copy would make no problem easier.",
    hint: "What does the second layer get to see: pixels, or what the first made of them?",
    change: { 'E: ["wrong", "hierarchical-abstraction"],': 'E: ["correct", "hierarchical-abstraction"],' },
    also: [
      { change: { 'E: ["wrong", "hierarchical-abstraction"],': 'E: ["overstated", "hierarchical-abstraction"],' } },
    ],
  },
  {
    name: "parameters-decide-themselves",
    does: "believes that more parameters leave fewer choices",
    belief:
      "Each of them is fitted, but their number, arrangement, loss, rate and data are chosen, and there are more such choices in larger models.",
    hint: "Which choices did you count?",
    change: {
      'U: ["wrong", "model-complexity-characteristic"],': 'U: ["correct", "model-complexity-characteristic"],',
    },
    also: [
      {
        change: {
          'U: ["wrong", "model-complexity-characteristic"],': 'U: ["overstated", "model-complexity-characteristic"],',
        },
      },
    ],
  },
  {
    name: "true-sentences-doubted",
    does: "marks sentences as overstated that hold as they stand",
    belief: "A sentence that says can, or often, or depends claims little enough to be true.",
    hint: "Is there a case that contradicts the sentence as it is written?",
    ...doubting("DBN"),
    also: DOUBTED.map(doubting),
  },
  {
    name: "representing-is-features",
    does: "decides what can be represented by where features come from",
    belief: "What functions a network can represent is one question, whether its features are learned another.",
    hint: "Does the sentence speak of what is possible or of what is learned?",
    ...decidedBy("automatic-feature-learning")("PM"),
    also: [
      ...["PL", "LM", "PLM", "P", "L", "M"].map(decidedBy("automatic-feature-learning")),
      ...["M", "PM", "PLM"].map(decidedBy("hierarchical-abstraction")),
      ...["M", "L", "PL", "PLM"].map(decidedBy("model-complexity-characteristic")),
    ],
  },
];
export default mistakes;
