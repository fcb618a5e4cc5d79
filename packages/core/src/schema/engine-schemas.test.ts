import { loadKubernetesSchemas, type KubernetesSchemas } from "@plimsoll/model/kubernetes-schemas";
import { describe, expect, it, vi } from "vitest";
import { sampleConfiguration, sampleProfile } from "../../fixtures/sample-rule-set.ts";
import { conclude } from "../engine/conclude.ts";
import { createEngine, newFileMemory, type Engine } from "../engine/engine.ts";
import type { ResourceRule } from "../rule/rule.ts";
import { readCustomSchemas } from "./read-custom-schemas.ts";
import type { SchemaProblem } from "./schema-problem.ts";

const schemas = await loadKubernetesSchemas();

const rule: ResourceRule<SchemaProblem> = {
  id: "kubernetes/sample",
  title: "Sample",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  aliases: [],
  since: "0.1.0",
  needsSchemas: true,
  check: (resource, context) =>
    context.schemas.problemsOf(resource).map((data) => ({ problem: data.problem, at: data.at, data })),
  message: ({ data }) => data.path,
};

interface Setting {
  readonly schemas?: KubernetesSchemas;
  readonly minor?: number;
  readonly custom?: Readonly<Record<string, string>>;
  readonly off?: boolean;
}

function engineFor({ schemas: loaded, minor = 37, custom = {}, off = false }: Setting): Engine {
  const profile = sampleProfile("test", off ? { onlyListed: true } : {});
  return createEngine({
    ruleSet: {
      rules: new Map([[rule.id, rule]]),
      references: {},
      profiles: { test: profile },
      requirements: {},
      renamed: new Map(),
    },
    configuration: { ...sampleConfiguration({ profile: "test" }), kubernetesMinor: minor },
    ...(loaded === undefined ? {} : { schemas: loaded }),
    customSchemas: Object.entries(custom).flatMap(([file, text]) => readCustomSchemas(file, text).schemas),
  });
}

const POD = "apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { containers: [{ nam: a }] }\n";
const BOAT = "apiVersion: shop.example/v1\nkind: Boat\nmetadata: { name: a }\nspec: { hul: 1 }\n";
const definition = (field: string): string => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
spec:
  group: shop.example
  names: { kind: Boat }
  versions:
    - name: v1
      schema: { openAPIV3Schema: { properties: { spec: { type: object, properties: { ${field}: {} } } } } }
