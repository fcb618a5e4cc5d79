import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** One label of a corpus case; see the corpora's README. */
export interface CorpusLabel {
  readonly theme: string;
  readonly expected: "pass" | "fail";
  readonly granularity: string;
  readonly line?: number;
  readonly level?: string;
  readonly version?: string;
  readonly params?: unknown;
  readonly complete?: boolean;
  readonly source_rule: string;
  readonly resource?: { readonly kind: string; readonly name: string; readonly doc: number };
}

export interface CorpusCase {
  readonly path: string;
  readonly text: string;
  readonly labels: readonly CorpusLabel[];
}

/** Folder of the shared corpora, beside the checkout; they are not part of the project. */
export const corporaFolder: string = fileURLToPath(new URL("../../../../shared/corpora/", import.meta.url));

/** Whether the shared corpora are here; suites that read them are skipped by name where they are not. */
export const corporaPresent: boolean = existsSync(corporaFolder);

/** The cases of a corpus, from `<name>/cases.jsonl` or `real/<name>.jsonl`. */
export function readCorpus(name: string): readonly CorpusCase[] {
  const file = name.startsWith("real/") ? `${name}.jsonl` : `${name}/cases.jsonl`;
  return readFileSync(corporaFolder + file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const parsed = JSON.parse(line) as Partial<CorpusCase>;
      return { path: parsed.path ?? "", text: parsed.text ?? "", labels: parsed.labels ?? [] };
    });
}

/** All labelled corpora and the real files without labels. */
export const corpusNames: { readonly labelled: readonly string[]; readonly real: readonly string[] } = {
  labelled: [
    "actionlint",
    "buildkit-lint",
    "buildkit-parser",
    "checkov",
    "gatekeeper-library",
    "kics",
    "kube-linter",
    "kube-score",
    "kubescape-regolibrary",
    "polaris",
    "psa",
    "trivy-checks-examples",
  ],
  real: [
    "real/argo-rollouts",
    "real/flux2-kustomize-helm-example",
    "real/istio-samples",
    "real/kubernetes-examples",
    "real/microservices-demo",
  ],
};
