import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { CodedError } from "@plimsoll/core";
import { corporaFolder, corporaPresent } from "@plimsoll/testkit";
import { describe, expect, it } from "vitest";
import { mergeReports } from "../merge/merge-reports.ts";
import type { ScanReport } from "../report/scan-report.ts";
import { readReports } from "./read-reports.ts";

const FOLDER = `${corporaFolder}reports/`;

interface CorpusFile {
  readonly path: string;
  readonly text: string;
  readonly value: unknown;
}

/** All files that are JSON, whatever their name, and those that are named as if they were. */
function corpusFiles(): readonly CorpusFile[] {
  if (!corporaPresent) return [];
  return readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:json|sarif|golden)$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .map((path) => {
      const text = readFileSync(path, "utf8");
      return { path: path.slice(FOLDER.length), text, value: parsed(text) };
    });
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return value;
  } catch {
    return undefined;
  }
}

/** Counts every object in a list of this name, anywhere in the document. */
function count(value: unknown, name: string): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + count(item, name), 0);
  if (typeof value !== "object" || value === null) return 0;
  let sum = 0;
  for (const [key, member] of Object.entries(value)) {
    if (key === name && Array.isArray(member)) sum += member.length;
    sum += count(member, name);
  }
  return sum;
}

/** Vulnerabilities of Trivy without an id: one file has one. */
function nameless(value: unknown): number {
  if (has(value, "ClusterName") || typeof value !== "object" || value === null) return 0;
  const own = Object.entries(value).flatMap(([key, item]) =>
    key === "Vulnerabilities" && Array.isArray(item) ? item : [],
  );
  const missing = own.filter((entry) => !has(entry, "VulnerabilityID")).length;
  return Object.values(value).reduce<number>((sum, item) => sum + nameless(item), missing);
}

function has(value: unknown, ...names: readonly string[]): boolean {
  return typeof value === "object" && value !== null && names.every((name) => name in value);
}

function member(value: unknown, name: string): unknown {
  return Object.entries(value ?? {}).find(([key]) => key === name)?.[1];
}

function read(file: CorpusFile): readonly ScanReport[] {
  const digest = `sha256:${createHash("sha256").update(file.text).digest("hex")}`;
  return readReports(file.text, { file: file.path, digest });
}

function errorOf(file: CorpusFile): string {
  try {
    read(file);
    return "none";
  } catch (error) {
    expect(error).toBeInstanceOf(CodedError);
    return error instanceof CodedError ? error.code : "other";
  }
}

function totals(reports: readonly ScanReport[]): { findings: number; others: number; problems: number } {
  let [findings, others, problems] = [0, 0, 0];
  for (const report of reports) {
    findings += report.findings.length;
    others += report.beside.others;
    problems += report.problems.length;
  }
  return { findings, others, problems };
}

/** A merge keeps every statement. */
function observed(reports: readonly ScanReport[]): number {
  return mergeReports(reports).findings.reduce((sum, { observations }) => sum + observations.length, 0);
}

const files = corpusFiles();
const trivy = files.filter(
  ({ value }) =>
    has(value, "SchemaVersion", "ArtifactType") ||
    has(value, "ClusterName") ||
    has(member(value, "0"), "Target"),
);
const grype = files.filter(({ value }) => has(value, "matches"));
const cyclonedx = files.filter(({ value }) => member(value, "bomFormat") === "CycloneDX");
const sarif = files.filter(
  ({ value, path }) => has(value, "runs") && (has(value, "version") || path.endsWith(".sarif")),
);
const operator = files.filter(({ value }) => member(value, "kind") === "VulnerabilityReport");

