import { canonicalVersion, identifyPackage, type PackageIdentity } from "../identity/package-identity.ts";
import { parsePackageUrl } from "../identity/package-url.ts";
import type { MergedFinding } from "../merge/merged-scan.ts";
import { matchesPattern } from "./pattern.ts";

/**
 * Whether a purl in an exception means a finding's package. Type, namespace and name must be equal in their canonical
 * spelling; a version and qualifiers only where the purl has them.
 */
export function purlMeans(purl: string, finding: MergedFinding): boolean {
  const wanted = parsePackageUrl(purl);
  if (wanted === undefined) return false;
  const identity = identifyPackage({ purl });
  return finding.observations.some(({ finding: { package: seen } }) => {
    if (seen.key !== identity.key) return false;
    if (wanted.version !== undefined && seen.versionKey !== identity.versionKey) return false;
    const architecture = wanted.qualifiers.get("arch");
    return (
      architecture === undefined || seen.architecture === undefined || seen.architecture === architecture
    );
  });
}

/** Whether a pattern of a purl, with stars, means a finding's package: as reported, or in the canonical spelling. */
export function purlPatternMeans(pattern: string, finding: MergedFinding): boolean {
  if (!pattern.includes("*")) return purlMeans(pattern, finding);
  return finding.observations.some(({ finding: { package: seen } }) =>
    spellings(seen).some((spelling) => matchesPattern(pattern, spelling)),
  );
}

function spellings(seen: PackageIdentity): readonly string[] {
  const canonical = `pkg:${seen.id}`;
  const reported = seen.purl;
  if (reported === undefined) return [canonical];
  const question = reported.indexOf("?");
  return [canonical, reported, question === -1 ? reported : reported.slice(0, question)];
}

/** Whether a name and a version in an exception mean a finding's package. */
export function nameMeans(
  { name, version }: { readonly name: string | undefined; readonly version: string | undefined },
  finding: MergedFinding,
): boolean {
  return finding.observations.some(({ finding: { package: seen } }) => {
    if (name !== undefined && name !== seen.name && name !== seen.key.slice(seen.key.lastIndexOf("/") + 1))
      return false;
    return version === undefined || canonicalVersion(seen.type, version) === seen.versionKey;
  });
}
