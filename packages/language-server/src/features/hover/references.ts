import type { Finding, RuleMeta } from "@plimsoll/core";
import { requirementById } from "@plimsoll/model";
import {
  controlReference,
  controlsByCatalogueRule,
  documentById,
  kubernetesStig,
  type RuleControl,
} from "@plimsoll/model/controls";
import { peerTools } from "@plimsoll/model/peer-checks";
import type { FeatureContext } from "../feature-context.ts";
import { blocks, code, list, plain } from "../words/markdown.ts";
import { requirementLink } from "../words/page-link.ts";

/** Requirements whose statement is shown; of the others only the id. */
const TOLD_REQUIREMENTS = 2;
const MAXIMUM_REFERENCES = 12;

/** What the reference design asks for here: each requirement with its statement, baseline and phases. */
export function requirementBlock(ids: readonly string[], context: FeatureContext): string {
  if (ids.length === 0) return "";
  const told = ids.slice(0, TOLD_REQUIREMENTS).map((id) => requirementLine(id, context));
  const others = ids.slice(TOLD_REQUIREMENTS, MAXIMUM_REFERENCES).map((id) => requirementLink(id, context));
  return blocks([
    "**Reference design**",
    list([...told, ...(others.length === 0 ? [] : [`Also ${others.join(", ")}`])]),
  ]);
}

function requirementLine(id: string, context: FeatureContext): string {
  const found = requirementById(id);
  if (found === undefined) return code(id);
  const { title, baseline, effective, phases, statement } = found;
  const phase = phases.length === 0 ? "no single phase" : `phase ${phases.join(", ")}`;
  return `${requirementLink(id, context)} ${plain(title)}: baseline ${baseline} (${effective}), ${phase}. ${plain(statement)}`;
}

/** How far a link is confirmed, in words that need no legend. */
const STATUS_WORDS: Readonly<Record<RuleControl["status"], string>> = {
  "source-asserted": "the source states the link",
  "id-and-text-verified": "id and text verified",
  "id-verified": "id verified, the link is our judgement",
  unverified: "not verified",
};

/** The controls that a finding bears on, by document, with how far each link is confirmed. */
export function controlBlock(finding: Pick<Finding, "controls">, rule: RuleMeta | undefined): string {
  const links = new Map(
    (rule?.catalogue ?? [])
      .flatMap(controlsByCatalogueRule)
      .map((control) => [controlReference(control), control] as const),
  );
  const groups = new Map<string, string[]>();
  for (const reference of inOrder(finding.controls)) {
    const status = links.get(reference)?.status;
    const document = reference.slice(0, reference.indexOf(":"));
    // An equivalent in another tool is no control; it is listed among the tools.
    if (documentById(document)?.kind === "tool") continue;
    const key = `${documentWords(document)}\n${status === undefined ? "stated by the rule" : STATUS_WORDS[status]}`;
    groups.set(key, [...(groups.get(key) ?? []), controlId(reference)]);
  }
  const lines = [...groups].map(([key, ids]) => {
    const [document = "", status = ""] = key.split("\n");
    return `${plain(document)}: ${ids.slice(0, MAXIMUM_REFERENCES).join(", ")} (${status})`;
  });
  const ccis = ccisOf(finding.controls, [...links.values()]);
  if (ccis.length > 0) lines.push(`CCI: ${ccis.slice(0, MAXIMUM_REFERENCES).map(code).join(", ")}`);
  return lines.length === 0 ? "" : blocks(["**Controls**", list(lines)]);
}

/** What an assessor asks for comes first, and other tools' policies last. */
const DOCUMENTS_FIRST: readonly string[] = [
  "nist-800-53r5",
  "k8s-stig",
  "srg-ctr",
  "disa-image-guide",
  "nist-800-190",
];

function inOrder(references: readonly string[]): readonly string[] {
  const rank = (reference: string): number => {
    const at = DOCUMENTS_FIRST.indexOf(reference.slice(0, reference.indexOf(":")));
    return at < 0 ? DOCUMENTS_FIRST.length : at;
  };
  return [...references].sort((a, b) => rank(a) - rank(b));
}

function documentWords(id: string): string {
  return documentById(id)?.title ?? id;
}

/** Controls of NIST SP 800-53 are written in capitals. */
function controlId(reference: string): string {
  const at = reference.indexOf(":");
  const id = reference.slice(at + 1);
  return code(reference.startsWith("nist-800-53") ? id.toUpperCase() : id);
}

/** CCIs that the image guide prints beside a link, or that the STIG ties to a rule of its own. */
function ccisOf(references: readonly string[], links: readonly RuleControl[]): readonly string[] {
  const cited = new Set(references);
  const printed = links
    .filter((control) => cited.has(controlReference(control)))
    .flatMap(({ cci }) => cci ?? []);
  const tied = kubernetesStig
    .filter(({ vulnId }) => cited.has(`k8s-stig:${vulnId}`))
    .flatMap(({ cci }) => cci);
  return [...new Set([...printed, ...tied])].sort();
}

/** Ids of the same check in other tools, by tool. */
export function aliasBlock(aliases: readonly string[]): string {
  const byTool = new Map<string, string[]>();
  for (const alias of aliases) {
    const at = alias.indexOf(":");
    const tool = alias.slice(0, Math.max(0, at));
    byTool.set(tool, [...(byTool.get(tool) ?? []), code(alias.slice(at + 1))]);
  }
  if (byTool.size === 0) return "";
  const lines = [...byTool].map(([tool, ids]) => `${plain(toolWords(tool))} ${ids.join(", ")}`);
  return `**Same check elsewhere**: ${lines.join("; ")}`;
}

function toolWords(id: string): string {
  return peerTools.find((tool) => tool.id === id)?.title ?? id;
}
