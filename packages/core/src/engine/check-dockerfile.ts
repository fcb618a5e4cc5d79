import type { Dockerfile } from "@plimsoll/syntax";
import type { DockerfileRule, RuleContext } from "../rule/rule.ts";
import { crashed, type RawFinding, type RawNotChecked } from "./raw-finding.ts";
import type { RuleIndex } from "./rule-index.ts";

export interface DockerfileResult {
  readonly findings: readonly RawFinding[];
  readonly notChecked: readonly RawNotChecked[];
}

const SUBJECT_LENGTH = 500;

/** Judges a Dockerfile. */
export function checkDockerfile(
  file: Dockerfile,
  index: RuleIndex,
  contextOf: (ruleId: string) => RuleContext | undefined,
): DockerfileResult {
  const findings: RawFinding[] = [];
  const notChecked: RawNotChecked[] = [];
  for (const rule of index.dockerfile) {
    const context = contextOf(rule.id);
    if (context === undefined) continue;
    try {
      judge(rule, { file, context }, findings);
    } catch (error) {
      notChecked.push(crashed(rule, undefined, error));
    }
  }
  return { findings, notChecked };
}

function judge(
  rule: DockerfileRule<unknown>,
  { file, context }: { readonly file: Dockerfile; readonly context: RuleContext },
  findings: RawFinding[],
): void {
  for (const problem of rule.check(file, context)) {
    const { start, end } = problem.at;
    findings.push({
      rule,
      problem,
      subject: problem.subject ?? file.text.slice(start, Math.min(end, start + SUBJECT_LENGTH)),
      message: rule.message(problem, context),
      resource: undefined,
      fixes: rule.fix?.(problem, file, context) ?? [],
    });
  }
}
