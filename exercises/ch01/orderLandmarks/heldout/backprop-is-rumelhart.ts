// misconception: reverse-mode-in-1986
/** Gives reverse-mode differentiation to Rumelhart, Hinton and Williams, and their hidden units to Linnainmaa. */
const years: Record<string, number> = {
  "McCulloch and Pitts": 1943,
  Rosenblatt: 1958,
  "Minsky and Papert": 1969,
  Linnainmaa: 1970,
  Fukushima: 1980,
  "Rumelhart, Hinton and Williams": 1986,
  "LeCun et al.": 1989,
  "Hochreiter and Schmidhuber": 1997,
  "Hinton, Osindero and Teh": 2006,
  "Krizhevsky, Sutskever and Hinton": 2012,
  "Ioffe and Szegedy": 2015.1,
  "He et al.": 2015.9,
  "Vaswani et al.": 2017,
};
const yearOf = (work: string): number => {
  if (!Object.hasOwn(years, work)) throw new Error(`${work} is not on the list`);
  return years[work];
};

export const order = (works: readonly string[]): string[] =>
  works
    .map((work) => ({ work, year: yearOf(work) }))
    .sort((a, b) => a.year - b.year)
    .map(({ work }) => work);

export function ideaOf(work: string): string {
  switch (work) {
    case "McCulloch and Pitts":
      return "a neuron as a threshold";
    case "Rosenblatt":
      return "weights learned from mistakes";
    case "Minsky and Papert":
      return "limits of a single layer";
    case "Linnainmaa":
      return "hidden units that learn to represent";
    case "Fukushima":
      return "feature maps that tolerate shifts";
    case "Rumelhart, Hinton and Williams":
      return "reverse-mode differentiation";
    case "LeCun et al.":
      return "shared filters trained by gradients";
    case "Hochreiter and Schmidhuber":
      return "a memory cell with gates";
    case "Hinton, Osindero and Teh":
      return "training layer by layer without labels";
    case "Krizhevsky, Sutskever and Hinton":
      return "a deep network on graphics processors";
    case "Ioffe and Szegedy":
      return "normalising each batch";
    case "He et al.":
      return "layers that learn a correction";
    case "Vaswani et al.":
      return "attention alone";
    default:
      throw new Error(`${work} is not on the list`);
  }
}
