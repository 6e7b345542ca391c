/** Compares what a cell gave in a page with what the notebook stored. */

export interface StoredCell {
  readonly outputs?: readonly {
    readonly output_type: string;
    readonly name?: string;
    readonly text?: string | readonly string[];
    readonly data?: Readonly<Record<string, unknown>>;
    readonly ename?: string;
    readonly evalue?: string;
    readonly traceback?: readonly string[];
  }[];
}
/** As the page reports it (book/assets/js/live/protocol.ts). */
type Given =
  | { readonly type: "stream"; readonly name: string; readonly text: string }
  | { readonly type: "display"; readonly data: Readonly<Record<string, unknown>> }
  | { readonly type: "error"; readonly name: string; readonly message: string; readonly trace: readonly string[] };

const LIVE = "application/vnd.termwise.live+json";
const joined = (text: unknown): unknown =>
  Array.isArray(text) && text.every((one) => typeof one === "string") ? text.join("") : text;

/** What differs, in words; nothing when they are the same. */
export function differences(given: readonly Given[], { outputs = [] }: StoredCell): string[] {
  const [now, then] = [inOrder(given.map(fromPage)), inOrder(outputs.map(fromNotebook))];
  if (now.length !== then.length) return [`${now.length} outputs, stored are ${then.length}: ${brief(now)}`];
  return now.flatMap((one, k) => {
    const [a, b] = compared(one, then[k]);
    return a === b ? [] : [`gives ${around(a, b)}, stored is ${around(b, a)}`];
  });
}

interface One {
  readonly kind: string;
  readonly text?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}
const fromPage = (one: Given): One => {
  if (one.type === "stream") return { kind: one.name, text: one.text };
  if (one.type === "display") return { kind: "display", data: one.data };
  return { kind: "error", text: [one.name, one.message, ...one.trace].join("\n") };
};
const fromNotebook = (one: NonNullable<StoredCell["outputs"]>[number]): One => {
  if (one.output_type === "stream") return { kind: String(one.name), text: String(joined(one.text)) };
  if (one.data) return { kind: "display", data: one.data };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of a terminal
  const plain = (one.traceback ?? []).join("\n").replace(/\u001b\[[0-9;]*m/g, "");
  return { kind: "error", text: [one.ename, one.evalue, plain].join("\n") };
};

/** Neighbouring prints are one output. */
function inOrder(list: readonly One[]): One[] {
  const out: One[] = [];
  for (const one of list) {
    const last = out.at(-1);
    if (last?.text !== undefined && last.kind === one.kind && one.kind !== "error")
      out[out.length - 1] = { ...last, text: last.text + one.text };
    else out.push(one);
  }
  return out;
}

/** Of a display, what both have: still pictures of charts are made by the notebook only, a page draws them itself. */
function compared(a: One, b: One): [string, string] {
  if (!a.data || !b.data) return [`${a.kind}: ${a.text}`, `${b.kind}: ${b.text}`];
  const keys = Object.keys(a.data).filter((key) => key !== "text/html" || !(LIVE in (a.data ?? {})));
  const of = (data: Readonly<Record<string, unknown>>): string =>
    keys
      .map((key) => `${key}: ${canonical(comparable(key, joined(data[key])))}`)
      .join("\n")
      .replace(/\btw[0-9a-z]{6,8}\b/g, "tw");
  return [of(a.data), of(b.data)];
}

/** The text of a live figure's function is that of another compiler, and names the parts of its drawing. */
function comparable(key: string, value: unknown): unknown {
  if (key === LIVE) return { ...(value as object), source: "", altSource: "" };
  return value;
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "undefined";
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`)
    .join(",")}}`;
}

/** The first place where two texts differ. */
function around(text: string, other: string): string {
  let k = 0;
  while (k < text.length && text[k] === other[k]) k++;
  return JSON.stringify(text.slice(Math.max(0, k - 60), k + 120));
}

const brief = (list: readonly One[]): string =>
  list.map(({ kind, text, data }) => `${kind} ${(text ?? Object.keys(data ?? {}).join(" ")).slice(0, 300)}`).join("; ");
