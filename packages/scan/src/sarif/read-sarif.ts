import { CodedError } from "@plimsoll/core";
import { ecosystemOf } from "../identity/ecosystem.ts";
import { PackageBook } from "../identity/package-book.ts";
import { leadingId } from "../identity/vulnerability-id.ts";
import {
  isRecord,
  listOf,
  memberOf,
  numberOf,
  textAt,
  textOf,
  textsOf,
  type PlainRecord,
} from "../json/plain.ts";
import { timeOf } from "../report/digest.ts";
import {
  EntryProblems,
  makeFinding,
  makeReport,
  NO_TARGET,
  type ReportSource,
} from "../report/make-report.ts";
import {
  NONE,
  type CvssEntry,
  type FindingLocation,
  type Fix,
  type ReportedFinding,
  type ScanReport,
} from "../report/scan-report.ts";
import { severityOf, severityOfScore, type Severity } from "../report/severity.ts";
import { wordsOf } from "./message-words.ts";

/** Whether a document is a SARIF log, of any version. */
export function isSarif(value: unknown): boolean {
  if (!isRecord(value)) return false;
  return (
    "runs" in value &&
    (textOf(value["version"]) !== undefined || (textOf(value["$schema"]) ?? "").includes("sarif"))
  );
}

/**
 * Reads a SARIF 2.1.0 log, the fallback for scanners that have no adapter: one report for each run. A result whose rule
 * starts with the id of a vulnerability is a finding; package, version and fix come from properties and from the lines
 * `Package: …` that scanners write. All other results are counted.
 * @throws CodedError `scan/sarif-version`, `scan/no-runs`
 */
export function readSarif(value: unknown, source: ReportSource): readonly ScanReport[] {
  const version = textAt(value, "version");
  if (version !== "2.1.0") {
    throw new CodedError({
      code: "scan/sarif-version",
      message: `${source.file} is SARIF ${JSON.stringify((version ?? "without a version").slice(0, 40))}; only 2.1.0 is read.`,
      nextStep: "Let the scanner write SARIF 2.1.0, or its own JSON.",
    });
  }
  const runs = listOf(memberOf(value, "runs"));
  if (runs.length === 0) {
    throw new CodedError({
      code: "scan/no-runs",
      message: `${source.file} is a SARIF log without a run.`,
      nextStep: "Look at the scanner's messages: it reported on nothing.",
    });
  }
  return runs.map((run, number) => makeReport(source, runParts(run, number), number));
}

function runParts(run: unknown, number: number): Parameters<typeof makeReport>[1] {
  const driver = memberOf(memberOf(run, "tool"), "driver");
  const problems = new EntryProblems();
  const rules = new Rules(memberOf(driver, "rules"));
  const book = new PackageBook();
  const findings: ReportedFinding[] = [];
  let others = 0;
  for (const [index, result] of listOf(memberOf(run, "results")).entries()) {
    if (!isRecord(result)) {
      problems.add("scan/unreadable-entry", `runs[${number}].results[${index}]`, "The result is no object.");
      continue;
    }
    const finding = findingOf(result, rules.of(result), book);
    if (finding === undefined) others += 1;
    else findings.push(finding);
  }
  return {
    format: "sarif",
    scanner: {
      name: textAt(driver, "name")?.toLowerCase() ?? "unknown",
      version: textAt(driver, "version") ?? textAt(driver, "semanticVersion"),
    },
    scannedAt: timeOf(textAt(listOf(memberOf(run, "invocations"))[0], "endTimeUtc")),
    target: { ...NO_TARGET, name: textAt(run, "properties", "imageName") },
    findings,
    beside: { misconfigurations: 0, secrets: 0, licenses: 0, others },
    problems: problems.all,
  };
}

/** Rules by number and by id. */
class Rules {
  readonly #list: readonly unknown[];
  readonly #byId = new Map<string, unknown>();

