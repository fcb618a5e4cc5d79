import { canonicalDistribution } from "./distribution.ts";
import { parsePackageUrl, type PackageUrl } from "./package-url.ts";

/** How sure it is which package is meant: by a purl, by names and a kind, or by a name alone. */
export type IdentityBasis = "purl" | "kind" | "name";

/** A package as one scanner names it, with the canonical spelling by which reports of two scanners meet. */
export interface PackageIdentity {
  /** As reported. */
  readonly name: string;
  readonly version: string;
  readonly purl: string | undefined;
  readonly basis: IdentityBasis;
  /** purl type, such as `deb`; empty where nobody says. */
  readonly type: string;
  /** Canonical `type/namespace/name`. */
  readonly key: string;
  /** Canonical version. */
  readonly versionKey: string;
  /** `key@versionKey`: the same for the same release of the same package. */
  readonly id: string;
  readonly architecture: string | undefined;
  /** The source package that it was built from, canonical as `type/namespace/name`, where the report says so. */
  readonly sourceKey: string | undefined;
}

/** What a report says of a package. */
export interface PackageWords {
  readonly purl?: string | undefined;
  readonly name?: string | undefined;
  readonly version?: string | undefined;
  /** purl type, where it is known without a purl. */
  readonly type?: string | undefined;
  /** Distribution of the image; the namespace of its packages where a purl has none. */
  readonly distribution?: string | undefined;
  readonly sourceName?: string | undefined;
}

const DISTRIBUTED: ReadonlySet<string> = new Set(["deb", "rpm", "apk", "alpm"]);

/** The identity of a package. Nothing that was reported is refused: what cannot be understood keeps its name. */
export function identifyPackage(words: PackageWords): PackageIdentity {
  const parsed = words.purl === undefined ? undefined : parsePackageUrl(words.purl);
  const type = parsed?.type ?? words.type ?? "";
  const shown = shownWords(words, parsed);
  const { namespace, name } = parsed ?? splitName(type, shown.name);
  const place = canonicalNamespace({ type, namespace, distribution: words.distribution });
  const key = keyOf(type, place, name);
  const versionKey = canonicalVersion(type, withEpoch(parsed, shown.version));
  return {
    ...shown,
    purl: parsed === undefined ? undefined : words.purl,
    basis: basisOf(parsed, type),
    type,
    key,
    versionKey,
    id: `${key}@${versionKey}`,
    architecture: parsed?.qualifiers.get("arch"),
    sourceKey: sourceKeyOf(words.sourceName ?? upstreamName(parsed), type, place),
  };
}

/** Name and version as reported; those of the purl where nothing else was said. */
function shownWords({ name, version }: PackageWords, parsed: PackageUrl | undefined): Shown {
  const full =
    parsed === undefined || parsed.namespace === "" ? parsed?.name : `${parsed.namespace}/${parsed.name}`;
  return { name: name ?? full ?? "", version: version ?? parsed?.version ?? "" };
}

type Shown = Pick<PackageIdentity, "name" | "version">;

function sourceKeyOf(source: string | undefined, type: string, place: string): string | undefined {
  return source === undefined || source === "" ? undefined : keyOf(type, place, source);
}

function basisOf(parsed: PackageUrl | undefined, type: string): IdentityBasis {
  if (parsed !== undefined) return "purl";
  return type === "" ? "name" : "kind";
}

/** The canonical spelling of a package, without a version. */
export function keyOf(type: string, namespace: string, name: string): string {
  const plain = canonicalName(type, name);
  const place = CASED.has(type) ? namespace : namespace.toLowerCase();
  return place === "" ? `${type}/${plain}` : `${type}/${place}/${plain}`;
}

/** Types whose names differ by case. */
const CASED: ReadonlySet<string> = new Set([
  "maven",
  "rpm",
  "cargo",
  "gem",
  "generic",
  "conan",
  "cocoapods",
  "swift",
]);

function canonicalName(type: string, name: string): string {
  // Python treats runs of these three characters as one (PEP 503).
  if (type === "pypi") return name.toLowerCase().replaceAll(/[-_.]+/g, "-");
  return CASED.has(type) ? name : name.toLowerCase();
}

function canonicalNamespace({
  type,
  namespace,
  distribution,
}: {
  readonly type: string;
  readonly namespace: string;
  readonly distribution: string | undefined;
}): string {
  if (!DISTRIBUTED.has(type)) return namespace;
  return canonicalDistribution(namespace === "" ? (distribution ?? "") : namespace);
}

/** Names as scanners write them without a purl: `group:artifact`, `@scope/name`, `host/path/name`. */
function splitName(type: string, name: string): { readonly namespace: string; readonly name: string } {
  const separator = type === "maven" && name.includes(":") ? ":" : "/";
  const cut = NAMESPACED.has(type) ? name.lastIndexOf(separator) : -1;
  return cut === -1 ? { namespace: "", name } : { namespace: name.slice(0, cut), name: name.slice(cut + 1) };
}

const NAMESPACED: ReadonlySet<string> = new Set(["maven", "npm", "golang", "composer", "github", "swift"]);

function upstreamName(parsed: PackageUrl | undefined): string | undefined {
  const upstream = parsed?.qualifiers.get("upstream");
  if (upstream === undefined || parsed === undefined) return undefined;
  const at = upstream.indexOf("@");
  const name = at > 0 ? upstream.slice(0, at) : upstream;
  return parsed.type === "rpm" ? sourceRpmName(name) : name;
}

/** The name of a source package from its file name, `openssl-1.1.1k-7.el8_6.src.rpm`. */
export function sourceRpmName(file: string): string {
  if (!file.endsWith(".rpm")) return file;
  const release = file.lastIndexOf("-");
  const version = release > 0 ? file.lastIndexOf("-", release - 1) : -1;
  return version > 0 ? file.slice(0, version) : file;
}

/** Trivy puts an rpm's epoch into the version, Syft into a qualifier as well. */
function withEpoch(parsed: PackageUrl | undefined, version: string): string {
  const epoch = parsed?.type === "rpm" ? parsed.qualifiers.get("epoch") : undefined;
  return epoch === undefined || version.includes(":") ? version : `${epoch}:${version}`;
}

/** The one spelling of a version: no epoch 0, no `v` or `go` before the number of a Go module. */
export function canonicalVersion(type: string, version: string): string {
  const text = version.trim();
  if (type === "deb" || type === "rpm") {
    const colon = text.indexOf(":");
    return colon > 0 && isZero(text.slice(0, colon)) ? text.slice(colon + 1) : text;
  }
  if (type === "golang") {
    if (text.startsWith("go") && isDigit(text, 2)) return text.slice(2);
    return text.startsWith("v") && isDigit(text, 1) ? text.slice(1) : text;
  }
  return text;
}

function isZero(text: string): boolean {
  for (const character of text) if (character !== "0") return false;
  return true;
}

function isDigit(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 48 && code <= 57;
}
