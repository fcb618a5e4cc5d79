/** What is known of a well-known action beyond its name. */
export interface KnownAction {
  /** Oldest major version that runs on a Node that GitHub still has; older ones no longer start, or are about to. */
  readonly oldest?: number;
  /** Inputs that the action gave up, with what stands for them. */
  readonly renamed?: Readonly<Record<string, string>>;
}

const ACTIONS: ReadonlyMap<string, KnownAction> = new Map<string, KnownAction>([
  ["actions/cache", { oldest: 4 }],
  ["actions/cache/restore", { oldest: 4 }],
  ["actions/cache/save", { oldest: 4 }],
  ["actions/checkout", { oldest: 4 }],
  ["actions/configure-pages", { oldest: 4 }],
  ["actions/create-release", { oldest: 2 }],
  ["actions/dependency-review-action", { oldest: 4 }],
  ["actions/deploy-pages", { oldest: 4 }],
  ["actions/download-artifact", { oldest: 4 }],
  ["actions/first-interaction", { oldest: 2 }],
  ["actions/github-script", { oldest: 7 }],
  ["actions/labeler", { oldest: 5 }],
  ["actions/setup-dotnet", { oldest: 4 }],
  ["actions/setup-go", { oldest: 5 }],
  ["actions/setup-java", { oldest: 4 }],
  ["actions/setup-node", { oldest: 4 }],
  ["actions/setup-python", { oldest: 5 }],
  ["actions/stale", { oldest: 9 }],
  ["actions/upload-artifact", { oldest: 4 }],
  ["actions/upload-pages-artifact", { oldest: 3 }],
  ["actions/upload-release-asset", { oldest: 2 }],
  ["aws-actions/amazon-ecr-login", { oldest: 2 }],
  ["aws-actions/configure-aws-credentials", { oldest: 4 }],
  ["azure/aks-set-context", { oldest: 4 }],
  ["azure/docker-login", { oldest: 2 }],
  ["azure/k8s-deploy", { oldest: 5 }],
  ["azure/login", { oldest: 2 }],
  ["azure/setup-helm", { oldest: 4 }],
  ["azure/setup-kubectl", { oldest: 4 }],
  ["codecov/codecov-action", { oldest: 4 }],
  ["docker/build-push-action", { oldest: 6 }],
  ["docker/login-action", { oldest: 3 }],
  ["docker/metadata-action", { oldest: 5 }],
  ["docker/setup-buildx-action", { oldest: 3 }],
  ["docker/setup-qemu-action", { oldest: 3 }],
  ["github/codeql-action/analyze", { oldest: 3 }],
  ["github/codeql-action/autobuild", { oldest: 3 }],
  ["github/codeql-action/init", { oldest: 3 }],
  ["github/codeql-action/upload-sarif", { oldest: 3 }],
  ["golangci/golangci-lint-action", { oldest: 5 }],
  ["google-github-actions/auth", { oldest: 2 }],
  ["google-github-actions/get-gke-credentials", { oldest: 2 }],
  ["google-github-actions/setup-gcloud", { oldest: 2 }],
  ["hashicorp/setup-terraform", { oldest: 3 }],
  ["ossf/scorecard-action", { oldest: 2 }],
  [
    "pypa/gh-action-pypi-publish",
    {
      renamed: {
        packages_dir: "packages-dir",
        repository_url: "repository-url",
        verify_metadata: "verify-metadata",
        skip_existing: "skip-existing",
        print_hash: "print-hash",
      },
    },
  ],
  ["reviewdog/action-actionlint", { renamed: { fail_on_error: "fail_level" } }],
  ["softprops/action-gh-release", { oldest: 2 }],
]);

export function knownAction(name: string): KnownAction | undefined {
  return ACTIONS.get(name);
}

/** Names of the actions that are known, in lower case. */
export function knownActionNames(): readonly string[] {
  return [...ACTIONS.keys()];
}
