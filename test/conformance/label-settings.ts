import type { OptionValue } from "@plimsoll/core";
import type { CorpusLabel } from "@plimsoll/testkit/corpus";
import { at, keys, text, texts, trustedPatterns } from "./label-params.ts";

type Options = Readonly<Record<string, OptionValue>>;

/** What a label was made under: the version of Kubernetes, and what of our configuration stands for parameters of the other tool. */
export interface LabelSettings {
  readonly kubernetesMinor?: number;
  /** By rule, without `kubernetes/`. */
  readonly rules?: Readonly<Record<string, Options>>;
  /** Patterns of images that are approved, in place of Iron Bank. */
  readonly trusted?: readonly string[];
}

/** kube-score judges by this version unless told otherwise. */
const KUBE_SCORE_MINOR = 18;

/** Reads the parameters of a label, and what its tool takes for granted. Those that nothing of ours stands for are left out. */
export function settingsOf(corpus: string, label: CorpusLabel): LabelSettings {
  const { theme, params, source_rule: check } = label;
  if (theme === "k8s/deprecated-api") return { kubernetesMinor: minorOf(corpus, params) };
  if (theme === "k8s/image-registry") return registrySettings(check, params);
  const rules = defaultsOf(corpus, theme, check) ?? PARAMETERS[theme]?.(params);
  return rules === undefined ? {} : { rules };
}

/** A version such as 1.27 is written as a number. */
function minorOf(corpus: string, params: unknown): number {
  const version = at(params, "k8sVersion");
  if (typeof version === "number") return Math.round((version - 1) * 100);
  return corpus === "kube-score" ? KUBE_SCORE_MINOR : 37;
}

/** What checks ask for without being told, where our default is another. */
const DEFAULTS: Readonly<Record<string, LabelSettings["rules"]>> = {
  "k8s/replicas kube-score": { "replicas-sufficient": { minimum: 2 } },
  "k8s/replicas polaris": { "replicas-sufficient": { minimum: 2 } },
  "k8s/hpa polaris:hpaMinAvailability": { "autoscaler-range-set": { minimum: 2 } },
  "k8s/probes kube-score": {
    "liveness-probe-present": { onePerPod: true },
    "readiness-probe-present": { onePerPod: true },
  },
  "k8s/update-strategy kube-linter": { "rollout-strategy-safe": { stated: true } },
  "k8s/image-pull-policy polaris": { "image-pull-policy-always": { stated: true } },
  "k8s/capabilities-add trivy-checks-examples": { "no-added-capabilities": { allowed: [] } },
  "k8s/host-path kics:non_kube_system_pod_with_host_mount": {
    "no-host-path-volumes": { exemptNamespaces: ["kube-system"] },
  },
};

function defaultsOf(corpus: string, theme: string, check: string): LabelSettings["rules"] {
  return DEFAULTS[`${theme} ${corpus}:${check}`] ?? DEFAULTS[`${theme} ${corpus}`];
}

function registrySettings(check: string, params: unknown): LabelSettings {
  if (check.startsWith("disallowedrepos"))
    return { rules: { "image-registry-current": { left: texts(at(params, "repos")) } } };
  const names = [...texts(at(params, "repos")), ...texts(at(params, "allowedImages"))];
  return names.length === 0 ? {} : { trusted: names.flatMap(trustedPatterns) };
}

/** How the parameters of a theme become options. */
const PARAMETERS: Readonly<Record<string, (params: unknown) => LabelSettings["rules"]>> = {
  "k8s/required-labels": (params) => ({ "required-metadata-set": { labels: keys(at(params, "labels")) } }),
  "k8s/required-annotations": (params) => ({
    "required-metadata-set": { annotations: keys(at(params, "annotations")) },
  }),
  "k8s/limits-max": (params) => ({ "resources-within-maximum": maximum(params) }),
  "k8s/requests-max": (params) => ({
    "resources-within-maximum": {
      requestedCpu: text(at(params, "cpu")),
      requestedMemory: text(at(params, "memory")),
    },
  }),
  "k8s/ephemeral-storage-limit": (params) => ({
    "resources-within-maximum": { ephemeralStorage: text(at(params, "ephemeral-storage")) },
  }),
  "k8s/anonymous-binding": (params) =>
    at(params, "allowedRoles") === undefined
      ? undefined
      : { "no-anonymous-subjects": { allowedRoles: texts(at(params, "allowedRoles")) } },
  "k8s/service-external-ips": (params) => ({
    "no-external-ips": { allowed: texts(at(params, "allowedIPs")) },
  }),
  "k8s/sysctls": (params) => ({ "sysctls-safe": { forbidden: forbiddenSysctls(params) } }),
  "k8s/host-path": hostPaths,
  "k8s/host-port": (params) => ({
    "no-host-ports": { lowest: Number(at(params, "min") ?? 0), highest: Number(at(params, "max") ?? 0) },
  }),
  "k8s/seccomp": (params) => ({ "seccomp-not-unconfined": { localProfiles: localProfiles(params) } }),
};

function maximum(params: unknown): Options {
  const ratio = Number(text(at(params, "ratio")));
  const cpuRatio = Number(text(at(params, "cpuRatio")));
  if (ratio > 0) return { memoryRatio: ratio, cpuRatio: cpuRatio > 0 ? cpuRatio : ratio };
  return { cpu: text(at(params, "cpu")), memory: text(at(params, "memory")) };
}

/** An empty list of allowed ones allows none; without the list all are. */
function forbiddenSysctls(params: unknown): readonly string[] {
  const allowed = at(params, "allowedSysctls");
  return Array.isArray(allowed) && allowed.length === 0 ? ["*"] : texts(at(params, "forbiddenSysctls"));
}

function hostPaths(params: unknown): LabelSettings["rules"] {
  const list = at(params, "allowedHostPaths");
  const paths: readonly unknown[] = Array.isArray(list) ? list : [];
  const readOnly = paths.filter((path) => at(path, "readOnly") === true);
  const written = paths.filter((path) => at(path, "readOnly") !== true);
  const prefixes = (from: readonly unknown[]): string[] => from.map((path) => text(at(path, "pathPrefix")));
  return { "no-host-path-volumes": { allowed: prefixes(written), allowedForReading: prefixes(readOnly) } };
}

/** Local profiles that are named one by one; any where one of the entries says so. */
function localProfiles(params: unknown): readonly string[] {
  const start = "localhost/";
  const named = texts(at(params, "allowedProfiles"))
    .filter((profile) => profile.startsWith(start))
    .map((profile) => profile.slice(start.length));
  const files = [...named, ...texts(at(params, "allowedLocalhostFiles"))];
  return files.some((file) => file.includes("*")) ? [] : files;
}
