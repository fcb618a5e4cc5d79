import { defineRule, type DocumentRule } from "@plimsoll/core";
import { asMap, setValue } from "@plimsoll/syntax";
import { agreementProblems } from "../../shared-ironbank/agreement-checks.ts";
import { manifestProblems, type ManifestProblem } from "../../shared-ironbank/manifest-checks.ts";
import { resourceProblems } from "../../shared-ironbank/resource-checks.ts";

export const rule: DocumentRule<ManifestProblem> = defineRule({
  id: "ironbank/hardening-manifest-valid",
  title: "The hardening manifest is what Iron Bank's pipeline takes, and agrees with the Dockerfile",
  severity: "error",
  confidence: "high",
  surface: "ironbank",
  catalogue: ["DF027"],
  aliases: [],
  since: "0.1.0",
  fileNames: ["hardening_manifest.yaml", "hardening_manifest.yml"],
  *checkDocument({ document }, { sibling }) {
    const { root } = document;
    if (root === undefined) return;
    const map = asMap(root);
    const found = [...manifestProblems(root)];
    if (map !== undefined) found.push(...resourceProblems(map), ...agreementProblems(map, sibling));
    for (const data of found) {
      yield { problem: data.problem, at: data.at, subject: `${data.problem} ${data.subject}`, data };
    }
  },
  message: ({ data }) => data.message,
  fix({ data: { better } }, { document }) {
    if (better === undefined || document.root === undefined) return [];
    const edits = setValue(document, document.root, better.path, better.value);
    return edits.length === 0 ? [] : [{ title: `Write "${better.value}"`, safety: "safe", edits }];
  },
});
