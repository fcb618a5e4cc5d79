import type { Resource } from "../rule/rule.ts";
import { at, isObject, list } from "./plain-value.ts";

/** The types of deployment of the reference design, 5.1.1 to 5.1.4. */
export type DeploymentType = "blue-green" | "canary" | "rolling" | "continuous";

type Judge = (spec: unknown) => DeploymentType | undefined;

const unlessSuspended: Judge = (spec) => (at(spec, ["suspend"]) === true ? undefined : "continuous");
const whereSplit =
  (lists: readonly string[], key: string): Judge =>
  (spec) =>
    lists.some((one) => isSplit(at(spec, [one]), key)) ? "canary" : undefined;
const whereAutomatic =
  (path: readonly string[]): Judge =>
  (spec) =>
    isAutomatic(at(spec, path)) ? "continuous" : undefined;

const BY_KIND: ReadonlyMap<string, Judge> = new Map<string, Judge>([
  ["argoproj.io/Rollout", (spec) => rolloutType(at(spec, ["strategy"]))],
  ["flagger.app/Canary", (spec) => (isBlueGreen(at(spec, ["analysis"])) ? "blue-green" : "canary")],
  ["networking.istio.io/VirtualService", whereSplit(["http", "tcp", "tls"], "route")],
  ["gateway.networking.k8s.io/HTTPRoute", whereSplit(["rules"], "backendRefs")],
  ["gateway.networking.k8s.io/GRPCRoute", whereSplit(["rules"], "backendRefs")],
  ["argoproj.io/Application", whereAutomatic(["syncPolicy", "automated"])],
  ["argoproj.io/ApplicationSet", whereAutomatic(["template", "spec", "syncPolicy", "automated"])],
  ["kustomize.toolkit.fluxcd.io/Kustomization", unlessSuspended],
  ["helm.toolkit.fluxcd.io/HelmRelease", unlessSuspended],
  ["image.toolkit.fluxcd.io/ImageUpdateAutomation", unlessSuspended],
]);

/** The type of deployment that an object describes; plain workloads say it by their kind and strategy. */
export function deploymentType({ group, kind, value }: Resource): DeploymentType | undefined {
  return BY_KIND.get(`${group}/${kind}`)?.(at(value, ["spec"]));
}

/** A canary of Argo Rollouts without steps and routing replaces pods as a rolling update does. */
function rolloutType(strategy: unknown): DeploymentType | undefined {
  if (isObject(at(strategy, ["blueGreen"]))) return "blue-green";
  const canary = at(strategy, ["canary"]);
  if (!isObject(canary)) return undefined;
  const grows = list(at(canary, ["steps"])).length > 0 || isObject(at(canary, ["trafficRouting"]));
  return grows ? "canary" : "rolling";
}

/** Flagger switches at once where its analysis counts iterations and picks no requests. */
function isBlueGreen(analysis: unknown): boolean {
  return at(analysis, ["iterations"]) !== undefined && list(at(analysis, ["match"])).length === 0;
}

/** Whether a rule divides its requests among several destinations by weight. */
function isSplit(rules: unknown, key: string): boolean {
  return list(rules).some((rule) => {
    const destinations = list(at(rule, [key]));
    return destinations.length > 1 && destinations.some((one) => at(one, ["weight"]) !== undefined);
  });
}

function isAutomatic(automated: unknown): boolean {
  return isObject(automated) && at(automated, ["enabled"]) !== false;
}
