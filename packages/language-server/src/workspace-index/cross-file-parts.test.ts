import { createEngine, type FileResult, loadConfiguration, workspaceRules } from "@plimsoll/core";
import { ruleSet } from "@plimsoll/rules";
import { describe, expect, it } from "vitest";
import { CrossFile } from "./cross-file.ts";

const { configuration } = await loadConfiguration({ read: () => Promise.resolve(undefined), ruleSet });
/** Rules that are on in some profiles only are on too. */
const rules = Object.fromEntries(
  workspaceRules(createEngine({ ruleSet, configuration })).map(({ id }) => [
    id,
    { severity: "warning" as const },
  ]),
);
const engine = createEngine({
  ruleSet,
  configuration: { ...configuration, rules: { ...configuration.rules, ...rules } },
});
const pause = (): Promise<void> => Promise.resolve();

/** Few, so that objects meet. */
const NAMESPACES = ["shop", "bank", "shop", "bank", ""];

/** Objects that speak of each other in every way that rules over the workspace ask for. */
const OBJECTS: readonly ((name: string, other: string, namespace: string) => string)[] = [
  (name, other, namespace) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}${namespace}}
spec:
  replicas: 2
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}}}
    spec:
      serviceAccountName: ${other}
      volumes: [{name: v, persistentVolumeClaim: {claimName: ${other}}}]
      containers:
        - name: web
          ports: [{containerPort: 8080}]
          envFrom: [{configMapRef: {name: ${other}}}, {secretRef: {name: ${name}}}]
`,
  (name, other, namespace) => `apiVersion: v1
kind: Service
metadata: {name: ${other}${namespace}}
spec: {selector: {app: ${name}}, ports: [{port: 80, targetPort: ${name.length * 8080}}]}
`,
  (name, _other, namespace) => `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: ${name}${namespace}}
spec: {minAvailable: 2, selector: {matchLabels: {app: ${name}}}}
`,
  (name, other, namespace) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: ${name}${namespace}}
spec:
  podSelector: {matchLabels: {app: ${other}}}
  ingress: [{from: [{podSelector: {matchLabels: {app: ${name}}}}]}]
  policyTypes: [Ingress, Egress]
`,
  (name, other, namespace) => `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: ${other}${namespace}}
spec: {minReplicas: 1, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: ${name}}}
`,
  (name, other, namespace) => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: ${name}${namespace}}
spec:
  rules: [{host: ${other}.example.mil, http: {paths: [{path: /, backend: {service: {name: ${name}, port: {number: 80}}}}]}}]
`,
  (name, other, namespace) => `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: ${name}${namespace}}
spec:
  serviceName: ${other}
  template: {metadata: {labels: {app: ${name}}}, spec: {serviceAccountName: ${other}, containers: [{name: db}]}}
`,
  (name, other, namespace) => `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: ${name}${namespace}}
roleRef: {kind: ${name.length % 2 === 0 ? "Role" : "ClusterRole"}, name: ${other}}
`,
  (name, _other, namespace) => `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: ${name}${namespace}}
rules: [{apiGroups: ["*"], resources: ["*"], verbs: ["*"]}]
`,
  (name) => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: ${name}}
rules: [{apiGroups: ["*"], resources: ["*"], verbs: ["*"]}]
`,
  (_name, other) => `apiVersion: v1
kind: Namespace
metadata: {name: ${other === "web" ? "shop" : "bank"}}
`,
  ...["ConfigMap", "Secret", "ServiceAccount", "PersistentVolumeClaim", "ResourceQuota", "LimitRange"].map(
    (kind) => (name: string, _other: string, namespace: string) =>
      `apiVersion: v1
kind: ${kind}
metadata: {name: ${name}${namespace}}
`,
  ),
  (name, _other, namespace) => `apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: ${name}${namespace}}
`,
  (name) => `apiVersion: cilium.io/v2
kind: CiliumClusterwideNetworkPolicy
metadata: {name: ${name}}
`,
  (name, other, namespace) => `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: ${name}${namespace}}
spec: {selector: {matchLabels: {app: ${other}}}}
`,
  (_name, other, namespace) => `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
metadata: {name: ${other}${namespace}}
`,
];
/** The first of them meet most often. */
const COMMON = 7;
const NAMES = ["web", "data"];

/** The same numbers in every run. */
class Numbers {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  below(limit: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * limit);
  }

  of<Item>(items: readonly [Item, ...Item[]] | readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error("nothing to choose from");
    return item;
  }
}

function document(numbers: Numbers): string {
  const namespace = numbers.of(NAMESPACES);
  const stated = namespace === "" ? "" : `, namespace: ${namespace}`;
  const objects = numbers.below(2) === 0 ? OBJECTS : OBJECTS.slice(0, COMMON);
  return numbers.of(objects)(numbers.of(NAMES), numbers.of(NAMES), stated);
}

function check(path: string, documents: readonly string[]): FileResult {
  return engine.checkFile({ path, text: documents.join("---\n") });
}

/** What rules over the workspace find in the same results from the start. */
async function anew(crossFile: CrossFile): Promise<unknown> {
  const fresh = new CrossFile(engine);
  for (const path of crossFile.paths()) fresh.set(path, crossFile.resultOf(path));
  await fresh.judge(pause);
  return told(fresh);
}

function told(crossFile: CrossFile): unknown {
  return crossFile.paths().map((path) => ({ path, findings: crossFile.findingsOf(path) }));
}

describe("a part of a workspace that is judged again", () => {
  it.each([1, 2, 3])(
    "finds after every edit what a judgement of all would find (%i)",
    { timeout: 120_000 },
    async (seed) => {
      const numbers = new Numbers(seed);
      const files = new Map<string, string[]>();
      for (const path of ["a/1.yaml", "a/2.yaml", "b/1.yaml", "c.yaml"])
        files.set(
          path,
          Array.from({ length: 12 }, () => document(numbers)),
        );
      const crossFile = new CrossFile(engine);
      // One object of each kind stays, or nearly every edit would bring a kind or take one away.
      crossFile.set(
        "all.yaml",
        check(
          "all.yaml",
          OBJECTS.map((make) => make("other", "else", ", namespace: rest")),
        ),
      );
      for (const [path, documents] of files) crossFile.set(path, check(path, documents));
      await crossFile.judge(pause);
      let found = 0;
      for (let edit = 0; edit < 50; edit += 1) {
        const [path, documents] = numbers.of([...files]);
        const at = numbers.below(documents.length);
        const way = numbers.below(4);
        if (way === 0) documents.splice(at, 1);
        else if (way === 1) documents.splice(at, 0, document(numbers));
        else if (way === 2) documents.splice(at, 1, `# one line more\n${documents[at] ?? ""}`);
        else documents.splice(at, 1, document(numbers));
        crossFile.set(path, check(path, documents));
        // Now and then several edits come before the judgement, or while it runs.
        if (numbers.below(4) === 0) continue;
        const isLate = numbers.below(3) === 0;
        await crossFile.judge(() => {
          if (isLate) crossFile.set(path, check(path, documents));
          return pause();
        });
        if (crossFile.isStale) await crossFile.judge(pause);
        expect(told(crossFile)).toEqual(await anew(crossFile));
        found += crossFile.paths().reduce((sum, one) => sum + crossFile.findingsOf(one).length, 0);
      }
      expect(found).toBeGreaterThan(500);
    },
  );
});
