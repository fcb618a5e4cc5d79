import type { CatalogueRuleId, RequirementId } from "@plimsoll/model";
import type { Attestation } from "../config/declared-inventory.ts";
import { resolveSettings } from "../config/resolve-settings.ts";
import type { Engine } from "../engine/engine.ts";
import type { FileResult } from "../engine/check-file.ts";
import type { Assessment, Finding, WaivedFinding } from "../finding/finding.ts";
import type { Rule } from "../rule/rule.ts";
import { recogniseTools, type ToolDetection } from "../tools/recognise-tools.ts";
import { capabilitiesOf, type Capabilities } from "./capabilities.ts";
import type { EvidenceOutcome, EvidenceSet } from "./evidence/evidence-set.ts";
import { judgeEvidence } from "./evidence/judge-evidence.ts";
import { Reach } from "./reach.ts";

/** What a posture is made from. */
export interface PostureRequest {
  readonly engine: Engine;
  /** Results file by file. */
  readonly results: readonly FileResult[];
  readonly assessment: Pick<Assessment, "findings" | "waived" | "notChecked">;
  /** ISO date. */
  readonly today: string;
  readonly evidence?: EvidenceSet;
}

/** What the rows of the design are judged by. */
export interface PostureContext {
  readonly request: PostureRequest;
  readonly reach: Reach;
  readonly detections: readonly ToolDetection[];
  readonly capabilities: Capabilities;
  readonly evidence: ReadonlyMap<string, EvidenceOutcome>;
  readonly attestations: readonly Attestation[];
  /** Rules of an entry of the catalogue that are on, and whether some are off. */
  readonly rulesOf: (entry: CatalogueRuleId) => { readonly on: readonly Rule[]; readonly off: number };
  readonly findingsOf: (rule: string, requirement: RequirementId) => readonly Finding[];
  readonly waivedOf: (rule: string, requirement: RequirementId) => readonly WaivedFinding[];
}

export function postureContext(request: PostureRequest): PostureContext {
  const { engine, results, assessment, evidence } = request;
  const detections = recogniseTools({
    resources: results.flatMap(({ records }) => records),
    files: results.flatMap(({ facts }) => facts ?? []),
    images: engine.configuration.images,
  });
  const declared = engine.configuration.inventory;
  const rules = rulesByEntry(engine);
  const findings = groupBy(assessment.findings, ({ ruleId }) => ruleId);
  const waived = groupBy(assessment.waived, ({ finding }) => finding.ruleId);
  return {
    request,
    reach: new Reach(results, assessment.notChecked),
    detections,
    capabilities: capabilitiesOf(detections, declared?.tools ?? [], {
      hasRegistry: (declared?.artifactRepository?.host ?? engine.configuration.images.registry) !== undefined,
      hasWorkflows: results.some(({ facts }) => facts?.workflow !== undefined),
    }),
    evidence: new Map(judgeEvidence(evidence).map((outcome) => [outcome.check, outcome])),
    attestations: declared?.attestations ?? [],
    rulesOf: (entry) => rules.get(entry) ?? { on: [], off: 0 },
    findingsOf: (rule, requirement) => about(findings.get(rule) ?? [], requirement),
    waivedOf: (rule, requirement) =>
      (waived.get(rule) ?? []).filter(({ finding }) => finding.requirements.includes(requirement)),
  };
}

/** Findings of one rule that bear on a requirement. Mostly all of them do, since they share their rule's list of requirements. */
function about(findings: readonly Finding[], requirement: RequirementId): readonly Finding[] {
  const [first] = findings;
  if (first === undefined) return findings;
  const isShared = findings.every(({ requirements }) => requirements === first.requirements);
  if (isShared) return first.requirements.includes(requirement) ? findings : [];
  return findings.filter(({ requirements }) => requirements.includes(requirement));
}

function rulesByEntry({ ruleSet, configuration }: Engine) {
  const settings = resolveSettings(configuration, ruleSet, "");
  const byEntry = new Map<string, { on: Rule[]; off: number }>();
  for (const rule of ruleSet.rules.values()) {
    const severity = settings.get(rule.id)?.severity ?? "off";
    for (const entry of rule.catalogue) {
      const known = byEntry.get(entry) ?? { on: [], off: 0 };
      byEntry.set(entry, known);
      if (severity === "off") known.off += 1;
      else known.on.push(rule);
    }
  }
  return byEntry;
}

function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [item]);
    else known.push(item);
  }
  return groups;
}
