import { parseYaml, readResources, toValue } from "@plimsoll/syntax";
import { describe, expect, it } from "vitest";
import { factsOf } from "./facts.ts";

function facts(type: string, spec: string): readonly string[] {
  const [apiVersion, kind] = type.split(" ");
  const text = `apiVersion: ${apiVersion ?? ""}\nkind: ${kind ?? ""}\nmetadata: {name: one}\nspec: ${spec}\n`;
  return parseYaml(text).documents.flatMap((document) =>
    readResources(document).flatMap(({ namespace = "", ...rest }) =>
      factsOf({ ...rest, namespace, value: toValue(rest.node, "kubernetes") }),
    ),
  );
}

const ROLLOUT = "argoproj.io/v1alpha1 Rollout";
const POD = "template: {spec: {containers: []}}";

describe("types of deployment", () => {
  it.each([
    [ROLLOUT, `{${POD}, strategy: {blueGreen: {activeService: web}}}`, ["deployment:blue-green"]],
    [ROLLOUT, `{${POD}, strategy: {canary: {steps: [{setWeight: 5}]}}}`, ["deployment:canary"]],
    [ROLLOUT, `{${POD}, strategy: {canary: {maxSurge: 1}}}`, ["deployment:rolling"]],
    ["flagger.app/v1beta1 Canary", "{analysis: {iterations: 5}}", ["deployment:blue-green"]],
    ["flagger.app/v1beta1 Canary", "{analysis: {iterations: 5, match: [{}]}}", ["deployment:canary"]],
    [
      "networking.istio.io/v1 VirtualService",
      "{hosts: [web], http: [{route: [{weight: 90}, {weight: 10}]}]}",
      ["host:web", "deployment:canary"],
    ],
    [
      "networking.istio.io/v1 VirtualService",
      "{hosts: [web], http: [{route: [{weight: 100}]}]}",
      ["host:web"],
    ],
    [
      "gateway.networking.k8s.io/v1 HTTPRoute",
      "{rules: [{backendRefs: [{weight: 9}, {weight: 1}]}]}",
      ["deployment:canary"],
    ],
    ["argoproj.io/v1alpha1 Application", "{syncPolicy: {automated: {}}}", ["deployment:continuous"]],
    ["argoproj.io/v1alpha1 Application", "{syncPolicy: {automated: {enabled: false}}}", []],
    ["kustomize.toolkit.fluxcd.io/v1 Kustomization", "{suspend: true, prune: true}", ["prunes"]],
    [
      "helm.toolkit.fluxcd.io/v2 HelmRelease",
      "{serviceAccountName: web}",
      ["deployment:continuous", "own-account"],
    ],
  ])("%s %s", (type, spec, expected) => {
    expect(facts(type, spec)).toEqual(expected);
  });
});

describe("what objects of Flux state", () => {
  it.each([
    [
      "helm.toolkit.fluxcd.io/v2 HelmRelease",
      "{suspend: true, chart: {spec: {version: 1.0.0}}}",
      ["states-version"],
    ],
    [
      "helm.toolkit.fluxcd.io/v2 HelmRelease",
      "{suspend: true, driftDetection: {mode: enabled}}",
      ["corrects-drift"],
    ],
    [
      "source.toolkit.fluxcd.io/v1 GitRepository",
      "{ref: {tag: a}, verify: {mode: HEAD}}",
      ["states-revision", "states-verify"],
    ],
    ["source.toolkit.fluxcd.io/v1 OCIRepository", "{url: oci://a/b}", []],
  ])("%s %s", (type, spec, expected) => {
    expect(facts(type, spec)).toEqual(expected);
  });
});
