/**
 * Bugs planted one at a time, and which kinds of tests notice them: each kind sees what another misses. The bugs are mistakes
 * that libraries really shipped: a factor forgotten, a mean for a sum, an axis mixed up, an overflow, a tie counted twice.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Script } from "node:vm";
import { describe, test } from "vitest";
import { bundleTests } from "../../tools/mutate-lib/bundle.ts";

const kinds = ["gradients", "adjoint", "golden", "properties"] as const;
type Kind = (typeof kinds)[number];

interface Bug {
  readonly what: string;
  readonly file: string;
  readonly right: string;
  readonly wrong: string;
  readonly noticedBy: readonly Kind[];
}

const bugs: readonly Bug[] = [
  {
    what: "the gradient of tanh forgets the square",
    file: "tensor/elementwise.ts",
    right: "mul(g, sub(1, mul(y, y)))",
    wrong: "mul(g, sub(1, y))",
    noticedBy: ["gradients", "golden", "properties"],
  },
  {
    what: "the gradient of a sum is spread like that of a mean",
    file: "tensor/sum.ts",
    right: "expand(g, x.shape)];",
    wrong: "expand(g, x.shape).mul(g.size / Math.max(1, x.size))];",
    noticedBy: ["gradients", "adjoint", "golden", "properties"],
  },
  {
    what: "the gradient of unfold ignores the padding",
    file: "tensor/windows.ts",
    right: "(g, _y, x) => fold(g, x.shape, options)",
    wrong: "(g, _y, x) => fold(g, x.shape, options).mul(1.25)",
    noticedBy: ["gradients", "adjoint", "golden"],
  },
  {
    what: "softmax overflows for large scores",
    file: "functional/softmax.ts",
    right: "x.sub(highest(x, axis)).exp(); // no exponential exceeds 1",
    wrong: "x.exp();",
    noticedBy: ["golden"],
  },
  {
    what: "gelu uses the wrong constant, in value and gradient alike",
    file: "functional/activations.ts",
    right: "0.044715",
    wrong: "0.04715",
    noticedBy: ["golden"],
  },
  {
    what: "relu turns NaN into 0",
    file: "backend/reference/functions.ts",
    right: "Math.max(x, 0)",
    wrong: "x > 0 ? x : 0",
    noticedBy: ["golden"],
  },
  {
    what: "a view that is not packed is taken for packed when its axes have equal sizes",
    file: "backend/reference/strided.ts",
    right: "this.strides[i] !== step",
    wrong: "this.strides[i] !== step && this.shape[0] !== this.shape[this.shape.length - 1]",
    noticedBy: ["adjoint", "gradients", "golden", "properties"],
  },
  {
    what: "broadcasting an empty axis against 1 makes it 1",
    file: "core/shape.ts",
    right: "m === 1 ? n : m",
    wrong: "Math.max(m, n)",
    noticedBy: ["golden", "properties"],
  },
  {
    what: "the gradient of exp is right, but cannot be differentiated again",
    file: "tensor/elementwise.ts",
    right: 'unary("exp", (g, y) => mul(g, y))',
    wrong: 'unary("exp", (g, y) => mul(g, y.detach()))',
    noticedBy: ["gradients"],
  },
  {
    what: "the gradient of unfold swaps the ends of an uneven padding where rows are apart",
    file: "tensor/windows.ts",
    right: "(g, _y, x) => fold(g, x.shape, options)",
    wrong: `(g, _y, x) => {
      const { pad: [top, bottom, left, right], dilation } = windowOf(options);
      return fold(g, x.shape, { ...options, pad: dilation[0] > 1 ? [bottom, top, left, right] : [top, bottom, left, right] });
    }`,
    noticedBy: ["adjoint"],
  },
  {
    what: "a sum reads a view as if it were packed",
    file: "backend/reference/reference.ts",
    right: "readonly number[]): Strided {\n    const from = this.#packed(x);",
    wrong: "readonly number[]): Strided {\n    const from = x.storage;",
    noticedBy: ["properties"],
  },
  {
    what: "an operand used twice gets the gradient of its last use only",
    file: "tensor/sweep.ts",
    right: "x.pending === null ? dx : add(x.pending, dx)",
    wrong: "dx",
    noticedBy: ["gradients", "golden", "properties", "adjoint"],
  },
];

const require = createRequire(import.meta.url);

/** The kinds of tests of which at least one fails when this text replaces that. */
async function noticed({ file, right, wrong }: Pick<Bug, "file" | "right" | "wrong">): Promise<Kind[]> {
  const text = readFileSync(new URL(`../src/${file}`, import.meta.url), "utf8");
  assert.ok(text.includes(right), `${file} no longer contains ${right}`);
  const texts = new Map([[file, text.replace(right, wrong)]]);
  const found: Kind[] = [];
  for (const kind of kinds) {
    const script = new Script(
      `(function (require, register) { const module = { exports: {} };\n${await bundleTests([kind], texts)}\n})`,
    );
    const bodies: (() => unknown)[] = [];
    script.runInThisContext()(require, (_name: string, body: () => unknown) => bodies.push(body));
    if (bodies.some(throws)) found.push(kind);
  }
  return found;
}

function throws(body: () => unknown): boolean {
  try {
    body();
    return false;
  } catch {
    return true;
  }
}

describe("a planted bug is noticed by the kinds of tests that can see it:", () => {
  for (const bug of bugs) {
    test(bug.what, async () => assert.deepEqual((await noticed(bug)).sort(), [...bug.noticedBy].sort()));
  }
  test("and nothing is noticed where nothing is planted", async () => {
    assert.deepEqual(await noticed({ file: "core/shape.ts", right: "m === 1 ? n : m", wrong: "m === 1 ? n : m" }), []);
  });
  test("each kind notices something that another misses", () => {
    const seenOnlyBy = (kind: Kind, other: Kind): boolean =>
      bugs.some(({ noticedBy }) => noticedBy.includes(kind) && !noticedBy.includes(other));
    const pairs = kinds.flatMap((kind) =>
      kinds.filter((other) => other !== kind).map((other) => [kind, other] as const),
    );
    assert.deepEqual(
      pairs.filter(([kind, other]) => !seenOnlyBy(kind, other)),
      [],
    );
  });
});
