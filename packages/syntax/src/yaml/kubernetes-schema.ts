import { isHexDigit, resolvePlain, standardTag } from "./core-schema.ts";
import { isDigit } from "./char-codes.ts";
import type { YamlScalar, YamlScalarValue } from "./nodes.ts";

/** Longer numbers are strings here; no field of Kubernetes takes one. */
const MAX_LENGTH = 400;

/** The booleans of YAML 1.1 that the core schema reads as strings. */
const OLD_BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ...["y", "Y", "yes", "Yes", "YES", "on", "On", "ON"].map((word): [string, boolean] => [word, true]),
  ...["n", "N", "no", "No", "NO", "off", "Off", "OFF"].map((word): [string, boolean] => [word, false]),
]);

/**
 * The scalar's value as Kubernetes reads it, which follows YAML 1.1 (`sigs.k8s.io/yaml`, package `goyaml.v2`, function
 * `resolve`): `yes`, `on`, `y` and their opposites are booleans, `0644` and `0o644` are octal, `0b1` is binary, and
 * underscores in numbers do not count. All else is as in the core schema.
 */
export function kubernetesValue(scalar: YamlScalar): YamlScalarValue {
  if (scalar.tag !== undefined) return taggedValue(scalar, scalar.tag);
  return scalar.style === "plain" ? resolveKubernetes(scalar.text) : scalar.value;
}

/** The value of a plain scalar without a tag; see {@link kubernetesValue}. */
export function resolveKubernetes(text: string): YamlScalarValue {
  if (text.length <= 3) {
    const old = OLD_BOOLEANS.get(text);
    if (old !== undefined) return old;
  }
  const first = text.charCodeAt(0);
  const isSigned = first === 0x2b || first === 0x2d;
  if ((!isDigit(first) && !isSigned) || text.length > MAX_LENGTH) return resolvePlain(text);
  const bare = text.includes("_") ? text.replaceAll("_", "") : text;
  const integer = resolveInteger(isSigned ? bare.slice(1) : bare);
  if (integer !== undefined) return first === 0x2d ? -integer : integer;
  const value = resolvePlain(bare);
  return typeof value === "string" ? text : value;
}

function taggedValue(scalar: YamlScalar, tag: string): YamlScalarValue {
  if (scalar.style !== "plain") return scalar.value;
  const value = resolveKubernetes(scalar.text);
  const name = standardTag(tag);
  if (name === "bool" && typeof value === "boolean") return value;
  if (name === "int" && typeof value === "bigint") return value;
  if (name === "float" && typeof value === "bigint") return Number(value);
  return scalar.value;
}

/** An integer without sign that starts with `0`; undefined for all others. */
function resolveInteger(digits: string): bigint | undefined {
  if (digits.length < 2 || digits.charAt(0) !== "0") return undefined;
  switch (digits.charAt(1)) {
    case "x":
    case "X":
      return fromDigits("0x", digits.slice(2), isHexDigit);
    case "o":
    case "O":
      return fromDigits("0o", digits.slice(2), isOctalDigit);
    case "b":
    case "B":
      return fromDigits("0b", digits.slice(2), isBinaryDigit);
    default:
      return fromDigits("0o", digits.slice(1), isOctalDigit);
  }
}

function fromDigits(prefix: string, digits: string, isSound: (code: number) => boolean): bigint | undefined {
  if (digits === "") return undefined;
  for (let index = 0; index < digits.length; index += 1) {
    if (!isSound(digits.charCodeAt(index))) return undefined;
  }
  return BigInt(prefix + digits);
}

function isOctalDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x37;
}

function isBinaryDigit(code: number): boolean {
  return code === 0x30 || code === 0x31;
}
