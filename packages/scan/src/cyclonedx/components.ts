import { canonicalDistribution } from "../identity/distribution.ts";
import { ecosystemOf } from "../identity/ecosystem.ts";
import type { PackageBook } from "../identity/package-book.ts";
import { parsePackageUrl } from "../identity/package-url.ts";
import type { PackageIdentity } from "../identity/package-identity.ts";
import { isRecord, listOf, textAt, textOf, type PlainRecord } from "../json/plain.ts";
import type { Distribution, FindingLocation } from "../report/scan-report.ts";

/** A component with what findings need of it. */
export interface Component {
  readonly package: PackageIdentity;
  readonly locations: readonly FindingLocation[];
}

/** All components, however deep they are nested, by their reference. */
export interface Components {
  readonly byReference: ReadonlyMap<string, Component>;
  /** Those that are packages: no files, no operating systems. */
  readonly packages: readonly PackageIdentity[];
  readonly distribution: Distribution | undefined;
}

const NO_PACKAGES: ReadonlySet<string> = new Set([
  "operating-system",
  "file",
  "container",
  "device",
  "cryptographic-asset",
]);

export function readComponents(root: PlainRecord, book: PackageBook): Components {
  const all = flatten(root["components"]);
  const distribution = distributionOf(all);
  const byReference = new Map<string, Component>();
  const packages: PackageIdentity[] = [];
  for (const item of all) {
    const component = componentOf(item, book, distribution?.name);
    const isPackage = !NO_PACKAGES.has(textOf(item["type"]) ?? "");
    // An application without a purl is a lock file that holds packages.
    if (isPackage && (component.package.purl !== undefined || textOf(item["type"]) !== "application"))
      packages.push(component.package);
    for (const reference of [textOf(item["bom-ref"]), textOf(item["purl"])])
      if (reference !== undefined && !byReference.has(reference)) byReference.set(reference, component);
  }
  return { byReference, packages, distribution };
}

/** Walks without recursion: nesting is only capped by the depth that the file may have. */
function flatten(value: unknown): readonly PlainRecord[] {
  const all = listOf(value).filter(isRecord);
  // The list grows while it is walked.
  for (const item of all)
    for (const child of listOf(item["components"])) if (isRecord(child)) all.push(child);
  return all;
}

function distributionOf(components: readonly PlainRecord[]): Distribution | undefined {
  const system = components.find((item) => item["type"] === "operating-system");
  const name = textAt(system, "name");
  if (name === undefined) return undefined;
  return { name: canonicalDistribution(name), version: textAt(system, "version"), endOfLife: false };
}

/** A component as a package. */
export function componentOf(item: PlainRecord, book: PackageBook, distribution?: string): Component {
  const [group, name] = [textOf(item["group"]), textOf(item["name"]) ?? ""];
  const properties = propertiesOf(item);
  const kind = properties.get("syft:package:type") ?? properties.get("aquasecurity:trivy:PkgType");
  const purl = textOf(item["purl"]);
  return {
    package: book.identify({
      purl,
      // Where a purl says it better, its own spelling of the name counts.
      name: purl === undefined && group !== undefined ? `${group}/${name}` : name,
      version: textOf(item["version"]) ?? versionIn(purl),
      type: kind === undefined ? undefined : ecosystemOf(kind),
      distribution,
      sourceName: properties.get("aquasecurity:trivy:SrcName"),
    }),
    locations: locationsOf(properties),
  };
}

function versionIn(purl: string | undefined): string | undefined {
  return purl === undefined ? undefined : parsePackageUrl(purl)?.version;
}

/** Name and value of each property, the first of a name. */
export function propertiesOf(item: PlainRecord): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  for (const property of listOf(item["properties"])) {
    const [name, value] = [textAt(property, "name"), textAt(property, "value")];
    if (name !== undefined && value !== undefined && !properties.has(name)) properties.set(name, value);
  }
  return properties;
}

/** `syft:location:0:path`, `syft:location:0:layerID`, and what Trivy writes. */
function locationsOf(properties: ReadonlyMap<string, string>): readonly FindingLocation[] {
  const locations: FindingLocation[] = [];
  for (let index = 0; ; index += 1) {
    const path = properties.get(`syft:location:${index}:path`);
    const layer = properties.get(`syft:location:${index}:layerID`);
    if (path === undefined && layer === undefined) break;
    locations.push({ path, layer, resource: undefined });
  }
  const path = properties.get("aquasecurity:trivy:FilePath");
  const layer =
    properties.get("aquasecurity:trivy:LayerDigest") ?? properties.get("aquasecurity:trivy:LayerDiffID");
  if (path !== undefined || layer !== undefined) locations.push({ path, layer, resource: undefined });
  return locations;
}
