import { compareScan, diffScans, mergeReports, plainText, type MergedFinding } from "@plimsoll/scan";
import { wordOption } from "../arguments/option-values.ts";
import type { Arguments } from "../arguments/option.ts";
import { table } from "../report/table.ts";
import { readFile } from "../scan/scan-inputs.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** `plimsoll scan diff`: what is new and what is gone. */
export async function scanDiff(args: Arguments, terminal: Terminal): Promise<number> {
  const format = wordOption(args, "format", ["table", "json"]) ?? "table";
  const [before, after] = args.operands.map((file) => mergeReports(readFile(file, terminal.cwd)));
  if (before === undefined || after === undefined) return 2;
  const { added, gone, kept } = diffScans(before, after);
  const severities = new Map(
    [before, after].flatMap((scan) =>
      compareScan(scan).findings.map(({ finding, severity }) => [finding.key, severity]),
    ),
  );
  const row = (change: string, finding: MergedFinding): readonly string[] => [
    change,
    severities.get(finding.key) ?? "unknown",
    ...[finding.vulnerability.primary, finding.package.name, finding.package.version].map((text) =>
      plainText(text),
    ),
  ];
  const rows = [...added.map((one) => row("new", one)), ...gone.map((one) => row("gone", one))];
  if (format === "json") {
    const records = rows.map(([change, severity, id, name, version]) => ({
      change,
      severity,
      id,
      package: name,
      version,
    }));
    await terminal.print(`${JSON.stringify({ changes: records, kept: kept.length }, undefined, 2)}\n`);
  } else {
    const head =
      rows.length === 0
        ? ""
        : `${table(["CHANGE", "SEVERITY", "VULNERABILITY", "PACKAGE", "VERSION"], rows)}\n`;
    await terminal.print(`${head}${added.length} new, ${gone.length} gone, ${kept.length} as before.\n`);
  }
  return added.length === 0 ? 0 : 1;
}
