import type { CatalogueRuleId, Requirement, VerificationClass } from "@plimsoll/model";
import { attestedBy, type AttestedRequirement } from "./attestations.ts";
import { judgeEntry, KEPT_PROOFS } from "./judge-entry.ts";
import type { PostureContext } from "./posture-context.ts";
import type { EntryPosture, PostureReason, PostureVerdict, Proof, RequirementPosture } from "./posture.ts";

/** Which entries of the catalogue read what a class of verification names. */
const PREFIXES: Readonly<Record<VerificationClass, readonly string[]>> = {
  dockerfile: ["DF"],
  manifest: ["KM", "MS", "GO"],
  pipeline: ["CI"],
  report: ["SR"],
  registry: ["RG"],
  inventory: ["FI"],
  attestation: ["AT"],
};

interface Standing {
  readonly verdict: PostureVerdict;
  readonly reasons: readonly PostureReason[];
}

/** Judges one row of the design by everything that is known. */
export function judgeRequirement(requirement: Requirement, context: PostureContext): RequirementPosture {
  const judged = entriesOf(requirement, context).map((id) => judgeEntry(id, requirement, context));
  const attested = attestedBy(requirement.id, context.attestations, context.request.today);
  const { verdict, reasons } = standingOf(
    requirement,
    judged.map(({ entry }) => entry),
    attested,
  );
  const proofs = sorted([
    ...judged.flatMap((one) => one.proofs),
    ...attested.current.map((attestation): Proof => ({ kind: "attestation", attestation })),
  ]);
  const { id, title, section, baseline, effective, phases } = requirement;
  return {
    requirement: id,
    title,
    section,
    baseline,
    effective,
    phases,
    verdict,
    reasons,
    entries: judged.map(({ entry }) => entry),
    proofs: proofs.slice(0, KEPT_PROOFS),
    proofCount: judged.reduce((sum, one) => sum + one.proofCount, attested.current.length),
  };
}

/**
 * The entries that a program can judge. A row that a category of tools names needs a component, whether or not the catalogue says
 * so: rules on meshes find nothing where there is no mesh.
 */
function entriesOf(
  { id, catalogueRules, effective }: Requirement,
  context: PostureContext,
): readonly CatalogueRuleId[] {
  const judged = catalogueRules.filter((entry) => !entry.startsWith("AT"));
  const asksTools = judged.includes("FI002") || judged.includes("FI003");
  const needs = context.capabilities.ofRequirement(id).some(({ minimum }) => minimum > 0);
  if (asksTools || !needs || effective === "permitted") return judged;
  return [...judged, "FI002"];
}

function standingOf(
  requirement: Requirement,
  entries: readonly EntryPosture[],
  attested: AttestedRequirement,
): Standing {
  const { automation } = requirement.verification;
  if (automation === "none") return byPeople(attested);
  const failed = entries.filter(({ status }) => status === "failed");
  if (failed.length > 0)
    return { verdict: "not-met", reasons: failed.map((entry) => reasonOf("failed", entry)) };
  const missing = whyNotChecked(requirement, entries);
  if (missing.length > 0) {
    if (attested.current.length > 0 && mayAttest(requirement, entries)) return met;
    return mustAttest(requirement, entries)
      ? { verdict: "needs-attestation", reasons: [...missing, ...byPeople(attested).reasons] }
      : { verdict: "not-checked", reasons: missing };
  }
  return asksPeople(requirement) ? byPeople(attested) : met;
}

const met: Standing = { verdict: "met", reasons: [] };

function byPeople({ current, refused }: AttestedRequirement): Standing {
  if (current.length > 0) return met;
  const reasons = refused.map(({ code, message }) => ({ code, message }));
  const needed = {
    code: "posture/attestation-missing",
    message: "A person has to say so, in the configuration's inventory.",
  };
  return { verdict: "needs-attestation", reasons: reasons.length > 0 ? reasons : [needed] };
}

/** A part that only people know remains, even where all rules are content. */
function asksPeople({ verification, catalogueRules }: Requirement): boolean {
  const { primary, alsoFrom, automation } = verification;
  if (automation === "full") return false;
  return primary === "attestation" || alsoFrom.includes("attestation") || catalogueRules.includes("AT001");
}

/** Whether a statement may stand in for what a program could not judge. */
function mayAttest(requirement: Requirement, entries: readonly EntryPosture[]): boolean {
  return entries.length === 0 || requirement.verification.automation !== "full" || asksPeople(requirement);
}

/** Whether nothing but a statement can ever show it. */
function mustAttest({ verification }: Requirement, entries: readonly EntryPosture[]): boolean {
  return entries.length === 0 || verification.primary === "attestation";
}

/** Why a row cannot be called met: entries that could not be judged, or nothing to judge of the kind that it is verified from. */
function whyNotChecked(
  { verification }: Requirement,
  entries: readonly EntryPosture[],
): readonly PostureReason[] {
  if (entries.length === 0) {
    return [{ code: "posture/no-rule", message: "No rule and no evidence can show it." }];
  }
  const blocked = entries.filter(({ status }) => status === "not-checked");
  if (blocked.length > 0) return blocked.map((entry) => reasonOf("not-checked", entry));
  const judged = entries.filter(({ status }) => status === "passed" || status === "noted");
  const prefixes = PREFIXES[verification.primary];
  const primary = entries.filter(({ entry }) => prefixes.some((prefix) => entry.startsWith(prefix)));
  const ofPrimary = primary.length === 0 || primary.some((entry) => judged.includes(entry));
  // One rule that had something to look at does not show what four ask for.
  const isShown = judged.length > 0 && ofPrimary && judged.length * 2 >= entries.length;
  if (isShown) return [];
  return entries
    .filter((entry) => !judged.includes(entry))
    .map((entry) => reasonOf("nothing-to-judge", entry));
}

function reasonOf(code: string, { entry, meaning, reason }: EntryPosture): PostureReason {
  return { code: `posture/${code}`, message: `${entry} (${meaning}): ${reason ?? "no reason is known"}` };
}

const ORDER: readonly Proof["kind"][] = [
  "finding",
  "waived",
  "evidence",
  "attestation",
  "tool",
  "declared",
  "rule",
];

/** Findings first, errors before warnings; then what excuses and what shows. */
function sorted(proofs: readonly Proof[]): readonly Proof[] {
  const severities = ["error", "warning", "info"];
  const weight = (proof: Proof): number =>
    ORDER.indexOf(proof.kind) * 10 + (proof.kind === "finding" ? severities.indexOf(proof.severity) : 0);
  return [...proofs].sort((a, b) => weight(a) - weight(b));
}
