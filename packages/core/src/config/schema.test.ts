import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { sampleRuleSet } from "../../fixtures/sample-rule-set.ts";
import { customRuleSchema } from "../custom-rule/custom-rule-schema.ts";
import { waiverSchema } from "../waiver/waiver-schema.ts";
import { isRecord } from "./plain-value.ts";
import { baseConfigurationSchema, configurationSchema } from "./schema.ts";
import { checkSchema } from "./schema-check.ts";

const schemas = {
  base: baseConfigurationSchema,
  "plimsoll.yaml": configurationSchema(sampleRuleSet),
  waivers: waiverSchema,
  rules: customRuleSchema,
};

/** Places of parts of a schema that are named by a key and have no description. */
function undescribed(schema: unknown, path: string): readonly string[] {
  if (!isRecord(schema)) return [];
  const { properties, items, anyOf } = schema;
  const named = isRecord(properties)
    ? Object.entries(properties).flatMap(([key, part]) => [
        ...(isRecord(part) && typeof part["description"] === "string" ? [] : [`${path}.${key}`]),
        ...undescribed(part, `${path}.${key}`),
      ])
    : [];
  const branches = Array.isArray(anyOf) ? anyOf.flatMap((branch) => undescribed(branch, path)) : [];
  return [...named, ...undescribed(items, `${path}[]`), ...branches];
}

describe.each(Object.entries(schemas))("the schema of %s", (name, schema) => {
  it("is a valid schema without references", () => {
    expect(() => new Ajv2020({ strict: false, formats: {} }).compile(schema)).not.toThrow();
    expect(JSON.stringify(schema)).not.toContain("$ref");
  });

  it("describes every key", () => {
    expect(undescribed(schema, name)).toEqual([]);
  });
});

describe("the schema for editors", () => {
  const validate = new Ajv2020({ strict: false }).compile(schemas["plimsoll.yaml"]);
  const memory = "kubernetes/containers-limit-memory";

  it.each<[unknown, boolean]>([
    [{}, true],
    [{ profile: "il5" }, true],
    [{ profile: "il6" }, false],
    [{ rules: { [memory]: "off" } }, true],
    [{ rules: { [memory]: { options: { maximum: 1 } } } }, true],
    [{ rules: { [memory]: { options: { maximum: 0 } } } }, false],
    [{ rules: { [memory]: { options: { other: 1 } } } }, false],
    [{ rules: { "waiver/used": { options: { other: 1 } } } }, false],
    [{ rules: { "acme/own": { severity: "info", options: { any: [1] } } } }, true],
    [{ overrides: [{ paths: ["a"], rules: { [memory]: { options: { maximum: "x" } } } }] }, false],
  ])("%j: %s", (value, expected) => {
    expect(validate(value)).toBe(expected);
  });
});

describe("checkSchema agrees with another validator", () => {
  const values: readonly unknown[] = [
    {},
    null,
    [],
    { profile: 1 },
    { extends: "a" },
    { extends: ["a", { path: "b", integrity: "c" }] },
    { extends: [{ path: "b" }] },
    { extends: { package: "a", path: "b", integrity: "" } },
    { images: { mirrors: [{ from: "a" }, { to: "b", from: "a" }] } },
    { rules: { a: "off", b: { severity: "info" }, c: { options: {} } } },
    { rules: { a: "of" } },
    { overrides: [{}] },
    { overrides: [{ paths: [], rules: {} }] },
    { files: { include: ["a"], exclude: [""] } },
    { buildArguments: { a: 1, b: null, c: true, d: "x" } },
    { buildArguments: { a: [] } },
    { inventory: { tools: [{ category: "a", product: "b", version: 1.5 }], attestations: [{}] } },
    {
      inventory: {
        environments: [{ name: "test", kubernetesVersion: 1.34, hosting: "cloud", impactLevel: "il4" }, {}],
        artifactRepository: { host: "a", mode: "many", retentionDays: 0.5 },
        logFlow: { store: "a", monitoring: { data: "b", other: "c" } },
      },
    },
    { customRules: ["a", { path: "b", integrity: "c" }, 3] },
  ];
  const validate = new Ajv2020({ strict: false, allErrors: true }).compile(baseConfigurationSchema);

  it.each(values.map((value) => [value]))("%j", (value) => {
    expect(checkSchema(baseConfigurationSchema, value).length === 0).toBe(validate(value));
  });
});
