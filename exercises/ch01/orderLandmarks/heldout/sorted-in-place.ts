// misconception: argument-sorted
/** Sorts the list that it was given and returns it. */
const dates: ReadonlyArray<readonly [number, string, string]> = [
  [2016, "He et al.", "layers that learn a correction"],
  [2015, "Ioffe and Szegedy", "normalising each batch"],
  [2006, "Hinton, Osindero and Teh", "training layer by layer without labels"],
  [2017, "Vaswani et al.", "attention alone"],
  [1986, "Rumelhart, Hinton and Williams", "hidden units that learn to represent"],
  [2012, "Krizhevsky, Sutskever and Hinton", "a deep network on graphics processors"],
  [1943, "McCulloch and Pitts", "a neuron as a threshold"],
  [1969, "Minsky and Papert", "limits of a single layer"],
  [1997, "Hochreiter and Schmidhuber", "a memory cell with gates"],
  [1989, "LeCun et al.", "shared filters trained by gradients"],
  [1958, "Rosenblatt", "weights learned from mistakes"],
  [1980, "Fukushima", "feature maps that tolerate shifts"],
  [1970, "Linnainmaa", "reverse-mode differentiation"],
];

const rowOf = (work: string) => {
  const row = dates.find(([, name]) => name === work);
  if (!row) throw new Error(`Which work is "${work}"?`);
  return row;
};

export function order(works: readonly string[]): string[] {
  works.forEach(rowOf);
  const list = works as string[];
  return list.sort((a, b) => rowOf(a)[0] - rowOf(b)[0]);
}

export function ideaOf(work: string): string {
  return rowOf(work)[2];
}
