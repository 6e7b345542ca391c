/** One case of a test: makes its calls, judges what comes back, and keeps the first thing that went wrong. */
import type { Answer, Outcome } from "./answer.ts";
import { holdsCallback } from "./cross.ts";
import { difference } from "./difference.ts";
import type { Draw } from "./draw.ts";
import type { Failure } from "./run.ts";
import type { Bench, Called, Made, Suite, Test, Unchecked } from "./suite.ts";
import { isForeign, isList, isRecord, isTensor, show } from "./values.ts";
import { inert } from "./words.ts";

/** All errors are one outcome: what a message must say is looked at by `throws`. */
const THREW = "⟂ threw";

/** Ends a body that awaited a value which does not exist. */
class Stopped extends Error {}

export class Case {
  failure: Failure | null = null;
  /** Sum of the sizes of all arguments: which failing case is the smallest. */
  size = 0;
  /** A call took too long, or ended the answer's process. */
  stopped = false;
  /** A call met a function that is still the stub, or was not given. */
  unwritten = false;
  private step = 0;
  private readonly lines: string[] = [];
  private readonly suite: Suite;
  private readonly answer: Answer;
  private readonly see: (step: number, seen: unknown) => void;
  constructor(suite: Suite, answer: Answer, see: (step: number, seen: unknown) => void) {
    this.suite = suite;
    this.answer = answer;
    this.see = see;
  }

  async play(test: Test, draw: Draw): Promise<void> {
    const { answer } = this;
    const bench: Bench<Unchecked> = {
      draw,
      given: (what, value) => void this.lines.push(`${what} = ${show(value)}`),
      call: (name, ...args) => this.called(signature(name, args), args, () => answer.call(name, args)),
      create: (name, ...args) => {
        const called = this.called(`new ${signature(name, args)}`, args, () => answer.create(name, args));
        const { throws } = called;
        // biome-ignore lint/suspicious/noThenProperty: an object is awaited, like a Promise
        return { throws, then: (done, failed) => called.then((made) => this.made(name, made)).then(done, failed) };
      },
      holds: (what, got, want, { tol = this.suite.tol } = {}) => {
        this.see(this.step++, structuredClone(got)); // as it is now
        const found = difference(got, want, tol);
        if (found) this.fail(`${what}: ${show(got)}`, show(want), found);
      },
    };
    try {
      await test.body(bench);
    } catch (error) {
      if (error instanceof Stopped) return;
      const why = error instanceof Error ? error.message : String(error);
      this.fail("a result that the test could not use", "a result as the statement describes it", inert(why));
    }
  }

  private made(name: string, object: number): Made<never> {
    const who = name[0].toLowerCase() + name.slice(1);
    const { answer } = this;
    return {
      call: (method, ...args: unknown[]) =>
        this.called(`${who}.${signature(method, args)}`, args, () => answer.invoke(object, method, args)),
      get: (property) => this.called(`${who}.${property}`, [], () => answer.get(object, property)),
    };
  }

