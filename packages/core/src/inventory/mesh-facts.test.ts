import { parseYaml, readResources, toValue } from "@plimsoll/syntax";
import { describe, expect, it } from "vitest";
import { factsOf } from "./facts.ts";
import { referencesOfResource } from "./references.ts";

function facts(text: string): readonly string[] {
  return resourcesOf(text).flatMap(factsOf);
}

function resourcesOf(text: string): Parameters<typeof factsOf>[0][] {
  return parseYaml(text).documents.flatMap((document) =>
    readResources(document).map(({ namespace, ...rest }) => ({
      ...rest,
      ...(namespace === undefined ? {} : { namespace }),
      value: toValue(rest.node, "kubernetes"),
    })),
  );
}

const head = (apiVersion: string, kind: string): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: one}\n`;

describe("what labels say of the mesh", () => {
  it.each([
    ["labels: {istio-injection: enabled}", ["mesh:sidecar"]],
    ["labels: {istio-injection: disabled}", ["mesh:off"]],
    ["labels: {istio.io/rev: canary}", ["mesh:sidecar"]],
    ["labels: {istio-injection: disabled, istio.io/rev: canary}", ["mesh:off"]],
    ["labels: {istio.io/dataplane-mode: ambient}", ["mesh:ambient"]],
    ["labels: {istio.io/dataplane-mode: none}", ["mesh:off"]],
    [
      "labels: {istio-injection: enabled, istio.io/dataplane-mode: ambient}",
      ["mesh:sidecar", "mesh:ambient"],
    ],
    ["annotations: {linkerd.io/inject: enabled}", ["mesh:sidecar", "mesh:linkerd"]],
    ["annotations: {linkerd.io/inject: disabled}", ["mesh:off", "mesh:linkerd"]],
    ["annotations: {config.linkerd.io/default-inbound-policy: deny}", ["denies-by-default"]],
    ["labels: {team: one}", []],
  ])("Namespace with %s", (metadata, expected) => {
    expect(facts(`apiVersion: v1\nkind: Namespace\nmetadata:\n  name: one\n  ${metadata}\n`)).toEqual(
      expected,
    );
  });
  it("reads those of a workload's pods, not its own", () => {
    const text = `apiVersion: apps/v1
kind: Deployment
metadata: {name: one, labels: {sidecar.istio.io/inject: "true"}}
spec:
  template:
    metadata: {labels: {sidecar.istio.io/inject: "false"}}
    spec: {containers: []}
`;
    expect(facts(text)).toEqual(["mesh:off"]);
  });
});

describe("facts of mesh policies", () => {
  it.each([
    ["spec: {mtls: {mode: STRICT}}", ["mtls:STRICT"]],
    ["spec: {}", ["mtls:UNSET"]],
    ["spec: {selector: {matchLabels: {app: a}}}", ["mtls:UNSET", "workload-scope"]],
    ["spec: {selector: {matchLabels: {}}, mtls: {mode: STRICT}}", ["mtls:STRICT"]],
  ])("PeerAuthentication %s", (spec, expected) => {
    expect(facts(`${head("security.istio.io/v1", "PeerAuthentication")}${spec}\n`)).toEqual(expected);
  });
  it.each([
    ["spec: {}", ["denies-by-default"]],
    ["spec: {action: ALLOW, rules: []}", ["denies-by-default"]],
    ["spec: {rules: [{}]}", []],
    ["spec: {action: DENY, rules: [{}]}", ["denies-by-default"]],
    ["spec: {action: DENY, rules: [{to: [{operation: {ports: ['80']}}]}]}", []],
    ["spec: {action: AUDIT}", []],
    ["spec: {action: ALLOW, rules: [{from: [{source: {namespaces: [a]}}]}]}", ["denies-by-default"]],
    [
      "spec: {rules: [{from: [{source: {requestPrincipals: ['*']}}]}]}",
      ["denies-by-default", "requires-token"],
    ],
    [
      "spec: {rules: [{when: [{key: 'request.auth.claims[iss]', values: [a]}]}]}",
      ["denies-by-default", "requires-token"],
    ],
    ["spec: {targetRefs: [{kind: Gateway, name: waypoint}]}", ["denies-by-default", "workload-scope"]],
  ])("AuthorizationPolicy %s", (spec, expected) => {
    expect(facts(`${head("security.istio.io/v1", "AuthorizationPolicy")}${spec}\n`)).toEqual(expected);
  });
  it("reads the mesh configuration inside Istio's ConfigMap", () => {
    const text = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio, namespace: istio-system}\ndata:\n  mesh: |-\n    accessLogFile: /dev/stdout\n    enablePrometheusMerge: false\n`;
    expect(facts(text)).toEqual(["mesh-configuration", "access-log", "merges-no-metrics"]);
  });
});

describe("references of mesh objects", () => {
  it("places gateways, subsets and principals", () => {
    const text = `${head("networking.istio.io/v1", "VirtualService")}spec:
  gateways: [mesh, web/public, ./own, plain]
  http:
    - route:
        - destination: {host: reviews, subset: v2}
---
${head("security.istio.io/v1", "AuthorizationPolicy")}spec:
  rules:
    - from:
        - source: {principals: [cluster.local/ns/web/sa/default, "*"]}
`;
    const found = resourcesOf(text)
      .flatMap(referencesOfResource)
      .map(({ kind, name, namespace = "", via }) => `${via} ${kind} ${namespace}/${name}`);
    expect(found).toEqual([
      "gateways Gateway web/public",
      "gateways Gateway /own",
      "gateways Gateway /plain",
      "subset Subset /reviews/v2",
      "principals ServiceAccount web/default",
    ]);
  });
});
