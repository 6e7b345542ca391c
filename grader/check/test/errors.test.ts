/** Errors that a learner meets are sentences. */
import * as library from "termwise";
import { tensor } from "termwise";
import { describe, expect, test } from "vitest";
import { checkAnswer, localAnswer, suite, termwise, tensor as value } from "../src/index.ts";
import { evaluate } from "../src/node/patch.ts";
import { watchLibrary } from "../src/watch.ts";
import { exercise, firstFailure, reportOf, small } from "./help.ts";

const failing = async (double: unknown): Promise<string> => firstFailure(await reportOf(small(), { double }));

interface Tensors {
  same(x: library.Tensor): library.Tensor;
}
const tensors = small({
  tests: suite<Tensors>("T2", ({ fact }) => {
    fact("the tensor comes back", async ({ call }) => {
      await call(
        "same",
        value([
          [1, 2, 3],
          [4, 5, 6],
        ]),
      ).gives(
        value([
          [1, 2, 3],
          [4, 5, 6],
        ]),
      );
    });
  }),
  right: { same: (x: library.Tensor) => x },
});
const failingTensor = async (same: unknown): Promise<string> => firstFailure(await reportOf(tensors, { same }));

describe("a value that is not what it should be", () => {
  test("undefined asks for the missing return", async () => {
    expect(await failing(() => undefined)).toContain("undefined: is a return missing? | 4 | got undefined, expected 4");
  });
  test("a Promise says to remove async", async () => {
    expect(await failing(async (x: number) => 2 * x)).toContain("a Promise where a value is due (remove async)");
  });
  test("a Promise that is rejected does not bring the process down", async () => {
    const failed = async (): Promise<never> => {
      throw new Error("later");
    };
    expect(await failing(failed)).toContain("a Promise");
  });
  test("NaN is called NaN", async () => {
    expect(await failing(() => Number.NaN)).toContain("NaN | 4");
    expect(await failingTensor((x: library.Tensor) => x.mul(Number.NaN))).toContain("all 6 entries are NaN");
  });
  test("a wrong shape says at which axis", async () => {
    const transposed = await failingTensor((x: library.Tensor) => x.transpose());
    expect(transposed).toContain("shape is [3, 2], expected [2, 3]: axis 0 is 3 instead of 2");
    expect(await failingTensor((x: library.Tensor) => x.sum(0))).toContain("1 axis instead of 2");
  });
  test("wrong entries say how many and where the first is", async () => {
    const wrong = await failingTensor(() =>
      tensor([
        [1, 2, 0],
        [4, 5, 0],
      ]),
    );
    expect(wrong).toContain("2 of 6 entries differ, first [0, 2]: got 0, expected 3");
  });
  test("numbers that look alike are shown with the digits in which they differ", async () => {
    expect(await failing(() => 4.00002)).toContain("got 4.00002, expected 4");
    expect(await failing(() => 3.9999881)).toContain("got 3.99999, expected 4");
  });
  test("an array where a tensor is due says so", async () => {
    expect(await failingTensor(() => [1, 2, 3])).toContain("the result should be a tensor, not a list of 3");
  });
  test("functions, maps, symbols, big and deep values are words, not crashes", async () => {
    expect(await failing(() => () => 1)).toContain("a function");
    expect(await failing(() => new Map())).toContain("a Map");
    expect(await failing(() => Symbol("x"))).toContain("a symbol");
    expect(await failing(() => 3n)).toContain("a BigInt");
    const circle: unknown[] = [];
    circle.push(circle);
    expect(await failing(() => circle)).toContain("[[[");
    expect(await failing(() => new Array(2e6).fill(0))).toContain("a list of more than a million");
  });
  test("a getter that throws is an error of the answer", async () => {
    const trap = {
      get value() {
        throw new Error("no");
      },
    };
    expect(await failing(() => trap)).toContain("threw Error: no");
  });
});

describe("a call that cannot be made", () => {
  test("a missing export says how to export it", async () => {
    const report = await reportOf(small(), { twice: (x: number) => 2 * x });
    expect(report.tests[0]).toMatchObject({ status: "not_started" });
    expect(report.tests[0].failure?.got).toBe('there is no export named double: is "export" missing before it?');
  });
  test("an export that is no function says what it is", async () => {
    expect(await failing(4)).toContain("double is a number, not a function");
  });
  test("too few parameters are mentioned when the result is wrong", async () => {
    const { suite: tests } = await exercise("ch02/broadcastShapes");
    const report = await reportOf(small({ tests }), { broadcastShapes: (a: number[]) => a });
    expect(firstFailure(report)).toContain("broadcastShapes declares 1 parameter; it is called with 2");
    const defaults = await reportOf(small({ tests }), { broadcastShapes: (a: number[], _b = [1]) => a });
    expect(firstFailure(defaults)).not.toContain("declares");
  });
  test("an error is shown in one line without control characters", async () => {
    const shout = (): never => {
      throw new RangeError("first\n  \u001b[31msecond\u202e");
    };
    expect(await failing(shout)).toContain("threw RangeError: first · �[31msecond�");
  });
  test("something odd that is thrown is still a sentence", async () => {
    const odd = (): never => {
      throw {
        toString: () => {
          throw new Error("again");
        },
      };
    };
    expect(await failing(odd)).toContain("threw thrown value: something that cannot be shown");
  });
});

