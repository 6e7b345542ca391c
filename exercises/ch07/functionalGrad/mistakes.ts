import type { Mistake } from "@termwise/check";

const own = "const own = new Var(plain(x), [x], () => [1]);";
const arrives = "const arrives = mul(slope, g);";
const sum = "add(before, arrives)";
const result = "return { value, grad: slopeOf(value, own) };";
const found = '  for (const v of found) if (typeof v !== "number") for (const input of v.inputs) found.add(input);\n';
const shortProduct = "plain(a) * plain(b) === 0 ? 0 : new Var(plain(a) * plain(b), [a, b], () => [b, a])";

/** Numbers that carry their slope forward, and do not say with respect to what: a point, and how fast it moves. */
const carried = {
  "let made = 0;": `let made = 0;
const moving = (point: Num, speed: Num): Num => new Var(plain(point), [point], () => [speed]);
const pointOf = (a: Num): Num => (typeof a === "number" ? a : a.inputs[0]);
const speedOf = (a: Num): Num => (typeof a === "number" ? 0 : a.slopes()[0]);
const plainly = (...all: Num[]): boolean => all.every((a) => typeof a === "number");`,
  "new Var(plain(a) + plain(b), [a, b], () => [1, 1])":
    "plainly(a, b) ? plain(a) + plain(b) : moving(add(pointOf(a), pointOf(b)), add(speedOf(a), speedOf(b)))",
  "new Var(plain(a) * plain(b), [a, b], () => [b, a])":
    "plainly(a, b) ? plain(a) * plain(b) : moving(mul(pointOf(a), pointOf(b)), add(mul(speedOf(a), pointOf(b)), mul(pointOf(a), speedOf(b))))",
  "new Var(Math.sin(plain(a)), [a], () => [cos(a)])":
    "plainly(a) ? Math.sin(plain(a)) : moving(sin(pointOf(a)), mul(cos(pointOf(a)), speedOf(a)))",
  "new Var(Math.cos(plain(a)), [a], () => [mul(-1, sin(a))])":
    "plainly(a) ? Math.cos(plain(a)) : moving(cos(pointOf(a)), mul(mul(-1, sin(pointOf(a))), speedOf(a)))",
  [own]: "const own = moving(x, 1);",
  [result]: "return { value: pointOf(value), grad: speedOf(value) };",
};

