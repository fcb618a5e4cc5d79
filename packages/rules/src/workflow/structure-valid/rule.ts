import { defineRule, type WorkflowRule } from "@plimsoll/core";
import { unusedAnchors } from "../../shared-workflow-structure/anchors.ts";
import type { StructureProblem } from "../../shared-workflow-structure/compare.ts";
import { structureProblems } from "../../shared-workflow-structure/file-structure.ts";

type Data = Pick<StructureProblem, "what" | "wanted"> & {
  readonly code: StructureProblem["code"] | "unusedAnchor";
};

export const rule: WorkflowRule<Data> = defineRule<Data>({
  id: "workflow/structure-valid",
  title: "Workflows and actions have the form that GitHub reads",
  severity: "error",
  confidence: "high",
  surface: "workflow",
  catalogue: ["CI015"],
  aliases: ["actionlint:syntax-check"],
  since: "0.2.0",
  *checkWorkflow(file) {
    for (const { code, at, what, wanted } of structureProblems(file))
      yield { problem: code, at, data: { code, what, wanted } };
    for (const anchor of unusedAnchors(file.document.document)) {
      yield {
        problem: "unusedAnchor",
        at: anchor,
        severity: "info",
        data: { code: "unusedAnchor", what: anchor.name, wanted: "" },
      };
    }
  },
  message: ({ data }) => WORDS[data.code](data),
});

const WORDS: Readonly<Record<Data["code"], (data: Data) => string>> = {
  unknownKey: ({ what, wanted }) =>
    wanted === ""
      ? `The key "${what}" has no meaning here.`
      : `The key "${what}" has no meaning here; known are ${wanted}.`,
  missingKey: ({ what }) => `The key ${what} is missing.`,
  wrongKind: ({ what, wanted }) => `Here stands ${what}, where GitHub reads ${wanted}.`,
  emptyValue: ({ wanted }) => `The value is empty; here belongs ${wanted}.`,
  badValue: ({ what, wanted }) => `"${what}" is not read here; here belongs ${wanted}.`,
  sameKey: ({ what, wanted }) => `The keys "${what}" and "${wanted}" are the same to GitHub.`,
  unusedAnchor: ({ what }) => `No alias uses the anchor "${what}".`,
};
