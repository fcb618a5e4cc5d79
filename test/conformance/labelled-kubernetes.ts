import { conclude, createEngine, type Finding } from "@plimsoll/core";
import { ruleSet } from "@plimsoll/rules";
import { readCorpus, type CorpusLabel } from "@plimsoll/testkit/corpus";
import { configurationFor } from "../corpora/configuration.ts";
import { kubernetesThemes } from "./themes-kubernetes.ts";

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

/** Judges every labelled file by the default profile, each on its own, and compares with the labels of the themes. */
export function compareWithLabels(): Comparison {
  const engine = createEngine({ ruleSet, configuration: configurationFor("reference-design") });
  const counts = { labels: 0, agreed: 0, lines: 0, agreedLines: 0 };
  const disagreements: Disagreement[] = [];
  for (const corpus of CORPORA) {
    for (const { path, text, labels } of readCorpus(corpus)) {
      const known = labels.filter(({ theme }) => Object.hasOwn(kubernetesThemes, theme));
      if (known.length === 0) continue;
      const { findings } = conclude(engine, [engine.checkFile({ path, text })], { today: "2026-11-24" });
      for (const label of known) {
        const outcome = compare(label, findings);
        counts.labels += 1;
        counts.agreed += outcome.verdict ? 1 : 0;
        counts.lines += outcome.line === undefined ? 0 : 1;
        counts.agreedLines += outcome.line === true ? 1 : 0;
        const about = outcome.verdict ? "line" : "verdict";
        if (outcome.verdict && outcome.line !== false) continue;
        disagreements.push({ key: `${corpus} ${path} ${label.theme}`, about, detail: outcome.detail });
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

function compare(label: CorpusLabel, findings: readonly Finding[]): Outcome {
  const own = findings.filter((finding) => isAbout(finding, label));
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

function isAbout({ ruleId, resource }: Finding, { theme, resource: wanted }: CorpusLabel): boolean {
  if (kubernetesThemes[theme]?.includes(ruleId.replace("kubernetes/", "")) !== true) return false;
  if (wanted === undefined || resource === undefined) return true;
  return resource.kind === wanted.kind && resource.name === wanted.name;
}
