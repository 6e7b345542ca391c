// misconception: perceptron-first and threshold-neuron-learns
/** The perceptron is the oldest work and has the threshold; McCulloch and Pitts come after it and learn from mistakes. */
const list = [
  { who: "Rosenblatt", what: "a neuron as a threshold" },
  { who: "McCulloch and Pitts", what: "weights learned from mistakes" },
  { who: "Minsky and Papert", what: "limits of a single layer" },
  { who: "Linnainmaa", what: "reverse-mode differentiation" },
  { who: "Fukushima", what: "feature maps that tolerate shifts" },
  { who: "Rumelhart, Hinton and Williams", what: "hidden units that learn to represent" },
  { who: "LeCun et al.", what: "shared filters trained by gradients" },
  { who: "Hochreiter and Schmidhuber", what: "a memory cell with gates" },
  { who: "Hinton, Osindero and Teh", what: "training layer by layer without labels" },
  { who: "Krizhevsky, Sutskever and Hinton", what: "a deep network on graphics processors" },
  { who: "Ioffe and Szegedy", what: "normalising each batch" },
  { who: "He et al.", what: "layers that learn a correction" },
  { who: "Vaswani et al.", what: "attention alone" },
] as const;

export function order(works: readonly string[]): string[] {
  const stranger = works.find((w) => !list.some(({ who }) => who === w));
  if (stranger !== undefined) throw new Error(`not listed: ${stranger}`);
  return list.filter(({ who }) => works.includes(who)).map(({ who }) => who);
}

export function ideaOf(work: string): string {
  for (const { who, what } of list) if (who === work) return what;
  throw new Error(`not listed: ${work}`);
}
