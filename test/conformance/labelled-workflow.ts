import type { Finding } from "@plimsoll/core";
import type { CorpusLabel } from "@plimsoll/testkit/corpus";
import { filesOf } from "../corpora/files.ts";
import { LabelEngines } from "./label-engines.ts";
import { isAboutWorkflowTheme, isWorkflowTheme } from "./themes-workflow.ts";

export interface WorkflowComparison {
  readonly labels: number;
  readonly agreed: number;
  /** `<corpus> <path> <theme>:<line>`, as the notes name it, with what was found instead. */
  readonly disagreements: readonly { readonly key: string; readonly detail: string }[];
}

/**
 * Judges every labelled workflow by all rules and compares with the labels: one that asks for a finding agrees where there is one on
 * its very line.
 */
export function compareWithLabels(): WorkflowComparison {
  const engines = new LabelEngines();
  const disagreements: { key: string; detail: string }[] = [];
  let labels = 0;
  for (const corpus of ["actionlint", "kics"]) {
    for (const file of filesOf(corpus)) {
      for (const label of file.labels.filter(({ theme }) => isWorkflowTheme(theme))) {
        labels += 1;
        const detail = disagreement(label, engines.findings(file, label));
        const key = `${corpus} ${file.name} ${label.theme}${label.line === undefined ? "" : `:${label.line}`}`;
        if (detail !== undefined) disagreements.push({ key, detail });
      }
    }
  }
  return { labels, agreed: labels - disagreements.length, disagreements };
}

function disagreement(
  { theme, expected, line }: CorpusLabel,
  findings: readonly Finding[],
): string | undefined {
  const own = findings.filter((finding) => isAboutWorkflowTheme(theme, finding));
  const lines = own.map(({ range }) => range.start.line);
  const agrees =
    expected === "fail" ? lines.some((one) => line === undefined || one === line) : own.length === 0;
  return agrees ? undefined : `must ${expected}; found at lines ${lines.join(", ") || "none"}`;
}
