import type { EvidenceFolder, WrittenFile } from "@plimsoll/action-kit";
import type { PolicyPredicate } from "@plimsoll/core/release-evidence";
import { toJson, toMarkdown, toSarif, type ReportContext } from "@plimsoll/evidence";
import { requirementById } from "@plimsoll/model";
import { documentById } from "@plimsoll/model/controls";
import type { CheckedRepository } from "../files/check-files.ts";
import type { Reason, Verdict } from "../verdict.ts";

/** The files that tell what the rules found. */
export interface FilesEvidence {
  readonly sarif: WrittenFile;
  readonly json: WrittenFile;
  readonly markdown: string;
  readonly predicate: PolicyPredicate;
}

/** The verdict on the files and its time. */
export interface FilesJudgement {
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  /** RFC 3339. */
  readonly judgedAt: string;
}

const TOOL_VERSION = "0.0.0";

/** Writes the findings as SARIF, JSON and Markdown, and makes the predicate of the evidence. */
export function writeFilesEvidence(
  folder: EvidenceFolder,
  { assessment, engine, checkedFiles, sources }: CheckedRepository,
  judgement: FilesJudgement,
): FilesEvidence {
  const context: ReportContext = {
    ruleSet: engine.ruleSet,
    toolVersion: TOOL_VERSION,
    checkedAt: judgement.judgedAt,
    sources,
    documentationUrl: () => undefined,
    checkedFiles,
    requirement: requirementById,
    controlDocument: (id) => {
      const found = documentById(id);
      return found === undefined ? undefined : { title: found.title, version: found.version };
    },
  };
  const sarif = folder.write("policy/findings.sarif", toSarif(assessment, context));
  const json = folder.write("policy/findings.json", toJson(assessment, context));
  const markdown = toMarkdown(assessment, context);
  const { summary, findings, notChecked } = assessment;
  const requirements = new Set(findings.flatMap((finding) => finding.requirements));
  return {
    sarif,
    json,
    markdown,
    predicate: {
      ...judgement,
      reports: [sarif, json].map(({ name, sha256 }) => ({ name, sha256 })),
      profile: summary.profile,
      checkedFiles: summary.checkedFiles,
      notChecked: notChecked.length,
      errors: summary.errors,
      warnings: summary.warnings,
      requirements: [...requirements].sort(),
    },
  };
}
