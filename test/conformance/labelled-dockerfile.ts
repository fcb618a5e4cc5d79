import { createEngine, type Finding } from "@plimsoll/core";
import { ruleSet } from "@plimsoll/rules";
import { readCorpus, type CorpusLabel } from "@plimsoll/testkit/corpus";
import { configurationFor } from "../corpora/configuration.ts";
import { dockerfileMeaning, type DockerfileTheme } from "./themes-dockerfile.ts";

/** A label that the rules do not agree with: in the verdict, or only in the line. */
export interface Disagreement {
  /** `<corpus> <path> <theme>`, with `:<line>` where the label names one, as the notes name it. */
  readonly key: string;
  readonly about: "verdict" | "line";
  readonly detail: string;
}

export interface Comparison {
  readonly labels: number;
  readonly disagreements: readonly Disagreement[];
}

const CORPORA = ["buildkit-lint", "checkov", "kics", "trivy-checks-examples"];

/** Judges every labelled Dockerfile by the default profile, each on its own, and compares with the labels of the themes. */
export function compareWithLabels(): Comparison {
  const engine = createEngine({ ruleSet, configuration: configurationFor("reference-design") });
  const disagreements: Disagreement[] = [];
  let count = 0;
  for (const corpus of CORPORA) {
    for (const { path, text, labels } of readCorpus(corpus)) {
      const known = labels.filter(({ theme }) => dockerfileMeaning(theme, corpus) !== undefined);
      if (known.length === 0) continue;
      const { findings } = engine.checkFile({ path, text });
      count += known.length;
      for (const label of known) {
        const line = label.line === undefined ? "" : `:${label.line}`;
        const found = compare(corpus, label, findings);
        if (found !== undefined)
          disagreements.push({ key: `${corpus} ${path} ${label.theme}${line}`, ...found });
      }
    }
  }
  return { labels: count, disagreements };
}

function compare(
  corpus: string,
  label: CorpusLabel,
  findings: readonly Finding[],
): Omit<Disagreement, "key"> | undefined {
  const meaning = dockerfileMeaning(label.theme, corpus);
  const lines = findings.filter((finding) => isAbout(finding, meaning)).map(({ range }) => range.start.line);
  const agrees = lines.length > 0 === (label.expected === "fail");
  const detail = `must ${label.expected}; found at lines ${lines.join(", ") || "none"}`;
  if (!agrees) return { about: "verdict", detail };
  if (label.expected === "pass" || label.line === undefined || lines.includes(label.line)) return undefined;
  return { about: "line", detail };
}

function isAbout({ ruleId, message }: Finding, found: DockerfileTheme | undefined): boolean {
  if (found === undefined || !found.rules.includes(ruleId.replace("dockerfile/", ""))) return false;
  return found.says === undefined || message.includes(found.says);
}
