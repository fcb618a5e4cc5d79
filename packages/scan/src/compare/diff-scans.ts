import type { MergedFinding, MergedScan } from "../merge/merged-scan.ts";

/** What changed from one scan to a later one. A vulnerability in a package counts once, whatever the package's release. */
export interface ScanDifference {
  readonly added: readonly MergedFinding[];
  readonly gone: readonly MergedFinding[];
  readonly kept: readonly MergedFinding[];
}

export function diffScans(before: MergedScan, after: MergedScan): ScanDifference {
  const [old, young] = [identities(before), identities(after)];
  return {
    added: after.findings.filter((finding) => !isIn(finding, old)),
    gone: before.findings.filter((finding) => !isIn(finding, young)),
    kept: after.findings.filter((finding) => isIn(finding, old)),
  };
}

function identities(scan: MergedScan): ReadonlySet<string> {
  const found = new Set<string>();
  for (const {
    vulnerability,
    package: { key },
  } of scan.findings)
    for (const id of vulnerability.ids) found.add(`${id} ${key}`);
  return found;
}

function isIn({ vulnerability, package: { key } }: MergedFinding, known: ReadonlySet<string>): boolean {
  return vulnerability.ids.some((id) => known.has(`${id} ${key}`));
}
