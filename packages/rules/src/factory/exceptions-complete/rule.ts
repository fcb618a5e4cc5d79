import { defineRule, type WorkspaceRule } from "@plimsoll/core";
import { factoryWithInventory } from "../../shared-factory/declared.ts";

/** The row by which a program may do without a containerized factory, once it has asked. */
const EXCEPTION = "K8S-RD-4.1-IMPRACTICAL";

/** What the record of an exception must say, and how it is spoken of. */
const FIELDS: readonly (readonly [field: string, words: string])[] = [
  ["document", "the record of the consultation with DoD CIO and the program office"],
  ["who", "who approved it"],
  ["expires", "until when it holds"],
];

export const rule: WorkspaceRule = defineRule({
  id: "factory/exceptions-complete",
  title: "An exception from the containerized factory names its consultation, its approver and its end",
  severity: "error",
  confidence: "high",
  surface: "factory",
  catalogue: ["AT003"],
  aliases: [],
  since: "0.2.0",
  *judge(inventory) {
    const factory = factoryWithInventory(inventory);
    for (const entry of factory?.attestations ?? []) {
      const requirement = entry.get("requirement");
      if (factory === undefined || requirement?.text !== EXCEPTION) continue;
      for (const [field, words] of FIELDS) {
        if (entry.has(field)) continue;
        yield {
          problem: "incomplete",
          file: factory.file,
          at: requirement.range,
          subject: field,
          message: `The exception does not say ${words} (\`${field}\`).`,
        };
      }
    }
  },
});
