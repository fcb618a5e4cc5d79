import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import {
  EvidenceFolder,
  evidenceFolderPath,
  readSigningKey,
  type ActionOutcome,
  type ActionPorts,
  type ActionResult,
} from "@plimsoll/action-kit";
import {
  agreementIndex,
  judgeScan,
  mergeReports,
  toMarkdownSummary,
  type GateResult,
  type Verdict,
} from "@plimsoll/scan";
import { writeEvidence, type WrittenEvidence } from "./evidence/scan-evidence.ts";
import { inputFailure } from "./failure.ts";
import type { Inputs, OutputName } from "./inputs.generated.ts";
import { familyTable, readGivenReports, type ReportFile } from "./reports/read-given-reports.ts";
import { runScanners, type RegistryLogin, type ScannerName } from "./scanners/run-scanners.ts";
import { gatePolicy } from "./settings/gate-settings.ts";
import { readSubject, type ScanSubject } from "./subject/scan-subject.ts";

const RESULTS: Readonly<Record<Verdict, ActionResult>> = {
  pass: "pass",
  fail: "fail",
  indeterminate: "error",
};

/** Scans, merges, judges, and leaves the evidence of it. */
export async function run(inputs: Inputs, ports: ActionPorts): Promise<ActionOutcome<OutputName>> {
  const workspace = realpathSync(ports.environment["GITHUB_WORKSPACE"] ?? process.cwd());
  const signer =
    inputs.signingKey === undefined
      ? undefined
      : readSigningKey(inputs.signingKey, inputs.signingKeyPassword);
  const folder = new EvidenceFolder(evidenceFolderPath(inputs.outputDir, ports.environment));
  const subject = readSubject(inputs.image, inputs.ociLayout, workspace);
  const families = familyTable(inputs.scannerFamilies);
  const given = readGivenReports(inputs, families, workspace);
  const files = [...given.files, ...(await scan({ inputs, subject, workspace, ports }))];
  const now = ports.now();
  const policy = gatePolicy(inputs, { subject, workspace, now, unreadable: given.unreadable });
  const reports = files.flatMap((file) => file.reports);
  const result = judgeScan(mergeReports(reports, families), policy);
  const written = await writeEvidence(folder, { result, subject, files, signer, now });
  return {
    result: RESULTS[result.verdict],
    message: messageOf(result),
    outputs: { ...outputsOf(result, written), evidence: folder.path, "evidence-digest": folder.digest() },
    summary: toMarkdownSummary(result),
  };
}

interface Scanning {
  readonly inputs: Inputs;
  readonly subject: ScanSubject;
  readonly workspace: string;
  readonly ports: ActionPorts;
}

async function scan({ inputs, subject, workspace, ports }: Scanning): Promise<readonly ReportFile[]> {
  const names = scannersOf(inputs);
  const login = loginOf(inputs, ports);
  if (names.length === 0) return [];
  const { environment, runCommand, log } = ports;
  log.info(`Scanning ${subject.name}@${subject.digest} with ${names.join(" and ")}.`);
  const folderOf = (path: string | undefined): string | undefined =>
    path === undefined ? undefined : resolve(workspace, path);
  return runScanners(
    names,
    {
      subject,
      workspace,
      environment,
      runCommand,
      platform: inputs.platform,
      offline: inputs.offline,
      trivyCache: folderOf(inputs.trivyCacheDir),
      grypeDatabases: folderOf(inputs.grypeDbDir),
      toolFolders: inputs.toolPath,
      timeoutMilliseconds: inputs.timeoutMinutes * 60_000,
    },
    login,
  );
}

/** Both where nothing is said. */
function scannersOf({ scanners, reports }: Inputs): readonly ScannerName[] {
  return scanners.length > 0 || reports.length > 0 ? scanners : ["trivy", "grype"];
}

function loginOf(
  { registryUsername, registryPassword }: Inputs,
  { secrets }: ActionPorts,
): RegistryLogin | undefined {
  if (registryUsername === undefined && registryPassword === undefined) return undefined;
  if (registryUsername === undefined || registryPassword === undefined)
    throw inputFailure("registry-username and registry-password belong together.", "Give both or none.");
  // As it stands in the configuration of Docker.
  secrets.add(Buffer.from(`${registryUsername}:${registryPassword}`).toString("base64"));
  return { username: registryUsername, password: registryPassword };
}

function messageOf({ verdict, reasons }: GateResult): string {
  const decisive = reasons.filter(({ effect }) => effect !== "warning").slice(0, 3);
  if (verdict === "pass") return "the scanners' reports are sound, and no finding fails";
  const words = decisive.map(({ code, message }) => `${message} (${code})`).join(" ");
  return verdict === "fail" ? words : `indeterminate, which is no pass: ${words}`;
}

type Outputs = ActionOutcome<OutputName>["outputs"];

function outputsOf(result: GateResult, written: WrittenEvidence): Outputs {
  const { scan, comparison, counts } = result;
  const { critical, high, medium, low, negligible, unknown } = counts.bySeverity;
  const { agreed, total } = comparison.overall;
  const scanners = scan.reports.map((report, number) => ({
    name: report.scanner.name,
    version: report.scanner.version,
    engine: scan.families[number]?.name,
    databaseBuilt: report.database.built,
    report: report.digest,
  }));
  const reasons = result.reasons.map(({ code, effect, message }) => ({ code, effect, message }));
  return {
    verdict: result.verdict,
    reasons: JSON.stringify(reasons.slice(0, 100)),
    json: written.json,
    sarif: written.sarif,
    "summary-file": written.summary,
    statement: written.statement,
    scanners: JSON.stringify(scanners),
    critical: String(critical),
    high: String(high),
    medium: String(medium),
    low: String(low + negligible),
    unknown: String(unknown),
    kev: String(counts.knownExploited),
    agreed: String(agreed),
    "one-sided": String(total - agreed),
    "disagreement-index": (1 - agreementIndex(comparison.overall)).toFixed(4),
  };
}
