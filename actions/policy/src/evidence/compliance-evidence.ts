import type { EvidenceFolder, WrittenFile } from "@plimsoll/action-kit";
import type { CompliancePredicate } from "@plimsoll/core/release-evidence";
import {
  toCkl,
  toCklb,
  toComplianceHtml,
  toComplianceJunit,
  toComplianceMarkdown,
  toComplianceSarif,
  type ComplianceSubject,
} from "@plimsoll/evidence/compliance";
import type { JudgedResults, ScapOutcome } from "../scap/judge-scap.ts";

/** Forms beside SARIF and Markdown. */
export type ComplianceFormat = "ckl" | "cklb" | "junit" | "html";

const WRITERS: Readonly<
  Record<ComplianceFormat, { readonly file: string; readonly write: (subject: ComplianceSubject) => string }>
> = {
  ckl: { file: "checklist.ckl", write: toCkl },
  cklb: { file: "checklist.cklb", write: toCklb },
  junit: { file: "junit.xml", write: toComplianceJunit },
  html: { file: "report.html", write: toComplianceHtml },
};

/** The files that tell what the checkers found. */
export interface ComplianceEvidence {
  /** Of the first results; each further one has its own beside. */
  readonly sarif: WrittenFile | undefined;
  readonly formats: ReadonlyMap<ComplianceFormat, WrittenFile>;
  readonly markdown: string;
  readonly predicate: CompliancePredicate;
}

const TOOL_VERSION = "0.0.0";

/** What to write. */
export interface ComplianceRequest {
  readonly outcome: ScapOutcome;
  readonly formats: readonly ComplianceFormat[];
  readonly imageDigest: string | undefined;
  /** RFC 3339. */
  readonly judgedAt: string;
}

/** Writes the results as they were and in other forms, and makes the predicate of the evidence. */
export function writeComplianceEvidence(
  folder: EvidenceFolder,
  request: ComplianceRequest,
): ComplianceEvidence {
  const written = request.outcome.judged.map((judged, number) =>
    writeOne(folder, judged, { request, prefix: `compliance/${number + 1}` }),
  );
  const [first] = written;
  return {
    sarif: first?.sarif,
    formats: first?.formats ?? new Map(),
    markdown: written.map(({ markdown }) => markdown).join("\n"),
    predicate: predicateOf(
      request,
      written.flatMap(({ files }) => files),
    ),
  };
}

interface WrittenResults {
  readonly sarif: WrittenFile;
  readonly formats: ReadonlyMap<ComplianceFormat, WrittenFile>;
  readonly markdown: string;
  readonly files: readonly WrittenFile[];
}

function writeOne(
  folder: EvidenceFolder,
  { report, verdict, text }: JudgedResults,
  { request, prefix }: { readonly request: ComplianceRequest; readonly prefix: string },
): WrittenResults {
  const { imageDigest } = request;
  const subject = {
    report,
    verdict,
    toolVersion: TOOL_VERSION,
    ...(imageDigest === undefined ? {} : { imageDigest }),
  };
  const raw = folder.write(
    `${prefix}/results.${report.format === "cklb" || report.format === "hdf" ? "json" : "xml"}`,
    text,
  );
  const sarif = folder.write(`${prefix}/findings.sarif`, toComplianceSarif(subject));
  const formats = new Map(
    request.formats.map((format) => {
      const { file, write } = WRITERS[format];
      return [format, folder.write(`${prefix}/${file}`, write(subject))] as const;
    }),
  );
  return {
    sarif,
    formats,
    markdown: toComplianceMarkdown(subject),
    files: [raw, sarif, ...formats.values()],
  };
}

/** Counts of all results together; coverage is that of the least covered. */
function predicateOf(
  { outcome: { verdict, reasons, judged }, judgedAt }: ComplianceRequest,
  files: readonly WrittenFile[],
): CompliancePredicate {
  const sum = (count: (results: JudgedResults) => number): number =>
    judged.reduce((total, results) => total + count(results), 0);
  const runs = judged.flatMap((results) => results.verdict.runs.map((index) => results.report.runs[index]));
  const names = (name: (run: NonNullable<(typeof runs)[number]>) => string): string =>
    [...new Set(runs.flatMap((run) => (run === undefined ? [] : [name(run)])))].join(", ");
  return {
    verdict,
    reasons,
    judgedAt,
    reports: files.map(({ name, sha256 }) => ({ name, sha256 })),
    benchmark: names(({ benchmark }) => benchmark.id),
    profile: names(({ profile }) => profile),
    evaluated: sum((results) => results.verdict.evaluated),
    selected: sum((results) => results.verdict.selected),
    coverage: judged.length === 0 ? 0 : Math.min(...judged.map((results) => results.verdict.coverage)),
    failed: {
      cat1: sum((results) => results.verdict.failed.cat1),
      cat2: sum((results) => results.verdict.failed.cat2),
      cat3: sum((results) => results.verdict.failed.cat3),
      other: sum((results) => results.verdict.failed.other),
    },
  };
}
