import type { ComplianceRun } from "@plimsoll/core";
import { visibleText } from "../report/visible-text.ts";
import { checklistRows, type ChecklistRow } from "./checklist-rows.ts";
import { judgedRuns, waiverOf, type ComplianceSubject } from "./compliance-subject.ts";
import { uuidOf } from "./uuid-of.ts";

/** The judged runs as a STIG checklist of STIG Viewer 3 (CKLB, JSON). */
export function toCklb(subject: ComplianceSubject): string {
  const runs = judgedRuns(subject);
  const title = runs.map(({ benchmark }) => benchmark.title || benchmark.id).join(", ");
  const checklist = {
    title,
    id: uuidOf(`checklist ${subject.report.file} ${title}`),
    active: false,
    mode: 2,
    has_path: false,
    target_data: targetOf(runs[0], subject),
    stigs: runs.map((run) => stigOf(run, subject)),
    cklb_version: "1.0",
  };
  return `${JSON.stringify(checklist, readable, 2)}\n`;
}

/** A person reads these texts: nothing in them may hide or reorder others. */
function readable(_: string, value: unknown): unknown {
  return typeof value === "string" ? visibleText(value, { keepLineBreaks: true, keepTabs: true }) : value;
}

function targetOf(run: ComplianceRun | undefined, { imageDigest }: ComplianceSubject): object {
  const [name = "", fqdn = ""] = run?.target.names ?? [];
  const addresses = run?.target.addresses ?? [];
  return {
    target_type: "Computing",
    host_name: name,
    ip_address: addresses[0] ?? "",
    mac_address: addresses[1] ?? "",
    fqdn,
    comments: imageDigest === undefined ? "" : `image ${imageDigest}`,
    role: "None",
    is_web_database: false,
    technology_area: "",
    web_db_site: "",
    web_db_instance: "",
    classification: null,
  };
}

function stigOf(run: ComplianceRun, subject: ComplianceSubject): object {
  const { id, title, version, release, href } = run.benchmark;
  const rows = checklistRows(run, waiverOf(subject));
  const uuid = uuidOf(`stig ${id} ${version} ${release}`);
  return {
    stig_name: title,
    display_name: title,
    stig_id: id,
    release_info: release,
    version,
    uuid,
    reference_identifier: href,
    size: rows.length,
    rules: rows.map((row) => ruleOf(row, uuid)),
  };
}

function ruleOf({ result, status, details, comments }: ChecklistRow, stigUuid: string): object {
  return {
    uuid: uuidOf(`rule ${stigUuid} ${result.ruleId}`),
    stig_uuid: stigUuid,
    group_id: result.groupId,
    group_id_src: result.groupId,
    group_title: result.groupTitle,
    group_tree: [{ id: result.groupId, title: result.groupTitle, description: "" }],
    rule_id: result.ruleId.replace(/_rule$/, ""),
    rule_id_src: result.ruleId,
    rule_version: result.stigId,
    rule_title: result.title,
    severity: result.severity,
    weight: result.weight,
    classification: "NONE",
    discussion: result.discussion,
    check_content: result.checkText,
    check_content_ref: { href: result.checks[0]?.href ?? "", name: result.checks[0]?.name ?? "" },
    fix_text: result.fixText,
    ccis: result.ccis,
    legacy_ids: result.identifiers.filter(({ system }) => system === "legacy").map(({ value }) => value),
    status,
    finding_details: details,
    comments,
    overrides: {},
  };
}
