export { judgeCompliance } from "./judge/judge-compliance.ts";
export { DEFAULT_POLICY, type CompliancePolicy, type ComplianceWaiver } from "./judge/policy.ts";
export { readThresholds, type CountLimit } from "./judge/threshold.ts";
export { readCompliance } from "./read-compliance.ts";
export { ScapError, type ScapErrorCode } from "./scap-error.ts";
