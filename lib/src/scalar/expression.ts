/** A small grammar for arithmetic: text in, a graph of values out, for figures that take a reader's own expression. Chapter 7. */
import { ValueError } from "../core/errors.ts";
import { newestValues, operations, sweepValues, type Value, value } from "./value.ts";

/** What a text computes: its result, the values that it names, and the sweep back through it. */
export interface Expression {
  readonly output: Value;
  /** The values that the text gave names, by name. */
  readonly named: Readonly<Record<string, Value>>;
  /** All values that the result depends on, oldest first. */
  readonly nodes: readonly Value[];
  /** Sends gradients back from the result, or stops after some senders; returns those that have sent. */
  backward(options?: { readonly steps?: number }): Value[];
}

const FUNCTIONS = ["exp", "log", "sqrt", "sin", "cos", "tanh", "relu", "sigmoid"] as const;
const LONGEST = 300;
const TOKEN = /\s*(?:(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)|([A-Za-z][A-Za-z0-9]*)|([-+*/^()=;]))/y;

interface Token {
  readonly kind: "number" | "name" | "sign" | "end";
  readonly text: string;
  /** Where it begins, from 1. */
  readonly at: number;
}

/**
 * Reads arithmetic such as `x = 2; y = x * x; y + relu(x)`: numbers, names that were given a value before, + − * / ^,
 * parentheses, and exp, log, sqrt, sin, cos, tanh, relu, sigmoid. Semicolons or new lines end statements; the last one
 * is the result. Throws ValueError, saying where, when the text cannot be read or a result is not a finite number.
 * Chapter 7.
 * @example
 * const e = expression("x = 3; y = x ^ 2; y + x * y");
 * e.backward();
 * e.named.x.grad; // 33
 */
export function expression(text: string): Expression {
  const reader = readerOf(text);
  const named = new Map<string, Value>();
  let output: Value | undefined;
  while (reader.peek().kind !== "end") {
    if (reader.take(";")) continue;
    const name = reader.assigned();
    output = sum(reader, named);
    if (name !== undefined) named.set(name, output);
    if (reader.peek().kind !== "end" && !reader.take(";"))
      throw unexpected(reader.peek(), "an operator, or ; and more");
  }
  if (output === undefined) throw complaint("there is nothing to compute", "an empty text", "for example x = 3; x * x");
  const result = output;
  return {
    output: result,
    named: Object.fromEntries(named),
    nodes: newestValues(result).reverse(),
    backward: (options) => sweepValues(result, options),
  };
}

interface Reader {
  peek(): Token;
  next(): Token;
  /** Takes the sign if it comes next. */
  take(sign: string): boolean;
  /** Takes "name =" if that comes next, and returns the name. */
  assigned(): string | undefined;
}

function readerOf(text: string): Reader {
  const tokens = tokensOf(text);
  let k = 0;
  const peek = (): Token => tokens[k];
  const take = (sign: string): boolean => {
    const found = peek().kind === "sign" && peek().text === sign;
    if (found) k++;
    return found;
  };
  return {
    peek,
    next: () => tokens[k < tokens.length - 1 ? k++ : k],
    take,
    assigned() {
      if (peek().kind !== "name" || tokens[k + 1].text !== "=") return undefined;
      k += 2;
      return tokens[k - 2].text;
    },
  };
}

function tokensOf(text: string): Token[] {
  if (text.length > LONGEST) throw complaint("the text is too long", `${text.length} characters`, `at most ${LONGEST}`);
  const plain = text
    .replace(/\n/g, ";")
    .replace(/\*\*/g, "^")
    .replace(/[×·]/g, "*")
    .replace(/−/g, "-")
    .replace(/²/g, "^2");
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let at = 0; plain.slice(at).trim() !== ""; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(plain);
    if (found === null) {
      const sign = plain.slice(at).trim()[0];
      throw complaint(
        `“${sign}” is not part of the grammar`,
        placed(sign, plain.indexOf(sign, at) + 1),
        "numbers, names, + - * / ^ ( ) = ;",
      );
    }
    const [whole, number, name, sign] = found;
    const begin = at + whole.length - (number ?? name ?? sign).length + 1;
    tokens.push({
      kind: number !== undefined ? "number" : name !== undefined ? "name" : "sign",
      text: number ?? name ?? sign,
      at: begin,
    });
  }
  return [...tokens, { kind: "end", text: "", at: plain.length + 1 }];
}

