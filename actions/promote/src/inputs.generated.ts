// Generated from actions/promote/action.yml by `npm run generate`. Do not edit.
import type { InputsOf } from "@plimsoll/action-kit";

export const inputSpecs = {
  imageRef: { name: "image-ref", required: true, default: "", kind: "text" },
  image: { name: "image", required: false, default: "", kind: "alias", of: "image-ref" },
  environment: { name: "environment", required: true, default: "", kind: "text" },
  mode: { name: "mode", required: false, default: "pull-request", kind: "one-of", values: ["pull-request", "branch", "commit", "plan", "decide"] },
  evidence: { name: "evidence", required: false, default: "", kind: "list" },
  policy: { name: "policy", required: false, default: "", kind: "text" },
  require: { name: "require", required: false, default: "", kind: "some-of", values: ["scan", "compliance", "policy", "sbom", "provenance", "signature", "tests", "approval"] },
  publicKey: { name: "public-key", required: false, default: "", kind: "text" },
  approvals: { name: "approvals", required: false, default: "evidence", kind: "one-of", values: ["evidence", "environment"] },
  repository: { name: "repository", required: false, default: "", kind: "text" },
  base: { name: "base", required: false, default: "main", kind: "text" },
  files: { name: "files", required: false, default: "", kind: "list" },
  places: { name: "places", required: false, default: "", kind: "lines" },
  update: { name: "update", required: false, default: "auto", kind: "some-of", values: ["auto", "kustomize", "helm-values", "flux", "argocd", "plain"] },
  imageTag: { name: "image-tag", required: false, default: "", kind: "text" },
  otherNames: { name: "other-names", required: false, default: "", kind: "list" },
  allowRollback: { name: "allow-rollback", required: false, default: "false", kind: "flag" },
  supersede: { name: "supersede", required: false, default: "true", kind: "flag" },
  maxAttempts: { name: "max-attempts", required: false, default: "5", kind: "count", minimum: 1, maximum: 20 },
  title: { name: "title", required: false, default: "", kind: "text" },
  authorName: { name: "author-name", required: false, default: "Plimsoll", kind: "text" },
  authorEmail: { name: "author-email", required: false, default: "plimsoll@users.noreply.github.com", kind: "text" },
  token: { name: "token", required: false, default: "", kind: "secret" },
  username: { name: "username", required: false, default: "x-access-token", kind: "text" },
  githubToken: { name: "github-token", required: false, default: "", kind: "secret" },
  releaseTag: { name: "release-tag", required: false, default: "", kind: "text" },
  registryUsername: { name: "registry-username", required: false, default: "", kind: "text" },
  registryPassword: { name: "registry-password", required: false, default: "", kind: "secret" },
  signingKey: { name: "signing-key", required: false, default: "", kind: "secret" },
  signingKeyPassword: { name: "signing-key-password", required: false, default: "", kind: "secret" },
  outputDir: { name: "output-dir", required: false, default: "", kind: "text" },
  failOn: { name: "fail-on", required: false, default: "fail", kind: "one-of", values: ["fail", "error", "never"] },
  summary: { name: "summary", required: false, default: "true", kind: "flag" },
} as const;

/** The inputs of this action. */
export type Inputs = InputsOf<typeof inputSpecs>;

/** The outputs of this action. */
export type OutputName =
  | "result"
  | "decision"
  | "decision-file"
  | "vsa"
  | "reasons"
  | "operation"
  | "pull-request-number"
  | "pull-request-url"
  | "pull-request-branch"
  | "commit-sha"
  | "changed-files"
  | "diff"
  | "previous-digest"
  | "digest"
  | "release-tag"
  | "evidence"
  | "evidence-digest";
