/** How cells of a page are compiled, printed and put in order, without a browser. */
import { inspect } from "node:util";
import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { type Kernel, type Listener, Stopped } from "../assets/js/live/kernel.ts";
import type { Done } from "../assets/js/live/protocol.ts";
import { type Cell, LIMITS, Session, type Stage } from "../assets/js/live/session.ts";
import { type CellError, compile } from "../assets/js/live/worker/compile.ts";
import { MOST_LETTERS, printer } from "../assets/js/live/worker/console.ts";
import { isGlobal } from "../assets/js/live/worker/globals.ts";
import type { Kind } from "../assets/js/live/worker/scope.ts";

type Names = Record<string, unknown>;

/** Runs cells as the worker does; gives the value of the last expression of the last one. */
async function page(...cells: string[]): Promise<unknown> {
  const kinds = new Map<string, Kind>();
  const names: Names = {};
  let value: unknown;
  for (const [k, source] of cells.entries()) {
    const made = compile(source, k + 1, { names: kinds, isGlobal, hintFor: (name) => `hint: ${name}` });
    value = undefined;
    let defined: object = {};
    const body = await new Promise<(...hooks: unknown[]) => Promise<void>>((take) => {
      new Function("termwiseCell", made.script)(take);
    });
    const module = (name: string): Names => ({ name, twice: (x: number) => 2 * x, default: "standard" });
    await body(
      names,
      (given: object) => (defined = given),
      (shown: unknown) => (value = shown),
      module,
    );
    Object.defineProperties(names, Object.getOwnPropertyDescriptors(defined));
    for (const [name, kind] of made.names) kinds.set(name, kind);
  }
  return value;
}

async function fault(...cells: string[]): Promise<Pick<CellError, "message" | "line" | "column" | "hint">> {
  const error = (await page(...cells).catch((reason: unknown) => reason)) as CellError;
  expect(error).toBeInstanceOf(Error);
  return { message: error.message, line: error.line, column: error.column, hint: error.hint };
}

