import type { Mistake, Variant } from "@termwise/check";

const refusal = "if (found < 0) throw new Error(`orderLandmarks: no work called ${work}`);";
const sorted = "[...works].sort((a, b) => place(a) - place(b))";
const idea = "LANDMARKS[place(work)][1]";
const at = (work: string): string => `LANDMARKS.findIndex(([name]) => name === ${work})`;
/** What becomes of a work that is not listed: in the list, and among the ideas. The first of each is right. */
const LISTED: readonly Variant["change"][] = [
  {},
  { [sorted]: `[...works].sort((a, b) => ${at("a")} - ${at("b")})` },
  { [sorted]: `[...works].sort((a, b) => (${at("a")} + 99) % 99 - ((${at("b")} + 99) % 99))` },
  { [sorted]: "LANDMARKS.map(([name]) => name).filter((name) => works.includes(name))" },
];
const ASKED: readonly Variant["change"][] = [
  {},
  { [idea]: "LANDMARKS.find(([name]) => name === work)?.[1] as string" },
  { [idea]: "LANDMARKS.find(([name]) => name === work)![1]" },
  { [idea]: 'LANDMARKS.find(([name]) => name === work)?.[1] ?? ""' },
  { [idea]: 'LANDMARKS.find(([name]) => name === work)?.[1] ?? "unknown"' },
];
const accepted = LISTED.flatMap((one) => ASKED.map((other) => ({ change: { ...one, ...other } }))).slice(1);
/** Works in another place of the list. */
const moved = (work: string, after: string) => ({ change: { [work]: "", [after]: `${after}\n  ${work}` } });
const cell = '["Hochreiter and Schmidhuber", "a memory cell with gates"],';

