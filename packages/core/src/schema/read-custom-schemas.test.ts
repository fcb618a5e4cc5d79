import { describe, expect, it } from "vitest";
import { readCustomSchemas } from "./read-custom-schemas.ts";

function definition(schema: string, apiVersion = "apiextensions.k8s.io/v1"): string {
  return `apiVersion: ${apiVersion}
kind: CustomResourceDefinition
metadata: { name: boats.shop.example }
spec:
  group: shop.example
  names: { kind: Boat }
  versions:
    - name: v1
      schema: { openAPIV3Schema: ${schema} }
    - name: v2
`;
}

describe("readCustomSchemas", () => {
  it("keeps of each version what is judged", () => {
    const schema = `{ type: object, description: long, x-kubernetes-validations: [], required: [spec], properties: {
        description: { type: string, enum: [a, null], pattern: x }, spec: { items: { format: int32 } },
        size: { additionalProperties: { x-kubernetes-int-or-string: true, enum: [1, 2] } } } }`;
    const { schemas, notChecked } = readCustomSchemas("a.yaml", definition(schema));
    expect(notChecked).toEqual([]);
    expect(schemas.map(({ text, ...rest }) => ({ ...rest, schema: JSON.parse(text) }))).toEqual([
      {
        group: "shop.example",
        version: "v1",
        kind: "Boat",
        file: "a.yaml",
        schema: {
          type: "object",
          required: ["spec"],
          properties: {
            description: { type: "string", enum: ["a", null] },
            spec: { items: { format: "int32" } },
            size: { additionalProperties: { "x-kubernetes-int-or-string": true, enum: ["1", "2"] } },
          },
        },
      },
    ]);
  });

  it("reads definitions out of lists and JSON", () => {
    const json = JSON.stringify({
      apiVersion: "v1",
      kind: "List",
      items: [
        {
          apiVersion: "apiextensions.k8s.io/v1",
          kind: "CustomResourceDefinition",
          spec: {
            group: "a.example",
            names: { kind: "A" },
            versions: [{ name: "v1", schema: { openAPIV3Schema: { type: "object" } } }],
          },
        },
      ],
    });
    expect(readCustomSchemas("a.json", json).schemas.map(({ kind }) => kind)).toEqual(["A"]);
  });

  it.each([
    ["nothing of the kind", "kind: Pod\n"],
    ["the old version of the API", definition("{ type: object }", "apiextensions.k8s.io/v1beta1")],
    ["malformed YAML", `${definition("{ type: object }")}  x: [\n`],
    [
      "a definition without names",
      "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nspec: {}\n",
    ],
    ["a schema that is none", definition("text")],
  ])("finds nothing in %s", (_name, text) => {
    expect(readCustomSchemas("a.yaml", text)).toEqual({ schemas: [], notChecked: [] });
  });

  it("gives up on a schema that unfolds without end, by name", () => {
    const levels = Array.from(
      { length: 40 },
      (_, level) => `  a${level + 1}: &a${level + 1} { properties: { x: *a${level}, y: *a${level} } }\n`,
    );
    const text = `parts:\n  a0: &a0 { type: string }\n${levels.join("")}${definition("*a40")}`;
    const { schemas, notChecked } = readCustomSchemas("a.yaml", text);
    expect(schemas).toEqual([]);
    expect(notChecked).toEqual([
      {
        file: "a.yaml",
        subject: "CustomResourceDefinition boats.shop.example",
        code: "schema/definition-too-large",
        reason:
          "The schema of boats.shop.example is too large to be read, so objects of its kind are not compared with it.",
      },
    ]);
  });
});
