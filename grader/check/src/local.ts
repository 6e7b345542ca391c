/** An answer in the same process: a module's exports, asked through copies. */
import type { Answer, Bridge, Outcome, Watch } from "./answer.ts";
import { holdsCallback, inward, outward } from "./cross.ts";
import { kindOf } from "./values.ts";

type Callable = (...args: unknown[]) => unknown;
type Constructor = new (...args: unknown[]) => Record<string, unknown>;
interface LocalOptions {
  /** Finds calls of library functions that the exercise forbids. */
  readonly watch?: Watch;
  /** What to say when `name` is not there; by default how to export it. */
  readonly missing?: (name: string) => string;
}

/** Thrown and caught here only: what was asked for is not there. */
class Missing extends Error {}

export function localAnswer(
  module: Readonly<Record<string, unknown>>,
  bridge: Bridge,
  { watch, missing = (name) => `there is no export named ${name}: is "export" missing before it?` }: LocalOptions = {},
): Answer {
  const objects: { name: string; value: Record<string, unknown> }[] = [];

  const attempt = async (args: readonly unknown[], action: (args: unknown[]) => unknown): Promise<Outcome> => {
    const given = args.map(inward(bridge));
    const result = watched((list) => repeatable(() => settle(() => action(list))), given, watch);
    const after = given.map((v, k) => (holdsCallback(args[k]) ? null : outward(bridge, v)));
    return { ...result, after };
  };
  const member = (name: string): Callable => {
    const found = Object.hasOwn(module, name) ? module[name] : undefined;
    if (found === undefined) throw new Missing(missing(name));
    if (typeof found !== "function") throw new Missing(`${name} is ${kindOf(found)}, not a function`);
    return found as Callable;
  };
  const method = (object: number, name: string): Callable => {
    const { name: owner, value } = objects[object];
    if (typeof value[name] !== "function") throw new Missing(`${owner} has no method ${name}`);
    return value[name] as Callable;
  };
  return {
    async call(name, args) {
      const outcome = await attempt(args, (given) => outward(bridge, member(name)(...given)));
      return { ...outcome, ...parameters(module[name], name, args.length) };
    },
    create: (name, args) =>
      attempt(args, (given) => {
        const value = new (member(name) as unknown as Constructor)(...given);
        return objects.push({ name, value }) - 1;
      }),
    invoke: (object, name, args) =>
      attempt(args, (given) => {
        const result = method(object, name).apply(objects[object].value, given);
        return result === objects[object].value ? "this" : outward(bridge, result);
      }),
    get: (object, property) => attempt([], () => outward(bridge, objects[object].value[property])),
  };
}

type Result = Pick<Outcome, "value" | "threw" | "fault">;
function settle(action: () => unknown): Result {
  try {
    return { value: action() };
  } catch (error) {
    if (error instanceof Missing) return { fault: { kind: "missing", text: error.message } };
    return { threw: thrown(error) };
  }
}

/** Math.random cannot be seeded: an answer that asks it gives something else every time, and is told so. */
function repeatable(action: () => Result): Result {
  const original = Math.random;
  let asked = false;
  Math.random = () => {
    asked = true;
    return original();
  };
  try {
    const result = action();
    const text = "you called Math.random, which has no seed: take all randomness from the arguments";
    return asked ? { fault: { kind: "forbidden", text } } : result;
  } finally {
    Math.random = original;
  }
}

function watched(action: (given: unknown[]) => Result, given: unknown[], watch?: Watch): Result {
  if (!watch) return action(given);
  const { result, called } = watch(given, action);
  if (!called) return result;
  const whose = called.startsWith("Math.") ? "" : "the library's ";
  const text = `you called ${whose}${called}: this exercise asks you to do that yourself`;
  return { fault: { kind: "forbidden", text } };
}

/** A learner may throw anything: an error with odd fields, a string, nothing. */
function thrown(error: unknown): { name: string; message: string } {
  try {
    if (error instanceof Error) return { name: String(error.name), message: String(error.message) };
    return { name: "thrown value", message: String(error) };
  } catch {
    return { name: "thrown value", message: "something that cannot be shown" };
  }
}

function parameters(found: unknown, name: string, given: number): Pick<Outcome, "note"> {
  if (typeof found !== "function" || found.length >= given || takesMore(found as Callable)) return {};
  const declared = found.length === 1 ? "1 parameter" : `${found.length} parameters`;
  return { note: `${name} declares ${declared}; it is called with ${given}` };
}

/** Defaults and rest parameters are not counted in a function's length. */
function takesMore(f: Callable): boolean {
  const [head] = Function.prototype.toString.call(f).split(/=>|\)\s*\{/, 1);
  return /=|\.\.\.|arguments/.test(head);
}
