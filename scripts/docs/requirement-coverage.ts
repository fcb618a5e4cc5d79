import { EVIDENCE_CHECKS } from "@plimsoll/core/posture";
import {
  mappingStatuses,
  requirements,
  sections,
  type MappingStatus,
  type Requirement,
} from "@plimsoll/model";
import { controlsByCatalogueRule, controlsByRequirement } from "@plimsoll/model/controls";
import { toolCategories } from "@plimsoll/model/tools";
import { escapeMarkdown, renderTable } from "./markdown.ts";
import { generatedMark, requirementPageName, type RulesByRequirement } from "./requirements.ts";

/** Rules of one row that the table names; its page has all. */
const SHOWN_RULES = 4;

/** The ways in which a row of the design can be shown. */
export interface RowCoverage {
  readonly rules: readonly string[];
  /** Checks on evidence, by their ids in the catalogue. */
  readonly evidence: readonly string[];
  /** Categories of tools that are recognised. */
  readonly tools: readonly string[];
  /** Whether a statement of a person counts for it, and how. */
  readonly attestation: "alone" | "completes" | "no";
}

/** How a row can be shown. */
export function coverageOf(requirement: Requirement, rules: RulesByRequirement): RowCoverage {
  const { id, catalogueRules, verification } = requirement;
  const { primary, alsoFrom, automation } = verification;
  const ruled = rules.get(id)?.map((rule) => rule.id) ?? [];
  const evidence = catalogueRules.filter((entry) => EVIDENCE_CHECKS.includes(entry));
  const tools = toolCategories()
    .filter((category) => category.requirements.includes(id))
    .map(({ title }) => title);
  const judged = catalogueRules.filter((entry) => !entry.startsWith("AT"));
  const alone = automation === "none" || judged.length === 0;
  const completes =
    automation !== "full" &&
    (primary === "attestation" || alsoFrom.includes("attestation") || catalogueRules.includes("AT001"));
  return { rules: ruled, evidence, tools, attestation: alone ? "alone" : completes ? "completes" : "no" };
}

/** The table of all rows: rules, evidence, tools or a statement for each, and how far its links to controls were verified. */
export function renderCoverage(rules: RulesByRequirement): string {
  const rows = requirements.map((requirement) => ({ requirement, coverage: coverageOf(requirement, rules) }));
  const count = (is: (coverage: RowCoverage) => boolean): string =>
    String(rows.filter(({ coverage }) => is(coverage)).length);
  return `${[
    generatedMark,
    "# How each requirement is shown",
    `All ${requirements.length} rows of the reference design, and by what \`plimsoll assess\` judges each. No row is empty.`,
    renderTable(
      ["Shown by", "Rows"],
      [
        ["at least one rule", count((row) => row.rules.length > 0)],
        ["evidence that the actions write", count((row) => row.evidence.length > 0)],
        ["tools that are recognised", count((row) => row.tools.length > 0)],
        ["a statement that completes what programs judge", count((row) => row.attestation === "completes")],
        ["a statement alone", count((row) => row.attestation === "alone")],
      ],
    ),
    "The last column says how far the links from the row to controls of other documents were verified:",
    mappingStatuses.map(({ id, meaning }) => `- ${id}: ${meaning}`).join("\n"),
    ...sections.flatMap((section) => {
      const own = rows.filter(({ requirement }) => requirement.section === section.ref);
      const title =
        section.kind === "table" ? `${section.ref}: ${section.title}` : `${section.ref} ${section.title}`;
      return [
        `## ${title}`,
        renderTable(
          ["Requirement", "Level", "Rules", "Evidence", "Tools", "Statement", "Mappings"],
          own.map(rowOf),
        ),
      ];
    }),
  ].join("\n\n")}\n`;
}

function rowOf({
  requirement,
  coverage,
}: {
  readonly requirement: Requirement;
  readonly coverage: RowCoverage;
}): readonly string[] {
  const { rules, evidence, tools, attestation } = coverage;
  const shown = rules.slice(0, SHOWN_RULES).map((id) => `[\`${id}\`](../rules/${id}.md)`);
  const more = rules.length > SHOWN_RULES ? [`and ${rules.length - SHOWN_RULES} more`] : [];
  return [
    `[${requirement.id}](${requirementPageName(requirement)})`,
    requirement.effective,
    [...shown, ...more].join(", ") || "–",
    evidence.join(", ") || "–",
    tools.map(escapeMarkdown).join(", ") || "–",
    attestation === "no" ? "–" : attestation,
    mappingsOf(requirement),
  ];
}

/** How many links have which status; the row's own and those of its catalogue entries. */
function mappingsOf({ id, catalogueRules }: Requirement): string {
  const statuses: readonly MappingStatus[] = [
    ...controlsByRequirement(id).map(({ status }) => status),
    ...catalogueRules.flatMap(controlsByCatalogueRule).map(({ status }) => status),
  ];
  const counts = mappingStatuses.flatMap((status) => {
    const count = statuses.filter((one) => one === status.id).length;
    return count === 0 ? [] : [`${count} ${status.id}`];
  });
  return counts.join(", ") || "no link";
}
