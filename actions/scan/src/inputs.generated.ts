// Generated from actions/scan/action.yml by `npm run generate`. Do not edit.
import type { InputsOf } from "@plimsoll/action-kit";

export const inputSpecs = {
  image: { name: "image", required: true, default: "", kind: "text" },
  imageRef: { name: "image-ref", required: false, default: "", kind: "alias", of: "image" },
  ociLayout: { name: "oci-layout", required: false, default: "", kind: "text" },
  platform: { name: "platform", required: false, default: "", kind: "text" },
  reports: { name: "reports", required: false, default: "", kind: "lines" },
  scanners: { name: "scanners", required: false, default: "", kind: "some-of", values: ["trivy", "grype"] },
  scannerFamilies: { name: "scanner-families", required: false, default: "", kind: "lines" },
  sboms: { name: "sboms", required: false, default: "", kind: "lines" },
  dbBuilt: { name: "db-built", required: false, default: "", kind: "lines" },
  minScanners: { name: "min-scanners", required: false, default: "2", kind: "count", minimum: 1, maximum: 10 },
  severityCutoff: { name: "severity-cutoff", required: false, default: "high", kind: "one-of", values: ["critical", "high", "medium", "low", "negligible", "never"] },
  failOnSeverity: { name: "fail-on-severity", required: false, default: "", kind: "alias", of: "severity-cutoff" },
  severityCutoffUnfixed: { name: "severity-cutoff-unfixed", required: false, default: "", kind: "one-of", values: ["critical", "high", "medium", "low", "negligible", "never"] },
  severitySource: { name: "severity-source", required: false, default: "max", kind: "one-of", values: ["max", "vendor-first", "cvss"] },
  unknownSeverity: { name: "unknown-severity", required: false, default: "indeterminate", kind: "one-of", values: ["indeterminate", "fail", "warn"] },
  onlyFixed: { name: "only-fixed", required: false, default: "false", kind: "flag" },
  ignoreUnfixed: { name: "ignore-unfixed", required: false, default: "", kind: "alias", of: "only-fixed" },
  failOnKev: { name: "fail-on-kev", required: false, default: "true", kind: "flag" },
  kevFile: { name: "kev-file", required: false, default: "", kind: "text" },
  epssThreshold: { name: "epss-threshold", required: false, default: "", kind: "number", minimum: 0, maximum: 1 },
  epssFile: { name: "epss-file", required: false, default: "", kind: "text" },
  leewayDays: { name: "leeway-days", required: false, default: "", kind: "list" },
  vex: { name: "vex", required: false, default: "", kind: "list" },
  waivers: { name: "waivers", required: false, default: "", kind: "list" },
  ignoreFiles: { name: "ignore-files", required: false, default: "", kind: "list" },
  baseline: { name: "baseline", required: false, default: "", kind: "text" },
  singleScannerPolicy: { name: "single-scanner-policy", required: false, default: "count", kind: "one-of", values: ["count", "warn", "require-agreement"] },
  maxDbAge: { name: "max-db-age", required: false, default: "5", kind: "count", minimum: 1, maximum: 3650 },
  unknownDbAge: { name: "unknown-db-age", required: false, default: "indeterminate", kind: "one-of", values: ["indeterminate", "warn"] },
  maxScanAge: { name: "max-scan-age", required: false, default: "", kind: "count", minimum: 1, maximum: 3650 },
  filteredReport: { name: "filtered-report", required: false, default: "indeterminate", kind: "one-of", values: ["indeterminate", "warn"] },
  endOfLife: { name: "end-of-life", required: false, default: "indeterminate", kind: "one-of", values: ["indeterminate", "warn"] },
  offline: { name: "offline", required: false, default: "false", kind: "flag" },
  trivyCacheDir: { name: "trivy-cache-dir", required: false, default: "", kind: "text" },
  grypeDbDir: { name: "grype-db-dir", required: false, default: "", kind: "text" },
  toolPath: { name: "tool-path", required: false, default: "", kind: "list" },
  registryUsername: { name: "registry-username", required: false, default: "", kind: "text" },
  registryPassword: { name: "registry-password", required: false, default: "", kind: "secret" },
  signingKey: { name: "signing-key", required: false, default: "", kind: "secret" },
  signingKeyPassword: { name: "signing-key-password", required: false, default: "", kind: "secret" },
  timeoutMinutes: { name: "timeout-minutes", required: false, default: "30", kind: "count", minimum: 1, maximum: 1440 },
  outputDir: { name: "output-dir", required: false, default: "", kind: "text" },
  failOn: { name: "fail-on", required: false, default: "fail", kind: "one-of", values: ["fail", "error", "never"] },
  summary: { name: "summary", required: false, default: "true", kind: "flag" },
} as const;

/** The inputs of this action. */
export type Inputs = InputsOf<typeof inputSpecs>;

/** The outputs of this action. */
export type OutputName =
  | "result"
  | "verdict"
  | "reasons"
  | "json"
  | "sarif"
  | "summary-file"
  | "statement"
  | "scanners"
  | "critical"
  | "high"
  | "medium"
  | "low"
  | "unknown"
  | "kev"
  | "agreed"
  | "one-sided"
  | "disagreement-index"
  | "evidence"
  | "evidence-digest";
