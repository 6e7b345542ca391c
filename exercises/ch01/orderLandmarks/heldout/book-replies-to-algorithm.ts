// misconception: none
/** Dates Linnainmaa before the book of Minsky and Papert. */
const known = new Map<string, { year: number; idea: string }>([
  ["McCulloch and Pitts", { year: 1943, idea: "a neuron as a threshold" }],
  ["Rosenblatt", { year: 1958, idea: "weights learned from mistakes" }],
  ["Linnainmaa", { year: 1960, idea: "reverse-mode differentiation" }],
  ["Minsky and Papert", { year: 1969, idea: "limits of a single layer" }],
  ["Fukushima", { year: 1980, idea: "feature maps that tolerate shifts" }],
  ["Rumelhart, Hinton and Williams", { year: 1986, idea: "hidden units that learn to represent" }],
  ["LeCun et al.", { year: 1989, idea: "shared filters trained by gradients" }],
  ["Hochreiter and Schmidhuber", { year: 1997, idea: "a memory cell with gates" }],
  ["Hinton, Osindero and Teh", { year: 2006, idea: "training layer by layer without labels" }],
  ["Krizhevsky, Sutskever and Hinton", { year: 2012, idea: "a deep network on graphics processors" }],
  ["Ioffe and Szegedy", { year: 2015.2, idea: "normalising each batch" }],
  ["He et al.", { year: 2015.95, idea: "layers that learn a correction" }],
  ["Vaswani et al.", { year: 2017, idea: "attention alone" }],
]);

const get = (work: string) => {
  const entry = known.get(work);
  if (!entry) throw new Error(`there is no work by ${work}`);
  return entry;
};

export function order(works: readonly string[]): string[] {
  return works
    .map((w) => [get(w).year, w] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, w]) => w);
}

export function ideaOf(work: string): string {
  return get(work).idea;
}
