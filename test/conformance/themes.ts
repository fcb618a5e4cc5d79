import { DOCKERFILE_PARSE_CODES } from "@plimsoll/syntax";
import type { Finding } from "@plimsoll/core";
import type { CorpusLabel } from "@plimsoll/testkit/corpus";
import { isKubernetesTheme, meaningOf } from "./label-meaning.ts";
import { dockerfileMeaning } from "./themes-dockerfile.ts";
import { isAboutWorkflowTheme, isWorkflowTheme } from "./themes-workflow.ts";

/** What a label of the corpora means here: tells whether a finding is about it. */
export type ThemeMatch = (finding: Finding) => boolean;

const PARSE_PROBLEMS = new Set(DOCKERFILE_PARSE_CODES.map((code) => code.slice(code.indexOf("/") + 1)));

/** How a label is recognised in findings, or undefined where no rule speaks about its theme. */
export function matchOf(corpus: string, label: CorpusLabel): ThemeMatch | undefined {
  const { theme, resource: wanted } = label;
  if (theme === "docker/parse") {
    return ({ ruleId, problem }) => ruleId === "syntax/dockerfile-parses" && PARSE_PROBLEMS.has(problem);
  }
  if (isWorkflowTheme(theme)) return (finding) => isAboutWorkflowTheme(theme, finding);
  const dockerfile = dockerfileMeaning(theme, corpus);
  if (dockerfile !== undefined) {
    const { rules, says = "" } = dockerfile;
    return ({ ruleId, message }) => isOneOf(rules, "dockerfile/", ruleId) && message.includes(says);
  }
  if (!isKubernetesTheme(theme)) return undefined;
  const meaning = meaningOf(corpus, label);
  return ({ ruleId, problem, resource }) =>
    (isOneOf(meaning, "kubernetes/", ruleId) || isOneOf(meaning, "kubernetes/", `${ruleId}#${problem}`)) &&
    isAbout(resource, wanted);
}

function isOneOf(rules: readonly string[], surface: string, ruleId: string): boolean {
  return ruleId.startsWith(surface) && rules.includes(ruleId.slice(surface.length));
}

/** A label of one object does not speak about the others in its file. */
function isAbout(resource: Finding["resource"], wanted: CorpusLabel["resource"]): boolean {
  if (wanted === undefined || resource === undefined) return true;
  return resource.kind === wanted.kind && resource.name === wanted.name;
}
