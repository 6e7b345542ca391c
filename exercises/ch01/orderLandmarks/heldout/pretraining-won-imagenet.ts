// misconception: pre-training-is-the-breakthrough-of-2012
/** Thinks that the network of 2012 won by pre-training, and that 2006 was about graphics processors. */
const facts = `
1943 | McCulloch and Pitts | a neuron as a threshold
1958 | Rosenblatt | weights learned from mistakes
1969 | Minsky and Papert | limits of a single layer
1970 | Linnainmaa | reverse-mode differentiation
1980 | Fukushima | feature maps that tolerate shifts
1986 | Rumelhart, Hinton and Williams | hidden units that learn to represent
1989 | LeCun et al. | shared filters trained by gradients
1997 | Hochreiter and Schmidhuber | a memory cell with gates
2006 | Hinton, Osindero and Teh | a deep network on graphics processors
2012 | Krizhevsky, Sutskever and Hinton | training layer by layer without labels
2015 | Ioffe and Szegedy | normalising each batch
2016 | He et al. | layers that learn a correction
2017 | Vaswani et al. | attention alone
`
  .trim()
  .split("\n")
  .map((line) => line.split(" | "));

function fact(work: string): string[] {
  const found = facts.find((f) => f[1] === work);
  if (found === undefined) throw new Error(`"${work}" is not among the works`);
  return found;
}

export function order(works: readonly string[]): string[] {
  return works
    .map(fact)
    .sort((f, g) => Number(f[0]) - Number(g[0]))
    .map((f) => f[1]);
}

export function ideaOf(work: string): string {
  return fact(work)[2];
}
