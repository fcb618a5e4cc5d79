import { allRequirements, type EffectiveLevel } from "@plimsoll/model";
import { impactLevels } from "../config/declared-inventory.ts";
import type { Assessment, NotChecked } from "../finding/finding.ts";
import { judgeRequirement } from "./judge-requirement.ts";
import { postureContext, type PostureRequest } from "./posture-context.ts";
import type { Posture, PostureScore, PostureVerdict, RequirementPosture } from "./posture.ts";

/** What a row weighs in the score. What the text only explains or allows is shown and not counted. */
const WEIGHTS: Readonly<Record<EffectiveLevel, number>> = {
  required: 3,
  preferred: 2,
  recommended: 1,
  permitted: 0,
  informative: 0,
};

/** Files that are named of those which were not checked for one reason. */
const NAMED_FILES = 20;

/** How the workspace stands against every row of the design. */
export function assessPosture(request: PostureRequest & { readonly assessment: Assessment }): Posture {
  const context = postureContext(request);
  const rows = allRequirements().map((requirement) => judgeRequirement(requirement, context));
  const { profile } = request.engine.configuration;
  const impactLevel = impactLevelOf(request);
  const { undetected, undeclared } = context.capabilities.comparison;
  return {
    profile,
    ...(impactLevel === undefined ? {} : { impactLevel }),
    assessedOn: request.today,
    summary: request.assessment.summary,
    score: scoreOf(rows),
    counts: countsOf(rows),
    requirements: rows,
    tools: context.capabilities.categories,
    differences: {
      undetected: undetected.map(({ tool }) => tool).filter(({ iac }) => iac?.includes("://") !== true),
      undeclared,
    },
    unchecked: uncheckedOf(request.assessment.notChecked),
    unreadable: request.evidence?.unreadable ?? [],
  };
}

/** The verdicts of {@link assessPosture} alone, for hosts that show the rest themselves. */
export function judgeRequirements(request: PostureRequest): readonly RequirementPosture[] {
  const context = postureContext(request);
  return allRequirements().map((requirement) => judgeRequirement(requirement, context));
}

/** That of the profile; where it stands for none, the highest that an environment declares. */
function impactLevelOf({ engine }: PostureRequest): string | undefined {
  const { profile, inventory } = engine.configuration;
  const declared = inventory?.environments?.flatMap((environment) => environment.impactLevel ?? []) ?? [];
  const level = impactLevels.find((one) => one === profile) ?? declared.toSorted().at(-1);
  return level?.toUpperCase();
}

/** The share of the weight that is known to be met. What could not be checked counts as not met. */
export function scoreOf(rows: readonly Pick<RequirementPosture, "effective" | "verdict">[]): PostureScore {
  const weightOf = (verdicts: readonly PostureVerdict[]): number =>
    rows
      .filter(({ verdict }) => verdicts.includes(verdict))
      .reduce((sum, { effective }) => sum + WEIGHTS[effective], 0);
  const of = weightOf(["met", "not-met", "not-checked", "needs-attestation"]);
  const points = weightOf(["met"]);
  const open = weightOf(["not-checked", "needs-attestation"]);
  const share = (part: number): number => (of === 0 ? 0 : Math.floor((part * 100) / of));
  return { points, of, percent: share(points), ceiling: share(points + open) };
}

function countsOf(rows: readonly RequirementPosture[]): Posture["counts"] {
  const count = (verdict: PostureVerdict): number => rows.filter((row) => row.verdict === verdict).length;
  return {
    met: count("met"),
    "not-met": count("not-met"),
    "not-checked": count("not-checked"),
    "needs-attestation": count("needs-attestation"),
  };
}

function uncheckedOf(notChecked: readonly NotChecked[]): Posture["unchecked"] {
  const groups = new Map<string, { count: number; reason: string; files: Set<string> }>();
  for (const { code, reason, file } of notChecked) {
    const known = groups.get(code) ?? { count: 0, reason, files: new Set<string>() };
    groups.set(code, known);
    known.count += 1;
    if (file !== undefined && known.files.size < NAMED_FILES) known.files.add(file);
  }
  return [...groups].map(([code, { count, reason, files }]) => ({ code, count, reason, files: [...files] }));
}
