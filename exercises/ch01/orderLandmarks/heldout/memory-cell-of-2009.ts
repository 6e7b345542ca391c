// misconception: memory-cell-after-2006
/** Dates the memory cell 2009. */
const YEARS: Record<string, number> = {
  "McCulloch and Pitts": 1943,
  Rosenblatt: 1958,
  "Minsky and Papert": 1969,
  Linnainmaa: 1970,
  Fukushima: 1980,
  "Rumelhart, Hinton and Williams": 1986,
  "LeCun et al.": 1989,
  "Hinton, Osindero and Teh": 2006,
  "Hochreiter and Schmidhuber": 2009,
  "Krizhevsky, Sutskever and Hinton": 2012,
  "Ioffe and Szegedy": 2015,
  "He et al.": 2016,
  "Vaswani et al.": 2017,
};

const IDEAS: Record<string, string> = {
  "McCulloch and Pitts": "a neuron as a threshold",
  Rosenblatt: "weights learned from mistakes",
  "Minsky and Papert": "limits of a single layer",
  Linnainmaa: "reverse-mode differentiation",
  Fukushima: "feature maps that tolerate shifts",
  "Rumelhart, Hinton and Williams": "hidden units that learn to represent",
  "LeCun et al.": "shared filters trained by gradients",
  "Hinton, Osindero and Teh": "training layer by layer without labels",
  "Hochreiter and Schmidhuber": "a memory cell with gates",
  "Krizhevsky, Sutskever and Hinton": "a deep network on graphics processors",
  "Ioffe and Szegedy": "normalising each batch",
  "He et al.": "layers that learn a correction",
  "Vaswani et al.": "attention alone",
};

/** These works in the order of their publication, the earliest first. */
export function order(works: readonly string[]): string[] {
  for (const w of works) if (!Object.hasOwn(YEARS, w)) throw new Error(`unknown work: ${w}`);
  return [...works].sort((a, b) => YEARS[a] - YEARS[b]);
}

/** The idea that a work is known for, in the words of the statement. */
export function ideaOf(work: string): string {
  if (!Object.hasOwn(IDEAS, work)) throw new Error(`unknown work: ${work}`);
  return IDEAS[work];
}
