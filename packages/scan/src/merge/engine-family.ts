import type { ScanReport } from "../report/scan-report.ts";

/**
 * Scanners that share an engine are one opinion. Keys are names as reports write them, in lower case; a star at the end
 * stands for any ending.
 */
export type FamilyTable = ReadonlyMap<string, string>;

export const ENGINE_FAMILIES: FamilyTable = new Map([
  ["trivy*", "trivy"],
  ["aqua*", "trivy"],
  ["harbor-scanner-trivy", "trivy"],
  ["grype*", "grype"],
  ["anchore*", "grype"],
  ["syft*", "grype"],
  ["scan-action", "grype"],
  ["twistlock*", "prisma"],
  ["twistcli", "prisma"],
  ["prisma*", "prisma"],
  ["snyk*", "snyk"],
  ["clair*", "clair"],
  ["quay*", "clair"],
  ["osv-scanner*", "osv"],
  ["osv", "osv"],
  ["neuvector*", "neuvector"],
  ["docker scout", "scout"],
  ["docker-scout*", "scout"],
  ["scout", "scout"],
  ["jfrog*", "xray"],
  ["xray*", "xray"],
  ["wiz*", "wiz"],
  ["dependency-check*", "dependency-check"],
]);

/** The engine behind a report. */
export interface Family {
  readonly name: string;
  /** False where nobody has said which engine it is: such a report is no second opinion. */
  readonly known: boolean;
}

/** The engine family of a report. The form of a scanner's own JSON says more than the name in it. */
export function familyOf(report: ScanReport, table: FamilyTable = ENGINE_FAMILIES): Family {
  if (report.format === "trivy" || report.format === "trivy-operator") return { name: "trivy", known: true };
  if (report.format === "grype") return { name: "grype", known: true };
  const name = report.scanner.name.trim().toLowerCase();
  const exact = table.get(name);
  if (exact !== undefined) return { name: exact, known: true };
  for (const [pattern, family] of table) {
    if (pattern.endsWith("*") && name.startsWith(pattern.slice(0, -1))) return { name: family, known: true };
  }
  return { name: name === "" ? "unknown" : name, known: false };
}
