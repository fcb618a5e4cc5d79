import { defineRule, type WorkspaceProblem, type WorkspaceRule } from "@plimsoll/core";
import { allRequirements, type Requirement } from "@plimsoll/model";
import { factoryWithInventory, type DeclaredFactory } from "../../shared-factory/declared.ts";

export const rule: WorkspaceRule = defineRule({
  id: "factory/attestations-given",
  title: "A person answers for every requirement that only a person can confirm",
  severity: "error",
  confidence: "high",
  surface: "factory",
  catalogue: ["AT001"],
  aliases: [],
  since: "0.2.0",
  *judge(inventory) {
    const factory = factoryWithInventory(inventory);
    if (factory === undefined) return;
    const given = new Set(factory.attestations.flatMap((entry) => entry.get("requirement")?.text ?? []));
    for (const requirement of allRequirements()) {
      if (asksPerson(requirement) && !given.has(requirement.id)) yield missing(requirement, factory);
    }
  },
});

/** What is verified first of all by a statement. A row that rules judge for the most part is no matter of this rule. */
function asksPerson({ catalogueRules, verification, effective }: Requirement): boolean {
  const isDemand = effective === "required" || effective === "preferred" || effective === "recommended";
  return isDemand && verification.primary === "attestation" && catalogueRules.includes("AT001");
}

function missing({ id, title, effective }: Requirement, { file, at }: DeclaredFactory): WorkspaceProblem {
  return {
    problem: "missing",
    file,
    at,
    subject: id,
    // What the design only recommends is no error.
    ...(effective === "required" ? {} : { severity: "warning" }),
    message: `Nobody answers for ${id} (${title}) in \`attestations\`.`,
  };
}
