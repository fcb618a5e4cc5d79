import type { Finding, Severity } from "@plimsoll/core";
import { canBeWaived, type FeatureContext, ruleOf } from "../feature-context.ts";
import { blocks, code, list, plain } from "../words/markdown.ts";
import { ruleLink } from "../words/page-link.ts";
import { whyItMatters } from "../words/rule-page.ts";
import { SEVERITY_WORDS } from "../words/watching-rules.ts";
import { aliasBlock, controlBlock, requirementBlock } from "./references.ts";

/** Findings that are told in full; of the others what is wrong and the rule. */
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
    const lines = brief.map((finding) => `${problemOf(finding)} ${ruleWords(finding, context)}`);
    full.push(list(rest > 0 ? [...lines, `and ${rest} more`] : lines));
  }
  return full.join("\n\n---\n\n");
}

function inFull(finding: Finding, context: FeatureContext): string {
  const rule = ruleOf(context, finding.ruleId);
  return blocks([
    problemOf(finding),
    ruleWords(finding, context),
    // The page is ours: it may hold code spans, and nothing of the workspace.
    whyOf(finding, context),
    requirementBlock(finding.requirements, context),
    controlBlock(finding, rule),
    aliasBlock(finding.aliases),
    waiveLine(finding, context),
  ]);
}

/** What is wrong comes first: the title of a rule says what must hold. */
function problemOf({ severity, message }: Finding): string {
  return `**${SEVERITY_WORDS[severity]}**: ${plain(message)}`;
}

function ruleWords({ ruleId }: Finding, context: FeatureContext): string {
  const title = ruleOf(context, ruleId)?.title;
  const name = ruleLink(ruleId, context);
  return title === undefined ? `Rule ${name}` : `Rule ${name}: ${plain(title)}.`;
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
