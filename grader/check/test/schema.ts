/** As much of JSON Schema as the report's schema uses. Says where a value first breaks it, or null. */
type Schema = Record<string, unknown>;

export function violation(value: unknown, schema: Schema, root: Schema = schema, at = "report"): string | null {
  if (schema.$ref) return violation(value, definition(String(schema.$ref), root), root, at);
  if ("const" in schema && value !== schema.const) return `${at} is not ${schema.const}`;
  if (schema.enum && !(schema.enum as unknown[]).includes(value)) return `${at} is none of ${schema.enum}`;
  if (schema.anyOf) {
    const found = (schema.anyOf as Schema[]).map((one) => violation(value, one, root, at));
    return found.includes(null) ? null : found.at(-1)!;
  }
  if (schema.type && ![schema.type].flat().some((type) => isOf(value, String(type))))
    return `${at} is no ${schema.type}`;
  if (typeof value === "number") {
    if (value < Number(schema.minimum ?? -Infinity) || value > Number(schema.maximum ?? Infinity))
      return `${at} is ${value}`;
  }
  if (typeof value === "string" && schema.pattern && !new RegExp(String(schema.pattern)).test(value))
    return `${at} is ${value}`;
  if (Array.isArray(value))
    return first(value.map((x, k) => violation(x, (schema.items ?? {}) as Schema, root, `${at}[${k}]`)));
  if (typeof value === "object" && value !== null) return objectViolation(value as Schema, schema, root, at);
  return null;
}

function objectViolation(value: Schema, schema: Schema, root: Schema, at: string): string | null {
  const properties = (schema.properties ?? {}) as Record<string, Schema>;
  const missing = ((schema.required ?? []) as string[]).find((key) => !(key in value));
  if (missing) return `${at} has no ${missing}`;
  const odd = Object.keys(value).find((key) => !(key in properties));
  if (odd && schema.additionalProperties === false) return `${at} has ${odd}`;
  return first(Object.entries(value).map(([key, x]) => violation(x, properties[key] ?? {}, root, `${at}.${key}`)));
}

const first = (found: (string | null)[]): string | null => found.find((one) => one !== null) ?? null;
const definition = (ref: string, root: Schema): Schema =>
  (root.$defs as Record<string, Schema>)[ref.split("/").at(-1)!];

function isOf(value: unknown, type: string): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  return typeof value === type;
}
