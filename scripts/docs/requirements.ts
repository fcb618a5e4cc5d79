import {
  automations,
  baselines,
  catalogueRuleById,
  evidenceTypes,
  mappingStatuses,
  phases,
  requirements,
  sections,
  verificationClasses,
} from "@plimsoll/model";
import type { Requirement } from "@plimsoll/model";
import {
  controlsByCatalogueRule,
  controlsByRequirement,
  documentById,
  documents,
} from "@plimsoll/model/controls";
import type { RequirementControl, RuleControl } from "@plimsoll/model/controls";
import { escapeMarkdown, renderTable } from "./markdown.ts";

/** What a requirement's page says of a rule: its id, which is also the path of its page, and its title. */
export interface RuleLink {
  readonly id: string;
  readonly title: string;
}

/** The rules that bear on each requirement, by requirement id. A requirement that is absent has none. */
export type RulesByRequirement = ReadonlyMap<string, readonly RuleLink[]>;

/** First line of every generated page. */
export const generatedMark = "<!-- Generated from packages/model by `npm run generate`. Edits are lost. -->";

/** Name of a requirement's page within `docs/requirements/`. */
export function requirementPageName(requirement: Requirement): string {
  return `${requirement.id}.md`;
}

/** The page of one requirement, as Markdown: what it asks, how it is verified and by which rules, which controls it answers. */
export function renderRequirementPage(requirement: Requirement, rules: readonly RuleLink[]): string {
  return page([
    `# ${requirement.id}`,
    `**${escapeMarkdown(requirement.title)}**`,
    renderHeader(requirement),
    "## Statement",
    escapeMarkdown(requirement.statement),
    "## How it is verified, and what is left",
    escapeMarkdown(requirement.verification.note),
    "## Rules",
    ...renderRules(requirement, rules),
    "## Controls",
    ...renderControls(requirement),
    "## Evidence",
    renderEvidence(requirement),
  ]);
}

/** The index of all requirements, as Markdown, by section and then by table of the reference design. */
export function renderRequirementIndex(rules: RulesByRequirement): string {
  const covered = requirements.filter((requirement) => rulesOf(rules, requirement).length > 0).length;
  return page([
    "# Requirements",
    `What the reference design asks: ${requirements.length} requirements, ${covered} of them with at least one rule. ` +
      "A requirement without a rule is reported as not checked, never as met.",
    "Levels follow from the baseline; for an activity, which has none, from the tools that it needs.",
    renderTable(
      ["Baseline", "Meaning", "Requirements", "With a rule"],
      baselines.map(({ id, meaning }) => {
        const asked = requirements.filter((requirement) => requirement.baseline === id);
        return [
          id,
          meaning,
          String(asked.length),
          String(asked.filter((one) => rulesOf(rules, one).length > 0).length),
        ];
      }),
    ),
    ...sections.flatMap((section) => [
      `## ${sectionTitle(section)}`,
      renderTable(
        ["Requirement", "Title", "Baseline", "Level", "Verified from", "Automation", "Rules"],
        requirements
          .filter((requirement) => requirement.section === section.ref)
          .map((requirement) => indexRow(requirement, rules)),
      ),
    ]),
  ]);
}

function indexRow(requirement: Requirement, rules: RulesByRequirement): readonly string[] {
  return [
    `[${requirement.id}](${requirementPageName(requirement)})`,
    escapeMarkdown(requirement.title),
    requirement.baseline,
    requirement.effective,
    requirement.verification.primary,
    requirement.verification.automation,
    rulesOf(rules, requirement).map(ruleLink).join(", ") || "none",
  ];
}

function renderHeader(requirement: Requirement): string {
  const { verification } = requirement;
  const section = sections.find((entry) => entry.ref === requirement.section);
  const place = section === undefined ? requirement.section : sectionTitle(section);
  const classes = [verification.primary, ...verification.alsoFrom];
  return renderTable(
    ["", ""],
    [
      ["Id", `\`${requirement.id}\``],
      ["Reference", requirement.figure === undefined ? place : `${place} (${requirement.figure})`],
      ["Baseline", `${requirement.baseline}: ${meaningOf(baselines, requirement.baseline)}`],
      ["Effective level", requirement.effective],
      [
        "Phases",
        requirement.phases.map((id) => phases.find((phase) => phase.id === id)?.title ?? id).join(", "),
      ],
      [
        "Verified",
        classes.map((id) => verificationClasses.find((entry) => entry.id === id)?.title ?? id).join("; "),
      ],
      ["Automation", `${verification.automation}: ${meaningOf(automations, verification.automation)}`],
    ],
  );
}

