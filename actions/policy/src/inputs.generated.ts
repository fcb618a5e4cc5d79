// Generated from actions/policy/action.yml by `npm run generate`. Do not edit.
import type { InputsOf } from "@plimsoll/action-kit";

export const inputSpecs = {
  image: { name: "image", required: false, default: "", kind: "text" },
  imageRef: { name: "image-ref", required: false, default: "", kind: "alias", of: "image" },
  paths: { name: "paths", required: false, default: ".", kind: "list" },
  config: { name: "config", required: false, default: "", kind: "text" },
  profile: { name: "profile", required: false, default: "", kind: "text" },
  changedSince: { name: "changed-since", required: false, default: "", kind: "text" },
  baseline: { name: "baseline", required: false, default: "", kind: "text" },
  render: { name: "render", required: false, default: "true", kind: "flag" },
  severityCutoff: { name: "severity-cutoff", required: false, default: "error", kind: "one-of", values: ["error", "warning", "info", "never"] },
  notChecked: { name: "not-checked", required: false, default: "indeterminate", kind: "one-of", values: ["indeterminate", "warn"] },
  scapResults: { name: "scap-results", required: false, default: "", kind: "lines" },
  scapResultsImage: { name: "scap-results-image", required: false, default: "", kind: "text" },
  scapContent: { name: "scap-content", required: false, default: "", kind: "text" },
  scapProfile: { name: "scap-profile", required: false, default: "", kind: "text" },
  tailoringFile: { name: "tailoring-file", required: false, default: "", kind: "text" },
  ociLayout: { name: "oci-layout", required: false, default: "", kind: "text" },
  rootfs: { name: "rootfs", required: false, default: "", kind: "text" },
  minEvaluated: { name: "min-evaluated", required: false, default: "1", kind: "count", minimum: 1, maximum: 100000 },
  minCoverage: { name: "min-coverage", required: false, default: "0", kind: "number", minimum: 0, maximum: 100 },
  catCutoff: { name: "cat-cutoff", required: false, default: "III", kind: "one-of", values: ["I", "II", "III"] },
  thresholdFile: { name: "threshold-file", required: false, default: "", kind: "text" },
  maxScapAge: { name: "max-scap-age", required: false, default: "", kind: "count", minimum: 1, maximum: 3650 },
  formats: { name: "formats", required: false, default: "", kind: "some-of", values: ["ckl", "cklb", "junit", "html"] },
  toolPath: { name: "tool-path", required: false, default: "", kind: "list" },
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
  | "policy-verdict"
  | "compliance-verdict"
  | "reasons"
  | "sarif"
  | "json"
  | "compliance-sarif"
  | "ckl"
  | "cklb"
  | "junit"
  | "html"
  | "errors"
  | "warnings"
  | "checked-files"
  | "not-checked"
  | "evaluated"
  | "coverage"
  | "cat1"
  | "cat2"
  | "cat3"
  | "policy-statement"
  | "compliance-statement"
  | "evidence"
  | "evidence-digest";