const mistakes: Mistake[] = [
  {
    name: "reverse-mode-in-1986",
    does: "credits the work of 1986 with the first reverse-mode differentiation",
    belief:
      "Linnainmaa published it in 1970, without networks; the work of 1986 showed what hidden units learn with it.",
    hint: "Which of the two works is about rounding errors of any computation?",
    change: {
      '"reverse-mode differentiation"': '"hidden units that learn to represent"',
      '"hidden units that learn to represent"': '"reverse-mode differentiation"',
    },
    also: [{ change: { '"hidden units that learn to represent"': '"reverse-mode differentiation"' } }],
  },
  {
    name: "trained-filters-before-neocognitron",
    does: "puts the network for zip codes before Fukushima's",
    belief:
      "Fukushima's network of shifted feature maps is of 1980; filters trained by gradients came nine years later.",
    hint: "Which of the two had no gradients yet?",
    change: {
      '["LeCun et al.", "shared filters trained by gradients"],': '["Fukushima", "feature maps that tolerate shifts"],',
      '["Fukushima", "feature maps that tolerate shifts"],': '["LeCun et al.", "shared filters trained by gradients"],',
    },
    also: [
      {
        change: {
          '["LeCun et al.", "shared filters trained by gradients"],': "",
          '["Fukushima", "feature maps that tolerate shifts"],':
            '["LeCun et al.", "shared filters trained by gradients"], ["Fukushima", "feature maps that tolerate shifts"],',
        },
      },
      {
        change: {
          '["Fukushima", "feature maps that tolerate shifts"],': "",
          '["LeCun et al.", "shared filters trained by gradients"],':
            '["LeCun et al.", "shared filters trained by gradients"], ["Fukushima", "feature maps that tolerate shifts"],',
        },
      },
    ],
  },
  {
    name: "neocognitron-trained-by-gradients",
    does: "takes Fukushima's network for one trained by gradients",
    belief: "It had the layers of a convolutional network; its filters were found by competition, without labels.",
    hint: "Which work trained shared filters by gradients, and on what?",
    change: {
      '"feature maps that tolerate shifts"': '"shared filters trained by gradients"',
      '"shared filters trained by gradients"': '"feature maps that tolerate shifts"',
    },
    also: [{ change: { '"feature maps that tolerate shifts"': '"shared filters trained by gradients"' } }],
  },
  {
    name: "threshold-neuron-learns",
    does: "credits the first model of a neuron with learning",
    belief: "The neuron of 1943 had weights set by hand; fifteen years later they were learned from mistakes.",
    hint: "Which of the two works has a rule for changing weights?",
    change: {
      '"a neuron as a threshold"': '"weights learned from mistakes"',
      '"weights learned from mistakes"': '"a neuron as a threshold"',
    },
    also: [{ change: { '"a neuron as a threshold"': '"weights learned from mistakes"' } }],
  },
  {
    name: "perceptron-first",
    does: "puts the perceptron before the threshold neuron",
    belief: "The neuron as a threshold is of 1943; the perceptron of 1958 taught it.",
    hint: "Which of the two could not learn?",
    change: {
      '["Rosenblatt", "weights learned from mistakes"],': '["McCulloch and Pitts", "a neuron as a threshold"],',
      '["McCulloch and Pitts", "a neuron as a threshold"],': '["Rosenblatt", "weights learned from mistakes"],',
    },
  },
  {
    name: "pre-training-is-the-breakthrough-of-2012",
    does: "exchanges what 2006 and 2012 brought",
    belief:
      "In 2006 layers were trained one by one without labels; in 2012 all of them at once, with labels, on graphics processors.",
    hint: "Did the winner of 2012 need layers trained one by one?",
    change: {
      '"training layer by layer without labels"': '"a deep network on graphics processors"',
      '"a deep network on graphics processors"': '"training layer by layer without labels"',
    },
  },
  {
    name: "memory-cell-after-2006",
    does: "puts the memory cell with gates after the work of 2006",
    belief: "Long short-term memory is of 1997; it became popular much later.",
    hint: "When did its authors publish it, as opposed to when everybody used it?",
    change: {
      '["Hinton, Osindero and Teh", "training layer by layer without labels"],':
        '["Hochreiter and Schmidhuber", "a memory cell with gates"],',
      '["Hochreiter and Schmidhuber", "a memory cell with gates"],':
        '["Hinton, Osindero and Teh", "training layer by layer without labels"],',
    },
    also: [
      moved(cell, '["Krizhevsky, Sutskever and Hinton", "a deep network on graphics processors"],'),
      moved(cell, '["Ioffe and Szegedy", "normalising each batch"],'),
      moved(cell, '["He et al.", "layers that learn a correction"],'),
    ],
  },
  {
    name: "residuals-are-normalisation",
    does: "exchanges batch normalisation and residual connections",
    belief:
      "Normalising each batch is one idea; adding a layer's input to its output, so that it learns a correction, is another.",
    hint: "Which of the two is in the name of the network: residual?",
    change: {
      '"normalising each batch"': '"layers that learn a correction"',
      '"layers that learn a correction"': '"normalising each batch"',
    },
  },
  {
    name: "minsky-before-rosenblatt",
    does: "puts the book on the limits before the perceptron itself",
    belief: "The book of 1969 is about perceptrons: they had to be there first.",
    hint: "Can one write about the limits of something that does not exist?",
    change: {
      '["Minsky and Papert", "limits of a single layer"],': '["Rosenblatt", "weights learned from mistakes"],',
      '["Rosenblatt", "weights learned from mistakes"],': '["Minsky and Papert", "limits of a single layer"],',
    },
  },
  {
    name: "newest-first",
    does: "puts the newest work first",
    belief: "The order of publication begins with the earliest.",
    hint: "Which of the two works of the example comes first?",
    change: { "place(a) - place(b)": "place(b) - place(a)" },
  },
  {
    name: "alphabetical",
    does: "orders the works by name",
    belief: "sort() without a comparison orders words.",
    hint: "By what does your comparison compare?",
    change: { "sort((a, b) => place(a) - place(b))": "sort((a, b) => (a < b ? -1 : place(a) - place(a) + 1))" },
    also: [{ change: { "sort((a, b) => place(a) - place(b))": "sort()" } }],
  },
  {
    name: "argument-sorted",
    does: "sorts the list that it was given",
    belief: "sort() changes the list itself; a caller's list is not yours: copy it first.",
    hint: "Print the argument after the call.",
    change: { "[...works].sort": "(works as string[]).sort" },
  },
  {
    name: "unknown-accepted",
    does: "does not complain about a work that it does not know",
    belief: "A misspelt name gives undefined, or a place before everything; an error that names it saves the search.",
    hint: "What does ideaOf return for a name with a typing error?",
    change: {
      "LANDMARKS[place(work)][1]": "LANDMARKS[place(work)]?.[1]",
      [refusal]: "",
    },
    also: [
      { change: { [refusal]: "" } },
      { change: { [refusal]: 'if (found < 0) throw new Error("no such work");' } },
      ...accepted,
    ],
  },
];
export default mistakes;
