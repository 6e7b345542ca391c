/** Markdown of the library's reference: a page an area, a section an export, and an index of all names. */
import { type Area, areas } from "./areas.ts";
import type { Entry, Library } from "./read.ts";

/** File name → text. */
export function pagesOf({ entries, methods }: Library): Map<string, string> {
  const places = new Map<Area, Entry[]>(areas.map((area) => [area, []]));
  for (const entry of entries) places.get(areaOf(entry))?.push(entry);
  const filled = [...places].filter(([, found]) => found.length > 0);
  const known = new Map(entries.map((entry) => [entry.name, entry]));
  const pages = new Map([["index.md", indexPage(filled)]]);
  for (const [area, found] of filled) pages.set(`${area.id}.md`, areaPage(area, found, known, methods));
  return pages;
}

/** What the page of a term shows of a name: where its section is, its definition, its example. */
export function namesOf({ entries }: Library): Record<string, Name> {
  const names = entries.map((entry): [string, Name] => {
    const { name, file, signature, example, source, kind } = entry;
    return [name, { label: labelOf(entry), file, signature, example, source: kind === "function" ? source : "" }];
  });
  return Object.fromEntries(names);
}

export interface Name extends Pick<Entry, "file" | "signature" | "example" | "source"> {
  readonly label: string;
}

export const areaOf = ({ file }: Entry): Area => areas.find(({ files }) => files.test(file)) ?? areas[areas.length - 1];

/** `tensor` and `Tensor` are two names: labels know no capitals. */
export const labelOf = ({ kind, name }: Entry): string =>
  `api-${kind === "class" || kind === "type" ? "type-" : ""}${name.toLowerCase()}`;

const isType = ({ kind }: Entry): boolean => kind === "type";
const refer = (entry: Entry): string => `{ref}\`${entry.name} <${labelOf(entry)}>\``;

function indexPage(filled: readonly (readonly [Area, Entry[]])[]): string {
  const parts = filled.map(([area, found]) => {
    const names = [...found.filter((entry) => !isType(entry)), ...found.filter(isType)].map(refer).join(" · ");
    return `### {ref}\`${area.title} <api-page-${area.id}>\`\n\n${area.lead}\n\n${names}\n`;
  });
  const count = filled.reduce((sum, [, found]) => sum + found.length, 0);
  return [
    "(api)=\n# The library, name by name\n",
    `All ${count} names that \`import { … } from "termwise"\` knows, made from the comments in the code each time this book is built. The examples are run by the library's tests: what stands behind \`//\` is what they give.\n`,
    "## All pages\n",
    ...parts,
  ].join("\n");
}

function areaPage(
  area: Area,
  found: readonly Entry[],
  known: ReadonlyMap<string, Entry>,
  methods: ReadonlySet<string>,
): string {
  const ordered = [...found.filter((entry) => !isType(entry)), ...found.filter(isType)];
  const sections = ordered.map((entry) => section(entry, known, methods));
  return [`---\norphan: true\n---\n(api-page-${area.id})=\n# ${area.title}\n`, `${area.lead}\n`, ...sections].join(
    "\n",
  );
}

function section(entry: Entry, known: ReadonlyMap<string, Entry>, methods: ReadonlySet<string>): string {
  const { name, kind, signature, text, example, file, refuses } = entry;
  const types = entry.mentions.flatMap((mentioned) => (mentioned !== name && known.get(mentioned)) || []);
  const parts = [
    `(${labelOf(entry)})=\n## ${name}\n`,
    listing(signature),
    text ? `${escaped(text)}\n` : "",
    kind === "function" && methods.has(name) ? `Also a method of a tensor: \`x.${name}(…)\`.\n` : "",
    example ? `**Example**\n\n${listing(example)}` : "",
    refuses.length > 0 ? `**Errors**\n\n${refuses.map((one) => refusal(one, known)).join("\n")}\n` : "",
    types.length > 0 ? `{.api-types}\nTypes: ${types.map(refer).join(", ")}\n` : "",
    source(entry, file),
  ];
  return parts.filter(Boolean).join("\n");
}

const listing = (code: string): string => `\`\`\`typescript\n${code}\n\`\`\`\n`;

function refusal({ error, rules }: Entry["refuses"][number], known: ReadonlyMap<string, Entry>): string {
  const entry = known.get(error);
  const name = entry ? refer(entry) : `\`${error}\``;
  return `- ${name}${rules.length > 0 ? `: ${rules.map(escaped).join("; ")}` : ""}`;
}

/** The definition, folded. Types are their own definition. */
function source({ kind, source: code, signature }: Entry, file: string): string {
  const place = `<code>lib/src/${file}</code>`;
  if (kind === "type" || code === signature) return `{.api-source}\nIn \`lib/src/${file}\`\n`;
  return `<details class="api-code" data-pagefind-ignore><summary>Source, in ${place}</summary>\n\n${listing(code)}\n</details>\n`;
}

/** Text of a comment as Markdown that shows exactly it; what stands between backticks stays code. */
function escaped(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((piece, i) => (i % 2 ? piece : piece.replaceAll(/([\\*_{}[\]<>$#|~^])/g, "\\$1")))
    .join("");
}
