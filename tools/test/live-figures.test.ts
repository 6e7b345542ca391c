/** A live figure that would fail in a reader's hands fails when its chapter is compiled, and the fault is named. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Library } from "../../lib/src/figures/library.ts";
import type { Figure } from "../../lib/src/index.ts";
import {
  type Control,
  choice,
  interact,
  point,
  show,
  sketch,
  slider,
  stepper,
  textLine,
  type ValuesOf,
} from "../../lib/src/index.ts";
import { faultOf, type LiveBundle } from "../figures/live.ts";
import { root } from "../root.ts";

const built = existsSync(join(root, "lib/dist/termwise.iife.js")) || process.env.CI;
if (!built) console.log("skipped: the library is not built: npm run build");

let shown: LiveBundle;
interface Host {
  display(data: Record<string, unknown>): void;
  record(name: string, text: string): void;
  evaluate(source: string): unknown;
}
const slots = globalThis as unknown as { __termwise?: Host };
beforeEach(() => {
  slots.__termwise = {
    display: (data) => {
      shown = data as unknown as LiveBundle;
    },
    record: () => {},
    evaluate: (source) => new Function(`return (${source})`)(),
  };
});
afterEach(() => {
  slots.__termwise = undefined;
});

function bundle<const C extends Readonly<Record<string, Control<unknown>>>>(
  controls: C,
  draw: (termwise: Library, values: ValuesOf<C>, data: { scale: number }) => Figure,
): LiveBundle {
  show(interact(controls, draw, { data: { scale: 2 } }));
  return shown;
}

test.skipIf(!built)("a figure that draws everywhere has no fault, whatever its controls are", () => {
  const controls = {
    rate: slider(0.001, 1, { log: true }),
    step: stepper(0, 5),
    kind: choice(["relu", "tanh"]),
    at: point({ x: [0, 1], y: [0, 1] }),
    sheet: sketch([2, 2]),
  };
  const sound = bundle(controls, (termwise, { rate, step, kind, at, sheet }, { scale }) => {
    const x = termwise.tensor([scale * rate, ...sheet]);
    const list = [...(kind === "relu" ? x.relu() : x.tanh()).data(), step, ...at];
    return termwise.plot({ marks: [{ line: list }], alt: `A line through ${list.length} points.` });
  });
  expect(faultOf(sound)).toBeNull();
});

test.skipIf(!built)("every example of a line of text is drawn", () => {
  const line = textLine("1 + 1", { examples: { good: "2 * 3", bad: "2 *" } });
  const read = bundle({ line }, (termwise, { line }) =>
    termwise.plot({ marks: [{ line: [0, termwise.expression(line).output.data] }], alt: "A line to a result." }),
  );
  expect(faultOf(read)).toMatch(/^at {"line":"2 \*"}: expression: the text ends too early/);
});

test.skipIf(!built)("an error at one corner is found, with the values", () => {
  const broken = bundle(
    { n: slider(0, 4, { step: 1, value: 2 }), kind: choice(["a", "b"]) },
    (termwise, { n, kind }) => {
      if (n === 4 && kind === "b") throw new Error("no picture here");
      return termwise.plot({ marks: [{ line: [0, n] }], alt: "A line that rises from zero." });
    },
  );
  expect(faultOf(broken)).toBe('at {"n":4,"kind":"b"}: no picture here');
});

test.skipIf(!built)("numbers that cannot be drawn, and missing words, are found", () => {
  const log = bundle({ n: slider(-1, 4, { value: 2 }) }, (termwise, { n }) =>
    termwise.plot({ marks: [{ line: [0, Math.log(n)] }], alt: "A line that rises from zero." }),
  );
  expect(faultOf(log)).toMatch(/^at \{"n":-1\}: plot: only finite numbers/);
  const drawn = bundle({ n: slider(-1, 4, { value: 2 }) }, (termwise, { n }) =>
    termwise.svgFigure(`<svg viewBox="0 0 9 9"><path d="M0 ${Math.sqrt(n)}h1"/></svg>`, { alt: "A line at the root." }),
  );
  expect(faultOf(drawn)).toMatch(/at \{"n":-1\}: interact: a frame is drawn with finite numbers/);
  const mute = bundle({ n: slider(0, 4, { value: 2 }) }, (termwise, { n }) =>
    termwise.plot({ marks: [{ line: [0, n] }], alt: n > 3 ? "" : "A line that rises from zero." }),
  );
  expect(faultOf(mute)).toMatch(/at \{"n":4\}: plot: a figure needs alt/);
});

test.skipIf(!built)("a step in the middle of a stepper is drawn too", () => {
  const broken = bundle({ step: stepper(0, 9) }, (termwise, { step }) => {
    if (step === 5) throw new Error("five");
    return termwise.plot({ marks: [{ line: [0, step] }], alt: "A line that rises from zero." });
  });
  expect(faultOf(broken)).toBe('at {"step":5}: five');
});

test.skipIf(!built)("Node's own names are not there, and another first picture is noticed", () => {
  const node = bundle({ n: slider(0, 4, { value: 2 }) }, (termwise, { n }) =>
    termwise.plot({ marks: [{ line: [0, n + process.pid * 0] }], alt: "A line that rises from zero." }),
  );
  expect(faultOf(node)).toMatch(/process is not defined/);
  const other = bundle({ n: slider(0, 4, { value: 2 }) }, (termwise, { n }) =>
    termwise.plot({
      marks: [{ line: [0, typeof Buffer === "undefined" ? n : 2 * n] }],
      alt: "A line that rises from zero.",
    }),
  );
  expect(faultOf(other)).toMatch(/another one in a browser than in the kernel/);
});
