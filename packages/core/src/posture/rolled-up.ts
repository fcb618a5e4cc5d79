import type { RequirementId } from "@plimsoll/model";
import type { ToolCategoryId } from "@plimsoll/model/tools";

/** The components of Table 1, without the one that the table only prefers. */
const SECURITY_STACK: readonly ToolCategoryId[] = [
  "logging-agent",
  "log-storage",
  "container-policy-enforcement",
  "runtime-defense",
  "mesh-proxy",
  "service-mesh",
  "vulnerability-management",
  "cve-service",
  "artifact-repository",
  "zero-trust-identity",
];

/** Rows that sum up others, with the categories of the rows that they sum up. */
const ROLLED_UP: ReadonlyMap<RequirementId, readonly ToolCategoryId[]> = new Map<
  RequirementId,
  readonly ToolCategoryId[]
>([
  ["K8S-RD-3-INTERCONNECTS", ["cnap", ...SECURITY_STACK]],
  ["K8S-RD-3-SCSS", SECURITY_STACK],
  ["K8S-RD-3.4-MINIMUM-POSTURE", ["logging-agent", "log-storage", "service-mesh", "runtime-defense"]],
  ["K8S-RD-3.4-CVE-SCANNING", ["vulnerability-management"]],
  ["K8S-RD-4-SCSS-FACTORY", SECURITY_STACK],
  ["K8S-RD-4-K8S-ENGINE", ["cicd-orchestrator"]],
  ["K8S-RD-4.1-PLUGGABLE", ["cicd-orchestrator"]],
  ["K8S-RD-5.1.4-INTEGRATION", ["artifact-repository", "log-storage"]],
  ["K8S-RD-5.2-CSP-INTEGRATE", ["netflow", "log-storage", "siem-soar"]],
  ["K8S-RD-5.2.1-BOTH-AND", ["netflow", "siem-soar"]],
]);

/** Categories of a row that no category names itself. */
export function rolledUp(requirement: RequirementId): readonly ToolCategoryId[] {
  return ROLLED_UP.get(requirement) ?? [];
}
