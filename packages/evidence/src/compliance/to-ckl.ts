import type { ComplianceResult, ComplianceRun, ComplianceTarget } from "@plimsoll/core";
import { element, xmlText } from "../junit/xml-text.ts";
import { checklistRows, type ChecklistRow, type ChecklistStatus } from "./checklist-rows.ts";
import { judgedRuns, waiverOf, type ComplianceSubject } from "./compliance-subject.ts";

const STATUS: Readonly<Record<ChecklistStatus, string>> = {
  open: "Open",
  not_a_finding: "NotAFinding",
  not_applicable: "Not_Applicable",
  not_reviewed: "Not_Reviewed",
};

/**
 * The judged runs as a STIG checklist (CKL). STIG Viewer takes no element out of order and none too few, so all are written,
 * empty ones too.
 */
export function toCkl(subject: ComplianceSubject): string {
  const runs = judgedRuns(subject);
  const stigs = runs.map((run) => stigXml(run, subject)).join("\n");
  const body = `\n${assetXml(runs[0]?.target, subject)}\n<STIGS>\n${stigs}\n</STIGS>\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<CHECKLIST>${body}</CHECKLIST>\n`;
}

function assetXml(target: ComplianceTarget | undefined, { imageDigest }: ComplianceSubject): string {
  const [name = "", fqdn = ""] = target?.names ?? [];
  const addresses = target?.addresses ?? [];
  const values = [
    ["ROLE", "None"],
    ["ASSET_TYPE", "Computing"],
    ["MARKING", ""],
    ["HOST_NAME", name],
    ["HOST_IP", addresses[0] ?? ""],
    ["HOST_MAC", addresses[1] ?? ""],
    ["HOST_FQDN", fqdn],
    ["TARGET_COMMENT", imageDigest === undefined ? "" : `image ${imageDigest}`],
    ["TECH_AREA", ""],
    ["TARGET_KEY", ""],
    ["WEB_OR_DATABASE", "false"],
    ["WEB_DB_SITE", ""],
    ["WEB_DB_INSTANCE", ""],
  ] as const;
  return `<ASSET>\n${values.map(([tag, text]) => leaf(tag, text)).join("\n")}\n</ASSET>`;
}

function stigXml(run: ComplianceRun, subject: ComplianceSubject): string {
  const { id, title, version, release, href } = run.benchmark;
  const info = [
    ["version", version],
    ["classification", "UNCLASSIFIED"],
    ["customname", ""],
    ["stigid", id],
    ["description", ""],
    ["filename", href],
    ["releaseinfo", release],
    ["title", title],
    ["uuid", ""],
    ["notice", ""],
    ["source", ""],
  ] as const;
  const data = info.map(([name, text]) => siData(name, text)).join("\n");
  const reference = `${title} :: Version ${version}, ${release}`;
  const rows = checklistRows(run, waiverOf(subject)).map((row) => vulnXml(row, reference));
  return `<iSTIG>\n<STIG_INFO>\n${data}\n</STIG_INFO>\n${rows.join("\n")}\n</iSTIG>`;
}

function vulnXml({ result, status, details, comments }: ChecklistRow, reference: string): string {
  const data = stigData(result, reference).map(([name, text]) =>
    element("STIG_DATA", {}, `${leaf("VULN_ATTRIBUTE", name)}${leaf("ATTRIBUTE_DATA", text)}`),
  );
  const rest = [
    leaf("STATUS", STATUS[status]),
    leaf("FINDING_DETAILS", details),
    leaf("COMMENTS", comments),
    leaf("SEVERITY_OVERRIDE", ""),
    leaf("SEVERITY_JUSTIFICATION", ""),
  ];
  return `<VULN>\n${[...data, ...rest].join("\n")}\n</VULN>`;
}

function stigData(result: ComplianceResult, reference: string): readonly (readonly [string, string])[] {
  return [
    ["Vuln_Num", result.groupId],
    ["Severity", result.severity],
    ["Group_Title", result.groupTitle],
    ["Rule_ID", result.ruleId],
    ["Rule_Ver", result.stigId],
    ["Rule_Title", result.title],
    ["Vuln_Discuss", result.discussion],
    ["IA_Controls", ""],
    ["Check_Content", result.checkText],
    ["Fix_Text", result.fixText],
    ["False_Positives", ""],
    ["False_Negatives", ""],
    ["Documentable", "false"],
    ["Mitigations", ""],
    ["Potential_Impact", ""],
    ["Third_Party_Tools", ""],
    ["Mitigation_Control", ""],
    ["Responsibility", ""],
    ["Security_Override_Guidance", ""],
    ["Check_Content_Ref", result.checks[0]?.name ?? ""],
    ["Weight", result.weight],
    ["Class", "Unclass"],
    ["STIGRef", reference],
    ["TargetKey", ""],
    ["STIG_UUID", ""],
    ...result.identifiers
      .filter(({ system }) => system === "legacy")
      .map(({ value }) => ["LEGACY_ID", value] as const),
    ...result.ccis.map((cci) => ["CCI_REF", cci] as const),
  ];
}

function siData(name: string, text: string): string {
  const data = text === "" ? "" : leaf("SID_DATA", text);
  return element("SI_DATA", {}, `${leaf("SID_NAME", name)}${data}`);
}

function leaf(name: string, text: string): string {
  return element(name, {}, xmlText(text));
}
