import { defineRule, type DocumentRule, type Problem, type RuleContext } from "@plimsoll/core";
import { toValue, type PlacedDocument } from "@plimsoll/syntax";
import type { DocumentFlaw } from "../../shared-gitops/document-flaw.ts";
import { KUSTOMIZATIONS, unpinnedBases } from "../../shared-gitops/remote-bases.ts";
import { unlockedDependencies } from "../../shared-gitops/chart-dependencies.ts";

export const rule: DocumentRule<DocumentFlaw> = defineRule<DocumentFlaw>({
  id: "gitops/remote-bases-pinned",
  title: "Remote bases and charts are fetched at a fixed revision",
  severity: "error",
  confidence: "high",
  surface: "gitops",
  catalogue: ["GO014"],
  aliases: [],
  since: "0.2.0",
  fileNames: [...KUSTOMIZATIONS, "Chart.yaml"],
  checkDocument,
  message: ({ problem, data: { value, detail } }) => WORDS[problem]?.(value, detail) ?? problem,
});

const WORDS: Readonly<Record<string, (value: string, detail: string) => string>> = {
  noRevision: (value) => `"${value}" names no revision: each build takes what its owner pushed last.`,
  branch: (value, detail) => `"${value}" follows "${detail}", which moves: name a tag or a commit.`,
  noVersion: (value) => `Chart "${value}" has no version: each build takes the newest.`,
  range: (value, detail) => `Chart "${value}" takes any version in "${detail}", and no Chart.lock fixes one.`,
  inflatedRange: (value, detail) => `Chart "${value}" takes any version in "${detail}": name one.`,
};

function* checkDocument(
  { document: { root } }: PlacedDocument,
  { path, sibling }: RuleContext,
): Iterable<Problem<DocumentFlaw>> {
  if (root === undefined) return;
  const value = toValue(root, "kubernetes");
  if (path.endsWith("Chart.yaml")) {
    if (sibling("Chart.lock") === undefined) yield* unlockedDependencies(root, value);
  } else {
    yield* unpinnedBases(root, value);
  }
}
