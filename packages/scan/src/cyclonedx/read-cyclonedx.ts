import { PackageBook } from "../identity/package-book.ts";
import { parsePackageUrl } from "../identity/package-url.ts";
import { isRecord, listOf, memberOf, textAt, textOf, type PlainRecord } from "../json/plain.ts";
import { digestIn, distinct, timeOf } from "../report/digest.ts";
import { EntryProblems, makeFinding, makeReport, type ReportSource } from "../report/make-report.ts";
import {
  NONE,
  type FindingStatus,
  type Fix,
  type ReportedFinding,
  type ScanReport,
  type Suppression,
  type Target,
} from "../report/scan-report.ts";
import { componentOf, propertiesOf, readComponents, type Component, type Components } from "./components.ts";
import { readRatings } from "./ratings.ts";

/** Whether a document is a CycloneDX bill of materials. */
export function isCycloneDx(value: unknown): boolean {
  return textAt(value, "bomFormat") === "CycloneDX";
}

/**
 * Reads a CycloneDX document (1.2 to 1.7) with vulnerabilities, or one without as a list of packages. A vulnerability is one
 * finding for each component that it affects, and one without a package where it names none.
 */
export function readCycloneDx(value: unknown, source: ReportSource): readonly ScanReport[] {
  const root = isRecord(value) ? value : {};
  const book = new PackageBook();
  const problems = new EntryProblems();
  const components = readComponents(root, book);
  const subject = memberOf(root["metadata"], "component");
  const reading: Reading = { book, components, subject: isRecord(subject) ? subject : undefined };
  const findings = listOf(root["vulnerabilities"]).flatMap((entry, index) => {
    const found = isRecord(entry) ? findingsOf(entry, reading) : [];
    if (found.length === 0)
      problems.add("scan/unreadable-entry", `vulnerabilities[${index}]`, "The vulnerability has no id.");
    return found;
  });
  return [
    makeReport(source, {
      format: "cyclonedx",
      scanner: scannerOf(memberOf(root["metadata"], "tools")),
      scannedAt: timeOf(textAt(root, "metadata", "timestamp")),
      target: targetOf(subject),
      distribution: components.distribution,
      inventory: { listed: Array.isArray(root["components"]), packages: components.packages },
      findings,
      problems: problems.all,
    }),
  ];
}

interface Reading {
  readonly book: PackageBook;
  readonly components: Components;
  readonly subject: PlainRecord | undefined;
}

function findingsOf(entry: PlainRecord, reading: Reading): readonly ReportedFinding[] {
  const id = textOf(entry["id"]);
  if (id === undefined) return [];
  const affected = listOf(entry["affects"]).map((item) => resolve(textAt(item, "ref"), reading));
  const ratings = readRatings(entry["ratings"]);
  const analysis = entry["analysis"];
  const status = STATUSES.get(textAt(analysis, "state") ?? "") ?? "unknown";
  const shared = {
    id,
    names: listOf(entry["references"]).flatMap((reference) => textAt(reference, "id") ?? []),
    severity: ratings.severity,
    severities: ratings.severities,
    cvss: ratings.cvss,
    epss: ratings.epss,
    fix: fixOf(entry),
    status,
    feed: textAt(entry, "source", "name"),
    published: timeOf(textOf(entry["published"])),
    modified: timeOf(textOf(entry["updated"])),
    title: (textOf(entry["description"]) ?? textOf(entry["detail"]))?.slice(0, 200),
    url: textAt(entry, "source", "url"),
    weaknesses: listOf(entry["cwes"]).map((number) => `CWE-${String(number)}`),
    suppressed: suppressionOf(status, analysis),
  };
  const places: readonly Component[] = affected.length === 0 ? [NOWHERE] : affected;
  return places.map((component) =>
    makeFinding({ ...shared, package: component.package, locations: component.locations }),
  );
}

const NOWHERE: Component = { package: new PackageBook().identify({}), locations: NONE };

/** What a reference stands for: a component, the document's subject, a purl, or a name and nothing more. */
function resolve(reference: string | undefined, { book, components, subject }: Reading): Component {
  if (reference === undefined) return NOWHERE;
  const known = components.byReference.get(reference);
  if (known !== undefined) return known;
  if (subject !== undefined && textOf(subject["bom-ref"]) === reference) return componentOf(subject, book);
  // A BOM-Link points into another document: `urn:cdx:serial/version#reference`.
  const hash = reference.startsWith("urn:cdx:") ? reference.indexOf("#") : -1;
  const local = hash === -1 ? reference : decode(reference.slice(hash + 1));
  const purl = parsePackageUrl(local);
  const words = purl === undefined ? { name: local } : { purl: local };
  return components.byReference.get(local) ?? { package: book.identify(words), locations: NONE };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const STATUSES: ReadonlyMap<string, FindingStatus> = new Map<string, FindingStatus>([
  ["exploitable", "affected"],
  ["in_triage", "under-investigation"],
  ["resolved", "fixed"],
  ["resolved_with_pedigree", "fixed"],
  ["not_affected", "not-affected"],
  ["false_positive", "not-affected"],
]);

/** A document that says "not affected" puts the finding aside; whether that counts is not the document's to decide. */
function suppressionOf(status: FindingStatus, analysis: unknown): Suppression | undefined {
  if (status !== "not-affected") return undefined;
  return { by: "vex", reason: textAt(analysis, "justification") ?? textAt(analysis, "detail") };
}

/** Grype writes a property; Trivy a sentence that ends in "to version a, b" for each package. */
function fixOf(entry: PlainRecord): Fix {
  const own = propertiesOf(entry).get("grype:fixed_versions");
  const sentences = own ?? textOf(entry["recommendation"])?.split(" to version ").slice(1).join(",");
  const versions = (sentences ?? "")
    .split(/[,;]/)
    .map((part) => part.trim().split(" ")[0] ?? "")
    .filter((version) => version !== "" && version !== "Upgrade");
  return versions.length === 0
    ? { state: "unknown", versions: NONE }
    : { state: "fixed", versions: [...new Set(versions)] };
}

/** Before 1.5 tools are a list; since then a list of components. The first one wrote the document. */
function scannerOf(value: unknown): ScanReport["scanner"] {
  const [first] = Array.isArray(value) ? value : listOf(memberOf(value, "components"));
  const version = textAt(first, "version");
  return {
    name: textAt(first, "name")?.toLowerCase() ?? "unknown",
    version: version === "[not provided]" ? undefined : version,
  };
}

function targetOf(subject: unknown): Target {
  const purl = textAt(subject, "purl");
  const parsed = purl === undefined ? undefined : parsePackageUrl(purl);
  const kind = textAt(subject, "type") === "container" || parsed?.type === "oci" ? "image" : "sbom";
  const properties = isRecord(subject) ? propertiesOf(subject) : new Map<string, string>();
  const architecture = parsed?.type === "oci" ? parsed.qualifiers.get("arch") : undefined;
  return {
    kind: subject === undefined ? "unknown" : kind,
    name: textAt(subject, "name"),
    digests: distinct([
      digestIn(textAt(subject, "version")),
      digestIn(textAt(subject, "name")),
      digestIn(parsed?.version),
      digestIn(properties.get("aquasecurity:trivy:RepoDigest")),
    ]),
    imageId: digestIn(properties.get("aquasecurity:trivy:ImageID")),
    platform: architecture === undefined ? undefined : `linux/${architecture}`,
  };
}