function sum(reader: Reader, named: Map<string, Value>): Value {
  let left = product(reader, named);
  for (;;) {
    if (reader.take("+")) left = finite(operations.add(left, product(reader, named)));
    else if (reader.take("-")) left = finite(operations.sub(left, product(reader, named)));
    else return left;
  }
}

function product(reader: Reader, named: Map<string, Value>): Value {
  let left = signed(reader, named);
  for (;;) {
    if (reader.take("*")) left = finite(operations.mul(left, signed(reader, named)));
    else if (reader.take("/")) left = finite(operations.div(left, signed(reader, named)));
    else return left;
  }
}

/** −2 is a number, −x an operation; −x ^ 2 is −(x ^ 2). */
function signed(reader: Reader, named: Map<string, Value>): Value {
  if (!reader.take("-")) return power(reader, named);
  const inner = signed(reader, named);
  return inner.op === "" && !isNamed(inner, named) ? value(-inner.data) : operations.neg(inner);
}

function power(reader: Reader, named: Map<string, Value>): Value {
  const base = atom(reader, named);
  if (!reader.take("^")) return base;
  const negative = reader.take("-");
  const token = reader.next();
  if (token.kind !== "number") throw unexpected(token, "a number as the exponent, such as ^2");
  return finite(operations.pow(base, (negative ? -1 : 1) * Number(token.text)));
}

function atom(reader: Reader, named: Map<string, Value>): Value {
  const token = reader.next();
  if (token.kind === "number") return value(Number(token.text));
  if (token.kind === "sign" && token.text === "(") return closed(reader, named, token);
  if (token.kind !== "name") throw unexpected(token, "a number, a name or (");
  const known = FUNCTIONS.find((name) => name === token.text);
  if (known !== undefined) {
    const open = reader.next();
    if (open.text !== "(") throw unexpected(open, `${known}(…)`);
    return finite(operations[known](closed(reader, named, open)));
  }
  const found = named.get(token.text);
  if (found !== undefined) return found;
  throw complaint(
    `${token.text} has no value`,
    placed(token.text, token.at),
    `${token.text} = 2; before it, or one of ${FUNCTIONS.join(", ")}`,
  );
}

function closed(reader: Reader, named: Map<string, Value>, open: Token): Value {
  const inner = sum(reader, named);
  if (reader.take(")")) return inner;
  throw complaint(
    `the ( at place ${open.at} is not closed`,
    placed(reader.peek().text || "the end", reader.peek().at),
    ")",
  );
}

const isNamed = (v: Value, named: Map<string, Value>): boolean => [...named.values()].includes(v);

function finite(v: Value): Value {
  if (Number.isFinite(v.data) && v.slopes.every(Number.isFinite)) return v;
  const from = v.inputs.map((input) => Number(input.data.toPrecision(4))).join(" and ");
  throw complaint(`${v.op} of ${from} has no finite value or slope`, String(v.data), "other numbers");
}

const placed = (what: string, at: number): string => `${what} at place ${at}`;

const unexpected = (token: Token, expected: string): ValueError =>
  complaint(
    token.kind === "end" ? "the text ends too early" : `“${token.text}” cannot stand here`,
    token.kind === "end" ? "the end" : placed(token.text, token.at),
    expected,
  );

const complaint = (rule: string, got: string, expected: string): ValueError =>
  new ValueError({ op: "expression", rule, got, expected, hint: 'expression("x = 3; y = x * x; y + x")' });
