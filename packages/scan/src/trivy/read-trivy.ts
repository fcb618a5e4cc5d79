import { canonicalDistribution } from "../identity/distribution.ts";
import { ecosystemOf } from "../identity/ecosystem.ts";
import { PackageBook } from "../identity/package-book.ts";
import type { PackageIdentity } from "../identity/package-identity.ts";
import {
  drained,
  isRecord,
  listOf,
  memberOf,
  recordOf,
  textAt,
  textOf,
  textsOf,
  type PlainRecord,
} from "../json/plain.ts";
import { digestIn, distinct, timeOf } from "../report/digest.ts";
import { EntryProblems, FindingMaker, makeReport, type ReportSource } from "../report/make-report.ts";
import type {
  Distribution,
  ReportedFinding,
  ScanReport,
  Suppression,
  Target,
  TargetKind,
} from "../report/scan-report.ts";
import { packageVersions, sourcesOf, trivyFinding, type TrivyPlace } from "./trivy-finding.ts";

/** Whether a document is a Trivy report: schema 2, the older list of results, or a cluster report. */
export function isTrivy(value: unknown): boolean {
  if (Array.isArray(value))
    return value.length > 0 && value.every((item) => textAt(item, "Target") !== undefined);
  if (!isRecord(value)) return false;
  if ("ClusterName" in value) return true;
  return (
    "SchemaVersion" in value && ("ArtifactName" in value || "ArtifactType" in value || "Results" in value)
  );
}

/** Reads a Trivy report (`aquasecurity/trivy`, types of `pkg/types` and `pkg/k8s/report`). */
export function readTrivy(value: unknown, source: ReportSource): readonly ScanReport[] {
  const reader = new TrivyReader(recordOf(value));
  if (Array.isArray(value)) reader.results(value, "", undefined);
  else reader.document();
  return [makeReport(source, reader.parts())];
}

class TrivyReader {
  readonly #root: PlainRecord;
  readonly #book = new PackageBook();
  readonly #maker = new FindingMaker();
  readonly #problems = new EntryProblems();
  readonly #findings: ReportedFinding[] = [];
  readonly #packages: PackageIdentity[] = [];
  readonly #beside = { misconfigurations: 0, secrets: 0, licenses: 0, others: 0 };
  readonly #distribution: Distribution | undefined;
  #listed = false;

  constructor(root: PlainRecord | undefined) {
    this.#root = root ?? {};
    this.#distribution = distributionOf(memberOf(this.#root["Metadata"], "OS"));
  }

  document(): void {
    this.results(this.#root["Results"], "Results", undefined);
    for (const name of ["Resources", "Vulnerabilities", "Misconfigurations"]) {
      for (const [index, item] of listOf(this.#root[name]).entries()) {
        const resource = [
          textAt(item, "Namespace") ?? "",
          textAt(item, "Kind") ?? "",
          textAt(item, "Name") ?? "",
        ];
        this.results(memberOf(item, "Results"), `${name}[${index}].Results`, resource.join("/"));
      }
    }
  }

  results(value: unknown, path: string, resource: string | undefined): void {
    if (value !== undefined && value !== null && !Array.isArray(value))
      this.#problems.add("scan/unreadable-entry", path, "The results are no list.");
    for (const [index, result] of listOf(value).entries()) {
      const at = `${path}[${index}]`;
      if (isRecord(result)) this.#result(result, at, resource);
      else this.#problems.add("scan/unreadable-entry", at, "The result is no object.");
    }
  }

  #result(result: PlainRecord, path: string, resource: string | undefined): void {
    const place = this.#placeOf(result, resource);
    this.#inventory(result["Packages"], place);
    for (const [index, entry] of drained(result["Vulnerabilities"]))
      this.#vulnerability(entry, place, { path: `${path}.Vulnerabilities[${index}]` });
    for (const [index, item] of listOf(result["ExperimentalModifiedFindings"]).entries())
      this.#modified(item, place, `${path}.ExperimentalModifiedFindings[${index}]`);
    this.#beside.misconfigurations += listOf(result["Misconfigurations"]).length;
    this.#beside.secrets += listOf(result["Secrets"]).length;
    this.#beside.licenses += listOf(result["Licenses"]).length;
    this.#beside.others += listOf(result["CustomResources"]).length;
  }

  #placeOf(result: PlainRecord, resource: string | undefined): TrivyPlace {
    const kind = textOf(result["Type"]);
    const isSystem = textOf(result["Class"]) === "os-pkgs";
    return {
      book: this.#book,
      maker: this.#maker,
      type: kind === undefined ? undefined : ecosystemOf(kind),
      distribution: this.#distribution?.name ?? (isSystem ? kind : undefined),
      path: isSystem ? undefined : pathOf(result, kind),
      resource,
      sources: sourcesOf(result["Packages"]),
    };
  }

