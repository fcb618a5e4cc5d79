import { describe, expect, it } from "vitest";
import { createEngine } from "../engine/engine.ts";
import type { ResourceRecord } from "./inventory.ts";

const engine = createEngine({
  ruleSet: {
    rules: new Map(),
    references: {},
    profiles: {
      test: {
        name: "test",
        title: "Test",
        description: "No rules.",
        rules: {},
        onlyListed: true,
        inlineIgnores: false,
        waiverMaximumDays: 1,
      },
    },
    requirements: {},
    renamed: new Map(),
  },
  configuration: {
    profile: "test",
    kubernetesMinor: 37,
    images: { trusted: [], approvedUntrusted: [], mirrors: [], registry: undefined, releaseTag: undefined },
    rules: {},
    overrides: [],
    customRules: [],
    include: [],
    exclude: [],
    waiverFiles: [],
    inlineIgnores: false,
    buildArguments: {},
  },
});

function recordOf(text: string): ResourceRecord {
  const [record] = engine.checkFile({ path: "a.yaml", text }).records;
  if (record === undefined) throw new Error("no record");
  return record;
}

/** `kind name @line:column` of each reference. */
function references(text: string): readonly string[] {
  return (recordOf(text).references ?? []).map(
    ({ kind, name, via, range: { start } }) => `${via} ${kind}/${name} ${start.line}:${start.column}`,
  );
}

describe("references", () => {
  it("of a pod stand at the names", () => {
    const text = `apiVersion: v1
kind: Pod
metadata: {name: a, namespace: n}
spec:
  serviceAccountName: sa
  containers:
    - envFrom: [{secretRef: {name: s1}}]
      env: [{name: x, valueFrom: {configMapKeyRef: {name: c1, key: k}}}]
  volumes:
    - persistentVolumeClaim: {claimName: p1}
    - projected: {sources: [{secret: {name: s2}}]}
`;
    expect(references(text)).toEqual([
      "metadata.namespace Namespace/n 3:32",
      "serviceAccountName ServiceAccount/sa 5:23",
      "volumes PersistentVolumeClaim/p1 10:42",
      "volumes.projected Secret/s2 11:45",
      "env ConfigMap/c1 8:59",
      "envFrom Secret/s1 7:36",
    ]);
  });
  it.each([
    [
      "kind: Ingress\nspec: {rules: [{http: {paths: [{backend: {service: {name: w, port: {number: 80}}}}]}}]}",
      "backend Service/w 3:59",
    ],
    ["kind: Ingress\nspec: {backend: {serviceName: w}}", "backend.serviceName Service/w 3:31"],
    ["kind: RoleBinding\nroleRef: {kind: Role, name: r}", "roleRef Role/r 3:29"],
    [
      "kind: HorizontalPodAutoscaler\nspec: {scaleTargetRef: {kind: StatefulSet, name: d}}",
      "spec.scaleTargetRef StatefulSet/d 3:50",
    ],
  ])("of %s", (text, expected) => {
    expect(references(`apiVersion: networking.k8s.io/v1\n${text}\n`)).toEqual([expected]);
  });
  it("leave out the claims that a StatefulSet makes itself", () => {
    const text = `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: a}
spec:
  template: {spec: {volumes: [{persistentVolumeClaim: {claimName: data}}]}}
  volumeClaimTemplates: [{metadata: {name: data}}]
`;
    expect(references(text)).toEqual([]);
  });
  it("of a second document count lines from the file's start", () => {
    const { records } = engine.checkFile({
      path: "a.yaml",
      text: "apiVersion: v1\nkind: ConfigMap\n---\napiVersion: v1\nkind: Pod\nspec: {serviceAccountName: sa}\n",
    });
    expect(records[1]?.references?.[0]?.range.start).toMatchObject({ line: 6, column: 28 });
  });
});

describe("facts", () => {
  it.each([
    [
      "networking.k8s.io/v1",
      "NetworkPolicy",
      "spec: {podSelector: {}}",
      ["isolates-ingress", "denies-ingress"],
    ],
    [
      "networking.k8s.io/v1",
      "NetworkPolicy",
      "spec: {podSelector: {}, policyTypes: [Egress]}",
      ["isolates-egress", "denies-egress"],
    ],
    [
      "networking.k8s.io/v1",
      "NetworkPolicy",
      "spec: {podSelector: {matchLabels: {a: b}}, egress: [{}]}",
      ["isolates-ingress", "isolates-egress"],
    ],
    [
      "rbac.authorization.k8s.io/v1",
      "Role",
      "rules: [{apiGroups: ['*'], resources: ['*'], verbs: ['*']}]",
      ["grants-everything"],
    ],
    [
      "rbac.authorization.k8s.io/v1",
      "Role",
      "rules: [{apiGroups: [''], resources: ['*'], verbs: ['*']}]",
      undefined,
    ],
    ["kyverno.io/v1", "ClusterPolicy", "spec: {rules: [{verifyImages: [{}]}]}", ["verifies-images"]],
    ["v1", "Pod", "spec: {automountServiceAccountToken: true}", ["mounts-token"]],
  ])("%s %s %s", (apiVersion, kind, rest, facts) => {
    expect(recordOf(`apiVersion: ${apiVersion}\nkind: ${kind}\n${rest}\n`).facts).toEqual(facts);
  });
});

describe("records", () => {
  it("take the selector's labels for those of pods without any", () => {
    const text =
      "apiVersion: apps/v1\nkind: Deployment\nspec: {selector: {matchLabels: {app: a}}, template: {spec: {}}}\n";
    expect({ ...recordOf(text).podLabels }).toEqual({ app: "a" });
  });
  it("know where a companion can stand", () => {
    expect(recordOf("apiVersion: v1\nkind: Pod\n").documentEnd).toBe(24);
    expect(recordOf('{"apiVersion": "v1", "kind": "Pod"}\n').documentEnd).toBeUndefined();
  });
});
