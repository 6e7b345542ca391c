/** The backends there are, and the one in use: the first of the library's four switches. */
import { BackendError } from "../core/errors.ts";
import type { Backend } from "./backend.ts";

/** Options of a backend, by name. */
export type BackendOptions = Readonly<Record<string, unknown>>;

type Make = (options: BackendOptions) => Backend;

const makers = new Map<string, Make>();
const made = new Map<string, Backend>();
let preferred = "reference";
let current: Backend | null = null;

/** Makes a backend known by name. It is built at its first use. `preferred`: used when nobody chose another. */
export function registerBackend(name: string, make: Make, options: { preferred?: boolean } = {}): void {
  makers.set(name, make);
  if (options.preferred) preferred = name;
}

/**
 * The names that setBackend knows.
 * @example
 * backendNames().includes("reference"); // true
 */
export const backendNames = (): readonly string[] => [...makers.keys()];

/**
 * The backend in use.
 * @example
 * backend().name.length > 0; // true
 */
export function backend(): Backend {
  current ??= named(preferred, {});
  return current;
}

/**
 * Chooses the backend on which new tensors are made; existing tensors stay where they are.
 * Throws BackendError when there is no backend of that name.
 * @example
 * setBackend("reference");
 * backend().name; // reference
 */
export function setBackend(name: string, options: BackendOptions = {}): void {
  current = named(name, options);
}

/**
 * Runs f on another backend and returns to the present one.
 * @example
 * withBackend("reference64", () => tensor(0.1).item()); // 0.1
 */
export function withBackend<T>(name: string, f: () => T, options: BackendOptions = {}): T {
  const before = backend();
  setBackend(name, options);
  try {
    return f();
  } finally {
    current = before;
  }
}

/** One backend for each name and options, so that tensors made before and after a switch can meet. */
function named(name: string, options: BackendOptions): Backend {
  const make = makers.get(name);
  if (!make) throw unknownBackend(name);
  const key = `${name} ${JSON.stringify(options)}`;
  let found = made.get(key);
  if (!found) made.set(key, (found = make(options)));
  return found;
}

function unknownBackend(name: string): BackendError {
  const names = backendNames().map((n) => `"${n}"`);
  return new BackendError({
    op: "setBackend",
    rule: "there is no such backend",
    got: `"${name}"`,
    expected: names.join(" or "),
    hint: `setBackend(${names[0]})`,
  });
}
