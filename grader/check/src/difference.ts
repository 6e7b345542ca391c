/** Where two values first differ, in words. A comparison looks at data only: nothing of the answer's is ever called. */
import { indexOf, isList, isRecord, isTensor, kindOf, show, type TensorValue } from "./values.ts";

/** The first difference in words, or null. Numbers agree within `tol`, relative above 1; NaN equals NaN. */
export function difference(got: unknown, want: unknown, tol: number, at = ""): string | null {
  if (typeof want === "number" && typeof got === "number") {
    return near(got, want, tol) ? null : `${label(at)}got ${apart(got, want)}, expected ${apart(want, got)}`;
  }
  if (isTensor(want)) return tensorDifference(got, want, tol, at);
  if (isList(want)) {
    if (!isList(got)) return `${subject(at)} should be a list, not ${kindOf(got)}`;
    if (got.length !== want.length) return `${subject(at)} has ${got.length} entries, expected ${want.length}`;
    return entriesDifference(got, want, tol, (k) => `${at}[${k}]`);
  }
  if (isRecord(want)) {
    if (!isRecord(got)) return `${subject(at)} should be an object, not ${kindOf(got)}`;
    for (const key of Object.keys(want)) {
      const name = at ? `${at}.${key}` : key;
      if (!Object.hasOwn(got, key)) return `${subject(at)} has no ${key}`;
      const found = difference(got[key], want[key], tol, name);
      if (found) return found;
    }
    return null;
  }
  return Object.is(got, want) ? null : `${label(at)}got ${show(got)}, expected ${show(want)}`;
}

/** A number with as many digits as it takes to see that it is not the other. */
function apart(number: number, other: number): string {
  let text = show(number);
  for (let digits = 6; digits <= 17 && text === show(other); digits++)
    if (number.toPrecision(digits) !== other.toPrecision(digits)) text = String(Number(number.toPrecision(digits)));
  return text;
}

const label = (at: string): string => (at ? `${at}: ` : "");
const subject = (at: string): string => at || "the result";

function tensorDifference(got: unknown, want: TensorValue, tol: number, at: string): string | null {
  if (!isTensor(got)) return `${subject(at)} should be a tensor, not ${kindOf(got)}`;
  const shapes = `${label(at)}shape is ${show(got.shape)}, expected ${show(want.shape)}`;
  if (got.shape.length !== want.shape.length) {
    return `${shapes}: ${axes(got.shape.length)} instead of ${want.shape.length}`;
  }
  const axis = want.shape.findIndex((size, k) => size !== got.shape[k]);
  if (axis >= 0) return `${shapes}: axis ${axis} is ${got.shape[axis]} instead of ${want.shape[axis]}`;
  if (got.data.length !== want.data.length)
    return `${label(at)}shape ${show(got.shape)} with ${got.data.length} numbers`;
  return entriesDifference(got.data, want.data, tol, (k) => `${at}${show(indexOf(k, want.shape))}`);
}

const axes = (n: number): string => (n === 1 ? "1 axis" : `${n} axes`);

function near(a: number, b: number, tol: number): boolean {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return Object.is(a, b);
  return Math.abs(a - b) <= tol * Math.max(1, Math.abs(b));
}

type Lists = [got: ArrayLike<unknown>, want: ArrayLike<unknown>];
function entriesDifference(...[got, want, tol, name]: [...Lists, number, (k: number) => string]): string | null {
  let first: string | null = null;
  let count = 0;
  let nan = 0;
  for (let k = 0; k < want.length; k++) {
    if (typeof want[k] === "number" && typeof got[k] === "number" && near(got[k] as number, want[k] as number, tol))
      continue;
    const found = difference(got[k], want[k], tol, first === null ? name(k) : "");
    if (!found) continue;
    count++;
    if (Number.isNaN(got[k])) nan++;
    first ??= found;
  }
  if (nan > 0 && nan === count && want.length > 1) {
    return nan === want.length
      ? `${nan === 2 ? "both" : `all ${nan}`} entries are NaN`
      : `${nan} of ${want.length} entries are NaN, first ${first}`;
  }
  return count > 1 && typeof want[0] === "number" ? `${count} of ${want.length} entries differ, first ${first}` : first;
}
