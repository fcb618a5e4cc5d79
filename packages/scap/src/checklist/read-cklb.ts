import type { ComplianceReport, ComplianceResult, ComplianceRun, ComplianceTarget } from "@plimsoll/core";
import { memberOf } from "@plimsoll/core/json";
import { listAt, stringAt, stringsAt } from "../json/plain-json.ts";
import { MAXIMUM_RESULTS } from "../limits.ts";
import { Problems } from "../problems.ts";
import { ScapError } from "../scap-error.ts";
import { checklistResult } from "./checklist-result.ts";

/** Reads a CKLB checklist; DISA publishes no schema of it, so every field may be absent. */
export function readCklb(root: unknown, file: string): ComplianceReport {
  const problems = new Problems();
  const target = targetOf(memberOf(root, "target_data"));
  const stigs = listAt(root, "stigs");
  const count = stigs.reduce<number>((sum, stig) => sum + listAt(stig, "rules").length, 0);
  if (count > MAXIMUM_RESULTS) {
    throw new ScapError("scap/too-many", { file, line: 0 }, `more than ${MAXIMUM_RESULTS} results.`);
  }
  const runs = stigs.map((stig) => readStig(stig, target, problems));
  return { file, format: "cklb", runs, rules: [], definitions: [], problems: problems.list() };
}

function readStig(stig: unknown, target: ComplianceTarget, problems: Problems): ComplianceRun {
  return {
    id: stringAt(stig, "stig_id"),
    benchmark: {
      id: stringAt(stig, "stig_id"),
      title: stringAt(stig, "stig_name"),
      version: stringAt(stig, "version"),
      release: stringAt(stig, "release_info"),
      href: stringAt(stig, "reference_identifier"),
    },
    profile: "",
    startTime: "",
    endTime: "",
    tool: "",
    target,
    scores: [],
    results: listAt(stig, "rules").map((rule) => readRule(rule, problems)),
  };
}

function readRule(rule: unknown, problems: Problems): ComplianceResult {
  return checklistResult(
    {
      ruleId: stringAt(rule, "rule_id_src") || stringAt(rule, "rule_id"),
      status: stringAt(rule, "status"),
      severity: stringAt(rule, "severity"),
      severityOverride: stringAt(memberOf(memberOf(rule, "overrides"), "severity"), "severity"),
      title: stringAt(rule, "rule_title"),
      groupId: stringAt(rule, "group_id"),
      groupTitle: stringAt(rule, "group_title"),
      stigId: stringAt(rule, "rule_version"),
      weight: stringAt(rule, "weight"),
      ccis: stringsAt(rule, "ccis"),
      legacyIds: stringsAt(rule, "legacy_ids"),
      discussion: stringAt(rule, "discussion"),
      checkText: stringAt(rule, "check_content"),
      fixText: stringAt(rule, "fix_text"),
      details: stringAt(rule, "finding_details"),
      comments: stringAt(rule, "comments"),
      line: 0,
    },
    problems,
  );
}

function targetOf(data: unknown): ComplianceTarget {
  const filled = (keys: readonly string[]): readonly string[] =>
    keys.map((key) => stringAt(data, key)).filter((text) => text !== "");
  const facts = ["target_type", "host_name", "fqdn", "role", "technology_area", "comments"]
    .map((name) => ({ name, value: stringAt(data, name) }))
    .filter(({ value }) => value !== "");
  return {
    names: filled(["host_name", "fqdn"]),
    addresses: filled(["ip_address", "mac_address"]),
    facts,
    imageDigest: /sha256:[0-9a-f]{64}/.exec(facts.map(({ value }) => value).join(" "))?.[0] ?? "",
  };
}
