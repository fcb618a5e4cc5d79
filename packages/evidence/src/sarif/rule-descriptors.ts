import { levelOf, messageOf } from "./sarif-text.ts";
import { ruleAddress } from "../report/rule-address.ts";
import { MAXIMUM_TAGS } from "./limits.ts";
import type { Confidence, Finding, Rule, Severity } from "@plimsoll/core";
import type { ReportContext } from "../report/report-context.ts";
import type { SarifDescriptor, SarifDescriptorReference } from "./sarif-log.ts";
import type { TaxonomyList } from "./taxonomies.ts";

/** What is known about a rule: from the rule itself or, for findings of the engine, from a finding. */
interface RuleFacts {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly requirements: readonly string[];
  readonly controls: readonly string[];
  readonly aliases: readonly string[];
  readonly formerly: readonly string[];
  readonly since: string | undefined;
}

/** Code scanning sorts by this number, read as a CVSS score: error in the middle of high, warning of medium, info of low. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = { error: "8.0", warning: "5.5", info: "2.0" };
const PROBLEM_SEVERITY: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "recommendation",
};

/** The rules of a run, each with its index. */
export class RuleList {
  readonly #indexes = new Map<string, number>();
  readonly #facts: RuleFacts[] = [];

  /** Starts with the rules of the rule set, then adds those that only findings name. */
  constructor(findings: readonly Finding[], context: ReportContext) {
    for (const rule of context.ruleSet.rules.values()) this.#add(rule.id, () => factsOfRule(rule, context));
    for (const finding of findings) this.#add(finding.ruleId, () => factsOfFinding(finding));
  }

  /** The reference to a rule, or undefined where the run does not know it. */
  refer(id: string): SarifDescriptorReference | undefined {
    const index = this.#indexes.get(id);
    return index === undefined ? undefined : { id, index };
  }

  /** Whether the rule's own requirements and controls say what the finding's say. */
  agreesWith(finding: Finding): boolean {
    const facts = this.#facts[this.#indexes.get(finding.ruleId) ?? -1];
    if (facts === undefined) return false;
    return sameItems(facts.requirements, finding.requirements) && sameItems(facts.controls, finding.controls);
  }

  /** How many rules have more tags than code scanning takes. */
  get rulesWithCutTags(): number {
    return this.#facts.filter((facts) => tagsOf(facts).length > MAXIMUM_TAGS).length;
  }

  descriptors(context: ReportContext, taxonomies: TaxonomyList): readonly SarifDescriptor[] {
    return this.#facts.map((facts) => descriptorOf(facts, context, taxonomies));
  }

  #add(id: string, facts: () => RuleFacts): void {
    if (this.#indexes.has(id)) return;
    this.#indexes.set(id, this.#facts.length);
    this.#facts.push(facts());
  }
}

function factsOfRule(rule: Rule, { ruleSet }: ReportContext): RuleFacts {
  const { id, title, severity, confidence, aliases, since, formerly = [] } = rule;
  const references = Object.hasOwn(ruleSet.references, id) ? ruleSet.references[id] : undefined;
  const requirements = merge(references?.requirements, rule.requirements);
  const controls = merge(references?.controls, rule.controls);
  return { id, title, severity, confidence, requirements, controls, aliases, formerly, since };
}

function factsOfFinding(finding: Finding): RuleFacts {
  const { ruleId: id, severity, confidence, requirements, controls, aliases } = finding;
  return {
    id,
    title: id,
    severity,
    confidence,
    requirements,
    controls,
    aliases,
    formerly: [],
    since: undefined,
  };
}

function merge(first: readonly string[] = [], second: readonly string[] = []): readonly string[] {
  return [...new Set([...first, ...second])];
}

function sameItems(a: readonly string[], b: readonly string[]): boolean {
  const known = new Set(a);
  return new Set(b).size === known.size && b.every((item) => known.has(item));
}

function descriptorOf(facts: RuleFacts, context: ReportContext, taxonomies: TaxonomyList): SarifDescriptor {
  const helpUri = ruleAddress(facts.id, context);
  const targets = taxonomies.referTo(facts.requirements, facts.controls);
  return {
    id: facts.id,
    name: pascalName(facts.id),
    ...(facts.formerly.length === 0 ? {} : { deprecatedIds: facts.formerly }),
    shortDescription: messageOf(facts.title),
    fullDescription: messageOf(facts.title),
    defaultConfiguration: { level: levelOf(facts.severity) },
    ...(helpUri === undefined ? {} : { helpUri }),
    help: helpOf(facts, context, helpUri),
    relationships: targets.map((target) => ({ target, kinds: ["relevant"] })),
    properties: propertiesOf(facts),
  };
}

function propertiesOf(facts: RuleFacts): Readonly<Record<string, unknown>> {
  return {
    tags: tagsOf(facts).slice(0, MAXIMUM_TAGS),
    precision: facts.confidence,
    "problem.severity": PROBLEM_SEVERITY[facts.severity],
    "security-severity": SECURITY_SEVERITY[facts.severity],
    requirements: facts.requirements,
    controls: facts.controls,
    aliases: facts.aliases,
    ...(facts.since === undefined ? {} : { since: facts.since }),
  };
}

/** `security` makes code scanning read the score; the rest are filters for people. */
function tagsOf(facts: RuleFacts): readonly string[] {
  const surface = facts.id.split("/")[0] ?? facts.id;
  return merge(["security", surface, ...facts.requirements], facts.controls);
}

/** The rule's own page where there is one, with what it fulfils. */
function helpOf(
  facts: RuleFacts,
  context: ReportContext,
  helpUri: string | undefined,
): { text: string; markdown: string } {
  const lists = [
    listLine("Requirements", facts.requirements),
    listLine("Controls", facts.controls),
    listLine("Same check in other tools", facts.aliases),
  ].filter((line) => line !== "");
  const title = messageOf(facts.title).text;
  const text = [`${title}.`, ...lists, ...(helpUri === undefined ? [] : [helpUri])].join("\n");
  const prose = context.ruleHelp?.(facts.id);
  const link = helpUri === undefined ? [] : [`[Documentation](<${helpUri}>)`];
  const body =
    prose === undefined ? [`${inlineCode(facts.id)}: ${title.replaceAll("<", "&lt;")}.`] : [prose.trim()];
  const markdown = [...body, ...lists.map((line) => line.replaceAll("<", "&lt;")), ...link].join("\n\n");
  return { text, markdown };
}

function listLine(label: string, items: readonly string[]): string {
  return items.length === 0 ? "" : `${label}: ${messageOf(items.join(", ")).text}`;
}

function inlineCode(text: string): string {
  return `\`${text.replaceAll("`", "'")}\``;
}

/** `kubernetes/containers-not-privileged` as `ContainersNotPrivileged`, the form that the standard asks of names. */
function pascalName(id: string): string {
  const slug = id.split("/").at(-1) ?? id;
  return slug
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}
