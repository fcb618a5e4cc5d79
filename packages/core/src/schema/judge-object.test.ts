import { describe, expect, it } from "vitest";
import { judgeText, showProblems } from "../../fixtures/schema-problems.ts";

const POD = "apiVersion: v1\nkind: Pod\nmetadata: { name: a }\n";

interface Case {
  readonly name: string;
  readonly text: string;
  readonly problems: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: "paths name the elements of lists",
    text: `${POD}spec:\n  containers:\n    - name: web\n      ports:\n        - name: http\n          port: 80\n          containerPort: 80\n`,
    problems: ["9:11-9:15 unknownField spec.containers[name=web].ports[name=http].port"],
  },
  {
    name: "a problem behind an alias stands at the anchor, once",
    text: `apiVersion: v1\nkind: Service\nmetadata:\n  labels: &map { a: 1 }\n  annotations: *map\nspec:\n  selector: *map\n  sessionAffinityConfig: *map\n`,
    problems: [
      "4:21-4:22 wrongType metadata.labels.a",
      "4:18-4:19 unknownField spec.sessionAffinityConfig.a",
    ],
  },
  {
    name: "fields of merged maps are judged where they stand, and count as present",
    text: `${POD}spec:\n  containers:\n    - &base\n      name: web\n      imag: a\n    - <<: *base\n      name: side\n    - <<: { name: other }\n`,
    problems: ["8:7-8:11 unknownField spec.containers[name=web].imag"],
  },
  {
    name: "of two equal keys the later counts for what is required",
    text: `${POD}spec:\n  containers: [{ name: a }]\n  containers:\n`,
    problems: ["6:3-6:13 missingField spec.containers"],
  },
  {
    name: "an alias of the wrong type is shown itself",
    text: `${POD}spec:\n  hostname: &n 1\n  containers: [{ name: *n }]\n`,
    problems: ["5:16-5:17 wrongType spec.hostname", "6:24-6:26 wrongType spec.containers[name=1].name"],
  },
  {
    name: "an alias without a target says nothing",
    text: `${POD}spec: *none\n`,
    problems: [],
  },
  {
    name: "elements of lists of the wrong type",
    text: `${POD}spec:\n  containers:\n    - [a]\n    - a: b\n    - name: x\n`,
    problems: [
      "6:8-6:9 wrongType spec.containers[0]",
      "7:7-7:8 unknownField spec.containers[1].a",
      "7:7-7:8 missingField spec.containers[1].name",
    ],
  },
  {
    name: "names of Object's prototype are fields as any other",
    text: `${POD}spec:\n  containers: [{ name: a }]\n  constructor: a\n  __proto__: b\n  toString: c\n`,
    problems: [
      "6:3-6:14 unknownField spec.constructor",
      "7:3-7:12 unknownField spec.__proto__",
      "8:3-8:11 unknownField spec.toString",
    ],
  },
  {
    name: "keys that are no strings",
    text: `${POD}spec:\n  containers: [{ name: a }]\n  1: a\n  ? [a, b]\n  : c\n`,
    problems: ["6:3-6:4 unknownField spec.1", "7:5-7:11 unknownField spec.[a, b]"],
  },
  {
    name: "schemas inside definitions, where a boolean may stand for one",
    text: `apiVersion: apiextensions.k8s.io/v1
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
          additionalProperties: true
          properties:
            a: { type: array, items: { typ: string } }
            b: { additionalProperties: { type: 1 } }
`,
    problems: [
      "17:40-17:43 unknownField spec.versions[name=v1].schema.openAPIV3Schema.properties.a.items.typ",
      "18:48-18:49 wrongType spec.versions[name=v1].schema.openAPIV3Schema.properties.b.additionalProperties.type",
    ],
  },
  {
    name: "extensions take anything",
    text: `apiVersion: apps/v1\nkind: ControllerRevision\nmetadata: { managedFields: [{ fieldsV1: { "f:spec": { x: 1 } } }] }\nrevision: 1\ndata: { kind: Pod, spec: { containers: 1 } }\n`,
    problems: [],
  },
  {
    name: "nothing is required in a status, and its values are free, but its fields and types are known",
    text: `${POD}spec: { containers: [{ name: a }] }\nstatus:\n  phase: Odd\n  conditions: [{ message: a }]\n  podIP: 10\n  ip: 10.0.0.1\n`,
    problems: ["8:10-8:12 wrongType status.podIP", "9:3-9:5 unknownField status.ip"],
  },
];

describe("judgeObject", () => {
  it.each(cases)("$name", ({ text, problems }) => {
    expect(showProblems(text, judgeText(text).problems)).toEqual(problems);
  });

  it("notices the directives of a patch", () => {
    expect(
      judgeText(`${POD}spec: { $retainKeys: [a], containers: [{ name: a, $patch: delete }] }\n`),
    ).toEqual({
      problems: [],
      isPatch: true,
    });
    expect(judgeText(`${POD}spec: { $patched: a, containers: [{ name: a }] }\n`)).toMatchObject({
      problems: [{ field: "$patched" }],
      isPatch: false,
    });
  });

  it("says where a misplaced field belongs, only where that is one place", () => {
    const { problems } = judgeText(
      `${POD}spec:\n  containers: [{ name: a, drop: [ALL], seLinuxOptions: {} }]\n  image: a\n  namespace: b\n`,
    );
    expect(problems.map((problem) => ("belongs" in problem ? problem.belongs : undefined))).toEqual([
      undefined,
      { to: "child", name: "securityContext" },
      undefined,
      undefined,
    ]);
  });

  it("gives the value that is meant", () => {
    const { problems } = judgeText(
      `${POD}spec:\n  priority: "7"\n  hostPID: "true"\n  hostname: 12\n  subdomain: &a 3\n  nodeName: *a\n  containers: [{ name: a }]\n`,
    );
    expect(problems.map((problem) => ("meant" in problem ? problem.meant : undefined))).toEqual([
      7n,
      true,
      "12",
      "3",
      // An alias has no value of its own to change.
      undefined,
    ]);
  });

  it("stops at its limits and says so", () => {
    const wrong = `${POD}spec:\n  containers: [{ name: a }]\n${Array.from({ length: 150 }, (_, index) => `  x${index}: 1\n`).join("")}`;
    expect(judgeText(wrong).problems).toHaveLength(100);
    expect(judgeText(wrong).stopped).toBe("it has more than 100 problems");
    const text = `${POD}spec: { containers: [{ name: a }, { name: b }] }\n`;
    expect(judgeText(text, { nodes: 5, problems: 9, depth: 9 }).stopped).toBe("it has too many values");
    expect(judgeText(text, { nodes: 99, problems: 9, depth: 2 }).stopped).toBe("it nests too deep");
    expect(judgeText(text, { nodes: 99, problems: 9, depth: 9 }).stopped).toBeUndefined();
  });

  it("is linear where aliases unfold without end", () => {
    const levels = Array.from(
      { length: 30 },
      (_, level) => `    p${level + 1}: &a${level + 1} { properties: { x: *a${level}, y: *a${level} } }\n`,
    );
    const text = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: a }
spec:
  versions:
  - name: v1
    served: true
    storage: true
    schema:
      openAPIV3Schema:
        properties:
          p0: &a0 { type: 1 }
${levels.map((line) => `      ${line}`).join("")}`;
    const { problems, stopped } = judgeText(text, { nodes: 1000, problems: 100, depth: 300 });
    expect(stopped).toBeUndefined();
    expect(problems.filter(({ problem }) => problem === "wrongType")).toHaveLength(1);
  });
});