  #inventory(packages: unknown, place: TrivyPlace): void {
    if (Array.isArray(packages)) this.#listed = true;
    for (const item of listOf(packages)) {
      const name = textAt(item, "Name");
      const purl = textAt(item, "Identifier", "PURL");
      if (name === undefined && purl === undefined) continue;
      const [version] = packageVersions(item);
      this.#packages.push(
        this.#book.identify({
          purl,
          name,
          version,
          type: place.type,
          distribution: place.distribution,
          sourceName: textAt(item, "SrcName"),
        }),
      );
    }
  }

  #vulnerability(
    entry: unknown,
    place: TrivyPlace,
    { path, suppressed }: { readonly path: string; readonly suppressed?: Suppression },
  ): void {
    const finding = isRecord(entry) ? trivyFinding(entry, place, suppressed) : undefined;
    if (finding === undefined)
      this.#problems.add("scan/unreadable-entry", path, "The vulnerability has no id.");
    else this.#findings.push(finding);
  }

  /** What Trivy's own settings put aside; listed only when it was asked to show that. */
  #modified(item: unknown, place: TrivyPlace, path: string): void {
    if (textAt(item, "Type") !== "vulnerability") {
      this.#beside.others += 1;
      return;
    }
    const by = textAt(item, "Source") ?? textAt(item, "Status") ?? "ignore-rule";
    const reason = textAt(item, "Statement") ?? textAt(item, "Status");
    this.#vulnerability(memberOf(item, "Finding"), place, {
      path: `${path}.Finding`,
      suppressed: { by, reason },
    });
  }

  parts(): Parameters<typeof makeReport>[1] {
    return {
      format: "trivy",
      scanner: { name: "trivy", version: textAt(this.#root, "Trivy", "Version") },
      scannedAt: timeOf(textOf(this.#root["CreatedAt"])),
      target: targetOf(this.#root),
      distribution: this.#distribution,
      inventory: { listed: this.#listed, packages: this.#packages },
      findings: this.#findings,
      beside: this.#beside,
      problems: this.#problems.all,
    };
  }
}

/** A lock file's path; for packages of one kind gathered from the whole image, Trivy writes the kind instead of a path. */
function pathOf(result: PlainRecord, kind: string | undefined): string | undefined {
  const target = textOf(result["Target"]);
  return kind !== undefined && GATHERED.has(kind) ? undefined : target;
}

const GATHERED: ReadonlySet<string> = new Set(["node-pkg", "python-pkg", "jar", "gemspec", "conda-pkg"]);

function distributionOf(value: unknown): Distribution | undefined {
  const name = textAt(value, "Family");
  if (name === undefined || name === "none") return undefined;
  return {
    name: canonicalDistribution(name),
    version: textAt(value, "Name"),
    endOfLife: memberOf(value, "EOSL") === true,
  };
}

const KINDS: ReadonlyMap<string, TargetKind> = new Map<string, TargetKind>([
  ["container_image", "image"],
  ["filesystem", "files"],
  ["repository", "files"],
  ["vm", "machine"],
  ["cyclonedx", "sbom"],
  ["spdx", "sbom"],
]);

function targetOf(root: PlainRecord): Target {
  const metadata = root["Metadata"];
  const cluster = textOf(root["ClusterName"]);
  const name = textOf(root["ArtifactName"]);
  const configuration = memberOf(metadata, "ImageConfig");
  const [system, architecture] = [textAt(configuration, "os"), textAt(configuration, "architecture")];
  return {
    kind: cluster === undefined ? (KINDS.get(textOf(root["ArtifactType"]) ?? "") ?? "unknown") : "cluster",
    name: cluster ?? name,
    digests: distinct([...textsOf(memberOf(metadata, "RepoDigests")).map(digestIn), digestIn(name)]),
    imageId: digestIn(textAt(metadata, "ImageID")),
    platform: system === undefined || architecture === undefined ? undefined : `${system}/${architecture}`,
  };
}
