/** Repositories of actions that their owners archived, with what does the same; empty where nothing is named. */
const ARCHIVED: ReadonlyMap<string, string> = new Map([
  ["actions-rs/audit-check", "rustsec/audit-check"],
  ["actions-rs/cargo", "the command cargo"],
  ["actions-rs/clippy-check", "the command cargo clippy"],
  ["actions-rs/install", "the command cargo install"],
  ["actions-rs/toolchain", "the command rustup"],
  ["actions-rs/tarpaulin", "the command cargo tarpaulin"],
  ["actions/create-release", "the command gh release create"],
  ["actions/setup-elixir", "erlef/setup-beam"],
  ["actions/setup-haskell", "haskell-actions/setup"],
  ["actions/setup-ruby", "ruby/setup-ruby"],
  ["actions/upload-release-asset", "the command gh release upload"],
  ["aquasecurity/tfsec-action", "aquasecurity/trivy-action"],
  ["aquasecurity/tfsec-pr-commenter-action", "aquasecurity/trivy-action"],
  ["aquasecurity/tfsec-sarif-action", "aquasecurity/trivy-action"],
  ["azure/container-actions", ""],
  ["azure/container-scan", ""],
  ["azure/k8s-actions", ""],
  ["facebook/pysa-action", ""],
  ["gitleaks/gitleaks-action-v1", "gitleaks/gitleaks-action"],
  ["google-github-actions/release-please-action", "googleapis/release-please-action"],
  ["gradle/gradle-build-action", "gradle/actions"],
  ["sonarsource/sonarcloud-github-action", "sonarsource/sonarqube-scan-action"],
  ["step-security/secure-workflows", ""],
]);

/** What to use in the place of an archived action; undefined for one that is not known to be archived. */
export function archivedAction(name: string): string | undefined {
  return ARCHIVED.get(name.toLowerCase());
}