describe("a cell", () => {
  test.each<[string, string[], unknown]>([
    [
      "sees constants, functions and classes of earlier cells",
      ["const a = 2; function f() { return a; } class C { x = 1 }", "f() + a + new C().x"],
      5,
    ],
    [
      "shares a let with earlier and later cells",
      ["let n = 1; const read = () => n;", "n += 4; n++", "read() + n"],
      12,
    ],
    [
      "writes to a let inside functions, patterns and loops",
      [
        "let a = 0, b = 0;",
        "[a, { b }] = [1, { b: 2 }]; const add = () => { a += b; }; for (b of [3, 4]) add();",
        "[a, b].join()",
      ],
      "8,4",
    ],
    ["gives a default in a pattern to a let", ["let a = 0;", "({ a = 7 } = {});", "a"], 7],
    [
      "hides names of earlier cells by its own",
      [
        "let a = 1; const b = 2;",
        "const f = (a: number) => { const b = a; return { a, b }; }; Object.values(f(5)).join()",
      ],
      "5,5",
    ],
    ["may declare a name again", ["const a = 1; const first = () => a;", "const a = 2;", "first() * 10 + a"], 12],
    ["writes a let in an object in short", ["let a = 3;", "({ a }).a"], 3],
    [
      "calls a let without making the page its this",
      ["let f = function (this: unknown) { return this; };", "f() === undefined"],
      true,
    ],
    ["waits at its top", ["const v = await Promise.resolve(4); for await (const x of [1, 2]) void x;", "v"], 4],
    [
      "needs no types",
      [
        "interface P { x: number } type Q<T> = T[]; enum E { A, B = 4 }\nfunction f<T extends P>(p: T, q?: Q<number>): number { return p!.x + (q as number[]).length; }",
        "f({ x: 1 } satisfies { x: number }, [1]) + E.B",
      ],
      6,
    ],
    [
      "imports values, all, and by another name",
      [
        'import { twice, twice as double } from "m"; import * as all from "m"; import { type T } from "m";',
        "twice(1) + double(2) + (all.twice as (x: number) => number)(3)",
      ],
      12,
    ],
    ["shows its last expression, whatever follows it", ["1 + 1 // two"], 2],
    ["shows nothing after a statement", ["const a = 1;"], undefined],
    ["may ask whether a name is there", ["typeof nothing"], "undefined"],
    [
      "keeps labels, keys and members apart from names",
      ["let a = 1;", "a: for (;;) { break a; } const o = { a: 5, m() { return this.a; } }; o.a + o.m()"],
      10,
    ],
  ])("%s", async (_fact, cells, expected) => {
    expect(await page(...cells)).toEqual(expected);
  });

  test("that asks for a name that is nowhere does not begin, and says where", async () => {
    expect(await fault("const ok = 1;", "let a = 1;\n  ok + tensr(a)")).toEqual({
      message: "Cannot find name 'tensr'.",
      line: 2,
      column: 7,
      hint: "hint: tensr",
    });
    expect((await fault("name")).message).toBe("Cannot find name 'name'."); // a worker has one, a reader forgot one
  });
  test("cannot assign to what does not change", async () => {
    expect((await fault("const a = 1;", "a = 2")).message).toBe("Cannot assign to 'a' because it is a constant.");
    expect((await fault("function f() {}", "f = null")).message).toMatch(/because it is a function/);
    expect((await fault('import { twice } from "m";', "twice++")).message).toMatch(/because it is an import/);
  });
  test("that is not TypeScript says in which line", async () => {
    expect(await fault("const a = 1;\nconst b = = 2;")).toMatchObject({ line: 2 });
    expect(await fault("const a = 1;\n\nfor (const x of) {}")).toMatchObject({ line: 3 });
    expect(await fault("const a = 1;\nconst a = 2;")).toMatchObject({ line: 2 });
  });
  test("keeps its lines, so that a stack trace names the right one", () => {
    const source =
      'import {\n  twice,\n} from "m";\ninterface A {\n  x: number;\n}\nconst a = 1;\nthrow new Error("here");';
    const { script } = compile(source, 3, { names: new Map(), isGlobal, hintFor: () => "" });
    expect(script.split("\n")[7]).toContain('throw new Error("here")');
    expect(script).toMatch(/\n\/\/# sourceURL=cell-3\.ts\n$/);
  });
  test("knows which names it really needs from a module", () => {
    const { imports } = compile('import { a, type B, C } from "m";\nlet x: C = a;', 1, {
      names: new Map(),
      isGlobal,
      hintFor: () => "",
    });
    expect([...imports]).toEqual([["m", [{ name: "a", line: 1 }]]]);
  });
});

describe("printing", () => {
  const printed = (...values: unknown[]): string => {
    let text = "";
    const made = printer((_, more) => (text += more));
    made.print("stdout", ...values);
    made.flush();
    return text;
  };
  test("any value looks as in the notebook", () => {
    const value = fc.anything({
      withTypedArray: true,
      withMap: true,
      withSet: true,
      withBigInt: true,
      withDate: true,
      withSparseArray: true,
    });
    fc.assert(
      fc.property(value, (x) => {
        expect(printed([x])).toBe(`${inspect([x])}\n`);
      }),
      { numRuns: 300 },
    );
  });
  test.each([
    [Array.from({ length: 120 }, (_, k) => k * 1.5)],
    [{ name: "a", list: [1, 2, 3], inner: { deep: { deeper: { deepest: 1 } } } }],
    [Float32Array.from([0.1, -0, Number.NaN])],
    [class Layer {}],
    [[-0, 1e21, undefined, null, () => 1, Symbol("s")]],
    ["%s is %d", "x", 3],
  ])("%o", (...values) => {
    const [first, ...rest] = values;
    const expected = typeof first === "string" ? "x is 3" : inspect(first);
    expect(printed(first, ...(typeof first === "string" ? ["x", 3] : rest))).toBe(`${expected}\n`);
  });
  test("a table has Node's frame", () => {
    let text = "";
    const made = printer((_, more) => (text += more));
    (made.console.table as (rows: unknown) => void)([{ lr: 0.1, loss: "low" }, { lr: 1 }]);
    made.flush();
    expect(text).toBe(
      "┌─────────┬─────┬───────┐\n│ (index) │ lr  │ loss  │\n├─────────┼─────┼───────┤\n│ 0       │ 0.1 │ 'low' │\n│ 1       │ 1   │       │\n└─────────┴─────┴───────┘\n",
    );
  });
  test("what never ends is cut, and says so", () => {
    const texts: string[] = [];
    const made = printer((_, more) => texts.push(more));
    for (let k = 0; k < MOST_LETTERS; k++) made.print("stdout", "123456789");
    made.flush();
    expect(texts.join("").length).toBeLessThan(MOST_LETTERS + 100);
    expect(texts.at(-1)).toMatch(/^… and [\d,]+ more characters/);
  });
});

describe("a session", () => {
  const texts = ["a", "b", "c", "d"];
  let said: string[];
  let cells: (Cell & { now: string })[];
  let workers: number;
  let fails: Set<string>;
  let hangs: Set<string>;
  let slow: Set<string>;
  let top: boolean;
  let session: Session;

  beforeEach(() => {
    [said, workers, fails, hangs, slow, top] = [[], 0, new Set(), new Set(), new Set(), true];
    cells = texts.map((text, index) => ({
      index,
      now: text,
      raises: false,
      text() {
        return this.now;
      },
    }));
    const stage: Stage = {
      loading: () => {},
      began: ({ index }, asked) => void said.push(`${asked ? "run" : "for it"} ${index}`),
      output: () => {},
      record: () => {},
      ended: ({ index }, { state }) => void (state === "done" || said.push(`${state} ${index}`)),
      gaveUp: ({ index }, { because, error }) =>
        void said.push(`gave up ${index}: ${because?.index ?? error?.message}`),
      outdated: ({ index }) => void said.push(`outdated ${index}`),
      slow: ({ index }) => void said.push(`slow ${index}?`),
      fromTheTop: async ({ index }) => {
        said.push(`from the top ${index}?`);
        return top;
      },
    };
    session = new Session(cells, stage, async (_: Listener): Promise<Kernel> => {
      workers++;
      let stop = (): void => {};
      return {
        run: ({ index, source }) =>
          new Promise<Done>((resolve, reject) => {
            stop = () => reject(new Stopped("stopped"));
            const ms = slow.has(source) ? 10_000 : 1;
            if (!hangs.has(source)) resolve({ index, ok: !fails.has(source), ms, apart: source === "apart" });
          }),
        close: () => stop(),
      };
    });
  });
  const ran = async (work: Promise<void>): Promise<string[]> => {
    said.length = 0;
    await work;
    return [...said];
  };

  test("runs what is missing above first, once", async () => {
    expect(await ran(session.run(cells[2]))).toEqual(["for it 0", "for it 1", "run 2"]);
    expect(await ran(session.run(cells[3]))).toEqual(["run 3"]);
    expect(workers).toBe(1);
  });
  test("begins again from the top when a cell above was changed", async () => {
    await session.run(cells[2]);
    cells[1].now = "b2";
    expect(await ran(session.run(cells[2]))).toEqual(["for it 0", "for it 1", "run 2"]);
    expect(workers).toBe(2);
  });
  test("begins again from the top when a cell that has run runs again: it may have changed what is above", async () => {
    await session.run(cells[2]);
    expect(await ran(session.run(cells[1]))).toEqual(["for it 0", "run 1"]);
    expect(workers).toBe(2);
  });
  test("does not when the cell only read numbers", async () => {
    cells[1].now = "apart";
    await session.run(cells[1]);
    expect(await ran(session.run(cells[1]))).toEqual(["run 1"]);
    expect(workers).toBe(1);
  });
  test("asks before it repeats what takes long, and takes the answer", async () => {
    slow.add("a");
    await session.run(cells[1]);
    top = false;
    expect(await ran(session.run(cells[1]))).toEqual(["from the top 1?", "run 1"]);
    top = true;
    expect(await ran(session.run(cells[1]))).toEqual(["from the top 1?", "for it 0", "run 1"]);
  });
  test("says which results are from before a change", async () => {
    await session.run(cells[3]);
    cells[1].now = "b2";
    expect(await ran(session.run(cells[1]))).toEqual(["for it 0", "run 1", "outdated 2", "outdated 3"]);
  });
  test("stops at a cell that fails, keeps what was before it, and tries it again", async () => {
    fails.add("b");
    expect(await ran(session.run(cells[2]))).toEqual(["for it 0", "for it 1", "failed 1", "gave up 2: 1"]);
    fails.clear();
    expect(await ran(session.run(cells[2]))).toEqual(["for it 1", "run 2"]);
  });
  test("goes on after a cell that fails on purpose", async () => {
    fails.add("b");
    Object.assign(cells[1], { raises: true });
    expect(await ran(session.run(cells[2]))).toEqual(["for it 0", "for it 1", "failed 1", "run 2"]);
  });
  test("runs all in a fresh worker", async () => {
    await session.run(cells[1]);
    expect(await ran(session.runAll())).toEqual(["run 0", "run 1", "run 2", "run 3"]);
    expect(workers).toBe(2);
  });
  test("stops an endless loop when asked, with everything that waits, and can begin again", async () => {
    hangs.add("b");
    const work = [session.run(cells[1]), session.run(cells[3])];
    await vi.waitFor(() => expect(said).toContain("run 1"));
    session.stop();
    await Promise.all(work);
    expect(said).toEqual(["for it 0", "run 1", "stopped 1"]);
    hangs.clear();
    expect(await ran(session.run(cells[1]))).toEqual(["for it 0", "run 1"]);
  });
  test("asks after a while, and stops what nobody wants to keep", async () => {
    vi.useFakeTimers();
    try {
      hangs.add("a");
      const work = session.run(cells[0]);
      await vi.advanceTimersByTimeAsync(LIMITS.ask + 1);
      expect(said).toEqual(["run 0", "slow 0?"]);
      await vi.advanceTimersByTimeAsync(LIMITS.stop - LIMITS.ask);
      await work;
      expect(said).toEqual(["run 0", "slow 0?", "stopped 0"]);
      const again = session.run(cells[0]);
      await vi.advanceTimersByTimeAsync(LIMITS.ask + 1);
      session.keepGoing();
      await vi.advanceTimersByTimeAsync(LIMITS.stop * 2);
      expect(said.slice(3)).toEqual(["run 0", "slow 0?"]);
      session.stop();
      await again;
    } finally {
      vi.useRealTimers();
    }
  });
});
