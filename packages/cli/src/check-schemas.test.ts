import { describe, expect, it } from "vitest";
import { workbench, type Workbench } from "./testing/command-line.ts";

const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: boats.shop.example }
spec:
  group: shop.example
  names: { kind: Boat, plural: boats }
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec: { type: object, properties: { hull: { type: string } } }
`;
const boat = "apiVersion: shop.example/v1\nkind: Boat\nmetadata: { name: a }\nspec: { hul: oak }\n";
const service = "apiVersion: v1\nkind: Service\nmetadata: { name: a }\nspec: { ports: [{ port: '80' }] }\n";

interface Report {
  readonly findings: readonly { readonly ruleId: string; readonly file: string }[];
  readonly notChecked: readonly { readonly file?: string; readonly code: string }[];
}

/** What the rules on the structure of objects say, as `file rule` and `file code`. */
async function schemaReport(bench: Workbench, ...words: string[]): Promise<readonly string[]> {
  const outcome = await bench.plimsoll("check", "--format", "json", ...words);
  expect(outcome.stderr).toBe("");
  const { findings, notChecked }: Report = JSON.parse(outcome.stdout);
  return [
    ...findings
      .filter(({ ruleId }) => /\/field(?:s-known|-types-right|-values-allowed)$/.test(ruleId))
      .map(({ file, ruleId }) => `${file} ${ruleId}`),
    ...notChecked
      .filter(({ code }) => code.startsWith("schema/"))
      .map(({ file, code }) => `${file ?? ""} ${code}`),
  ].sort();
}

describe("plimsoll check, on the structure of objects", () => {
  it("uses the kinds that the workspace defines, wherever the definition stands", async () => {
    using bench = workbench({ "app/boat.yaml": boat, "zz/crd.yaml": definition });
    expect(await schemaReport(bench, ".")).toEqual(["app/boat.yaml kubernetes/fields-known"]);
    expect(await schemaReport(bench, "app/boat.yaml")).toEqual(["app/boat.yaml schema/unknown-kind"]);
    expect(await schemaReport(bench, "app/boat.yaml", "zz/crd.yaml")).toEqual([
      "app/boat.yaml kubernetes/fields-known",
    ]);
  });

  it("judges by the version asked for", async () => {
    using bench = workbench({ "a.yaml": service });
    expect(await schemaReport(bench, "--kubernetes-version", "1.30", ".")).toEqual([
      "a.yaml kubernetes/field-types-right",
    ]);
    expect(await schemaReport(bench, "--kubernetes-version", "1.20", ".")).toEqual([
      " schema/version-not-known",
    ]);
  });

  it("loads nothing under a profile that does not ask", async () => {
    using bench = workbench({ "a.yaml": `${service}---\n${boat}` });
    expect(await schemaReport(bench, "--profile", "pss-baseline", ".")).toEqual([]);
  });

  it("sends the kinds of the workspace to its threads", { timeout: 60_000 }, async () => {
    const files = Object.fromEntries(
      Array.from({ length: 420 }, (_, index) => [`boats/${index}.yaml`, boat]),
    );
    using bench = workbench({ ...files, "crd.yaml": definition });
    const found = await schemaReport(bench, ".");
    expect(found).toHaveLength(420);
    expect(new Set(found.map((line) => line.split(" ")[1]))).toEqual(new Set(["kubernetes/fields-known"]));
  });

  it("fixes types in one go", async () => {
    using bench = workbench({ "a.yaml": service });
    await bench.plimsoll("fix", "--rule", "kubernetes/field-types-right", ".");
    expect(await schemaReport(bench, ".")).toEqual([]);
  });
});
