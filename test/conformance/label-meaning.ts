import type { CorpusLabel } from "@plimsoll/testkit/corpus";
import { at, texts } from "./label-params.ts";
import { meaningOfCheck, objectThemes } from "./themes-kubernetes-objects.ts";
import { kubernetesThemes } from "./themes-kubernetes.ts";
import { controlPlaneMeanings, controlPlaneThemes } from "./themes-control-plane.ts";

const themes = { ...kubernetesThemes, ...objectThemes, ...controlPlaneThemes };
const meanings = { ...meaningOfCheck, ...controlPlaneMeanings };

/** Whether any rule speaks about a theme on Kubernetes. */
export function isKubernetesTheme(theme: string): boolean {
  return Object.hasOwn(themes, theme);
}

/**
 * The rules (without `kubernetes/`), or `rule#problem`, that mean what a label means: by its parameters, by the very check, by the
 * family of checks (what stands before the colon in its name), by all checks of the corpus on the theme, else by the theme.
 */
export function meaningOf(corpus: string, label: CorpusLabel): readonly string[] {
  const { theme, source_rule: check } = label;
  const family = check.slice(0, Math.max(0, check.indexOf(":")));
  return (
    byParameters(label) ??
    meanings[`${theme} ${corpus}:${check}`] ??
    meanings[`${theme} ${corpus}:${family}`] ??
    meanings[`${theme} ${corpus}`] ??
    themes[theme] ??
    []
  );
}

/** Parameters that choose what is asked for at all. */
function byParameters({ theme, params, source_rule: check }: CorpusLabel): readonly string[] | undefined {
  switch (theme) {
    case "k8s/resources-missing":
      if (!check.startsWith("containerresources:")) return undefined;
      return [
        ...texts(at(params, "limits")).map((name) => `${name}-limit-set`),
        ...texts(at(params, "requests")).map((name) => `${name}-request-set`),
      ];
    case "k8s/seccomp":
      return texts(at(params, "allowedProfiles")).includes("not configured")
        ? ["seccomp-not-unconfined"]
        : undefined;
    case "k8s/probes":
      return at(params, "probes") === undefined
        ? undefined
        : texts(at(params, "probes")).map((probe) => `${probe.replace("Probe", "")}-probe-present`);
    case "k8s/host-port":
      return at(params, "hostNetwork") === false ? ["no-host-ports", "host-network-not-shared"] : undefined;
    default:
      return undefined;
  }
}
