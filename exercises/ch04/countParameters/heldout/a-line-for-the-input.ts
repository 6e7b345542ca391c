// misconception: input-layer-has-parameters
type Link = { from: number; to: number; tied: boolean };

function parse(text: string): Link[] {
  const tokens = text.split(/([-=])/);
  const links: Link[] = [];
  const size = (t: string): number => {
    if (!/^\d+$/.test(t) || Number(t) === 0) throw new Error(`"${t}" is no number of units`);
    return Number(t);
  };
  if (tokens.length < 3) throw new Error("at least two numbers of units");
  for (let i = 0; i + 2 < tokens.length; i += 2)
    links.push({ from: size(tokens[i]), to: size(tokens[i + 2]), tied: tokens[i + 1] === "=" });
  return links;
}

export function countParameters(
  architecture: string,
  { bias = true }: { bias?: boolean } = {},
): { layers: number[]; total: number } {
  const links = parse(architecture);
  const layers = [bias ? links[0].from : 0];
  links.forEach(({ from, to, tied }, k) => {
    const earlier = links.slice(0, k).filter((l) => !l.tied);
    const found = earlier.some((l) => (l.from === from && l.to === to) || (l.from === to && l.to === from));
    if (tied && !found) throw new Error(`tied to nothing: ${from}=${to}`);
    layers.push((tied ? 0 : from * to) + (bias ? to : 0));
  });
  return { layers, total: layers.reduce((p, q) => p + q, 0) };
}
