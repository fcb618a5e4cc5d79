import type { Finding } from "@plimsoll/core";
import type { CorpusLabel } from "@plimsoll/testkit/corpus";
import { filesOf } from "../corpora/files.ts";
import { LabelEngines } from "./label-engines.ts";
import { isKubernetesTheme } from "./label-meaning.ts";
import { matchOf } from "./themes.ts";

/** A label that the rules do not agree with: in the verdict, or only in the line. */
export interface Disagreement {
  /** `<corpus> <path> <theme>`, as the notes name it. */
  readonly key: string;
  readonly about: "verdict" | "line";
  readonly detail: string;
}

export interface Comparison {
  readonly labels: number;
  readonly agreed: number;
  readonly lines: number;
  readonly agreedLines: number;
  readonly disagreements: readonly Disagreement[];
}

const CORPORA = [
  "checkov",
  "gatekeeper-library",
  "kics",
  "kube-linter",
  "kube-score",
  "kubescape-regolibrary",
  "polaris",
  "trivy-checks-examples",
];

/** Judges every labelled file by all rules, each on its own, and compares with the labels of the themes. */
export function compareWithLabels(): Comparison {
  const engines = new LabelEngines();
  const counts = { labels: 0, agreed: 0, lines: 0, agreedLines: 0 };
  const disagreements: Disagreement[] = [];
  for (const corpus of CORPORA) {
    for (const file of filesOf(corpus)) {
      for (const label of file.labels.filter(({ theme }) => isKubernetesTheme(theme))) {
        const outcome = compare(corpus, label, engines.findings(file, label));
        counts.labels += 1;
        counts.agreed += outcome.verdict ? 1 : 0;
        counts.lines += outcome.line === undefined ? 0 : 1;
        counts.agreedLines += outcome.line === true ? 1 : 0;
        const about = outcome.verdict ? "line" : "verdict";
        if (outcome.verdict && outcome.line !== false) continue;
        disagreements.push({ key: `${corpus} ${file.name} ${label.theme}`, about, detail: outcome.detail });
      }
    }
  }
  return { ...counts, disagreements };
}

interface Outcome {
  readonly verdict: boolean;
  /** Undefined where the label names no line, or the verdict is another. */
  readonly line: boolean | undefined;
  readonly detail: string;
}

function compare(corpus: string, label: CorpusLabel, findings: readonly Finding[]): Outcome {
  const match = matchOf(corpus, label);
  const own = findings.filter((finding) => match?.(finding) === true);
  const lines = own.map(({ range }) => range.start.line);
  const verdict = own.length > 0 === (label.expected === "fail");
  const line =
    verdict && label.expected === "fail" && label.line !== undefined ? lines.includes(label.line) : undefined;
  const where = label.line === undefined ? "" : ` at line ${label.line}`;
  return {
    verdict,
    line,
    detail: `must ${label.expected}${where}; found at lines ${lines.join(", ") || "none"}`,
  };
}