function renderRules(requirement: Requirement, rules: readonly RuleLink[]): readonly string[] {
  const entries = requirement.catalogueRules.flatMap((id) => catalogueRuleById(id) ?? []);
  const unruled =
    entries.length === 0
      ? "No rule can decide it: it is reported as not checked."
      : "No rule checks it yet: it is reported as not checked.";
  return [
    rules.length === 0
      ? unruled
      : rules.map((rule) => `- ${ruleLink(rule)}: ${escapeMarkdown(rule.title)}`).join("\n"),
    ...(entries.length === 0
      ? []
      : ["The rule catalogue foresees for it, each entry by what a finding would mean:"]),
    ...(entries.length === 0
      ? []
      : [entries.map((entry) => `- ${entry.id}: ${escapeMarkdown(entry.meaning)}`).join("\n")]),
  ];
}

function renderControls(requirement: Requirement): readonly string[] {
  const links = controlsByRequirement(requirement.id);
  const inherited = requirement.catalogueRules.flatMap(controlsByCatalogueRule);
  const parts: string[] = [];
  if (links.length > 0) {
    const rows = documents.flatMap(({ id }) =>
      links.filter((link) => link.document === id).map(requirementControlRow),
    );
    parts.push(
      "Linked to the requirement itself:",
      renderTable(["Document", "Place or controls", "Status", "Source"], rows),
    );
  }
  if (inherited.length > 0) {
    parts.push(
      "Through the entries of the rule catalogue:",
      renderTable(["Document", "Controls", "Status"], inheritedRows(inherited)),
    );
  }
  if (parts.length === 0) return ["No control of the documents that the model holds is linked to it."];
  const statuses = new Set([...links, ...inherited].map((link) => link.status));
  const legend = mappingStatuses
    .filter(({ id }) => statuses.has(id))
    .map(({ id, meaning }) => `- ${id}: ${meaning}`);
  return [...parts, `What the statuses mean:`, legend.join("\n")];
}

function requirementControlRow(link: RequirementControl): readonly string[] {
  const places = link.controls?.join(", ") ?? link.ref ?? "";
  const asserted = link.package === undefined ? places : `${link.package}: ${places}`;
  const document = documentById(link.document);
  return [
    escapeMarkdown(document?.title ?? link.document),
    escapeMarkdown(link.note === undefined ? asserted : `${asserted} (${link.note})`),
    link.status,
    escapeMarkdown(link.source ?? document?.source ?? ""),
  ];
}

/** One row a document and status, so that a weak link never hides behind a strong one. */
function inheritedRows(links: readonly RuleControl[]): readonly (readonly string[])[] {
  return documents.flatMap((document) =>
    mappingStatuses.flatMap((status) => {
      const refs = new Set(
        links
          .filter((link) => link.document === document.id && link.status === status.id)
          .map((link) => link.ref),
      );
      return refs.size === 0
        ? []
        : [[escapeMarkdown(document.title), escapeMarkdown([...refs].sort(naturally).join(", ")), status.id]];
    }),
  );
}

function renderEvidence(requirement: Requirement): string {
  if (requirement.evidence.length === 0) return "None is asked for.";
  return requirement.evidence
    .map((id) => `- ${id}: ${evidenceTypes.find((type) => type.id === id)?.title ?? id}`)
    .join("\n");
}

function rulesOf(rules: RulesByRequirement, requirement: Requirement): readonly RuleLink[] {
  return rules.get(requirement.id) ?? [];
}

function ruleLink(rule: RuleLink): string {
  return `[\`${rule.id}\`](../rules/${rule.id}.md)`;
}

function sectionTitle(section: (typeof sections)[number]): string {
  return section.kind === "table" ? `${section.ref}: ${section.title}` : `${section.ref} ${section.title}`;
}

function meaningOf(
  vocabulary: readonly { readonly id: string; readonly meaning: string }[],
  id: string,
): string {
  return vocabulary.find((entry) => entry.id === id)?.meaning ?? id;
}

const collator = new Intl.Collator("en", { numeric: true });

function naturally(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : 1);
}

function page(parts: readonly string[]): string {
  return `${[generatedMark, ...parts].join("\n\n")}\n`;
}
