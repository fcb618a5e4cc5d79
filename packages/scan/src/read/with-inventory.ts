import type { ScanReport } from "../report/scan-report.ts";

/**
 * A report with the packages of a bill of materials, for scanners that do not list what they looked at (Grype). The caller
 * vouches that the scanner read that very list.
 */
export function withInventory(report: ScanReport, list: ScanReport): ScanReport {
  const { packages } = list.inventory;
  return { ...report, inventory: { listed: true, packages: [...report.inventory.packages, ...packages] } };
}
