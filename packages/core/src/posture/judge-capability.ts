import { catalogueRuleById, type Requirement } from "@plimsoll/model";
import { toolProofs } from "./capabilities.ts";
import type { JudgedEntry } from "./judge-entry.ts";
import type { PostureContext } from "./posture-context.ts";
import type { CategoryPosture, EntryPosture, Proof } from "./posture.ts";

type CapabilityEntry = "FI002" | "FI003";

/** Whether every tool category that a requirement names has a component, declared or recognised. */
export function judgeCapability(
  id: CapabilityEntry,
  requirement: Requirement,
  context: PostureContext,
): JudgedEntry {
  const categories = context.capabilities.ofRequirement(requirement.id);
  const proofs = categories.flatMap(toolProofs);
  if (categories.length === 0) {
    const reason = "No category of tools belongs to it; only what people declare can show it.";
    return judged(id, { status: "not-checked", reason }, []);
  }
  const missing = categories.filter(({ count, minimum }) => count < Math.max(1, minimum));
  if (missing.length === 0) return judged(id, { status: "passed" }, proofs);
  const names = missing.map(nameOf).join("; ");
  if (context.reach.isIncomplete("objects") || context.reach.isEmpty) {
    const reason = `Not recognised, and not everything could be read: ${names}.`;
    return judged(id, { status: "not-checked", reason }, proofs);
  }
  return judged(id, { status: "failed", reason: `Neither declared nor recognised: ${names}.` }, proofs);
}

function nameOf({ title, minimum, count, detections }: CategoryPosture): string {
  const offered = detections.filter(({ state }) => state === "offered").map(({ name }) => name);
  const several = minimum > 1 ? ` (${count} of ${minimum})` : "";
  return offered.length === 0
    ? `${title}${several}`
    : `${title}${several}, offered and not in use: ${offered.join(", ")}`;
}

/** Whether what people declare for a requirement is what files show. */
export function judgeDifference(
  requirement: Requirement,
  { capabilities, request }: PostureContext,
): JudgedEntry {
  const ids = new Set(capabilities.ofRequirement(requirement.id).map(({ category }) => category));
  const declared = request.engine.configuration.inventory?.tools ?? [];
  if (declared.length === 0) {
    return judged("FI004", { status: "nothing-to-judge", reason: "Nobody declares any tool." }, []);
  }
  const { undetected, undeclared, matches } = capabilities.comparison;
  const lost = undetected.filter(
    // A tool whose code lies elsewhere by its own word is not expected here.
    ({ category, tool }) =>
      category !== undefined && ids.has(category.id) && tool.iac?.includes("://") !== true,
  );
  const extra = undeclared.filter(({ category }) => ids.has(category));
  const told = [
    ...lost.map(({ tool }) => `${tool.product} is declared, and no file shows it`),
    ...extra.map(({ name }) => `${name} is there, and nobody declares it`),
  ];
  if (told.length > 0) return judged("FI004", { status: "failed", reason: `${told.join("; ")}.` }, []);
  const about = matches.filter(({ category }) => category !== undefined && ids.has(category.id));
  if (about.length === 0) {
    return judged("FI004", { status: "nothing-to-judge", reason: "Nobody declares a tool for it." }, []);
  }
  return judged("FI004", { status: "passed" }, []);
}

function judged(
  id: CapabilityEntry | "FI004",
  { status, reason }: Pick<EntryPosture, "status" | "reason">,
  proofs: readonly Proof[],
): JudgedEntry {
  return {
    entry: {
      entry: id,
      meaning: catalogueRuleById(id)?.meaning ?? id,
      status,
      ...(reason === undefined ? {} : { reason }),
      rules: [],
      findings: status === "failed" ? 1 : 0,
    },
    proofs,
    proofCount: proofs.length,
  };
}
