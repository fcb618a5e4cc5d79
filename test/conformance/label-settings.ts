import type { OptionValue } from "@plimsoll/core";
import type { CorpusLabel } from "@plimsoll/testkit/corpus";

/** What a label was made under: the version of Kubernetes, and options of rules that stand for parameters of the other tool. */
export interface LabelSettings {
  readonly kubernetesMinor?: number;
  readonly rules?: Readonly<Record<string, Readonly<Record<string, OptionValue>>>>;
}

/** kube-score judges by this version unless told otherwise. */
const KUBE_SCORE_MINOR = 18;

/** Reads the parameters of a label. Those that no option of ours stands for are left out. */
export function settingsOf(corpus: string, { theme, params }: CorpusLabel): LabelSettings {
  if (theme === "k8s/deprecated-api") return { kubernetesMinor: minorOf(corpus, params) };
  const rules = optionsOf(theme, params);
  return rules === undefined ? {} : { rules };
}

/** A version such as 1.27 is written as a number. */
function minorOf(corpus: string, params: unknown): number {
  const version = at(params, "k8sVersion");
  if (typeof version === "number") return Math.round((version - 1) * 100);
  return corpus === "kube-score" ? KUBE_SCORE_MINOR : 37;
}

function optionsOf(theme: string, params: unknown): LabelSettings["rules"] {
  switch (theme) {
    case "k8s/required-labels":
      return { "required-metadata-set": { labels: keys(at(params, "labels")) } };
    case "k8s/required-annotations":
      return { "required-metadata-set": { annotations: keys(at(params, "annotations")) } };
    case "k8s/limits-max":
      return { "resources-within-maximum": maximum(params) };
    case "k8s/requests-max":
      return {
        "resources-within-maximum": {
          requestedCpu: text(at(params, "cpu")),
          requestedMemory: text(at(params, "memory")),
        },
      };
    case "k8s/ephemeral-storage-limit":
      return { "resources-within-maximum": { ephemeralStorage: text(at(params, "ephemeral-storage")) } };
    case "k8s/anonymous-binding":
      return at(params, "allowedRoles") === undefined
        ? undefined
        : { "no-anonymous-subjects": { allowedRoles: texts(at(params, "allowedRoles")) } };
    case "k8s/service-external-ips":
      return { "no-external-ips": { allowed: texts(at(params, "allowedIPs")) } };
    default:
      return undefined;
  }
}

function maximum(params: unknown): Readonly<Record<string, OptionValue>> {
  const ratio = Number(text(at(params, "ratio")));
  const cpuRatio = Number(text(at(params, "cpuRatio")));
  if (ratio > 0) return { memoryRatio: ratio, cpuRatio: cpuRatio > 0 ? cpuRatio : ratio };
  return { cpu: text(at(params, "cpu")), memory: text(at(params, "memory")) };
}

function at(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function keys(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map((one) => text(at(one, "key"))) : [];
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(text) : [];
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
