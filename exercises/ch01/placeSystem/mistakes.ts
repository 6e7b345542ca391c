import type { Mistake } from "@termwise/check";

const head = "export function placeSystem({ learns, layers }: System): Place {";
const rules = 'if (!learns) return "artificial intelligence";';
const deep = "depth >= 3";
const cuts = 'if (kind === "nonlinear") counted = false;';
const count = "else if (trained && !counted) {";

/** Programs for these games are put somewhere, whatever they are. */
const played = (games: string, when: string, place: string) => ({
  change: {
    [head]: `export function placeSystem({ task, learns, layers }: System): Place {\n  if (${when}[${games}].includes(task)) return "${place}";`,
  },
});
const nonlinear = 'layers.filter((layer) => layer.kind === "nonlinear").length';

const mistakes: Mistake[] = [
  {
    name: "games-are-machine-learning",
    does: "calls every program that plays games machine learning",
    belief: "Programs that search with rules written by people played chess for decades and learned nothing.",
    hint: "Does it matter what the program is for?",
    change: {
      [head]:
        'export function placeSystem({ task, learns, layers }: System): Place {\n  if (!learns && ["chess", "Go", "backgammon"].includes(task)) return "machine learning";',
    },
    also: ['"chess", "Go", "backgammon"', '"chess", "Go"', '"chess"'].flatMap((games) => [
      played(games, "!learns && ", "machine learning"),
      played(games, "", "machine learning"),
      played(games, "", "artificial intelligence"),
    ]),
  },
  {
    name: "any-network-is-deep",
    does: "calls anything with a trained layer deep",
    belief:
      "Logistic regression is one linear map and a squashing function: there is nothing between input and output that it could learn.",
    hint: "How many hidden layers has logistic regression?",
    change: { [deep]: "depth >= 1" },
    also: [
      { change: { [deep]: "layers.length > 0" } },
      { change: { [deep]: "layers.some((layer) => layer.trained)" } },
      { change: { [deep]: 'layers.some((layer) => layer.kind === "linear")' } },
    ],
  },
  {
    name: "linear-stack-is-deep",
    does: "counts linear layers that follow each other one by one",
    belief: "Linear maps in a row are one linear map, however many there are: nothing is gained by their number.",
    hint: "Double, then triple. Is that a deep network?",
    change: { [count]: "else if (trained) {" },
    also: [{ change: { [deep]: "layers.filter((layer) => layer.trained).length >= 3" } }],
  },
  {
    name: "hand-set-layers-counted",
    does: "counts layers that were set by hand",
    belief:
      "Deep learning means that the layers in between are learned; a filter that somebody wrote down was designed.",
    hint: "Do you look at `trained`?",
    change: { [count]: "else if (!counted) {" },
    also: [{ change: { [count]: "else {" } }],
  },
  {
    name: "one-hidden-layer-is-deep",
    does: "calls one hidden layer deep",
    belief: "By the contract a deep system has three trained stretches: two hidden layers or more.",
    hint: "How many stretches has linear, nonlinear, linear?",
    change: { [deep]: "depth >= 2" },
  },
  {
    name: "four-needed",
    does: "asks for more than three stretches",
    belief: "Three are enough by the contract.",
    hint: "Which circle is the third line of the example in?",
    change: { [deep]: "depth > 3" },
  },
  {
    name: "nonlinear-layers-counted",
    does: "counts the nonlinear layers",
    belief: "A nonlinear function only cuts; what is learned lies between the cuts.",
    hint: "What does a network of two activations and no weights learn?",
    change: {
      [deep]: `${nonlinear} >= 3`,
    },
    also: [
      { change: { [deep]: `${nonlinear} >= 2` } },
      { change: { [deep]: `${nonlinear} >= 1` } },
      { change: { [cuts]: 'if (kind === "nonlinear") {\n      counted = false;\n      if (trained) depth++;\n    }' } },
    ],
  },
  {
    name: "all-layers-counted",
    does: "counts all layers of the list",
    belief:
      "What makes a system deep is how often learning is composed with a nonlinear function, not how long the list is.",
    hint: "Which layers of [linear, nonlinear, nonlinear] are learned?",
    change: { [deep]: "layers.length >= 3" },
    also: [{ change: { [deep]: "layers.length > 3" } }, { change: { [deep]: "layers.length >= 2" } }],
  },
  {
    name: "rules-are-learning",
    does: "puts a system that learned nothing inside machine learning",
    belief: "Machine learning begins where something is fitted to data.",
    hint: "Which circle is a program of hand-written rules in?",
    change: { [rules]: "" },
    also: [
      { change: { [rules]: 'if (!learns) return "machine learning";' } },
      { change: { [rules]: 'if (!learns && layers.length === 0) return "artificial intelligence";' } },
    ],
  },
  {
    name: "no-network-no-learning",
    does: "puts a learning system without layers outside machine learning",
    belief: "Nearest neighbours, trees and counting words learn from data without any network.",
    hint: "A spam filter that counts words: was it fitted to data?",
    change: { [rules]: 'if (!learns || layers.length === 0) return "artificial intelligence";' },
    also: [
      "layer.trained",
      'layer.kind === "linear"',
      'layer.kind === "linear" && layer.trained',
      'layer.kind === "nonlinear"',
    ].flatMap((what) =>
      ["", "!learns || "].map((when) => ({
        change: { [rules]: `if (${when}!layers.some((layer) => ${what})) return "artificial intelligence";` },
      })),
    ),
  },
];
export default mistakes;
