import type { ComplianceResult, ComplianceSeverity, ResultValue } from "@plimsoll/core";
import { isRecord, memberOf } from "@plimsoll/core/json";

/** Least or most results of one status and severity, or a least share of passes (`compliance`). */
export interface CountLimit {
  readonly status: "passed" | "failed" | "skipped" | "no_impact" | "error" | "compliance";
  readonly severity: "critical" | "high" | "medium" | "low" | "none" | "total";
  readonly minimum?: number;
  readonly maximum?: number;
}

const STATUSES = ["passed", "failed", "skipped", "no_impact", "error"] as const;
const SEVERITIES = ["critical", "high", "medium", "low", "none", "total"] as const;

/**
 * Limits of a threshold file in the form of MITRE's SAF: `failed.high.max: 0`, `compliance.min: 80`. The data of the file, since
 * reading YAML is not this package's work.
 * @returns the limits, and the keys that mean nothing
 */
export function readThresholds(root: unknown): {
  readonly limits: readonly CountLimit[];
  readonly unknown: readonly string[];
} {
  const limits: CountLimit[] = [];
  const unknown = isRecord(root) ? Object.keys(root).filter((key) => !isStatus(key)) : ["the file"];
  const compliance = bounds(memberOf(root, "compliance"));
  if (compliance !== undefined) limits.push({ status: "compliance", severity: "total", ...compliance });
  for (const status of STATUSES) {
    const group = memberOf(root, status);
    if (!isRecord(group)) continue;
    for (const key of Object.keys(group)) {
      const severity = SEVERITIES.find((candidate) => candidate === key);
      const limit = severity === undefined ? undefined : bounds(group[key]);
      if (severity === undefined || limit === undefined) unknown.push(`${status}.${key}`);
      else limits.push({ status, severity, ...limit });
    }
  }
  return { limits, unknown };
}

function isStatus(key: string): boolean {
  return key === "compliance" || STATUSES.some((status) => status === key);
}

/** `{min, max}`, or one number for both. */
function bounds(value: unknown): { readonly minimum?: number; readonly maximum?: number } | undefined {
  if (typeof value === "number") return { minimum: value, maximum: value };
  const minimum = memberOf(value, "min");
  const maximum = memberOf(value, "max");
  if (typeof minimum !== "number" && typeof maximum !== "number") return undefined;
  return {
    ...(typeof minimum === "number" ? { minimum } : {}),
    ...(typeof maximum === "number" ? { maximum } : {}),
  };
}

const STATUS_OF: Readonly<Record<ResultValue, CountLimit["status"]>> = {
  pass: "passed",
  fixed: "passed",
  fail: "failed",
  error: "error",
  unknown: "error",
  notchecked: "skipped",
  informational: "skipped",
  notapplicable: "no_impact",
  notselected: "no_impact",
};

const SEVERITY_OF: Readonly<Record<ComplianceSeverity, CountLimit["severity"]>> = {
  high: "high",
  medium: "medium",
  low: "low",
  info: "none",
  unknown: "none",
};

/** The limits that results do not keep, each as a sentence. */
export function brokenLimits(
  results: readonly ComplianceResult[],
  limits: readonly CountLimit[],
): readonly string[] {
  return limits.flatMap((limit) => {
    const count = countFor(results, limit);
    const what =
      limit.status === "compliance" ? "compliance in percent" : `${limit.status} of ${limit.severity}`;
    if (limit.minimum !== undefined && count < limit.minimum) {
      return [`${what} is ${count}, at least ${limit.minimum} is asked for.`];
    }
    if (limit.maximum !== undefined && count > limit.maximum) {
      return [`${what} is ${count}, at most ${limit.maximum} is allowed.`];
    }
    return [];
  });
}

function countFor(results: readonly ComplianceResult[], { status, severity }: CountLimit): number {
  if (status === "compliance") return compliancePercent(results);
  return results.filter(
    (result) =>
      STATUS_OF[result.result] === status &&
      result.result !== "notselected" &&
      (severity === "total" || SEVERITY_OF[result.severity] === severity),
  ).length;
}

/** Passes among what was to be judged, rounded down, as SAF counts it. */
function compliancePercent(results: readonly ComplianceResult[]): number {
  const counted = results.filter(({ result }) => STATUS_OF[result] !== "no_impact");
  const passed = counted.filter(({ result }) => STATUS_OF[result] === "passed").length;
  return counted.length === 0 ? 0 : Math.floor((100 * passed) / counted.length);
}
