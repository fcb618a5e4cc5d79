import { readReports } from "../read/read-reports.ts";
import type { ReportSource } from "../report/make-report.ts";
import type { ScanReport } from "../report/scan-report.ts";

/** Reads a document as a file of a test. Its digest is that of its text, as a caller computes it. */
export function reportOf(value: unknown, source: Partial<ReportSource> = {}): ScanReport {
  const [report] = reportsOf(value, source);
  if (report === undefined) throw new Error("the document holds no report");
  return report;
}

export function reportsOf(value: unknown, source: Partial<ReportSource> = {}): readonly ScanReport[] {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const digest = `sha256:${markOf(text).padStart(64, "0")}`;
  return readReports(text, { file: "report.json", digest, ...source });
}

/** Stands for a digest, which a caller computes: the same for the same text. */
function markOf(text: string): string {
  let [first, second] = [7, 11];
  for (let index = 0; index < text.length; index += 1) {
    first = (Math.imul(first, 31) + text.charCodeAt(index)) | 0;
    second = (Math.imul(second, 131) + text.charCodeAt(index)) | 0;
  }
  return [first, second].map((part) => (part >>> 0).toString(16).padStart(8, "0")).join("");
}

export const DIGEST: string = `sha256:${"ab".repeat(32)}`;
export const OTHER_DIGEST: string = `sha256:${"cd".repeat(32)}`;

/** One vulnerability in one package, in words that both scanners have. */
export interface Row {
  readonly id: string;
  readonly name?: string;
  readonly version?: string;
  /** In lower case. */
  readonly severity?: string;
  readonly fixed?: string;
  readonly purl?: string;
  /** Other ids. */
  readonly names?: readonly string[];
  readonly published?: string;
  readonly source?: string;
  readonly title?: string;
  readonly feed?: string;
  readonly path?: string;
  readonly match?: string;
  readonly state?: string;
}

export interface TrivyParts {
  readonly digest?: string;
  readonly platform?: string;
  /** Names of packages that it lists; `false` for no list. */
  readonly packages?: readonly string[] | false;
  readonly endOfLife?: boolean;
  readonly createdAt?: string;
  readonly name?: string;
}

const PURL = (name: string, version: string): string => `pkg:deb/debian/${name}@${version}?arch=amd64`;

/** A report of Trivy on a Debian image. */
export function trivyDocument(rows: readonly Row[], parts: TrivyParts = {}): unknown {
  const { digest = DIGEST, packages = ["base"], endOfLife, createdAt = "2026-11-24T10:00:00Z" } = parts;
  const [os = "linux", architecture = "amd64"] = (parts.platform ?? "linux/amd64").split("/");
  const name = parts.name ?? "registry.example/app:1";
  return {
    SchemaVersion: 2,
    Trivy: { Version: "0.70.0" },
    CreatedAt: createdAt,
    ArtifactName: name,
    ArtifactType: "container_image",
    Metadata: {
      OS: { Family: "debian", Name: "12.5", ...(endOfLife === true ? { EOSL: true } : {}) },
      RepoDigests: digest === "" ? [] : [`registry.example/app@${digest}`],
      ImageConfig: { os, architecture },
    },
    Results: [
      {
        Target: `${name} (debian 12.5)`,
        Class: "os-pkgs",
        Type: "debian",
        ...(packages === false
          ? {}
          : {
              Packages: packages.map((one) => ({
                Name: one,
                Version: "1.0",
                SrcName: `${one}-src`,
                Identifier: { PURL: PURL(one, "1.0") },
              })),
            }),
        Vulnerabilities: rows.map((row) => trivyVulnerability(row)),
      },
    ],
  };
}

function trivyVulnerability(row: Row): unknown {
  const {
    id,
    name = "openssl",
    version = "1.0",
    severity = "high",
    fixed,
    names = [],
    published,
    title,
  } = row;
  return {
    VulnerabilityID: id,
    VendorIDs: names,
    PkgName: name,
    PkgIdentifier: { PURL: row.purl ?? PURL(name, version) },
    InstalledVersion: version,
    ...(fixed === undefined ? { Status: row.state ?? "affected" } : { FixedVersion: fixed, Status: "fixed" }),
    Severity: severity.toUpperCase(),
    SeveritySource: "debian",
    DataSource: { ID: row.feed ?? "debian" },
    Title: title ?? `Trivy on ${id}`,
    ...(published === undefined ? {} : { PublishedDate: published }),
  };
}

export interface GrypeParts {
  readonly digest?: string;
  readonly architecture?: string;
  readonly built?: string;
  readonly onlyFixed?: boolean;
  readonly ignored?: readonly Row[];
  readonly timestamp?: string;
}

/** A report of Grype on the same image. */
export function grypeDocument(rows: readonly Row[], parts: GrypeParts = {}): unknown {
  const { digest = DIGEST, built = "2026-11-24T01:00:00Z", onlyFixed = false, ignored = [] } = parts;
  return {
    matches: rows.map(grypeMatch),
    ignoredMatches: ignored.map((row) => ({
      ...grypeMatch(row),
      appliedIgnoreRules: [{ vulnerability: row.id, reason: "accepted" }],
    })),
    source: {
      type: "image",
      target: {
        userInput: "registry.example/app:1",
        manifestDigest: digest,
        os: "linux",
        architecture: parts.architecture ?? "amd64",
      },
    },
    distro: { name: "debian", version: "12", idLike: [] },
    descriptor: {
      name: "grype",
      version: "0.110.0",
      timestamp: parts.timestamp ?? "2026-11-24T10:00:00Z",
      configuration: { "only-fixed": onlyFixed, ignore: null },
      db: { status: { built, schemaVersion: "v6.1.0" } },
    },
  };
}

function grypeMatch(row: Row): Record<string, unknown> {
  const { id, name = "openssl", version = "1.0", severity = "high", fixed, names = [], source } = row;
  return {
    vulnerability: {
      id,
      namespace: row.feed ?? "debian:distro:debian:12",
      severity: severity.charAt(0).toUpperCase() + severity.slice(1),
      description: row.title ?? `Grype on ${id}`,
      fix: fixed === undefined ? { versions: [], state: "not-fixed" } : { versions: [fixed], state: "fixed" },
    },
    relatedVulnerabilities: names.map((other) => ({ id: other, namespace: "nvd:cpe" })),
    matchDetails: [{ type: row.match ?? "exact-direct-match", matcher: "dpkg-matcher" }],
    artifact: {
      name,
      version,
      type: "deb",
      purl: row.purl ?? `${PURL(name, version)}&distro=debian-12`,
      locations: [{ path: row.path ?? "/var/lib/dpkg/status", layerID: `sha256:${"11".repeat(32)}` }],
      upstreams: source === undefined ? [] : [{ name: source }],
    },
  };
}