describe("what a call may not do", () => {
  test("changing an argument is a failure, and says which", async () => {
    interface Sorting {
      sorted(list: readonly number[]): number[];
    }
    const tests = suite<Sorting>("T3", ({ fact }) => {
      fact("numbers in order", async ({ call }) => {
        await call("sorted", [3, 1]).gives([1, 3]);
      });
    });
    const report = await reportOf(small({ tests }), { sorted: (list: number[]) => list.sort() });
    expect(firstFailure(report)).toBe(
      "argument 1 was changed by the call | inputs are left as they were | work on a copy",
    );
  });

  test("a call over the limit is a time-out, and the rest of the test is not run", async () => {
    const tests = suite<{ slow(x: number): number }>(
      "T4",
      ({ property }) => {
        property("at once", async ({ call, draw }) => {
          await call("slow", draw.int(0, 9)).gives(1);
        });
      },
      { limit: 20 },
    );
    const slow = (): number => {
      for (const end = performance.now() + 40; performance.now() < end; );
      return 1;
    };
    const report = await reportOf(small({ tests }), { slow });
    expect(report.tests[0]).toMatchObject({ status: "timeout", cases: 1 });
    expect(firstFailure(report)).toContain("no result within 0.02 seconds: is there a loop that never ends?");
  });

  test("calling the library function that the exercise asks for is found out, however it is wrapped", async () => {
    const opened = await exercise("ch05/softmaxAxis");
    const { softmaxAxisVjp } = await importSolution();
    const hidden = { of: (x: library.Tensor, axis: number) => library.softmax(x, axis) };
    const watch = watchLibrary(library, opened.forbidden);
    const answer = localAnswer(
      { softmaxAxis: (x: library.Tensor, axis: number) => hidden.of(x, axis), softmaxAxisVjp },
      termwise,
      { watch },
    );
    const report = await checkAnswer(opened, answer);
    const said = report.tests.filter((t) => t.status === "failed").map((t) => t.failure?.got);
    expect(new Set(said)).toEqual(
      new Set(["you called the library's softmax: this exercise asks you to do that yourself"]),
    );
    expect(report.score).toBe(5); // the gradient is the answer's own
  });

  test("pure functions and automatic gradients of the library are found out too", async () => {
    const shapes = await exercise("ch02/broadcastShapes");
    const cheat = { broadcastShapes: (a: number[], b: number[]) => library.broadcastShapes("add", a, b) };
    const first = await checkAnswer(
      shapes,
      localAnswer(cheat, termwise, { watch: watchLibrary(library, shapes.forbidden) }),
    );
    expect(firstFailure(first)).toContain("you called the library's broadcastShapes");
    const vjp = await exercise("ch07/broadcastVjp");
    const byTape = (g: library.Tensor, a: library.Tensor, b: library.Tensor): object => {
      const [p, q] = [library.parameter(a), library.parameter(b)];
      p.add(q).mul(g).sum().backward();
      return { da: p.grad, db: q.grad };
    };
    const watch = watchLibrary(library, vjp.forbidden);
    const second = await checkAnswer(vjp, localAnswer({ addVjp: byTape, mulVjp: byTape }, termwise, { watch }));
    expect(firstFailure(second)).toContain("you called the library's backward");
  });

  test("a function of Math is found out where the exercise asks for it, and is itself again afterwards", async () => {
    const opened = await exercise("ch05/tanhFromExp");
    const answer = localAnswer({ tanhFromExp: (x: number) => Math.tanh(x) }, termwise, {
      watch: watchLibrary(library, opened.forbidden),
    });
    expect(firstFailure(await checkAnswer(opened, answer))).toContain("you called Math.tanh: this exercise asks you");
    expect(Math.tanh.toString()).toContain("native code");
  });

  test("an answer that asks Math.random is told that it has no seed, in every exercise", async () => {
    const opened = await exercise("ch02/seededNormal");
    const chance = { uniforms: (_: number, n: number) => Array.from({ length: n }, () => Math.random()) };
    const report = await checkAnswer(opened, localAnswer(chance, termwise));
    expect(firstFailure(report)).toContain("you called Math.random, which has no seed");
    expect(Math.random.toString()).toContain("native code");
  });

  test("no solution and no wrong answer of another hand is suspected of it", async () => {
    for (const slug of ["ch02/broadcastShapes", "ch05/softmaxAxis", "ch05/tanhFromExp", "ch07/broadcastVjp"]) {
      const opened = await exercise(slug);
      const module = evaluate(opened.solutionSource, { termwise: { ...library } });
      const report = await checkAnswer(
        opened,
        localAnswer(module, termwise, { watch: watchLibrary(library, opened.forbidden) }),
      );
      expect(report.score, slug).toBe(report.points);
    }
  });
});

test("the stub is not started yet, and a part that is written is judged", async () => {
  const opened = await exercise("ch05/softmaxAxis");
  const { softmaxAxis } = await importSolution();
  const notWritten = (): never => {
    throw new library.NotImplemented("E05.4");
  };
  const half = await reportOf(opened, { softmaxAxis, softmaxAxisVjp: notWritten });
  expect(half).toMatchObject({ state: "graded", score: 7 });
  expect(half.tests.map((t) => t.status).slice(-2)).toEqual(["not_started", "not_started"]);
  expect(half.tests.at(-1)?.failure?.got).toBe("softmaxAxisVjp is not written yet");
  const none = await reportOf(opened, { softmaxAxis: notWritten, softmaxAxisVjp: notWritten });
  expect(none).toMatchObject({ state: "not_started", message: "Not started yet: the answer is still the stub." });
});

const importSolution = (): Promise<Record<string, unknown>> => import("../../../solutions/ch05/softmaxAxis.ts");