describe.skipIf(!corporaPresent)("corpus absent: reports of scanners", () => {
  it("has what it is said to have", () => {
    expect(trivy.length).toBeGreaterThanOrEqual(46);
    expect(grype.length).toBe(7);
    expect(cyclonedx.length).toBeGreaterThanOrEqual(30);
    expect(sarif.length).toBeGreaterThanOrEqual(330);
    expect(operator.length).toBe(2);
  });

  it.each(trivy)("reads all of Trivy: $path", (file) => {
    const reports = read(file);
    const { findings, problems } = totals(reports);
    const listed = count(file.value, "Vulnerabilities");
    // In a report on a cluster the outer list of this name holds the objects.
    const outer = has(file.value, "ClusterName")
      ? (member(file.value, "Vulnerabilities") as unknown[]).length
      : 0;
    expect({ findings, problems }).toEqual({
      findings: listed - outer - nameless(file.value),
      problems: nameless(file.value),
    });
    expect(reports[0]?.inventory.packages.length).toBe(count(file.value, "Packages"));
    expect(reports[0]?.beside.misconfigurations).toBe(
      count(file.value, "Misconfigurations") -
        (has(file.value, "ClusterName") ? (member(file.value, "Misconfigurations") as unknown[]).length : 0),
    );
    expect(reports[0]?.beside.licenses).toBe(
      (member(file.value, "Results") as unknown[] | undefined)?.reduce<number>(
        (sum, result) => sum + ((member(result, "Licenses") as unknown[] | undefined)?.length ?? 0),
        0,
      ) ?? 0,
    );
    expect(observed(reports)).toBe(findings);
  });

  it.each(grype)("reads all of Grype: $path", (file) => {
    const reports = read(file);
    expect(totals(reports)).toEqual({ findings: count(file.value, "matches"), others: 0, problems: 0 });
    expect(observed(reports)).toBe(count(file.value, "matches"));
  });

  it.each(cyclonedx)("reads all of CycloneDX: $path", (file) => {
    const reports = read(file);
    const entries = (member(file.value, "vulnerabilities") ?? []) as readonly unknown[];
    // One finding for each component that is affected, at least one for each vulnerability.
    const expected = entries.reduce<number>((sum, entry) => sum + Math.max(1, count(entry, "affects")), 0);
    expect(totals(reports)).toEqual({ findings: expected, others: 0, problems: 0 });
    expect(observed(reports)).toBe(expected);
  });

  it.each(operator)("reads all of the Trivy operator: $path", (file) => {
    const { findings, problems } = totals(read(file));
    expect({ findings, problems }).toEqual({ findings: count(file.value, "vulnerabilities"), problems: 0 });
  });

  it.each(sarif.filter(({ value }) => member(value, "version") === "2.1.0" && count(value, "runs") > 0))(
    "reads all of SARIF: $path",
    (file) => {
      const { findings, others, problems } = totals(read(file));
      const runs = member(file.value, "runs") as readonly unknown[];
      const results = runs.reduce<number>(
        (sum, run) => sum + ((member(run, "results") as unknown[] | undefined | null)?.length ?? 0),
        0,
      );
      expect(findings + others + problems).toBe(results);
    },
  );

  it("names the version of a SARIF log that is not read", () => {
    const old = sarif.filter(({ value }) => member(value, "version") !== "2.1.0");
    expect(old.length).toBeGreaterThan(100);
    for (const file of old) expect([file.path, errorOf(file)]).toEqual([file.path, "scan/sarif-version"]);
  });

  it("refuses every other file by name", () => {
    const known = new Set([
      ...trivy,
      ...grype,
      ...cyclonedx,
      ...sarif,
      ...files.filter(({ value }) => has(value, "apiVersion")),
    ]);
    const codes = new Set(["scan/report-unknown", "scan/report-not-json", "scan/report-empty"]);
    const others = files.filter((file) => !known.has(file));
    expect(others.length).toBeGreaterThan(50);
    for (const file of others) expect([file.path, codes.has(errorOf(file))]).toEqual([file.path, true]);
  });

  it("gives file, line and cause where a file is no JSON", () => {
    const broken = files.find(({ path }) => path.endsWith("JSON1001.SyntaxError.sarif"));
    expect(() => read(broken ?? { path: "", text: "", value: undefined })).toThrow(
      /JSON1001\.SyntaxError\.sarif, line 3, column \d+: Not JSON: /,
    );
  });
});
