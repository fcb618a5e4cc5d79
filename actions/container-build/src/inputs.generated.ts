// Generated from actions/container-build/action.yml by `npm run generate`. Do not edit.
import type { InputsOf } from "@plimsoll/action-kit";

export const inputSpecs = {
  context: { name: "context", required: false, default: ".", kind: "text" },
  file: { name: "file", required: false, default: "", kind: "text" },
  target: { name: "target", required: false, default: "", kind: "text" },
  platforms: { name: "platforms", required: false, default: "", kind: "list" },
  tags: { name: "tags", required: true, default: "", kind: "list" },
  labels: { name: "labels", required: false, default: "", kind: "lines" },
  annotations: { name: "annotations", required: false, default: "", kind: "lines" },
  buildArgs: { name: "build-args", required: false, default: "", kind: "lines" },
  secrets: { name: "secrets", required: false, default: "", kind: "secret-lines" },
  secretEnvs: { name: "secret-envs", required: false, default: "", kind: "lines" },
  secretFiles: { name: "secret-files", required: false, default: "", kind: "lines" },
  engine: { name: "engine", required: false, default: "auto", kind: "one-of", values: ["auto", "buildah", "buildx"] },
  network: { name: "network", required: false, default: "default", kind: "one-of", values: ["default", "none", "host"] },
  push: { name: "push", required: false, default: "true", kind: "flag" },
  approvedRegistries: { name: "approved-registries", required: false, default: "", kind: "list" },
  requirePinnedBase: { name: "require-pinned-base", required: false, default: "true", kind: "flag" },
  config: { name: "config", required: false, default: "", kind: "text" },
  sourceDateEpoch: { name: "source-date-epoch", required: false, default: "", kind: "text" },
  sbom: { name: "sbom", required: false, default: "true", kind: "flag" },
  provenance: { name: "provenance", required: false, default: "true", kind: "flag" },
  signingKey: { name: "signing-key", required: false, default: "", kind: "secret" },
  signingKeyPassword: { name: "signing-key-password", required: false, default: "", kind: "secret" },
  registryUsername: { name: "registry-username", required: false, default: "", kind: "text" },
  registryPassword: { name: "registry-password", required: false, default: "", kind: "secret" },
  toolPath: { name: "tool-path", required: false, default: "", kind: "list" },
  timeoutMinutes: { name: "timeout-minutes", required: false, default: "60", kind: "count", minimum: 1, maximum: 1440 },
  outputDir: { name: "output-dir", required: false, default: "", kind: "text" },
  failOn: { name: "fail-on", required: false, default: "fail", kind: "one-of", values: ["fail", "error", "never"] },
  summary: { name: "summary", required: false, default: "true", kind: "flag" },
} as const;

/** The inputs of this action. */
export type Inputs = InputsOf<typeof inputSpecs>;

/** The outputs of this action. */
export type OutputName =
  | "result"
  | "imageid"
  | "digest"
  | "digests"
  | "image"
  | "tags"
  | "image-with-tag"
  | "image-ref"
  | "metadata"
  | "base-images"
  | "sbom"
  | "provenance"
  | "oci-layout"
  | "evidence"
  | "evidence-digest";
