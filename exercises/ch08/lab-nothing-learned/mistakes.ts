import type { Mistake } from "@termwise/check";

const start = "  const rng = new Rng(seed);\n";
const order = "    const order = rng.permutation(labels.length);\n";
const rows = "      const rows = order.subarray(from, from + size);\n";
const given = "gather(x, rows)";
const answers = "Array.from(rows, (row) => labels[row])";
const loop = "    for (let from = 0; from < labels.length; from += size) {\n";

const torn = 'if (pairs.some(({ given, own }) => given !== own)) return "labels left behind";';
const unscaled = "start > 2 * Math.log(classes)";
const probes = "{ classes, start, heart, spread, pairs, used }";
const slow = "heart[heart.length - 1] > 0.99 * heart[0]";

/** diagnose with a symptom where the pairs were looked at. */
const insteadOfPairs = (symptom: string, probe: string) => ({
  change: {
    [torn]: `if (${symptom}) return "labels left behind";`,
    [probes]: `{ ${probe}, classes, start, heart, spread, used }`,
  },
});

const mistakes: Mistake[] = [
  {
    name: "unchanged",
    does: "has the fault of the recorded run still in it",
    belief: "A repair is one when the model is given something else: look at what it is given.",
    hint: "Print what model.step gets in the second epoch. Is it what you would give a child to learn from?",
    change: { [answers]: "labels.slice(from, from + size)" },
  },
  {
    name: "second-draw",
    does: "shuffles the labels too, by an order of their own",
    belief: "Two draws give two orders, from one generator as well: one order has to serve rows and labels alike.",
    hint: "Draw twice from one generator, new Rng(1).permutation(5). Do you get the same order twice?",
    change: {
      [order]: `${order}    const named = rng.permutation(labels.length);\n`,
      [answers]: "Array.from(named.subarray(from, from + size), (row) => labels[row])",
    },
  },
  {
    name: "labels-only",
    does: "shuffles the labels and leaves the rows as they were",
    belief: "Whatever moves a label must move its row: one of the two alone tears them apart.",
    hint: "In which order do the rows come in the second epoch?",
    change: { [given]: "gather(x, Int32Array.from(rows, (_, k) => from + k))" },
  },
  {
    name: "moved-back",
    does: "moves the labels by the same order, but the other way",
    belief: "Rows are fetched: place k gets row order[k]. Labels that are sent to place order[k] go the other way.",
    hint: "With the order 1, 2, 0: which row comes first, and which label?",
    change: {
      [order]: `${order}    const sent = [...labels];\n    order.forEach((place, row) => {\n      sent[place] = labels[row];\n    });\n`,
      [answers]: "sent.slice(from, from + size)",
    },
  },
  {
    name: "right-batch-wrong-row",
    does: "gives each batch its own labels, in another order than its rows",
    belief: "It is not enough that a label is in the same batch: it belongs to one row.",
    hint: "In a batch of three rows, which label stands beside the first?",
    change: { [answers]: "Array.from(rows.slice().sort((a, b) => a - b), (row) => labels[row])" },
    also: [
      { change: { [answers]: "Array.from(rows, (row) => labels[row]).sort((a, b) => a - b)" } },
      { change: { [answers]: "Array.from(rows, (row) => labels[row]).reverse()" } },
    ],
  },
  {
    name: "not-shuffled",
    does: "deals the rows as they are stored, in every epoch",
    belief:
      "Without a shuffle the pairs are right, and the same rows always meet in a batch; in sorted data each batch is of one class.",
    hint: "What would the batches be if the file had all zeros first?",
    change: { [order]: "    const order = Int32Array.from(labels.keys());\n" },
  },
  {
    name: "same-order",
    does: "deals every epoch in the same order",
    belief: "Each epoch needs an order of its own, so that other rows meet in a batch.",
    hint: "Compare the first batch of two epochs.",
    change: { [start]: "", [order]: `    const rng = new Rng(seed);\n${order}` },
  },
  {
    name: "first-epoch-as-stored",
    does: "deals the first epoch as the rows are stored and shuffles from the second on",
    belief: "The first epoch moves the weights most: it needs a new order as much as any other.",
    hint: "In which order are the rows of the first epoch?",
    change: {
      [order]: "    const order = epoch === 0 ? Int32Array.from(labels.keys()) : rng.permutation(labels.length);\n",
    },
  },
  {
    name: "sorted-by-label",
    does: "sorts the rows by their labels",
    belief: "Sorted pairs are whole, but each batch is of one class: the network forgets the others meanwhile.",
    hint: "Which labels does the first batch have, and which the last?",
    change: { [order]: "    const order = Int32Array.from(labels.keys()).sort((a, b) => labels[a] - labels[b]);\n" },
  },
  {
    name: "with-replacement",
    does: "draws rows anew for each batch, so that some come more than once in an epoch and others not at all",
    belief: "An epoch is one pass: each row once. Drawing from all rows each time leaves out about a third of them.",
    hint: "Count how often each row was dealt in one epoch.",
    change: {
      [order]: "",
      [rows]:
        "      const rows = Int32Array.from({ length: Math.min(size, labels.length - from) }, () => rng.int(labels.length));\n",
    },
    also: [
      {
        change: {
          [order]: "",
          [rows]:
            "      const rows = rng.permutation(labels.length).subarray(0, Math.min(size, labels.length - from));\n",
        },
      },
      {
        change: {
          [order]: "",
          [rows]: "      const rows = Int32Array.from({ length: size }, () => rng.int(labels.length));\n",
        },
      },
      {
        change: { [order]: "    const order = Int32Array.from(labels, () => rng.int(labels.length));\n" },
      },
    ],
  },
  {
    name: "within-batches",
    does: "cuts the batches from the stored rows and shuffles only inside each",
    belief: "Rows that are stored together then stay together for ever: shuffle all of them before they are cut.",
    hint: "Can the first row of the data ever be in the last batch?",
    change: {
      [order]: "",
      [rows]: "      const rows = rng.permutation(Math.min(size, labels.length - from)).map((row) => row + from);\n",
    },
  },
  {
    name: "whole-batches",
    does: "cuts the batches once and deals them in a new order",
    belief: "The same rows then share a batch in every epoch. A new order is one of rows, not of batches.",
    hint: "Which rows meet the first row of the data in a batch, in each epoch?",
    change: {
      [order]:
        "    const cut = Array.from({ length: Math.ceil(labels.length / size) }, (_, b) => b * size);\n    rng.shuffle(cut);\n",
      [loop]: "    for (const from of cut) {\n",
      [rows]:
        "      const rows = Int32Array.from({ length: Math.min(size, labels.length - from) }, (_, k) => from + k);\n",
    },
    also: [
      {
        change: {
          [start]: `${start}  const first = rng.permutation(labels.length);\n`,
          [order]:
            "    const cut = Array.from({ length: Math.ceil(labels.length / size) }, (_, b) => b * size);\n    rng.shuffle(cut);\n",
          [loop]: "    for (const from of cut) {\n",
          [rows]: "      const rows = first.subarray(from, from + size);\n",
        },
      },
      // Put one behind the other and cut again: a pile that is not full moves the cuts.
      ...["rng.permutation(labels.length)", "Int32Array.from(labels.keys())"].map((first) => ({
        change: {
          [start]: `${start}  const first = ${first};\n`,
          [order]:
            "    const cut = Array.from({ length: Math.ceil(labels.length / size) }, (_, b) => b * size);\n    rng.shuffle(cut);\n    const order = Int32Array.from(cut.flatMap((from) => [...first.subarray(from, from + size)]));\n",
        },
      })),
    ],
  },
  {
    name: "callers-data",
    does: "shuffles the caller's labels themselves",
    belief: "The labels belong to the caller, whose rows have not moved: after the call every pair of theirs is torn.",
    hint: "Call fit twice with the same rows. What is in labels the second time?",
    change: {
      [order]: `${order}    const before = [...labels];
    x = gather(x, order);
    order.forEach((row, place) => {
      (labels as number[])[place] = before[row];
    });
`,
      [rows]:
        "      const rows = Int32Array.from({ length: Math.min(size, labels.length - from) }, (_, k) => from + k);\n",
    },
    also: [
      {
        change: {
          [order]: `${order}    rng.shuffle(labels);\n`,
          [answers]: "labels.slice(from, from + size)",
        },
      },
      {
        change: {
          [order]: "    rng.shuffle(labels);\n",
          [rows]:
            "      const rows = Int32Array.from({ length: Math.min(size, labels.length - from) }, (_, k) => from + k);\n",
        },
      },
    ],
  },
  {
    name: "last-batch-dropped",
    does: "leaves out the last batch where it is not full",
    belief: "The rows that are left over are rows too.",
    hint: "How many rows does the model see in an epoch of eleven, four at a time?",
    change: { "from < labels.length": "from + size <= labels.length" },
  },
  {
    name: "seed-ignored",
    does: "deals the same batches whatever the seed",
    belief: "The order comes from the seed that is given: another seed is another experiment.",
    hint: "Run with two seeds and compare the first batch.",
    change: { "new Rng(seed)": "new Rng(1)" },
  },
  {
    name: "never-the-same",
    does: "goes on with an old generator, so that one seed gives other batches the second time",
    belief: "A run can be repeated only if its generator begins anew with the seed of the call.",
    hint: "Call fit twice with the same seed and compare the first batch.",
    change: {
      [start]: "  const rng = forever(seed);\n",
      "export function fit(":
        "const kept = new Map<number, Rng>();\nfunction forever(seed: number): Rng {\n  const rng = kept.get(seed) ?? new Rng(seed);\n  kept.set(seed, rng);\n  return rng;\n}\nexport function fit(",
    },
    also: [
      {
        change: {
          [start]: "",
          "export function fit(": "const rng = new Rng(1);\nexport function fit(",
        },
      },
    ],
  },
  {
    name: "means-of-epochs",
    does: "returns one loss for each epoch",
    belief: "fit returns what every step returned: the mean of an epoch is made of them by whoever draws the curve.",
    hint: "How many numbers come back from three epochs of four batches?",
    change: {
      [order]: `${order}    let total = 0;\n`,
      [`losses.push(model.step(${given}, answers));\n    }\n`]: `total += model.step(${given}, answers);\n    }\n    losses.push(total / Math.ceil(labels.length / size));\n`,
    },
    also: [
      {
        change: {
          [order]: `${order}    let total = 0;\n`,
          [`losses.push(model.step(${given}, answers));\n    }\n`]: `total += rows.length * model.step(${given}, answers);\n    }\n    losses.push(total / labels.length);\n`,
        },
      },
    ],
  },
  {
    name: "no-idea-means-torn",
    does: "takes every loss that stays near no idea for labels left behind",
    belief: "Hard data, a rate that is too low and inputs that are lost leave the loss there too. Look at the pairs.",
    hint: "For how many of the six names can the loss stay at ln K?",
    ...insteadOfPairs("loss[loss.length - 1] > 0.9 * Math.log(classes)", "loss"),
    also: [
      ...[0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.95].map((part) =>
        insteadOfPairs(`loss[loss.length - 1] > ${part} * Math.log(classes)`, "loss"),
      ),
      ...[0.8, 0.9, 0.95, 0.99].map((part) => insteadOfPairs(`loss[loss.length - 1] > ${part} * loss[0]`, "loss")),
    ],
  },
  {
    name: "no-better-than-shuffled",
    does: "takes a loss no better than that with shuffled labels for labels left behind",
    belief:
      "It means that nothing is learned from the labels, for whatever reason: pairs says whether they were the right ones.",
    hint: "With a rate that is far too low, which of the two losses is lower?",
    ...insteadOfPairs("loss[loss.length - 1] > 0.9 * scrambled[scrambled.length - 1]", "loss, scrambled"),
    also: [0.8, 0.95, 0.99, 1].map((part) =>
      insteadOfPairs(`loss[loss.length - 1] > ${part} * scrambled[scrambled.length - 1]`, "loss, scrambled"),
    ),
  },
  {
    name: "poor-means-torn",
    does: "takes a low accuracy for labels left behind",
    belief: "There are many ways to a low accuracy. Whether a row was given its own label can be looked at.",
    hint: "What is the accuracy of a network that was never trained?",
    ...insteadOfPairs("accuracy[accuracy.length - 1] < 0.5", "accuracy"),
    also: [
      ...[0.3, 0.4, 0.6].map((bar) => insteadOfPairs(`accuracy[accuracy.length - 1] < ${bar}`, "accuracy")),
      ...[1.2, 1.5, 2].map((by) => insteadOfPairs(`accuracy[accuracy.length - 1] < ${by} / classes`, "accuracy")),
    ],
  },
  {
    name: "one-right-pair-is-enough",
    does: "accepts labels of which some stand beside their rows",
    belief: "One row in ten gets its own label by chance: less than all is torn.",
    hint: "Shuffle the labels 0, 0, 1, 1. How many rows keep theirs?",
    change: { "pairs.some(": "pairs.every(" },
    also: [0.5, 0.3, 0.7].map((share) => ({
      change: {
        "pairs.some(({ given, own }) => given !== own)": `pairs.filter(({ given, own }) => given !== own).length > ${share} * pairs.length`,
      },
    })),
  },
  {
    name: "by-heart-means-sound",
    does: "calls a run sound when one batch can be learned by heart",
    belief: "It clears the model, the loss and the steps, and nothing else: what deals the batches was not asked.",
    hint: "Which half of the program has no part in learning one batch by heart?",
    change: { [torn]: `if (heart[heart.length - 1] < 0.5 * heart[0]) return "nothing";\n  ${torn}` },
    also: [0.1, 0.2, 0.3, 0.8, 0.9].map((part) => ({
      change: { [torn]: `if (heart[heart.length - 1] < ${part} * heart[0]) return "nothing";\n  ${torn}` },
    })),
  },
  {
    name: "rows-left-out-never-asked",
    does: "does not ask whether all rows were dealt",
    belief: "A row that is never dealt teaches nothing, and no curve says that it is missing.",
    hint: "Which entry of used tells of a row that the model never saw?",
    change: { '  if (used.includes(0)) return "rows left out";\n': "", "pairs, used }": "pairs }" },
  },
  {
    name: "always-ten-classes",
    does: "compares the first loss with that of ten classes, whatever their number",
    belief: "Having no idea costs ln K for K classes: 0.69 for two.",
    hint: "What does a network without any idea pay if there are two classes?",
    change: { [unscaled]: "start > 2 * Math.log(10)", "{ classes, start,": "{ start," },
  },
  {
    name: "above-no-idea-means-unscaled",
    does: "takes any first loss above no idea for inputs that are not scaled",
    belief: "Random weights start a little above ln K. Inputs that are too large start far above it.",
    hint: "In the picture the loss begins at 2.37, and ln 10 is 2.30. Is that a fault?",
    change: { [unscaled]: "start > Math.log(classes)" },
    also: [1.05, 1.1, 1.2, 1.5].map((by) => ({ change: { [unscaled]: `start > ${by} * Math.log(classes)` } })),
  },
  {
    name: "near-means-lost",
    does: "takes scores that lie near one another for the same scores",
    belief: "A slow network tells rows apart too, a little. One that gets no inputs cannot at all.",
    hint: "Which spread does a network have to which all rows are one row?",
    change: { "spread === 0": "spread < 0.5" },
    also: [0.1, 0.2, 1, 2].map((bar) => ({ change: { "spread === 0": `spread < ${bar}` } })),
  },
  {
    name: "rate-by-the-epochs",
    does: "calls the rate too low where the loss of the epochs hardly falls",
    belief: "The loss of the epochs stands still for many reasons. One batch, repeated, asks the rate alone.",
    hint: "Which of the two experiments leaves everything out but the step?",
    change: { [slow]: "loss[loss.length - 1] > 0.99 * loss[0]", "start, heart,": "start, loss," },
    also: [0.8, 0.9, 0.95].map((part) => ({
      change: { [slow]: `loss[loss.length - 1] > ${part} * loss[0]`, "start, heart,": "start, loss," },
    })),
  },
];
export default mistakes;

export const equivalent = {
  "start > 2 * Math.log(classes)  ⇒  start >= 2 * Math.log(classes)": "No loss is exactly twice the logarithm.",
  'return heart[heart.length - 1] > 0.99 * heart[0] ? "rate too low" : "nothing";  ⇒  return heart[heart.length - 1] >= 0.99 * heart[0] ? "rate too low" : "nothing";':
    "No batch loses exactly a hundredth.",
};