  constructor(value: unknown) {
    this.#list = listOf(value);
    for (const rule of this.#list) {
      const id = textAt(rule, "id");
      if (id !== undefined && !this.#byId.has(id)) this.#byId.set(id, rule);
    }
  }

  /** The rule of a result: by its number where that fits, else by its id. */
  of(result: PlainRecord): unknown {
    const id = textOf(result["ruleId"]) ?? textAt(result, "rule", "id");
    const number = numberOf(result["ruleIndex"]) ?? numberOf(memberOf(result["rule"], "index")) ?? -1;
    const byNumber = this.#list[number];
    if (byNumber !== undefined && (id === undefined || textAt(byNumber, "id") === id)) return byNumber;
    return id === undefined ? undefined : this.#byId.get(id);
  }
}

function findingOf(result: PlainRecord, rule: unknown, book: PackageBook): ReportedFinding | undefined {
  const ruleId = textOf(result["ruleId"]) ?? textAt(result, "rule", "id") ?? textAt(rule, "id");
  const id = ruleId === undefined ? undefined : leadingId(ruleId);
  if (id === undefined) return undefined;
  const words = wordsOf(result, rule);
  const properties = memberOf(rule, "properties");
  const score = scoreOf(memberOf(properties, "security-severity"));
  const kind = words.get("type");
  const [purl] = textsOf(memberOf(properties, "purls"));
  const cvss: readonly CvssEntry[] =
    score === undefined
      ? NONE
      : [{ source: "security-severity", version: "unknown", vector: undefined, score }];
  return makeFinding({
    id,
    package: book.identify({
      purl,
      name: words.get("package"),
      version: words.get("version"),
      type: kind === undefined ? undefined : ecosystemOf(kind),
    }),
    locations: locationsOf(result),
    severity: severityIn({ word: words.get("severity"), tags: textsOf(memberOf(properties, "tags")), score }),
    severitySource: "sarif",
    cvss,
    fix: fixOf(words.get("fix")),
    title: textAt(rule, "shortDescription", "text")?.slice(0, 200),
    url: textAt(rule, "helpUri"),
    suppressed: suppressionOf(result),
  });
}

function scoreOf(value: unknown): number | undefined {
  const score = typeof value === "string" && value.trim() !== "" ? Number(value) : numberOf(value);
  return score !== undefined && score >= 0 && score <= 10 ? score : undefined;
}

/** The scanner's own word, a tag such as `HIGH`, else the score. */
function severityIn({
  word,
  tags,
  score,
}: {
  readonly word: string | undefined;
  readonly tags: readonly string[];
  readonly score: number | undefined;
}): Severity {
  for (const candidate of [word, ...tags]) {
    const severity = severityOf(candidate);
    if (severity !== "unknown") return severity;
  }
  return severityOfScore(score);
}

function fixOf(text: string | undefined): Fix {
  const versions = (text ?? "")
    .split(",")
    .map((version) => version.trim())
    .filter((version) => version !== "");
  return versions.length === 0 ? { state: "unknown", versions: NONE } : { state: "fixed", versions };
}

function locationsOf(result: PlainRecord): readonly FindingLocation[] {
  return listOf(result["locations"]).flatMap((location): readonly FindingLocation[] => {
    const artifact = memberOf(memberOf(location, "physicalLocation"), "artifactLocation");
    const path = textAt(artifact, "uri");
    return path === undefined ? [] : [{ path, layer: undefined, resource: undefined }];
  });
}

/** Suppressions count unless they are only asked for or were turned down. */
function suppressionOf(result: PlainRecord): ReportedFinding["suppressed"] {
  const accepted = listOf(result["suppressions"]).find((item) => {
    const status = textAt(item, "status");
    return status === undefined || status === "accepted";
  });
  if (accepted === undefined) return undefined;
  return { by: textAt(accepted, "kind") ?? "suppression", reason: textAt(accepted, "justification") };
}
