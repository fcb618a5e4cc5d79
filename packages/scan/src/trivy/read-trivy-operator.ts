import { canonicalDistribution } from "../identity/distribution.ts";
import { PackageBook } from "../identity/package-book.ts";
import { isRecord, listOf, memberOf, numberOf, textAt, textOf, type PlainRecord } from "../json/plain.ts";
import { digestIn, distinct, timeOf } from "../report/digest.ts";
import { EntryProblems, makeFinding, makeReport, type ReportSource } from "../report/make-report.ts";
import { NONE, type Distribution, type ReportedFinding, type ScanReport } from "../report/scan-report.ts";
import { severityOf } from "../report/severity.ts";

/** Whether a document is a report that the Trivy operator keeps in a cluster, or a list of them. */
export function isTrivyOperator(value: unknown): boolean {
  const first = textAt(value, "kind") === "List" ? listOf(memberOf(value, "items"))[0] : value;
  return textAt(first, "apiVersion")?.startsWith("aquasecurity.github.io/") === true;
}

/** Reads VulnerabilityReport objects of the Trivy operator. Its other kinds of report hold no vulnerabilities and are counted. */
export function readTrivyOperator(value: unknown, source: ReportSource): readonly ScanReport[] {
  const items = textAt(value, "kind") === "List" ? listOf(memberOf(value, "items")) : [value];
  return items.map((item, number) => makeReport(source, partsOf(item), number));
}

function partsOf(item: unknown): Parameters<typeof makeReport>[1] {
  const report = memberOf(item, "report");
  const artifact = memberOf(report, "artifact");
  const [repository, tag] = [textAt(artifact, "repository"), textAt(artifact, "tag")];
  const server = textAt(report, "registry", "server");
  const path = server === undefined ? repository : `${server}/${repository ?? ""}`;
  const distribution = distributionOf(memberOf(report, "os"));
  const problems = new EntryProblems();
  const findings = findingsOf(report, { item, distribution, problems });
  const checks = listOf(memberOf(report, "checks")).length;
  return {
    format: "trivy-operator",
    scanner: { name: "trivy", version: textAt(report, "scanner", "version") },
    scannedAt: timeOf(textAt(report, "updateTimestamp")),
    target: {
      kind: "image",
      name: tag === undefined ? path : `${path ?? ""}:${tag}`,
      digests: distinct([digestIn(textAt(artifact, "digest"))]),
      imageId: undefined,
      platform: undefined,
    },
    distribution,
    findings,
    beside: {
      misconfigurations: checks,
      secrets: listOf(memberOf(report, "secrets")).length,
      licenses: 0,
      others: 0,
    },
    problems: problems.all,
  };
}

function distributionOf(value: unknown): Distribution | undefined {
  const name = textAt(value, "family");
  if (name === undefined) return undefined;
  return {
    name: canonicalDistribution(name),
    version: textAt(value, "name"),
    endOfLife: memberOf(value, "eosl") === true,
  };
}

interface Surroundings {
  readonly item: unknown;
  readonly distribution: Distribution | undefined;
  readonly problems: EntryProblems;
}

function findingsOf(
  report: unknown,
  { item, distribution, problems }: Surroundings,
): readonly ReportedFinding[] {
  const book = new PackageBook();
  const labels = memberOf(memberOf(item, "metadata"), "labels");
  const resource = ["namespace", "kind", "name"]
    .map((part) => textAt(labels, `trivy-operator.resource.${part}`) ?? "")
    .join("/");
  return listOf(memberOf(report, "vulnerabilities")).flatMap((entry, index) => {
    const id = textAt(entry, "vulnerabilityID");
    if (!isRecord(entry) || id === undefined) {
      problems.add(
        "scan/unreadable-entry",
        `report.vulnerabilities[${index}]`,
        "The vulnerability has no id.",
      );
      return [];
    }
    return [findingOf(entry, { id, book, distribution, resource })];
  });
}

function findingOf(
  entry: PlainRecord,
  {
    id,
    book,
    distribution,
    resource,
  }: {
    readonly id: string;
    readonly book: PackageBook;
    readonly distribution: Distribution | undefined;
    readonly resource: string;
  },
): ReportedFinding {
  const fixed = textOf(entry["fixedVersion"]);
  const score = numberOf(entry["score"]);
  return makeFinding({
    id,
    package: book.identify({
      purl: textOf(entry["packagePURL"]),
      name: textOf(entry["resource"]),
      version: textOf(entry["installedVersion"]),
      distribution: distribution?.name,
    }),
    locations: [
      { path: textOf(entry["packagePath"]) ?? textOf(entry["target"]), layer: undefined, resource },
    ],
    severity: severityOf(textOf(entry["severity"])),
    cvss: score === undefined ? NONE : [{ source: "trivy", version: "3.1", vector: undefined, score }],
    fix:
      fixed === undefined
        ? { state: "not-fixed", versions: NONE }
        : { state: "fixed", versions: fixed.split(",").map((version) => version.trim()) },
    published: textOf(entry["publishedDate"]),
    modified: textOf(entry["lastModifiedDate"]),
    title: textOf(entry["title"]),
    url: textOf(entry["primaryLink"]),
  });
}