const mistakes: Mistake[] = [
  {
    name: "no-variable-of-its-own",
    does: "asks about x itself where x is a variable already, and so mixes an inner variable with an outer one",
    belief:
      "Each grad asks one question and needs one fresh variable for it. Two variables of one value are still two.",
    hint: "In d/dy of x·y at y = x, should x count as y?",
    change: { [own]: `const own = typeof x === "number" ? new Var(x, [], () => []) : x;` },
  },
  {
    name: "one-question-for-all",
    does: "answers an inner question about y with the slopes of the outer variable x as well",
    belief: 'The inner slope holds x fixed. Numbers that only know "slope" cannot tell whose slope it is.',
    hint: "What is d/dy of x + y, by hand? And with your code, inside a d/dx?",
    change: {
      "  return pending.get(own) ?? 0;":
        "  const asked = order.filter((v) => v.inputs.length === 1 && v.slopes()[0] === 1);\n  return asked.length === 0 ? 0 : asked.map((v) => pending.get(v)!).reduce(add);",
    },
    also: [{ change: carried }],
  },
  {
    name: "zero-dropped",
    does: "drops what is 0 at the moment, in a product or in the sweep, together with what it was made from",
    belief: "A number that is 0 here may change with its variable, and its slope is then not 0: it has to be kept.",
    hint: "What is the slope of 2x, the slope of x², at x = 0?",
    change: {
      [arrives]: `${arrives}\n      if (plain(arrives) === 0) return;`,
      "pending.get(v)!": "(pending.get(v) ?? 0)",
    },
    also: [
      { change: { "new Var(plain(a) * plain(b), [a, b], () => [b, a])": shortProduct } },
      { change: { "const g = pending.get(v)!;": "const g = pending.get(v) ?? 0;\n    if (plain(g) === 0) continue;" } },
    ],
  },
  {
    name: "point-cut-off",
    does: "gives f a variable that knows nothing of x",
    belief: "The slope at x changes when x does: the variable is a fresh one, and it was made from x.",
    hint: "Differentiate grad(f)(x) with respect to x. Which way leads back to x?",
    change: { "[x], () => [1]": "[], () => []" },
  },
  {
    name: "inner-graph-detached",
    does: "sweeps with plain numbers, so that a slope does not know what it was made from",
    belief:
      "A slope is a result like any other. To be differentiated, it must be computed by the functions that remember.",
    hint: "What is the type of your slopes: number, or Num?",
    change: { [arrives]: "const arrives = plain(slope) * plain(g);", [sum]: "plain(before) + arrives" },
    also: [
      { change: { "return pending.get(own) ?? 0;": "return plain(pending.get(own) ?? 0);" } },
      { change: { "gradAndValue(f)(x).grad": "plain(gradAndValue(f)(x).grad)" } },
    ],
  },
  {
    name: "slopes-of-functions-as-numbers",
    does: "keeps the slopes of sin and cos as plain numbers",
    belief: "The slope of sin at a is cos(a), and that changes with a: it has to be a Num.",
    hint: "What is the second derivative of your sin?",
    change: { "[cos(a)]": "[Math.cos(plain(a))]", "[mul(-1, sin(a))]": "[-Math.sin(plain(a))]" },
  },
  {
    name: "factors-as-numbers",
    does: "keeps the slopes of a product as plain numbers",
    belief: "The slope of a·b with respect to a is b, which may be a variable itself.",
    hint: "What is the second derivative of your x·x?",
    change: { "[b, a]": "[plain(b), plain(a)]" },
  },
  {
    name: "shares-one-table",
    does: "collects the slopes of an inner and of an outer question in one table",
    belief:
      "Each question has a table of its own; what another sweep left on shared variables belongs to another question.",
    hint: "What is in your table when the outer sweep begins?",
    change: {
      "let made = 0;": "let made = 0;\nconst pending = new Map<Num, Num>();",
      "    const value = f(own);": '    if (typeof x === "number") pending.clear();\n    const value = f(own);',
      "const pending = new Map<Num, Num>([[y, 1]]);": "pending.set(y, 1);",
    },
  },
  {
    name: "overwrites",
    does: "lets the last report win where a variable is used more than once",
    belief: "Slopes of several paths add up.",
    hint: "What is the slope of your x + x?",
    change: { [sum]: "arrives" },
  },
  {
    name: "no-dependence-no-number",
    does: "gives no number where the result does not depend on the variable",
    belief: "A constant has a slope: 0.",
    hint: "What is grad(() => 7)(2)?",
    change: { "return pending.get(own) ?? 0;": "return pending.get(own)!;" },
    also: [{ change: { "return pending.get(own) ?? 0;": "return pending.get(own) ?? NaN;" } }],
  },
  {
    name: "value-cut-off",
    does: "gives the value as a plain number",
    belief: "The value depends on x as much as the slope does, and may be used in something that is differentiated.",
    hint: "Differentiate the value that gradAndValue gives.",
    change: { [result]: "return { value: plain(value), grad: slopeOf(value, own) };" },
  },
  {
    name: "value-of-the-point",
    does: "gives the point in place of the value of f there",
    belief: "The value is f(x), not x.",
    hint: "What is the value of x² at 3?",
    change: { [result]: "return { value: own, grad: slopeOf(value, own) };" },
  },
  {
    name: "starts-with-the-value",
    does: "starts the sweep with the value of the result instead of 1",
    belief: "The slope of y with respect to y is 1.",
    hint: "What is the slope of your f(x) = x at 3?",
    change: { "[[y, 1]]": "[[y, y]]" },
  },
  {
    name: "minus-lost",
    does: "gives cos the slope sin",
    belief: "cos falls after 0: its slope is −sin.",
    hint: "Which way does cos go at 1?",
    change: { "[mul(-1, sin(a))]": "[sin(a)]" },
  },
  {
    name: "minus-at-sin",
    does: "gives sin the slope −cos",
    belief: "sin rises at 0: its slope is cos.",
    hint: "Which way does sin go at 0?",
    change: { "[cos(a)]": "[mul(-1, cos(a))]" },
  },
  {
    name: "factors-swapped",
    does: "gives each factor of a product its own value as its slope",
    belief: "The slope of a·b with respect to a is b.",
    hint: "What is the slope of 5x?",
    change: { "[b, a]": "[a, b]" },
  },
  {
    name: "product-of-slopes",
    does: "passes slopes through a product unchanged",
    belief: "If a grows by 1, a·b grows by b.",
    hint: "By how much does 5x grow when x grows by 1?",
    change: { "[b, a]": "[1, 1]" },
  },
  {
    name: "outer-slope-forgotten",
    does: "sends the local slope and leaves out what arrived",
    belief: "Slopes multiply along a path.",
    hint: "What is the slope of 5 · sin x?",
    change: { [arrives]: "const arrives = slope;" },
  },
  {
    name: "any-order",
    does: "lets values send in the order in which they were found",
    belief: "A value sends after everything that uses it has reported: newest first.",
    hint: "In h + sin h, which is found first, and what does it hold when it sends?",
    change: { ".sort((a, b) => b.id - a.id)": "", "pending.get(v)!": "pending.get(v) ?? 0" },
  },
  {
    name: "one-step-back",
    does: "looks for the variable among the inputs of the result and no further",
    belief: "The sweep goes on until nothing has inputs any more.",
    hint: "What is the slope of sin(sin(x))?",
    change: { [found]: "" },
  },
];
export default mistakes;

/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  "let made = 0;  ⇒  let made = 1;": "only the order of the numbers matters",
  "export const cos = (a: Num): Num => new Var(Math.cos(plain(a)), [a], () => [mul(-1, sin(a))]);  ⇒  export const cos = (a: Num): Num => new Var(Math.cos(plain(a)), [a], () => [mul(sin(a), -1)]);":
    "a product in either order",
  "const arrives = mul(slope, g);  ⇒  const arrives = mul(g, slope);": "a product in either order",
  "pending.set(v.inputs[i], add(before, arrives));  ⇒  pending.set(v.inputs[i], add(arrives, before));":
    "a sum in either order",
  "return plain(run(program, {}));  ⇒  return plain(run(program));": "a program reads only names that it has bound",
  "return add(run(p[1], names), run(p[2], names));  ⇒  return add(run(p[2], names), run(p[1], names));":
    "a sum in either order",
  "return mul(run(p[1], names), run(p[2], names));  ⇒  return mul(run(p[2], names), run(p[1], names));":
    "a product in either order",
  "return run(plain(run(p[1], names)) > 0 ? p[2] : p[3], names);  ⇒  return run(plain(run(p[1], names)) >= 0 ? p[2] : p[3], names);":
    "no condition of the tests is exactly 0",
  "return mul(found.value, found.grad);  ⇒  return mul(found.grad, found.value);": "a product in either order",
};