`;

describe("an engine with schemas", () => {
  it("hands rules what the structure says", () => {
    const { findings, notChecked } = engineFor({ schemas }).checkFile({ path: "a.yaml", text: POD });
    expect(
      findings.map(({ message, range }) => `${range.start.line}:${range.start.column} ${message}`),
    ).toEqual(["4:24 spec.containers[0].nam", "4:24 spec.containers[0].name"]);
    expect(notChecked).toEqual([]);
  });

  it("says once a file, and once a run, that none were loaded", () => {
    const engine = engineFor({});
    const results = ["a.yaml", "b.yaml"].map((path) =>
      engine.checkFile({ path, text: `${POD}---\n${BOAT}` }),
    );
    const entry = {
      code: "schema/not-loaded",
      reason: "No schemas were loaded, so objects were not compared with the structure of their kinds.",
    };
    expect(results.map(({ notChecked }) => notChecked)).toEqual([
      [{ ...entry, file: "a.yaml" }],
      [{ ...entry, file: "b.yaml" }],
    ]);
    expect(conclude(engine, results, { today: "2026-11-24" }).notChecked).toEqual([entry]);
  });

  it("says nothing where no rule asks", () => {
    expect(engineFor({ off: true }).checkFile({ path: "a.yaml", text: BOAT }).notChecked).toEqual([]);
  });

  it("names versions that it does not know", () => {
    const engine = engineFor({ schemas, minor: 28 });
    const { findings, notChecked } = engine.checkFile({ path: "a.yaml", text: `${POD}---\n${POD}` });
    expect(findings).toEqual([]);
    expect(notChecked).toEqual([
      {
        file: "a.yaml",
        code: "schema/version-not-known",
        reason: "The structure of kinds is known for Kubernetes 1.29 to 1.37, not for 1.28.",
      },
    ]);
  });

  it("names kinds that nobody describes, each once a file, at the first", () => {
    const text = `${BOAT}---\n${BOAT}---\n${BOAT.replace("Boat", "Ship")}`;
    const { notChecked } = engineFor({ schemas }).checkFile({ path: "a.yaml", text });
    expect(notChecked.map(({ code, subject, range }) => `${range?.start.line} ${code} ${subject}`)).toEqual([
      "2 schema/unknown-kind shop.example/v1 Boat",
      "12 schema/unknown-kind shop.example/v1 Ship",
    ]);
  });

  it("misses nothing in files of Kustomize, which no API server sees", () => {
    const text = "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]\n";
    expect(engineFor({ schemas }).checkFile({ path: "kustomization.yaml", text }).notChecked).toEqual([]);
  });

  it.each([
    ["extensions/v1beta1", "Deployment", " (it serves Deployment as apps/v1)"],
    [
      "flowcontrol.apiserver.k8s.io/v1beta3",
      "PriorityLevelConfiguration",
      " (it serves PriorityLevelConfiguration as flowcontrol.apiserver.k8s.io/v1)",
    ],
    ["resource.k8s.io/v1alpha2", "ResourceClass", " (versions 1.29 to 1.30 do)"],
    ["apps/v1", "Nothing", ""],
  ])("names kinds that the version does not serve: %s %s", (apiVersion, kind, words) => {
    const text = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: a }\n`;
    expect(engineFor({ schemas }).checkFile({ path: "a.yaml", text }).notChecked).toMatchObject([
      {
        code: "schema/kind-not-served",
        subject: `${apiVersion} ${kind}`,
        reason: `Kubernetes 1.37 does not serve this kind${words}, so its fields were not compared.`,
      },
    ]);
  });

  it("uses kinds that the workspace defines, and says where they are defined differently", () => {
    const check = (custom: Readonly<Record<string, string>>) =>
      engineFor({ schemas, custom }).checkFile({ path: "boat.yaml", text: BOAT });
    expect(check({ "crd.yaml": definition("hull") }).findings.map(({ message }) => message)).toEqual([
      "spec.hul",
    ]);
    const { findings, notChecked } = check({ "a.yaml": definition("hull"), "b.yaml": definition("hul") });
    expect(findings).toEqual([]);
    expect(notChecked).toMatchObject([
      {
        code: "schema/ambiguous-kind",
        reason:
          "The CustomResourceDefinitions in a.yaml and b.yaml describe this kind differently, so its fields were not compared.",
      },
    ]);
  });

  it("says that an object was too wrong to be compared to its end", () => {
    const fields = Array.from({ length: 120 }, (_, index) => `x${index}: 1\n`).join("");
    const { findings, notChecked } = engineFor({ schemas }).checkFile({ path: "a.yaml", text: POD + fields });
    expect(findings).toHaveLength(100);
    expect(notChecked).toMatchObject([
      {
        code: "schema/not-to-the-end",
        reason: "Pod a was not compared with its kind to the end: it has more than 100 problems.",
      },
    ]);
  });

  it("compares only the documents that an edit touched", () => {
    const asked = vi.spyOn(rule, "check");
    const engine = engineFor({ schemas });
    const memory = newFileMemory();
    engine.checkFile({ path: "a.yaml", text: `${POD}---\n${POD}` }, memory);
    asked.mockClear();
    const { findings } = engine.checkFile({ path: "a.yaml", text: `# new\n${POD}---\n${POD}` }, memory);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(findings.map(({ range }) => range.start.line)).toEqual([5, 5, 10, 10]);
  });

  it("takes an empty List as nothing to compare", () => {
    const text = "apiVersion: v1\nkind: List\nmetadata: {}\n";
    expect(engineFor({ schemas }).checkFile({ path: "a.yaml", text }).notChecked).toEqual([]);
  });
});
