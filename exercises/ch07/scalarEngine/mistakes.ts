import type { Mistake } from "@termwise/check";

const order = "const order = [...found].sort((a, b) => b.id - a.id);";
const putAside =
  "    const before = order.map((v) => v.grad); // put aside: it belongs to other sweeps and is not sent on\n";
const addBack = "    order.forEach((v, k) => {\n      v.grad += before[k];\n    });\n";
const clear = "    for (const v of order) v.grad = 0;\n";
const send = "input.grad += v.slopes[i] * v.grad;";
/** From the list of what was found to the end of the sweep, before what was put aside is added. */
const sweep = `    const found = new Set<Value>([this]); // a Set may grow while it is walked
    for (const v of found) for (const input of v.inputs) found.add(input);
    ${order}
${putAside}${clear}    this.grad = 1;
    for (const v of order) {
      v.inputs.forEach((input, i) => {
        ${send}
      });
    }`;
/** Everything that was found is put aside and cleared first; then `visit` sweeps. */
const recursive = (visit: string): string => `    const found = new Set<Value>([this]);
    for (const v of found) for (const input of v.inputs) found.add(input);
    const order = [...found];
    const before = order.map((v) => v.grad);
    for (const v of order) v.grad = 0;
    ${visit}`;

const mistakes: Mistake[] = [
  {
    name: "overwrites",
    does: "lets the last report win where several slopes meet",
    belief: "A value that is used twice has two paths to the result, and slopes of paths add up.",
    hint: "Sweep back through a + a. Who reports to a, and how often?",
    change: { [send]: "input.grad = v.slopes[i] * v.grad;" },
  },
  {
    name: "earlier-slopes-lost",
    does: "clears what earlier sweeps have left",
    belief: "Sweeps add up here: whoever sweeps from two results holds the slopes of their sum.",
    hint: "Sweep twice from the same value. Is the second answer twice the first?",
    change: { [addBack]: "" },
  },
  {
    name: "earlier-slopes-sent-on",
    does: "lets values send on what earlier sweeps have left in them, together with what has just arrived",
    belief: "What a value sends belongs to this sweep alone. What it holds from others has been sent before.",
    hint: "Sweep twice from the same value and look at the first number: is it twice what it was?",
    change: { [putAside]: "", [clear]: "", [addBack]: "" },
    also: [{ change: { [putAside]: "", [clear]: "", [addBack]: "", "this.grad = 1;": "this.grad += 1;" } }],
  },
  {
    name: "only-the-start-adds-up",
    does: "adds up at the numbers that went in, and begins anew at the results in between",
    belief: "Every value that a sweep reaches keeps what it had, results in between too.",
    hint: "Sweep twice and look at a value in the middle.",
    change: { "v.grad += before[k];": "if (v.inputs.length === 0) v.grad += before[k];" },
  },
  {
    name: "only-the-middle-adds-up",
    does: "adds up at the results, and begins anew at the numbers that went in",
    belief: "Every value that a sweep reaches keeps what it had, the numbers that went in too.",
    hint: "Sweep twice from the same value and look at the first number.",
    change: { "v.grad += before[k];": "if (v.inputs.length > 0) v.grad += before[k];" },
  },
  {
    name: "walks-every-path",
    does: "walks every path from the result back, one by one",
    belief:
      "The answers are right, and the number of paths doubles with every fork. Summing what arrives before sending makes one visit of each value enough.",
    hint: "Count how often your code visits the first of 20 doublings.",
    change: {
      [sweep]: recursive(`const visit = (v: Value, slope: number): void => {
      v.grad += slope;
      v.inputs.forEach((input, i) => visit(input, v.slopes[i] * slope));
    };
    visit(this, 1);`),
    },
  },
  {
    name: "sends-before-all-have-reported",
    does: "lets a value send its slope on each time something arrives, with what it holds by then",
    belief:
      "A value may send once, after everything that uses it has reported; otherwise the first report is sent twice.",
    hint: "In h + exp(h), how many slopes meet at h, and when does it send?",
    change: {
      [sweep]: recursive(`const visit = (v: Value): void => {
      v.inputs.forEach((input, i) => {
        input.grad += v.slopes[i] * v.grad;
        visit(input);
      });
    };
    this.grad = 1;
    visit(this);`),
    },
    also: [
      {
        change: {
          [sweep]: recursive(`const visit = (v: Value): void => {
      v.inputs.forEach((input, i) => {
        input.grad += v.slopes[i] * v.grad;
      });
      for (const input of v.inputs) visit(input);
    };
    this.grad = 1;
    visit(this);`),
        },
      },
      {
        change: {
          [sweep]: recursive(`this.grad = 1;
    const queue: Value[] = [this];
    for (let k = 0; k < queue.length; k++) {
      queue[k].inputs.forEach((input, i) => {
        input.grad += queue[k].slopes[i] * queue[k].grad;
        queue.push(input);
      });
    }`),
        },
      },
    ],
  },
  {
    name: "visits-once-in-any-order",
    does: "visits every value once, in the order in which the walk back finds them",
    belief:
      "Once is right, but not before the last report: a value found early may be used by one that is found later.",
    hint: "In h + exp(h), which is found first: h or exp(h)?",
    change: { [order]: "const order = [...found];" },
    also: [
      {
        change: {
          [sweep]: recursive(`const seen = new Set<Value>();
    const visit = (v: Value): void => {
      if (seen.has(v)) return;
      seen.add(v);
      v.inputs.forEach((input, i) => {
        input.grad += v.slopes[i] * v.grad;
      });
      for (const input of v.inputs) visit(input);
    };
    this.grad = 1;
    visit(this);`),
        },
      },
      {
        change: {
          [sweep]: recursive(`const seen = new Set<Value>();
    const visit = (v: Value): void => {
      if (seen.has(v)) return;
      seen.add(v);
      v.inputs.forEach((input, i) => {
        input.grad += v.slopes[i] * v.grad;
        visit(input);
      });
    };
    this.grad = 1;
    visit(this);`),
        },
      },
    ],
  },
  {
    name: "calls-itself-to-the-bottom",
    does: "finds its order by a function that calls itself at every step, and runs out of stack in a deep graph",
    belief: "Every open call takes room on the stack. A list that is walked does not.",
    hint: "How many calls are open at the bottom of a chain of 15,000?",
    change: {
      [sweep]: `    const order: Value[] = [];
    const seen = new Set<Value>();
    const visit = (v: Value): void => {
      if (seen.has(v)) return;
      seen.add(v);
      for (const input of v.inputs) visit(input);
      order.unshift(v);
    };
    visit(this);
${putAside}${clear}    this.grad = 1;
    for (const v of order) {
      v.inputs.forEach((input, i) => {
        ${send}
      });
    }`,
    },
  },
  {
    name: "no-slope-at-the-start",
    does: "never gives the result its own slope, 1",
    belief: "The slope of a value with respect to itself is 1; the sweep has nothing else to begin with.",
    hint: "How fast does y change when y does?",
    change: { "    this.grad = 1;\n": "" },
  },
  {
    name: "starts-with-the-value",
    does: "starts the sweep with the value of the result instead of 1",
    belief: "The sweep answers how much the result changes, not how large it is.",
    hint: "Sweep from a value that was made from nothing, new Value(5). What should its own grad be?",
    change: { "this.grad = 1;": "this.grad = this.data;" },
  },
  {
    name: "one-level-only",
    does: "sends slopes to the inputs of the result and no further: it stops there, or begins at the wrong end",
    belief: "The sweep begins at the result, the only value whose slope is known, and ends where nothing has inputs.",
    hint: "What does x get in exp(2x)? And what does the first value of your order have to send?",
    change: { "    for (const v of found) for (const input of v.inputs) found.add(input);\n": "" },
    also: [{ change: { "b.id - a.id": "a.id - b.id" } }],
  },
  {
    name: "local-slope-alone",
    does: "sends the local slope and leaves out what arrived",
    belief: "Slopes multiply along a path: the local slope times the slope of what comes after.",
    hint: "What does x get in 5 · exp(x)?",
    change: { "v.slopes[i] * v.grad": "v.slopes[i]" },
  },
  {
    name: "factors-swapped",
    does: "gives each factor of a product its own value as its slope",
    belief: "The slope of a·b with respect to a is b.",
    hint: "Let b be 0. Does a matter then?",
    change: { "[other.data, this.data]": "[this.data, other.data]" },
  },
  {
    name: "product-like-sum",
    does: "passes slopes through a product unchanged",
    belief: "If a grows by 1, a·b grows by b.",
    hint: "Take 10 · b with b = 2. By how much does the product grow when b becomes 3?",
    change: { "[other.data, this.data]": "[1, 1]" },
  },
  {
    name: "same-object-once",
    does: "counts a value that is both operands once",
    belief: "a·a has two edges back to a, and a² has the slope 2a.",
    hint: "What is the slope of a + a?",
    change: {
      "      v.inputs.forEach((input, i) => {\n        input":
        "      v.inputs.forEach((input, i) => {\n        if (v.inputs.indexOf(input) === i) input",
    },
  },
  {
    name: "power-not-lowered",
    does: "gives xⁿ the slope n · xⁿ",
    belief: "The slope of xⁿ is n · xⁿ⁻¹.",
    hint: "What is the slope of x² at 3?",
    change: { "n * this.data ** (n - 1)": "n * this.data ** n" },
  },
  {
    name: "power-without-its-factor",
    does: "gives xⁿ the slope xⁿ⁻¹",
    belief: "The exponent comes down as a factor: n · xⁿ⁻¹.",
    hint: "x³ goes from 8 to about 8.012 as x goes from 2 to 2.001. How steep is that?",
    change: { "n * this.data ** (n - 1)": "this.data ** (n - 1)" },
  },
  {
    name: "zero-times-infinity",
    does: "computes 0 · 0⁻¹ for the slope of x⁰ at 0, which is NaN",
    belief: "x⁰ is 1 everywhere, so its slope is 0; the formula n · xⁿ⁻¹ has a hole there.",
    hint: "What is 0 * 0 ** -1?",
    change: { "n === 0 ? 0 : n * this.data ** (n - 1)": "n * this.data ** (n - 1)" },
  },
  {
    name: "power-is-two",
    does: "treats every power as a square when it comes to slopes",
    belief: "The slope of xⁿ is n · xⁿ⁻¹; for n = 2 that is 2x, for n = ½ it is 1 / (2√x).",
    hint: "Try the square root of 9: n = 0.5.",
    change: { "n * this.data ** (n - 1)": "2 * this.data" },
  },
  {
    name: "exp-passes-through",
    does: "gives exp the slope 1, or that of its input",
    belief: "exp is its own slope: eˣ.",
    hint: "How steep is eˣ at 2?",
    change: { "[this], [data]": "[this], [1]" },
    also: [{ change: { "[this], [data]": "[this], [this.data]" } }],
  },
  {
    name: "exp-like-a-power",
    does: "gives exp the slope x · eˣ⁻¹, as if it were a power",
    belief: "In eˣ the variable is the exponent: the power rule is about the base. The slope is eˣ.",
    hint: "How steep is eˣ at 0?",
    change: { "[this], [data]": "[this], [this.data * Math.exp(this.data - 1)]" },
  },
  {
    name: "relu-always-open",
    does: "lets slopes through ReLU wherever its input is",
    belief: "Below 0 the output does not move at all: the slope is 0.",
    hint: "By how much does relu(−3 + 0.1) differ from relu(−3)?",
    change: { "[this.data > 0 ? 1 : 0]": "[1]" },
  },
  {
    name: "relu-open-at-zero",
    does: "gives ReLU the slope 1 at 0",
    belief: "At the corner there is no slope; this course, like most libraries, takes 0.",
    hint: "Read the contract for 0.",
    change: { "this.data > 0 ? 1 : 0": "this.data >= 0 ? 1 : 0" },
  },
  {
    name: "relu-slope-is-the-value",
    does: "multiplies with the output of ReLU instead of its slope",
    belief: "Above 0 ReLU has the slope 1, however large the output is.",
    hint: "By how much does relu(5) change if 5 becomes 5.1?",
    change: { "[this.data > 0 ? 1 : 0]": "[Math.max(0, this.data)]" },
  },
];
export default mistakes;

/** Mutants that nobody could tell from the solution. */
const counts = "the solution sets grad so rarely that its writes need not be counted";
const write = "throw new Error(`grad was set ${writes} times for ${made.length} values`);";
export const equivalent = {
  "let made = 0;  ⇒  let made = 1;": "only the order of the numbers matters",
  "let writes = 0;  ⇒  let writes = 1;": counts,
  [`if (++writes > 30 * made.length) ${write}  ⇒  if (false) ${write}`]: counts,
  "++writes > 30 * made.length  ⇒  ++writes >= 30 * made.length": counts,
  "30 * made.length  ⇒  31 * made.length": counts,
  [`${write}  ⇒  ;`]: counts,
  'Object.defineProperty(v, "grad", { get: () => grad, set });  ⇒  ;': counts,
  'Object.defineProperty(v, "grad", { get: () => grad, set });  ⇒  Object.defineProperty(v, "", { get: () => grad, set });':
    counts,
  "made.push(operations[step[0]](made[step[1]], step[2] ?? 0));  ⇒  made.push(operations[step[0]](made[step[1]], step[2] ?? 1));":
    "an operation without a second operand does not read it",
};
