import { isQuantity, kubernetesValue, type YamlScalar, type YamlScalarValue } from "@plimsoll/syntax";
import type { ScalarKind, ScalarType } from "./schema-type.ts";

const INT32 = 1n << 31n;
const INT64 = 1n << 63n;

/** Whether a scalar is of a type as the API server decodes it. */
export function fits(type: ScalarType, scalar: YamlScalar): boolean {
  return FITS[type.kind](kubernetesValue(scalar));
}

const isText = (value: YamlScalarValue): boolean => typeof value === "string";

const FITS: Readonly<Record<ScalarKind, (value: YamlScalarValue) => boolean>> = {
  any: () => true,
  string: isText,
  bytes: isText,
  time: isText,
  boolean: (value) => typeof value === "boolean",
  integer: (value) => isWhole(value, INT32),
  long: (value) => isWhole(value, INT64),
  number: isNumber,
  quantity: (value) => (typeof value === "string" ? isQuantity(value) : isNumber(value)),
  "int-or-string": (value) => typeof value === "string" || isWhole(value, INT32),
};

/** The value of the right type that a scalar of the wrong one can only mean; undefined where there is none. */
export function meantValue({ kind }: ScalarType, scalar: YamlScalar): YamlScalarValue | undefined {
  const value = kubernetesValue(scalar);
  if (kind === "string") return typeof value === "string" ? undefined : scalar.text;
  if (typeof value !== "string") return undefined;
  const text = value.trim();
  if (kind === "boolean") return text === "true" ? true : text === "false" ? false : undefined;
  if (kind !== "integer" && kind !== "long") return undefined;
  return isDecimal(text) && isWhole(BigInt(text), kind === "long" ? INT64 : INT32) ? BigInt(text) : undefined;
}

/** Words for a type. */
export const TYPE_WORDS: Readonly<Record<ScalarKind, string>> = {
  string: "a string",
  bytes: "a string",
  time: "a string",
  integer: "a whole number of 32 bits",
  long: "a whole number",
  number: "a number",
  boolean: "true or false",
  quantity: "a quantity such as 500m or 2Gi",
  "int-or-string": "a whole number or a string",
  any: "any value",
};

/** Words for what stands there instead; never the value itself, which may be a secret. */
export function actualWords(scalar: YamlScalar, kind: ScalarKind | undefined): string {
  const value = kubernetesValue(scalar);
  const wantsWhole = kind === "integer" || kind === "long" || kind === "int-or-string";
  switch (typeof value) {
    case "boolean":
      return isWrittenOddly(scalar) ? "the boolean that Kubernetes reads here" : "a boolean";
    case "bigint":
      return wantsWhole ? "a larger number" : "a number";
    case "number":
      return wantsWhole ? "a fraction" : "a number";
    default:
      return kind === "quantity" ? "another string" : "a string";
  }
}

/** `yes`, `on` and the like, which few people expect to be anything but text. */
function isWrittenOddly({ text }: YamlScalar): boolean {
  return text.toLowerCase() !== "true" && text.toLowerCase() !== "false";
}

/**
 * Whether a text is to be replaced before the object is applied: `${NAME}`, `$(NAME)`, `$NAME`, `{{ … }}`, `<% … %>`, `<NAME>`,
 * `@@NAME@@`, and what SOPS has encrypted. What will stand there is not known, so nothing is said of it.
 */
export function isPlaceholder(text: string): boolean {
  if (text.includes("${") || text.includes("$(") || text.includes("{{")) return true;
  if ((text.startsWith("<") && text.endsWith(">")) || text.startsWith("ENC[")) return true;
  return text.includes("<%") || text.includes("@@") || /^\$[A-Z_]/.test(text);
}

function isNumber(value: YamlScalarValue): boolean {
  return typeof value === "bigint" || (typeof value === "number" && Number.isFinite(value));
}

function isWhole(value: YamlScalarValue, limit: bigint): boolean {
  if (typeof value === "bigint") return -limit <= value && value < limit;
  return typeof value === "number" && Number.isInteger(value) && Math.abs(value) < Number(limit);
}

function isDecimal(text: string): boolean {
  return /^-?(?:0|[1-9][0-9]{0,18})$/.test(text);
}
