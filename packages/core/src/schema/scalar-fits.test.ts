import { asMap, asScalar, parseYaml, type YamlScalar } from "@plimsoll/syntax";
import { describe, expect, it } from "vitest";
import { fits, isPlaceholder, meantValue } from "./scalar-fits.ts";
import type { ScalarKind } from "./schema-type.ts";

function scalarOf(value: string): YamlScalar {
  const root = parseYaml(`a: ${value}\n`).documents[0]?.document.root;
  const scalar = asScalar(asMap(root)?.entries[0]?.value);
  if (scalar === undefined) throw new Error(`not a scalar: ${value}`);
  return scalar;
}

const table: readonly (readonly [ScalarKind, readonly string[], readonly string[]])[] = [
  [
    "string",
    ["a", '"1"', "'true'", "2026-11-24", "1.2.3", "!!str 1"],
    ["1", "1.5", "true", "yes", "0x1f", "1e3", ".inf"],
  ],
  ["bytes", ["YQ==", '"1234"'], ["1234", "true"]],
  ["time", ["2026-11-24T00:00:00Z", '"now"'], ["2026", "false"]],
  [
    "integer",
    ["0", "-1", "2147483647", "8.0", "1e3", "0644", "0o17", "1_000"],
    ["2147483648", "1.5", '"1"', "a", "true"],
  ],
  [
    "long",
    ["9223372036854775807", "-9223372036854775808", "1"],
    ["9223372036854775808", "1.5", '"1"', "off"],
  ],
  ["number", ["1", "1.5", "-2e-3"], ["a", '"1.5"', ".nan", "true"]],
  ["boolean", ["true", "False", "yes", "off", "y"], ['"true"', "1", "maybe"]],
  ["quantity", ["1", "0.5", "500m", "1Gi", "1e3", '"2"', "-1"], ["1 Gi", "1GB", "a", "true", '""']],
  ["int-or-string", ["80", "http", '"80"', "25%"], ["1.5", "true", "3000000000"]],
  ["any", ["1", "true", "a", "1.5"], []],
];

describe("fits", () => {
  it.each(table)("%s", (kind, right, wrong) => {
    expect(right.filter((value) => !fits({ kind }, scalarOf(value)))).toEqual([]);
    expect(wrong.filter((value) => fits({ kind }, scalarOf(value)))).toEqual([]);
  });
});

describe("meantValue", () => {
  it.each([
    ["string", "1.10", "1.10"],
    ["string", "yes", "yes"],
    ["string", "0x1F", "0x1F"],
    ["integer", '"80"', 80n],
    ["integer", '"080"', undefined],
    ["integer", '"3000000000"', undefined],
    ["integer", "1.5", undefined],
    ["long", '"3000000000"', 3_000_000_000n],
    ["boolean", "'false'", false],
    ["boolean", '"no"', undefined],
    ["bytes", "1234", undefined],
    ["quantity", "a", undefined],
  ] as const)("%s %s", (kind, text, value) => {
    expect(meantValue({ kind }, scalarOf(text))).toBe(value);
  });
});

describe("isPlaceholder", () => {
  it.each([
    "${A}",
    "x-$(A)",
    "$REPLICAS",
    "{{ .Values.a }}",
    "<% a %>",
    "<your value>",
    "@@A@@",
    "ENC[AES256_GCM,data:a]",
  ])("%s", (text) => {
    expect(isPlaceholder(text)).toBe(true);
  });
  it.each(["a", "$5", "<", "a > b", "%a%", "@A", ""])("not %s", (text) => {
    expect(isPlaceholder(text)).toBe(false);
  });
});
