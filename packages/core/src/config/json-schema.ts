/** A JSON schema (draft 2020-12) as data, without `$ref`. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export const JSON_SCHEMA_DRAFT = "https://json-schema.org/draft/2020-12/schema";

/** A text that is not empty. */
export function text(description: string, more: JsonSchema = {}): JsonSchema {
  return { description, type: "string", minLength: 1, ...more };
}

/** How a day is written. */
export const DATE_HELP = "A day as YYYY-MM-DD.";

/** One of some texts. */
export function oneOf(description: string, values: readonly string[]): JsonSchema {
  return { description, type: "string", enum: values };
}

/** A list of texts. */
export function texts(description: string, itemDescription: string): JsonSchema {
  return { description, type: "array", items: text(itemDescription) };
}

/** A map with known keys; a key outside of `properties` is an error. */
export function map(
  description: string,
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[] = [],
): JsonSchema {
  return {
    description,
    type: "object",
    properties,
    additionalProperties: false,
    ...(required.length === 0 ? {} : { required }),
  };
}
