import { conclude, createEngine, type Rule } from "@plimsoll/core";
import { describe, expect, it } from "vitest";
import { loadRule } from "../load-rule-set.ts";

/** What rules find in a workspace of one file for each text, as `rule problem name`, sorted. */
async function judge(ids: readonly string[], texts: readonly string[]): Promise<readonly string[]> {
  const loaded = await Promise.all(ids.map(loadRule));
  const rules = loaded.filter((rule): rule is Rule => rule !== undefined);
  const engine = createEngine({
    ruleSet: {
      rules: new Map(rules.map((rule) => [rule.id, rule])),
      references: {},
      profiles: {
        test: {
          name: "test",
          title: "Test",
          description: "",
          rules: {},
          onlyListed: false,
          inlineIgnores: false,
          waiverMaximumDays: 365,
        },
      },
      requirements: {},
      renamed: new Map(),
    },
    configuration: {
      profile: "test",
      kubernetesMinor: 35,
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
  const results = texts.map((text, index) => engine.checkFile({ path: `${index}.yaml`, text }));
  const { findings } = conclude(engine, results, { today: "2026-11-24" });
  return findings
    .map(({ ruleId, problem, resource }) => `${ruleId} ${problem} ${resource?.name ?? ""}`)
    .sort();
}

function namespace(metadata: string): string {
  return `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  ${metadata}\n`;
}

const ENROLLED = namespace("labels: {istio-injection: enabled}");

function peers(place: "root" | "namespace" | "workload", spec: string): string {
  const where = place === "root" ? "istio-system" : "shop";
  const selector = place === "workload" ? "selector: {matchLabels: {app: orders}}, " : "";
  return `apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: {name: ${place}, namespace: ${where}}\nspec: {${selector}${spec}}\n`;
}

const MODE = (mode: string): string => `mtls: {mode: ${mode}}`;

describe("mutual TLS: the narrowest policy wins", () => {
  const rules = ["mesh/mtls-strict", "mesh/mtls-strict-in-namespaces"];
  const missing = "mesh/mtls-strict-in-namespaces missing shop";
  it.each<[string, readonly string[], readonly string[]]>([
    ["nothing", [], [missing]],
    ["mesh strict", [peers("root", MODE("STRICT"))], []],
    ["mesh permissive", [peers("root", MODE("PERMISSIVE"))], ["mesh/mtls-strict notStrict root", missing]],
    ["mesh without a mode", [peers("root", "")], ["mesh/mtls-strict unset root", missing]],
    ["namespace strict", [peers("namespace", MODE("STRICT"))], []],
    ["namespace without a mode, mesh strict", [peers("namespace", ""), peers("root", MODE("STRICT"))], []],
    [
      "namespace without a mode, nothing above",
      [peers("namespace", "")],
      ["mesh/mtls-strict unset namespace", missing],
    ],
    [
      "namespace disabled, mesh strict",
      [peers("namespace", MODE("DISABLE")), peers("root", MODE("STRICT"))],
      ["mesh/mtls-strict notStrict namespace"],
    ],
    ["workload strict alone", [peers("workload", MODE("STRICT"))], [missing]],
    ["workload without a mode, mesh strict", [peers("workload", ""), peers("root", MODE("STRICT"))], []],
    [
      "workload without a mode, namespace permissive, mesh strict",
      [peers("workload", ""), peers("namespace", MODE("PERMISSIVE")), peers("root", MODE("STRICT"))],
      ["mesh/mtls-strict notStrict namespace", "mesh/mtls-strict unset workload"],
    ],
    [
      "workload permissive, all above strict",
      [
        peers("workload", MODE("PERMISSIVE")),
        peers("namespace", MODE("STRICT")),
        peers("root", MODE("STRICT")),
      ],
      ["mesh/mtls-strict notStrict workload"],
    ],
    [
      "one port open, all else strict",
      [
        peers("workload", `${MODE("STRICT")}, portLevelMtls: {8080: {mode: PERMISSIVE}}`),
        peers("root", MODE("STRICT")),
      ],
      ["mesh/mtls-strict portNotStrict workload"],
    ],
    [
      "one port without a mode",
      [
        peers("workload", `${MODE("STRICT")}, portLevelMtls: {8080: {mode: UNSET}}`),
        peers("root", MODE("STRICT")),
      ],
      [],
    ],
    [
      "an empty selector holds for the namespace",
      [peers("namespace", `selector: {}, ${MODE("STRICT")}`)],
      [],
    ],
  ])("%s", async (_name, policies, expected) => {
    expect(await judge(rules, [ENROLLED, ...policies])).toEqual(expected);
  });
});

function policy(where: string, spec: string): string {
  return `apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata: {name: one, namespace: ${where}}\nspec: ${spec}\n`;
}

describe("authorization: what refuses by default, and where", () => {
  const missing = ["mesh/authorization-denies-by-default missing shop"];
  it.each<[string, readonly string[], readonly string[]]>([
    ["nothing", [], missing],
    ["allow nothing, in the mesh", [policy("istio-system", "{}")], []],
    ["allow nothing, in the namespace", [policy("shop", "{}")], []],
    ["allow nothing, in another namespace", [policy("bank", "{}")], missing],
    ["allow nothing, for one workload", [policy("shop", "{selector: {matchLabels: {app: a}}}")], missing],
    [
      "allow nothing, at a waypoint",
      [policy("shop", "{targetRefs: [{kind: Gateway, name: waypoint}]}")],
      missing,
    ],
    [
      "allow some, in the namespace",
      [policy("shop", "{rules: [{from: [{source: {namespaces: [web]}}]}]}")],
      [],
    ],
    ["allow everything", [policy("shop", "{rules: [{}]}")], missing],
    ["deny everything", [policy("shop", "{action: DENY, rules: [{}]}")], []],
    ["deny some", [policy("shop", "{action: DENY, rules: [{to: [{operation: {ports: ['1']}}]}]}")], missing],
    ["audit only", [policy("shop", "{action: AUDIT, rules: [{}]}")], missing],
  ])("%s", async (_name, policies, expected) => {
    expect(await judge(["mesh/authorization-denies-by-default"], [ENROLLED, ...policies])).toEqual(expected);
  });
});

function pod(metadata: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: orders\n  namespace: shop\n  ${metadata}\nspec: {containers: [{name: a, image: a}]}\n`;
}

describe("enrolment: labels of the namespace and of the pod", () => {
  const rules = ["mesh/namespaces-enrolled", "mesh/workloads-not-opted-out"];
  const outside = "mesh/namespaces-enrolled notEnrolled shop";
  const takenOut = "mesh/namespaces-enrolled takenOut shop";
  const left = "mesh/workloads-not-opted-out optedOut orders";
  it.each<[string, string, readonly string[]]>([
    ["labels: {istio-injection: enabled}", "labels: {app: orders}", []],
    ["labels: {istio-injection: enabled}", 'labels: {sidecar.istio.io/inject: "false"}', [left]],
    ["labels: {istio-injection: disabled}", "labels: {app: orders}", [takenOut]],
    ["labels: {istio-injection: disabled}", 'labels: {sidecar.istio.io/inject: "true"}', [takenOut]],
    ["labels: {team: sales}", "labels: {app: orders}", [outside]],
    ["labels: {team: sales}", 'labels: {sidecar.istio.io/inject: "true"}', []],
    ["labels: {team: sales}", "labels: {istio.io/dataplane-mode: ambient}", []],
    ["labels: {istio.io/rev: canary}", "labels: {app: orders}", []],
    ["labels: {istio.io/dataplane-mode: ambient}", "labels: {app: orders}", []],
    ["labels: {istio.io/dataplane-mode: ambient}", "labels: {istio.io/dataplane-mode: none}", [left]],
    ["labels: {istio.io/dataplane-mode: none}", "labels: {app: orders}", [takenOut]],
    [
      "labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: waypoint}",
      "labels: {app: orders}",
      [],
    ],
    ["annotations: {linkerd.io/inject: enabled}", "annotations: {linkerd.io/inject: disabled}", [left]],
  ])("namespace %s, pod %s", async (ofNamespace, ofPod, expected) => {
    expect(await judge(rules, [namespace(ofNamespace), pod(ofPod)])).toEqual(expected);
  });
});

describe("destination rules: where a host is decides what TLS means", () => {
  const downgraded = ["mesh/client-tls-kept downgraded one"];
  const entry = `apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {name: e, namespace: shop}\nspec: {hosts: [ledger], resolution: DNS}\n`;
  const service = `apiVersion: v1\nkind: Service\nmetadata: {name: orders, namespace: shop}\nspec: {ports: [{port: 80}]}\n`;
  it.each<[string, string, readonly string[], readonly string[]]>([
    ["orders", "DISABLE", [], downgraded],
    ["orders.shop.svc.cluster.local", "SIMPLE", [], downgraded],
    ["'*'", "DISABLE", [], downgraded],
    ["'*.local'", "DISABLE", [], downgraded],
    ["orders.shop.svc.cluster.local", "ISTIO_MUTUAL", [], []],
    ["orders.shop.svc.cluster.local", "MUTUAL", [], []],
    ["api.example.com", "SIMPLE", [], []],
    ["ledger", "SIMPLE", [entry], []],
    ["orders.shop", "DISABLE", [], []],
    ["orders.shop", "DISABLE", [service], ["mesh/client-tls-kept perhapsDowngraded one"]],
    ["istiod.istio-system.svc", "SIMPLE", [], []],
  ])("%s %s", async (host, mode, others, expected) => {
    const rule = `apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: one, namespace: shop}\nspec: {host: ${host}, trafficPolicy: {tls: {mode: ${mode}}}}\n`;
    expect(await judge(["mesh/client-tls-kept"], [rule, ...others])).toEqual(expected);
  });
});
