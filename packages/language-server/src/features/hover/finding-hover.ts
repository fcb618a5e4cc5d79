import type { Finding, Severity } from "@plimsoll/core";
import { canBeWaived, type FeatureContext, ruleOf } from "../feature-context.ts";
import { blocks, code, link, list, plain } from "../words/markdown.ts";
import { whyItMatters } from "../words/rule-page.ts";
import { SEVERITY_WORDS } from "../words/watching-rules.ts";
import { aliasBlock, controlBlock, requirementBlock } from "./references.ts";

/** Findings that are told in full; of the others the title and the words. */
const TOLD_IN_FULL = 2;
const MAXIMUM_FINDINGS = 10;

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Everything that is known of the findings at one place, the heaviest first. */
export function findingHover(findings: readonly Finding[], context: FeatureContext): string {
  const ordered = [...findings].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
  const full = ordered.slice(0, TOLD_IN_FULL).map((finding) => inFull(finding, context));
  const brief = ordered.slice(TOLD_IN_FULL, MAXIMUM_FINDINGS);
  const rest = ordered.length - full.length - brief.length;
  if (brief.length > 0) {
    const lines = brief.map((finding) => `${titleOf(finding, context)}. ${plain(finding.message)}`);
    full.push(list(rest > 0 ? [...lines, `and ${rest} more`] : lines));
  }
  return full.join("\n\n---\n\n");
}

function inFull(finding: Finding, context: FeatureContext): string {
  const rule = ruleOf(context, finding.ruleId);
  return blocks([
    titleOf(finding, context),
    plain(finding.message),
    // The page is ours: it may hold code spans, and nothing of the workspace.
    whyOf(finding, context),
    requirementBlock(finding.requirements),
    controlBlock(finding, rule),
    aliasBlock(finding.aliases),
    waiveLine(finding, context),
  ]);
}

function titleOf(finding: Finding, context: FeatureContext): string {
  const { ruleId, severity } = finding;
  const title = ruleOf(context, ruleId)?.title;
  const name = link(code(ruleId), context.addressOf(ruleId));
  return `**${SEVERITY_WORDS[severity]}**: ${title === undefined ? "" : `${plain(title)}. `}${name}`;
}

function whyOf({ ruleId }: Finding, context: FeatureContext): string {
  const page = whyItMatters(context.pageOf(ruleId));
  if (page !== undefined) return page;
  const rule = ruleOf(context, ruleId);
  const description = rule !== undefined && "description" in rule ? rule.description : undefined;
  return typeof description === "string" ? plain(description) : "";
}

function waiveLine({ ruleId, fingerprint }: Finding, context: FeatureContext): string {
  if (!canBeWaived(context, ruleId) || fingerprint === "") return "";
  return `**Waive**: quick fix "Waive with justification", or ${code(`plimsoll waive ${fingerprint.slice(0, 12)}`)}`;
}
