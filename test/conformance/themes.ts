import { DOCKERFILE_PARSE_CODES } from "@plimsoll/syntax";
import type { Finding } from "@plimsoll/core";
import { controlPlaneMeanings, controlPlaneThemes } from "./themes-control-plane.ts";
import { dockerfileMeaning } from "./themes-dockerfile.ts";
import { kubernetesThemes } from "./themes-kubernetes.ts";

/** What a theme of the corpora means here: tells whether a finding is about it. */
export type ThemeMatch = (finding: Finding) => boolean;

const PARSE_PROBLEMS = new Set(DOCKERFILE_PARSE_CODES.map((code) => code.slice(code.indexOf("/") + 1)));

/**
 * How a theme is recognised in findings, or undefined where no rule speaks about it yet. `check` is the labelled check as
 * `<corpus>:<name>`, where one means less than its whole theme.
 */
export function matchOf(theme: string, check = ""): ThemeMatch | undefined {
  if (theme === "docker/parse") {
    return ({ ruleId, problem }) => ruleId === "syntax/dockerfile-parses" && PARSE_PROBLEMS.has(problem);
  }
  const [corpus = ""] = check.split(":");
  const dockerfile = dockerfileMeaning(theme, corpus);
  if (dockerfile !== undefined) {
    const { rules, says = "" } = dockerfile;
    return ({ ruleId, message }) => isOneOf(rules, "dockerfile/", ruleId) && message.includes(says);
  }
  const meaning = controlPlaneMeanings[`${theme} ${check}`];
  const objects = { ...kubernetesThemes, ...controlPlaneThemes };
  const kubernetes = meaning ?? (Object.hasOwn(objects, theme) ? objects[theme] : undefined);
  if (kubernetes === undefined) return undefined;
  return ({ ruleId, problem }) =>
    isOneOf(kubernetes, "kubernetes/", ruleId) || isOneOf(kubernetes, "kubernetes/", `${ruleId}#${problem}`);
}

function isOneOf(rules: readonly string[], surface: string, ruleId: string): boolean {
  return ruleId.startsWith(surface) && rules.includes(ruleId.slice(surface.length));
}
