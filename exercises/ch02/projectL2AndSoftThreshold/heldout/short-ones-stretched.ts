// misconception: always-normalises
/** Scales every vector (but 0) to the length `radius`, also those that were short enough. */
export function projectL2(x: readonly number[], radius: number): number[] {
  const length = Math.hypot(...x);
  if (length === 0) return [...x];
  const out: number[] = [];
  for (const xi of x) out.push((xi / length) * radius);
  return out;
}

export function softThreshold(x: readonly number[], t: number): number[] {
  const out: number[] = [];
  for (const xi of x) {
    if (xi > t) out.push(xi - t);
    else if (xi < -t) out.push(xi + t);
    else out.push(0);
  }
  return out;
}
