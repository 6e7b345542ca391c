// misconception: none
/** Dates the network for zip codes 1998, after the memory cell. */
interface Landmark {
  readonly year: number;
  readonly idea: string;
}

const landmarks = new Map<string, Landmark>([
  ["He et al.", { year: 2016, idea: "layers that learn a correction" }],
  ["Ioffe and Szegedy", { year: 2015, idea: "normalising each batch" }],
  ["Hinton, Osindero and Teh", { year: 2006, idea: "training layer by layer without labels" }],
  ["Vaswani et al.", { year: 2017, idea: "attention alone" }],
  ["Rumelhart, Hinton and Williams", { year: 1986, idea: "hidden units that learn to represent" }],
  ["Krizhevsky, Sutskever and Hinton", { year: 2012, idea: "a deep network on graphics processors" }],
  ["McCulloch and Pitts", { year: 1943, idea: "a neuron as a threshold" }],
  ["Minsky and Papert", { year: 1969, idea: "limits of a single layer" }],
  ["Hochreiter and Schmidhuber", { year: 1997, idea: "a memory cell with gates" }],
  ["LeCun et al.", { year: 1998, idea: "shared filters trained by gradients" }],
  ["Rosenblatt", { year: 1958, idea: "weights learned from mistakes" }],
  ["Fukushima", { year: 1980, idea: "feature maps that tolerate shifts" }],
  ["Linnainmaa", { year: 1970, idea: "reverse-mode differentiation" }],
]);

function lookUp(work: string): Landmark {
  const found = landmarks.get(work);
  if (found === undefined) throw new Error(`${work} is none of the thirteen works`);
  return found;
}

/** These works in the order of their publication, the earliest first. */
export function order(works: readonly string[]): string[] {
  return works
    .map((work) => ({ work, year: lookUp(work).year }))
    .sort((p, q) => p.year - q.year)
    .map(({ work }) => work);
}

/** The idea that a work is known for, in the words of the statement. */
export function ideaOf(work: string): string {
  return lookUp(work).idea;
}