  private called(line: string, args: readonly unknown[], ask: () => Promise<Outcome>): Called<never> {
    this.size += weight(args);
    this.lines.push(line);
    const outcome = this.ask(ask, args, line.replace(/\(.*$/s, "").replace(/^new /, ""));
    const { tol: usual } = this.suite;
    return {
      gives: async (want, { tol = usual, why } = {}) => {
        const { value, threw, fault, note } = await outcome;
        if (fault) return;
        if (threw) return this.fail(raised(threw), show(want), "", note);
        const found = difference(value, want, tol);
        if (!found) return;
        const missing = value === undefined && line.endsWith(")");
        const got = missing ? "undefined: is a return missing?" : show(value);
        if (why && !missing) this.fail(got, show(want), inert(why(value)), note);
        else this.fail(got, show(want), note ? `${found}; ${note}` : found);
      },
      throws: async (message) => {
        const { value, threw, fault } = await outcome;
        const said = threw !== undefined && threw.name !== "NotImplemented" && message.test(threw.message);
        this.see(this.step++, said);
        if (said || fault) return;
        const got = threw ? raised(threw) : `${show(value)}, and no error`;
        this.fail(got, `an Error that says ${readable(message)}`, "");
      },
      // biome-ignore lint/suspicious/noThenProperty: a call is awaited for its value, like a Promise
      then: (done, failed) => this.value(outcome).then(done, failed),
    };
  }

  private async ask(ask: () => Promise<Outcome>, args: readonly unknown[], name: string): Promise<Outcome> {
    const step = this.step++;
    const start = performance.now();
    const given = await ask();
    const late = !given.fault && performance.now() - start > this.suite.limit;
    const o: Outcome = late ? { fault: { kind: "timeout", text: tooLong(this.suite.limit) }, after: [] } : given;
    this.see(step, seen(o, args));
    if (o.threw?.name === "NotImplemented") {
      this.unwritten = true;
      this.say(`${name} is not written yet`);
    }
    if (o.fault) this.faulty(o.fault);
    const changed = changedArguments(o, args);
    if (changed.length > 0) {
      const which = changed.map((k) => k + 1).join(" and ");
      this.fail(`argument ${which} was changed by the call`, "inputs are left as they were", "work on a copy");
    }
    return o;
  }

  private faulty({ kind, text }: NonNullable<Outcome["fault"]>): void {
    if (kind === "missing") this.unwritten = true;
    if (kind === "timeout" || kind === "ended") this.stopped = true;
    if (kind === "missing" || kind === "forbidden") this.say(inert(text));
    else this.fail(inert(text), "a result", "");
  }

  /** Nothing to show but a sentence. */
  private say(got: string): void {
    this.failure ??= { calls: [], got, expected: "", where: "", note: "" };
  }

  /** The value for a body that awaits it: of the type that the stub promises, or the body stumbles over it. */
  private async value(outcome: Promise<Outcome>): Promise<never> {
    const { value, threw, fault } = await outcome;
    if (!threw && !fault && !isForeign(value)) return value as never;
    if (!fault) this.fail(threw ? raised(threw) : show(value), "a value", "");
    throw new Stopped();
  }

  private fail(...[got, expected, where, note = ""]: [string, string, string, string?]): void {
    this.failure ??= { calls: this.lines.slice(-4), got, expected, where, note };
  }
}

/** What a call takes longer than its limit is told. */
export const tooLong = (limit: number): string =>
  `no result within ${limit / 1000} ${limit === 1000 ? "second" : "seconds"}: is there a loop that never ends?`;

function seen(o: Outcome, args: readonly unknown[]): unknown {
  if (o.fault) return `⟂ ${o.fault.kind}`;
  if (o.threw) return THREW;
  const changed = changedArguments(o, args);
  const value = isForeign(o.value) ? `⟂ ${o.value.foreign}` : o.value;
  return changed.length > 0 ? { value, changed } : value;
}

function changedArguments(o: Outcome, args: readonly unknown[]): number[] {
  return args.flatMap((arg, k) => {
    if (k >= o.after.length || holdsCallback(arg)) return [];
    return difference(o.after[k], arg, 0) ? [k] : [];
  });
}

const raised = ({ name, message }: NonNullable<Outcome["threw"]>): string => inert(`threw ${name}: ${message}`);
const readable = (message: RegExp): string =>
  message.source
    .replaceAll("\\b", "")
    .replaceAll(/\\([[\]().])/g, "$1")
    .replaceAll(" ?", " ")
    .replaceAll(".*", " … ")
    .replaceAll("|", " or ");
const signature = (name: string, args: readonly unknown[]): string =>
  `${name}(${args.map((a) => show(a, 60)).join(", ")})`;

function weight(v: unknown): number {
  if (isTensor(v)) return v.data.length + v.shape.length;
  if (isList(v)) return 1 + [...v].reduce<number>((sum, x) => sum + weight(x), 0);
  if (isRecord(v)) return Object.values(v).reduce<number>((sum, x) => sum + weight(x), 1);
  return typeof v === "number" ? 1 + Math.min(1, Math.abs(v) / 1e3) : 1;
}
