/**
 * Finds out that an answer called a library function which the exercise asks it to write. Looks at what runs, not at
 * the learner's text: every library function ends in operations of the backend or reads the lists it is given, so during
 * a call these look up the stack for a frame of that name inside the library.
 */
import type { Watch } from "./answer.ts";

type Method = (...args: unknown[]) => unknown;
type Methods = Record<string, unknown>;
interface Library {
  readonly backend: () => object;
  readonly tensor: (numbers: number[]) => unknown;
}

/** A watch for these functions of the library, or of `Math`; a name that the library does not have is no error. */
export function watchLibrary(library: Readonly<Record<string, unknown>> & Library, names: readonly string[]): Watch {
  const shown = new Map(names.map((name) => [nameOf(library[name]) ?? name, name]));
  let base: string | null = null;
  return (given, action) => {
    base ??= baseOf(library);
    let called: string | null = null;
    const look = (): void => {
      called ??= forbiddenFrame(framesNow(), base!, shown);
    };
    const restore = instrument(library.backend() as Methods, look);
    const restoreMath = instrumentMath(names, (name) => {
      called ??= name;
    });
    try {
      const result = action(given.map((arg) => (Array.isArray(arg) ? watchedList(arg, look) : arg)));
      return { result, called };
    } finally {
      restoreMath();
      restore();
    }
  };
}

/** Functions of `Math` among the names, such as Math.tanh, say so when they are called. Returns what undoes it. */
function instrumentMath(names: readonly string[], found: (name: string) => void): () => void {
  const math = Math as unknown as Methods;
  const undo = names.flatMap((name) => {
    const key = name.startsWith("Math.") ? name.slice(5) : "";
    const original = math[key];
    if (typeof original !== "function") return [];
    math[key] = (...args: unknown[]): unknown => {
      found(name);
      return (original as Method)(...args);
    };
    return [(): unknown => (math[key] = original)];
  });
  return () => {
    for (const step of undo) step();
  };
}

/** The same list, but asking for its length looks. */
const watchedList = (list: unknown[], look: () => void): unknown[] =>
  new Proxy(list, {
    get(target, key, self) {
      if (key === "length") look(); // whoever goes through a list asks; at each entry it would be slow
      return Reflect.get(target, key, self);
    },
  });

const nameOf = (f: unknown): string | null => (typeof f === "function" ? f.name : null);

interface Frame {
  readonly name: string;
  readonly file: string;
}

/** The frames of the present stack, innermost first. Reads the notations of V8, Firefox and Safari. */
function framesNow(): Frame[] {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 40;
  const stack = new Error().stack ?? "";
  Error.stackTraceLimit = limit;
  return stack.split("\n").flatMap((line) => {
    const [, v8, gecko, file] =
      /^(?:\s*at (?:async |new )?(?:[\w$<>.]+\.)?([\w$]+)[^(]*\(|([\w$]+)@)(.*):\d+:\d+\)?$/.exec(line) ?? [];
    return file ? [{ name: v8 ?? gecko, file }] : [];
  });
}

/** The outermost one: what the learner called, not what that called in turn. */
function forbiddenFrame(frames: readonly Frame[], base: string, shown: ReadonlyMap<string, string>): string | null {
  const found = frames.findLast(({ name, file }) => file.startsWith(base) && shown.has(name));
  return found ? shown.get(found.name)! : null;
}

/** Where the library's code lies: the file that calls the backend when a tensor is made, or its source folder. */
function baseOf(library: Library): string {
  let base = "\0"; // the beginning of no file
  const restore = instrument(library.backend() as Methods, () => {
    const own = framesNow();
    const caller = own.find(({ file }) => file !== own[0].file)?.file ?? "\0";
    base = /^.*\/lib\/src\//.exec(caller)?.[0] ?? caller;
  });
  library.tensor([0]);
  restore();
  return base;
}

/** Puts `look` before every operation of the backend and of its fused kernels. Returns what undoes it. */
function instrument(backend: Methods, look: () => void): () => void {
  const undo: (() => void)[] = [];
  const wrap = (owner: Methods, key: string): void => {
    const original = owner[key];
    if (typeof original !== "function" || !Object.isExtensible(owner)) return;
    const before = Object.getOwnPropertyDescriptor(owner, key);
    const wrapped: Method = function (this: unknown, ...args) {
      look();
      return (original as Method).apply(this, args);
    };
    if (!Reflect.defineProperty(owner, key, { value: wrapped, configurable: true, writable: true })) return;
    undo.push(() => (before ? Object.defineProperty(owner, key, before) : delete owner[key]));
  };
  for (const key of keysOf(backend)) wrap(backend, key);
  const { fused } = backend;
  if (typeof fused === "object" && fused !== null)
    for (const kernel of Object.values(fused)) wrap(kernel as Methods, "forward");
  return () => {
    for (const step of undo.reverse()) step();
  };
}

function keysOf(backend: object): string[] {
  const keys = new Set<string>();
  for (let o: object | null = backend; o && o !== Object.prototype; o = Object.getPrototypeOf(o)) {
    for (const key of Object.getOwnPropertyNames(o)) if (key !== "constructor") keys.add(key);
  }
  return [...keys];
}
