import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { ActionFailure, readBounded } from "@plimsoll/action-kit";
import { CodedError } from "@plimsoll/core";
import {
  ENGINE_FAMILIES,
  familyOf,
  readReports,
  withInventory,
  type FamilyTable,
  type ScanReport,
  type UnreadableInput,
} from "@plimsoll/scan";
import { inputFailure } from "../failure.ts";
import type { Inputs } from "../inputs.generated.ts";
import { MAXIMUM_REPORT_BYTES } from "../scanners/run-scanner.ts";

/** A report's bytes and what they say. */
export interface ReportFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly reports: readonly ScanReport[];
}

/** The reports that the inputs name. */
export interface GivenReports {
  readonly files: readonly ReportFile[];
  /** Files that are no reports; each is a reason not to pass. */
  readonly unreadable: readonly UnreadableInput[];
}

/** Reads one report. @throws ActionFailure where the file cannot be read, CodedError where it is no report */
export function readReportFile(path: string, workspace: string): ReportFile {
  const bytes = readBounded(resolve(workspace, path), MAXIMUM_REPORT_BYTES);
  const digest = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
  return { name: path, bytes, reports: readReports(bytes.toString("utf8"), { file: path, digest }) };
}

/** Reads all reports that the inputs name, with what other inputs say of them. */
export function readGivenReports(inputs: Inputs, families: FamilyTable, workspace: string): GivenReports {
  const built = namedValues("db-built", inputs.dbBuilt);
  for (const [name, time] of built) {
    if (Number.isNaN(Date.parse(time)))
      throw inputFailure(
        `db-built: ${JSON.stringify(`${name}=${time}`)} has no time.`,
        "Write it as RFC 3339.",
      );
  }
  const lists = namedValues("sboms", inputs.sboms);
  const files: ReportFile[] = [];
  const unreadable: UnreadableInput[] = [];
  for (const path of inputs.reports) {
    try {
      const file = readReportFile(path, workspace);
      const reports = file.reports.map((report) => completed(report, { built, lists, families, workspace }));
      files.push({ ...file, reports });
    } catch (error) {
      if (!(error instanceof CodedError) && !(error instanceof ActionFailure)) throw error;
      unreadable.push({ file: path, code: error.code, message: error.message });
    }
  }
  return { files, unreadable };
}

interface Additions {
  readonly built: ReadonlyMap<string, string>;
  readonly lists: ReadonlyMap<string, string>;
  readonly families: FamilyTable;
  readonly workspace: string;
}

/** What inputs say of a scanner by its name or its engine. A report's own word on its database counts first. */
function completed(report: ScanReport, { built, lists, families, workspace }: Additions): ScanReport {
  const names = [report.scanner.name, familyOf(report, families).name];
  const time = names.map((name) => built.get(name)).find((found) => found !== undefined);
  const list = names.map((name) => lists.get(name)).find((found) => found !== undefined);
  const dated =
    time === undefined || report.database.built !== undefined
      ? report
      : { ...report, database: { ...report.database, built: time } };
  return list === undefined ? dated : readReportFile(list, workspace).reports.reduce(withInventory, dated);
}

/** Engines by the names of scanners, those of the inputs last. */
export function familyTable(entries: readonly string[]): FamilyTable {
  return new Map([...ENGINE_FAMILIES, ...namedValues("scanner-families", entries)]);
}

/** Lines `name=value`, by the name in lower case. */
function namedValues(input: string, entries: readonly string[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const entry of entries) {
    const equals = entry.indexOf("=");
    const [name, value] = [entry.slice(0, equals).trim().toLowerCase(), entry.slice(equals + 1).trim()];
    if (equals <= 0 || name === "" || value === "")
      throw inputFailure(`${input}: ${JSON.stringify(entry)} is none.`, "Write a name, = and a value.");
    values.set(name, value);
  }
  return values;
}
