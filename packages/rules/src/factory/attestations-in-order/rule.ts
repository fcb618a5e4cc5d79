import { defineRule, nearest, type WorkspaceProblem, type WorkspaceRule } from "@plimsoll/core";
import { isAudience } from "@plimsoll/core/posture";
import { audiences, requirementById, requirementIds } from "@plimsoll/model";
import {
  factoryWithInventory,
  type DeclaredEntry,
  type DeclaredText,
} from "../../shared-factory/declared.ts";

export const rule: WorkspaceRule = defineRule({
  id: "factory/attestations-in-order",
  title:
    "Attestations come from a role that may give them, about a requirement of the design, and end within a year",
  severity: "error",
  confidence: "high",
  surface: "factory",
  catalogue: ["AT002"],
  aliases: [],
  since: "0.2.0",
  *judge(inventory, { today }) {
    const factory = factoryWithInventory(inventory);
    if (factory === undefined) return;
    for (const entry of factory.attestations) {
      for (const problem of [requirementProblem(entry), roleProblem(entry), timeProblem(entry, today)])
        if (problem !== undefined) yield { ...problem, file: factory.file };
    }
  },
});

type Unplaced = Omit<Extract<WorkspaceProblem, { readonly file: string }>, "file">;

function requirementProblem(entry: DeclaredEntry): Unplaced | undefined {
  const requirement = entry.get("requirement");
  if (requirement === undefined || requirementById(requirement.text) !== undefined) return undefined;
  const near = nearest(requirement.text, requirementIds);
  const hint = near === undefined ? "" : ` Did you mean ${near}?`;
  return told(
    "unknownRequirement",
    requirement,
    `"${requirement.text}" is no requirement of the design.${hint}`,
  );
}

function roleProblem(entry: DeclaredEntry): Unplaced | undefined {
  const role = entry.get("role");
  if (role === undefined || isAudience(role.text)) return undefined;
  const roles = audiences.map(({ id }) => id).join(", ");
  return told("unknownRole", role, `"${role.text}" is none of the roles that the design names: ${roles}.`);
}

function timeProblem(entry: DeclaredEntry, today: string | undefined): Unplaced | undefined {
  const date = entry.get("date");
  const end = entry.get("expires");
  if (date === undefined) return undefined;
  if (end === undefined) {
    if (today === undefined || yearsLater(date.text) >= today) return undefined;
    return told("tooOld", date, `The statement of ${date.text} names no end and is more than a year old.`);
  }
  // ISO dates compare as texts.
  if (end.text < date.text)
    return told("endsBefore", end, `The statement ends on ${end.text}, before it begins.`);
  if (end.text > yearsLater(date.text))
    return told(
      "holdsTooLong",
      end,
      `The statement of ${date.text} holds until ${end.text}, longer than a year.`,
    );
  if (today !== undefined && end.text < today)
    return told("expired", end, `The statement ended on ${end.text}.`);
  return undefined;
}

/** The same day of the next year. */
function yearsLater(date: string): string {
  return `${String(Number(date.slice(0, 4)) + 1).padStart(4, "0")}${date.slice(4)}`;
}

function told(problem: string, { text, range }: DeclaredText, message: string): Unplaced {
  return { problem, at: range, subject: text, message };
}
