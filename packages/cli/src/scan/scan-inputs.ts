import { CodedError } from "@plimsoll/core";
import {
  ENGINE_FAMILIES,
  familyOf,
  readReports,
  withInventory,
  type FamilyTable,
  type ScanReport,
  type SeveritySource,
  type UnreadableInput,
} from "@plimsoll/scan";
import { badValue } from "../arguments/option-values.ts";
import type { Arguments } from "../arguments/option.ts";
import { readReportWithDigest } from "../report/read-report.ts";

/** The reports of a command line. */
export interface ScanInputs {
  readonly reports: readonly ScanReport[];
  /** Files that are no reports; each is a reason not to pass. */
  readonly unreadable: readonly UnreadableInput[];
  readonly families: FamilyTable;
}

/** Reads the reports that the operands name, with what the options add to them. */
export function readScanInputs(args: Arguments, cwd: string): ScanInputs {
  const families = familyTable(args);
  const built = namedValues(args, "db-built");
  const lists = namedValues(args, "sbom");
  const reports: ScanReport[] = [];
  const unreadable: UnreadableInput[] = [];
  for (const file of args.operands) {
    try {
      for (const report of readFile(file, cwd))
        reports.push(completed(report, { built, lists, families, cwd }));
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      unreadable.push({ file, code: error.code, message: error.message });
    }
  }
  return { reports, unreadable, families };
}

/** All reports of a file. @throws CodedError of reading the file or its report. */
export function readFile(file: string, cwd: string): readonly ScanReport[] {
  const { text, digest } = readReportWithDigest(file, cwd);
  return readReports(text, { file, digest });
}

interface Additions {
  readonly built: ReadonlyMap<string, string>;
  readonly lists: ReadonlyMap<string, string>;
  readonly families: FamilyTable;
  readonly cwd: string;
}

/** What the options say of a scanner by its name or its engine. A report's own word on its database counts first. */
function completed(report: ScanReport, { built, lists, families, cwd }: Additions): ScanReport {
  const names = [report.scanner.name, familyOf(report, families).name];
  const time = names.map((name) => built.get(name)).find((found) => found !== undefined);
  const list = names.map((name) => lists.get(name)).find((found) => found !== undefined);
  const dated =
    time === undefined || report.database.built !== undefined
      ? report
      : { ...report, database: { ...report.database, built: time } };
  if (list === undefined) return dated;
  return readFile(list, cwd).reduce(withInventory, dated);
}

/** `NAME=VALUE` of a repeatable option, by the name in lower case. */
function namedValues(args: Arguments, option: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const given of args.valuesOf(option)) {
    const equals = given.indexOf("=");
    const [name, value] = [given.slice(0, equals).toLowerCase(), given.slice(equals + 1)];
    if (equals <= 0 || value === "") throw badValue(option, given, "a name, = and a value");
    if (option === "db-built" && Number.isNaN(Date.parse(value)))
      throw badValue(option, given, "a name, = and a time such as 2026-11-24T02:00:00Z");
    values.set(name, value);
  }
  return values;
}

function familyTable(args: Arguments): FamilyTable {
  return new Map([...ENGINE_FAMILIES, ...namedValues(args, "scanner-family")]);
}

/** `--severity-source`. @throws CodedError `cli/bad-value`. */
export function severitySource(args: Arguments): SeveritySource {
  const value = args.valueOf("severity-source") ?? "max";
  if (value === "max" || value === "vendor-first" || value === "cvss") return value;
  if (value.startsWith("scanner:") && value.length > "scanner:".length)
    return `scanner:${value.slice("scanner:".length)}`;
  throw badValue("severity-source", value, "max, vendor-first, cvss or scanner:NAME");
}
