import type { ComplianceReport, ComplianceResult, ComplianceRun, ResultValue } from "@plimsoll/core";
import { memberOf } from "@plimsoll/core/json";
import { listAt, stringAt, stringsAt } from "../json/plain-json.ts";
import { MAXIMUM_RESULTS } from "../limits.ts";
import { Problems } from "../problems.ts";
import { ScapError } from "../scap-error.ts";
import { readSeverity } from "../xccdf/rule-facts.ts";

/**
 * Reads Heimdall data format (results of InSpec). A profile that lies over another has controls without results; those of the
 * profile under it count.
 */
export function readHdf(root: unknown, file: string): ComplianceReport {
  const problems = new Problems();
  const profiles = listAt(root, "profiles");
  const count = profiles.reduce<number>((sum, profile) => sum + listAt(profile, "controls").length, 0);
  if (count > MAXIMUM_RESULTS) {
    throw new ScapError("scap/too-many", { file, line: 0 }, `more than ${MAXIMUM_RESULTS} results.`);
  }
  const below = resultsById(profiles);
  const tops = profiles.filter((profile) => stringAt(profile, "parent_profile") === "");
  const runs = tops.map((profile) => readProfile(profile, { root, below, problems }));
  return { file, format: "hdf", runs, rules: [], definitions: [], problems: problems.list() };
}

interface Surroundings {
  readonly root: unknown;
  readonly below: ReadonlyMap<string, readonly unknown[]>;
  readonly problems: Problems;
}

function resultsById(profiles: readonly unknown[]): ReadonlyMap<string, readonly unknown[]> {
  const map = new Map<string, readonly unknown[]>();
  for (const control of profiles.flatMap((profile) => listAt(profile, "controls"))) {
    const results = listAt(control, "results");
    if (results.length > 0) map.set(stringAt(control, "id"), results);
  }
  return map;
}

function readProfile(profile: unknown, surroundings: Surroundings): ComplianceRun {
  const { root } = surroundings;
  const platform = memberOf(root, "platform");
  const name = stringAt(platform, "target_id") || stringAt(platform, "name");
  return {
    id: stringAt(profile, "name"),
    benchmark: {
      id: stringAt(profile, "name"),
      title: stringAt(profile, "title"),
      version: stringAt(profile, "version"),
      release: "",
      href: "",
    },
    profile: "",
    startTime: "",
    endTime: "",
    tool: `inspec ${stringAt(root, "version")}`.trim(),
    target: {
      names: name === "" ? [] : [name],
      addresses: [],
      facts: [],
      imageDigest: /sha256:[0-9a-f]{64}/.exec(name)?.[0] ?? "",
    },
    scores: [],
    results: listAt(profile, "controls").map((control) => readControl(control, surroundings)),
  };
}

function readControl(control: unknown, { below, problems }: Surroundings): ComplianceResult {
  const id = stringAt(control, "id");
  const tags = memberOf(control, "tags");
  const own = listAt(control, "results");
  const results = own.length > 0 ? own : (below.get(id) ?? []);
  const ccis = stringsAt(tags, "cci");
  const description = (label: string): string => {
    const found = listAt(control, "descriptions").find((item) => stringAt(item, "label") === label);
    return (
      stringAt(found, "data") || stringAt(memberOf(control, "descriptions"), label) || stringAt(tags, label)
    );
  };
  return {
    ruleId: stringAt(tags, "rid") || id,
    result: resultOf(control, results, problems),
    severity: severityOf(control, tags),
    title: stringAt(control, "title"),
    groupId: stringAt(tags, "gid"),
    groupTitle: stringAt(tags, "gtitle"),
    stigId: stringAt(tags, "stig_id"),
    weight: "",
    cces: stringsAt(tags, "cce"),
    ccis,
    identifiers: [
      ...ccis.map((value) => ({ system: "http://iase.disa.mil/cci", value })),
      ...stringsAt(tags, "nist").map((value) => ({ system: "nist-800-53", value })),
    ],
    references: [],
    time: stringAt(results[0], "start_time"),
    instance: "",
    messages: results.map(messageOf).filter((message) => message !== ""),
    checks: [],
    overrides: [],
    discussion: stringAt(control, "desc") || description("default"),
    checkText: description("check"),
    fixText: description("fix"),
    details: "",
    comments: "",
  };
}

function messageOf(result: unknown): string {
  return [stringAt(result, "code_desc"), stringAt(result, "message") || stringAt(result, "skip_message")]
    .filter((text) => text !== "")
    .join(": ");
}

/** As Heimdall counts: no impact is not applicable; an error or no result at all is an error; a failure fails. */
function resultOf(control: unknown, results: readonly unknown[], problems: Problems): ResultValue {
  if (stringAt(control, "impact") === "0") return "notapplicable";
  const statuses = new Set(results.map((result) => stringAt(result, "status")));
  const known = ["passed", "failed", "skipped", "error"];
  for (const status of statuses) {
    if (known.includes(status)) continue;
    const message = `"${status}" is no status of ${stringAt(control, "id")}; it counts as unknown.`;
    problems.add("scap/unknown-result", message, 0);
    return "unknown";
  }
  if (statuses.has("error") || statuses.size === 0) return "error";
  if (statuses.has("failed")) return "fail";
  return statuses.has("passed") ? "pass" : "notchecked";
}

/** The tag where there is one, else by impact: 0.7 and more is high, 0.4 medium, 0.1 low (the scale of InSpec). */
function severityOf(control: unknown, tags: unknown): ComplianceResult["severity"] {
  const tagged = readSeverity(stringAt(tags, "severity"));
  if (tagged !== "unknown") return tagged;
  const impact = Number(stringAt(control, "impact") || Number.NaN);
  if (Number.isNaN(impact)) return "unknown";
  if (impact >= 0.7) return "high";
  if (impact >= 0.4) return "medium";
  return impact >= 0.1 ? "low" : "info";
}
