import { conclude, createEngine, type Engine, type Finding } from "@plimsoll/core";
import { ruleSet } from "@plimsoll/rules";
import { readCorpus, type CorpusLabel } from "@plimsoll/testkit/corpus";
import { everyRuleOn } from "../corpora/configuration.ts";
import { settingsOf, type LabelSettings } from "./label-settings.ts";
import { isKubernetesTheme, meaningOf } from "./label-meaning.ts";

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

const engines = new Map<string, Engine>();

/** All rules, with the options that a label stands for. */
function engineFor(settings: LabelSettings): Engine {
  const key = JSON.stringify(settings);
  const known = engines.get(key);
  if (known !== undefined) return known;
  const { configuration, ...all } = everyRuleOn(ruleSet);
  const options = Object.entries(settings.rules ?? {}).map(([name, values]) => {
    const id = `kubernetes/${name}`;
    return [id, { severity: ruleSet.rules.get(id)?.severity ?? "error", options: values }] as const;
  });
  const kubernetesMinor = settings.kubernetesMinor ?? configuration.kubernetesMinor;
  const trusted = settings.trusted ?? configuration.images.trusted;
  const engine = createEngine({
    ...all,
    configuration: {
      ...configuration,
      kubernetesMinor,
      images: { ...configuration.images, trusted },
      rules: Object.fromEntries(options),
    },
  });
  engines.set(key, engine);
  return engine;
}

/** Judges every labelled file by all rules, each on its own, and compares with the labels of the themes. */
export function compareWithLabels(): Comparison {
  const counts = { labels: 0, agreed: 0, lines: 0, agreedLines: 0 };
  const disagreements: Disagreement[] = [];
  for (const corpus of CORPORA) {
    for (const { path, text, labels } of readCorpus(corpus)) {
      const known = labels.filter(({ theme }) => isKubernetesTheme(theme));
      for (const label of known) {
        const engine = engineFor(settingsOf(corpus, label));
        const { findings } = conclude(engine, [engine.checkFile({ path, text })], { today: "2026-11-24" });
        const outcome = compare(corpus, label, findings);
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

function compare(corpus: string, label: CorpusLabel, findings: readonly Finding[]): Outcome {
  const meaning = meaningOf(corpus, label);
  const own = findings.filter((finding) => isAbout(finding, label, meaning));
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

function isAbout(
  { ruleId, problem, resource }: Finding,
  label: CorpusLabel,
  meaning: readonly string[],
): boolean {
  const rule = ruleId.replace("kubernetes/", "");
  if (!meaning.includes(rule) && !meaning.includes(`${rule}#${problem}`)) return false;
  const wanted = label.resource;
  if (wanted === undefined || resource === undefined) return true;
  return resource.kind === wanted.kind && resource.name === wanted.name;
}
