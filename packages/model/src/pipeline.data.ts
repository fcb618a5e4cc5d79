import type { ActionEffect, CommandEffect, InputTest, PipelineAction, PipelineCommand } from "./pipeline.ts";

// What public actions and command lines do, from their documentation and metadata. A row says nothing of quality: only which
// activity of the pipeline it is, and what it needs to be told before a finding fails the step.

const pushes: InputTest = { input: "push", default: "false", oneOf: ["true"] };
const trivyToothless: InputTest = { input: "exit-code", default: "0", oneOf: ["", "0"] };

/** An action of one activity without conditions. */
function plain(name: string, effect: ActionEffect): PipelineAction {
  return { name, does: [effect] };
}

function trivyScan(type: readonly string[], effect: ActionEffect): ActionEffect {
  const scans: InputTest = { input: "scan-type", default: "image", oneOf: type };
  const reports: InputTest = {
    input: "format",
    default: "table",
    noneOf: ["cyclonedx", "spdx", "spdx-json", "github"],
  };
  return { engine: "trivy", toothless: trivyToothless, ...effect, when: [scans, reports] };
}

const buildAndPush: readonly ActionEffect[] = [
  { activity: "build-image", subjects: ["tags"] },
  { activity: "push-image", when: [pushes], subjects: ["tags"] },
  {
    activity: "sbom",
    subjects: ["tags"],
    engine: "buildkit",
    when: [{ input: "sbom", default: "false", noneOf: ["", "false"] }],
  },
  {
    activity: "provenance",
    subjects: ["tags"],
    engine: "buildkit",
    when: [pushes, { input: "provenance", default: "mode=min", noneOf: ["false"] }],
  },
];

const sast = { activity: "sast" } as const;
const dast = { activity: "dast" } as const;
const dependencyScan = { activity: "dependency-scan" } as const;
const policyCheck = { activity: "policy-check" } as const;
const deploys = { activity: "deploy" } as const;
const releases = { activity: "release" } as const;
const zapToothless: InputTest = { input: "fail_action", default: "false", oneOf: ["", "false"] };

const ownPushes: InputTest = { input: "push", default: "true", noneOf: ["false"] };
const ownToothless: InputTest = { input: "fail-on", default: "fail", oneOf: ["error"] };
const isSigned: InputTest = { input: "signing-key", default: "", noneOf: [""] };

const ownBuild: readonly ActionEffect[] = [
  { activity: "build-image", subjects: ["tags"] },
  { activity: "push-image", when: [ownPushes], subjects: ["tags"] },
  {
    activity: "sbom",
    engine: "syft",
    when: [{ input: "sbom", default: "true", noneOf: ["false"] }],
    subjects: ["tags"],
  },
  {
    activity: "provenance",
    engine: "plimsoll",
    when: [{ input: "provenance", default: "true", noneOf: ["false"] }],
    subjects: ["tags"],
  },
  { activity: "sign", engine: "plimsoll", when: [isSigned], subjects: ["tags"] },
];
const ownScan: readonly ActionEffect[] = [
  { activity: "image-scan", engine: "trivy", subjects: ["image", "image-ref"], toothless: ownToothless },
  { activity: "image-scan", engine: "anchore", subjects: ["image", "image-ref"], toothless: ownToothless },
];
const hasResults: InputTest = { input: "scap-results", default: "", noneOf: [""] };
const hasContent: InputTest = { input: "scap-content", default: "", noneOf: [""] };
const ownScap: ActionEffect = {
  activity: "scap",
  engine: "openscap",
  subjects: ["image", "image-ref"],
  toothless: ownToothless,
};
const ownPolicy: readonly ActionEffect[] = [
  { activity: "policy-check", engine: "plimsoll", toothless: ownToothless },
  { ...ownScap, when: [hasContent] },
  { ...ownScap, when: [hasResults, { input: "scap-content", default: "", oneOf: [""] }] },
];
const ownPromotion: readonly ActionEffect[] = [
  {
    activity: "release-gate",
    engine: "plimsoll",
    subjects: ["image-ref", "image"],
    toothless: ownToothless,
  },
  {
    activity: "promote",
    engine: "plimsoll",
    when: [{ input: "mode", default: "pull-request", noneOf: ["decide", "plan"] }],
    subjects: ["image-ref", "image"],
  },
];

/** Actions by name. Made when they are asked for: most runs need none of them. */
export function pipelineActions(): readonly PipelineAction[] {
  return [
    // Our own four, and the workflow that calls them.
    { name: "*/plimsoll/actions/container-build", does: ownBuild },
    { name: "*/plimsoll/actions/scan", does: ownScan },
    { name: "*/plimsoll/actions/policy", does: ownPolicy },
    { name: "*/plimsoll/actions/promote", does: ownPromotion },
    {
      name: "*/plimsoll/.github/workflows/factory.yml",
      does: [
        ...ownBuild.map((effect) => ({ ...effect, when: [], subjects: ["image"] })),
        ...ownScan,
        ...ownPolicy,
        ...ownPromotion,
        { activity: "keep-evidence" },
      ],
    },
    // Build and store.
    { name: "docker/build-push-action", does: buildAndPush },
    { name: "depot/build-push-action", does: buildAndPush },
    {
      name: "docker/bake-action",
      does: [{ activity: "build-image" }, { activity: "push-image", when: [pushes] }],
    },
    plain("redhat-actions/buildah-build", { activity: "build-image", subjects: ["image"] }),
    plain("redhat-actions/push-to-registry", { activity: "push-image", subjects: ["image"] }),
    {
      name: "int128/kaniko-action",
      does: [
        { activity: "build-image", subjects: ["tags"] },
        { activity: "push-image", when: [pushes], subjects: ["tags"] },
      ],
    },
    {
      name: "mr-smithers-excellent/docker-build-push",
      does: [
        { activity: "build-image", subjects: ["image"] },
        { activity: "push-image", subjects: ["image"] },
      ],
    },
    {
      name: "elgohr/publish-docker-github-action",
      does: [
        { activity: "build-image", subjects: ["name"] },
        { activity: "push-image", subjects: ["name"] },
      ],
    },
    // Image and dependency scanners.
    {
      name: "aquasecurity/trivy-action",
      does: [
        trivyScan(["image", ""], { activity: "image-scan", subjects: ["image-ref", "input"] }),
        trivyScan(["fs", "filesystem", "repo", "repository", "rootfs", "sbom"], dependencyScan),
        trivyScan(["config"], policyCheck),
        {
          activity: "sbom",
          engine: "trivy",
          when: [{ input: "format", default: "table", oneOf: ["cyclonedx", "spdx", "spdx-json", "github"] }],
          subjects: ["image-ref"],
        },
      ],
    },
    {
      name: "anchore/scan-action",
      does: [
        {
          activity: "image-scan",
          engine: "anchore",
          when: [{ input: "image", default: "", noneOf: [""] }],
          subjects: ["image"],
          toothless: { input: "fail-build", default: "true", oneOf: ["false"] },
        },
        {
          activity: "image-scan",
          engine: "anchore",
          when: [{ input: "sbom", default: "", noneOf: [""] }],
          toothless: { input: "fail-build", default: "true", oneOf: ["false"] },
        },
        {
          activity: "dependency-scan",
          engine: "anchore",
          when: [{ input: "path", default: "", noneOf: [""] }],
          toothless: { input: "fail-build", default: "true", oneOf: ["false"] },
        },
      ],
    },
    plain("anchore/anchorectl-action", { activity: "image-scan", engine: "anchore", subjects: ["image"] }),
    plain("docker/scout-action", {
      activity: "image-scan",
      engine: "scout",
      when: [{ input: "command", default: "", noneOf: ["environment", "sbom"] }],
      subjects: ["image"],
      toothless: { input: "exit-code", default: "false", oneOf: ["", "false"] },
    }),
    plain("snyk/actions/docker", { activity: "image-scan", engine: "snyk", subjects: ["image"] }),
    plain("snyk/actions/iac", { ...policyCheck, engine: "snyk" }),
    { name: "snyk/actions/setup", does: [] },
    plain("snyk/actions/*", { ...dependencyScan, engine: "snyk" }),
    plain("paloaltonetworks/prisma-cloud-scan", {
      activity: "image-scan",
      engine: "prisma",
      subjects: ["image_name"],
    }),
    plain("sysdiglabs/scan-action", { activity: "image-scan", engine: "sysdig", subjects: ["image-tag"] }),
    plain("neuvector/scan-action", {
      activity: "image-scan",
      engine: "neuvector",
      subjects: ["image-repository"],
    }),
    plain("crazy-max/ghaction-container-scan", {
      activity: "image-scan",
      engine: "trivy",
      subjects: ["image"],
      toothless: { input: "severity_threshold", default: "", oneOf: [""] },
    }),
    plain("azure/container-scan", { activity: "image-scan", engine: "trivy", subjects: ["image-name"] }),
    plain("lacework/lw-scanner-action", {
      activity: "image-scan",
      engine: "lacework",
      subjects: ["image_name"],
    }),
    plain("google/osv-scanner-action*", { ...dependencyScan, engine: "osv" }),
    plain("actions/dependency-review-action", {
      ...dependencyScan,
      engine: "github-advisories",
      toothless: { input: "warn-only", default: "false", oneOf: ["true"] },
    }),
    plain("jfrog/frogbot", { ...dependencyScan, engine: "xray" }),
    // Static and dynamic tests of the application.
    plain("github/codeql-action/analyze", { ...sast, engine: "codeql" }),
    plain("github/codeql-action/upload-sarif", { activity: "keep-evidence" }),
    plain("semgrep/semgrep-action", { ...sast, engine: "semgrep" }),
    plain("returntocorp/semgrep-action", { ...sast, engine: "semgrep" }),
    plain("sonarsource/sonarqube-scan-action", { ...sast, engine: "sonarqube" }),
    plain("sonarsource/sonarcloud-github-action", { ...sast, engine: "sonarqube" }),
    plain("sonarsource/sonarqube-quality-gate-action", { ...sast, engine: "sonarqube" }),
    plain("fortify/github-action*", { ...sast, engine: "fortify" }),
    plain("securego/gosec", { ...sast, engine: "gosec" }),
    plain("pycqa/bandit-action", { ...sast, engine: "bandit" }),
    plain("checkmarx/ast-github-action", { ...sast, engine: "checkmarx" }),
    plain("veracode/*", { ...sast, engine: "veracode" }),
    plain("microsoft/security-devops-action", { ...sast, engine: "microsoft-security-devops" }),
    plain("microsoft/devskim-action", { ...sast, engine: "devskim" }),
    plain("ajinabraham/njsscan-action", { ...sast, engine: "njsscan" }),
    plain("mobsf/mobsfscan", { ...sast, engine: "mobsfscan" }),
    plain("jpetrucciani/bandit-check", { ...sast, engine: "bandit" }),
    plain("shundor/python-bandit-scan", { ...sast, engine: "bandit" }),
    plain("facebook/pysa-action", { ...sast, engine: "pysa" }),
    plain("42crunch/api-security-audit-action", { ...sast, engine: "42crunch" }),
    plain("synopsys-sig/synopsys-action", { ...sast, engine: "synopsys" }),
    plain("blackduck-inc/black-duck-security-scan", { ...sast, engine: "black-duck" }),
    plain("debricked/actions", { ...dependencyScan, engine: "debricked" }),
    plain("redhat-actions/crda", { ...dependencyScan, engine: "crda" }),
    plain("neuralegion/run-scan", { ...dast, engine: "neuralegion" }),
    plain("nowsecure/nowsecure-sbom-action", { activity: "sbom", engine: "nowsecure" }),
    plain("rust-lang/audit", { ...dependencyScan, engine: "rustsec" }),
    plain("zaproxy/action-*", { ...dast, engine: "zap", toothless: zapToothless }),
    plain("stackhawk/hawkscan-action", { ...dast, engine: "stackhawk" }),
    plain("portswigger/*", { ...dast, engine: "burp" }),
    plain("projectdiscovery/nuclei-action", { ...dast, engine: "nuclei" }),
    plain("schemathesis/action", { ...dast, engine: "schemathesis" }),
    // Secrets.
    plain("gitleaks/gitleaks-action", { activity: "secret-scan", engine: "gitleaks" }),
    plain("zricethezav/gitleaks-action", { activity: "secret-scan", engine: "gitleaks" }),
    plain("trufflesecurity/trufflehog", { activity: "secret-scan", engine: "trufflehog" }),
    plain("edplato/trufflehog-actions-scan", { activity: "secret-scan", engine: "trufflehog" }),
    plain("gitguardian/ggshield*", { activity: "secret-scan", engine: "ggshield" }),
    // Configuration policy and SCAP.
    plain("hadolint/hadolint-action", {
      ...policyCheck,
      engine: "hadolint",
      toothless: { input: "no-fail", default: "false", oneOf: ["true"] },
    }),
    plain("bridgecrewio/checkov-action", {
      ...policyCheck,
      engine: "checkov",
      toothless: { input: "soft_fail", default: "", oneOf: ["true"] },
    }),
    plain("checkmarx/kics-github-action", {
      ...policyCheck,
      engine: "kics",
      toothless: { input: "ignore_on_exit", default: "none", oneOf: ["all", "results"] },
    }),
    plain("stackrox/kube-linter-action", { ...policyCheck, engine: "kube-linter" }),
    plain("instrumenta/conftest-action", { ...policyCheck, engine: "conftest" }),
    plain("kubescape/github-action", { ...policyCheck, engine: "kubescape" }),
    plain("datreeio/action-datree", { ...policyCheck, engine: "datree" }),
    plain("mitre/saf_action", { activity: "scap", engine: "saf" }),
    plain("rego-action/*", { ...policyCheck, engine: "opa" }),
    // Tests and their reports.
    plain("codecov/codecov-action", { activity: "test-report" }),
    plain("dorny/test-reporter", { activity: "test-report" }),
    plain("enricomi/publish-unit-test-result-action*", { activity: "test-report" }),
    plain("mikepenz/action-junit-report", { activity: "test-report" }),
    plain("coverallsapp/github-action", { activity: "test-report" }),
    plain("cypress-io/github-action", { activity: "unit-test", engine: "cypress" }),
    plain("helm/chart-testing-action", { activity: "lint" }),
    plain("golangci/golangci-lint-action", { activity: "lint", engine: "golangci-lint" }),
    plain("github/super-linter*", { activity: "lint" }),
    plain("super-linter/super-linter*", { activity: "lint" }),
    plain("oxsecurity/megalinter*", { activity: "lint" }),
    plain("pre-commit/action", { activity: "lint" }),
    // Bills of materials, signatures, provenance.
    plain("anchore/sbom-action", { activity: "sbom", engine: "syft", subjects: ["image"] }),
    plain("cyclonedx/*", { activity: "sbom", engine: "cyclonedx" }),
    plain("actions/attest-sbom", {
      activity: "sbom",
      engine: "github-attestations",
      subjects: ["subject-name"],
    }),
    {
      name: "actions/attest-build-provenance",
      does: [
        { activity: "provenance", engine: "github-attestations", subjects: ["subject-name"] },
        { activity: "sign", engine: "github-attestations", subjects: ["subject-name"] },
      ],
    },
    {
      name: "actions/attest",
      does: [
        { activity: "provenance", engine: "github-attestations", subjects: ["subject-name"] },
        { activity: "sign", engine: "github-attestations", subjects: ["subject-name"] },
      ],
    },
    plain("slsa-framework/slsa-github-generator/*", {
      activity: "provenance",
      engine: "slsa-generator",
      subjects: ["image"],
    }),
    plain("slsa-framework/slsa-verifier*", { activity: "verify-signature", engine: "slsa-verifier" }),
    plain("notaryproject/notation-action/sign", {
      activity: "sign",
      engine: "notation",
      subjects: ["target_artifact_reference"],
    }),
    plain("notaryproject/notation-action/verify", { activity: "verify-signature", engine: "notation" }),
    // Evidence.
    plain("actions/upload-artifact", { activity: "keep-evidence" }),
    plain("defectdojo/*", { activity: "keep-evidence", engine: "defectdojo" }),
    plain("dependencytrack/gh-upload-sbom", { activity: "keep-evidence", engine: "dependency-track" }),
    // Decision, release, delivery, deployment.
    plain("enterprise-contract/action-validate-image", { activity: "release-gate", engine: "conforma" }),
    plain("conforma/action-validate-image", { activity: "release-gate", engine: "conforma" }),
    plain("actions/create-release", releases),
    plain("softprops/action-gh-release", releases),
    plain("ncipollo/release-action", releases),
    plain("goreleaser/goreleaser-action", releases),
    plain("googleapis/release-please-action", releases),
    plain("google-github-actions/release-please-action", releases),
    plain("pypa/gh-action-pypi-publish", releases),
    plain("helm/chart-releaser-action", releases),
    plain("azure/k8s-deploy", deploys),
    plain("azure/webapps-deploy", deploys),
    plain("azure/functions-action", deploys),
    plain("azure/static-web-apps-deploy", deploys),
    plain("actions/deploy-pages", { ...deploys, engine: "github-pages" }),
    plain("azure/aks-deploy", deploys),
    plain("google-github-actions/deploy-cloudrun", deploys),
    plain("aws-actions/amazon-ecs-deploy-task-definition", deploys),
    plain("deliverybot/helm", deploys),
    plain("bitovi/github-actions-deploy-eks-helm", deploys),
    plain("wei/curl-kubectl", deploys),
    plain("kodermax/kubectl-aws-eks", deploys),
    plain("steebchen/kubectl", deploys),
  ];
}

function command(words: string, ...does: readonly CommandEffect[]): PipelineCommand {
  return { words, does };
}

/** Where `skopeo` puts an image that stays on the machine. */
const LOCAL_TARGETS = [
  "oci:",
  "oci-archive:",
  "dir:",
  "docker-archive:",
  "docker-daemon:",
  "containers-storage:",
];

const builds: CommandEffect = { activity: "build-image", subjects: ["-t", "--tag"] };
const pushesIt: CommandEffect = { activity: "push-image", subjects: [""] };
const buildxPush: CommandEffect = {
  activity: "push-image",
  withFlag: ["--push"],
  subjects: ["-t", "--tag"],
};
const buildxSbom: CommandEffect = {
  activity: "sbom",
  engine: "buildkit",
  withFlag: ["--sbom", "--attest"],
};
const buildxProvenance: CommandEffect = {
  activity: "provenance",
  engine: "buildkit",
  withFlag: ["--provenance", "--attest"],
};
const unitTest: CommandEffect = { activity: "unit-test" };
const kubectlDeploys: CommandEffect = { activity: "deploy", withoutFlag: ["--dry-run"] };
const reportFormats = ["--format=cyclonedx", "--format=spdx", "--format=spdx-json"];
const trivy = { engine: "trivy", failsWith: ["--exit-code"] } as const;
const trivyConfig: CommandEffect = { ...trivy, activity: "policy-check" };
const trivyFiles: CommandEffect = { ...trivy, activity: "dependency-scan", withoutFlag: reportFormats };
const trivySbom: CommandEffect = { activity: "sbom", engine: "trivy", withFlag: reportFormats };

function scanner(engine: string, rest: Partial<CommandEffect> = {}): CommandEffect {
  return { activity: "image-scan", engine, subjects: [""], ...rest };
}

function testsWith(...lines: readonly string[]): readonly PipelineCommand[] {
  return lines.map((words) => command(words, unitTest));
}

function doing(effect: CommandEffect, ...lines: readonly string[]): readonly PipelineCommand[] {
  return lines.map((words) => command(words, effect));
}

/** Command lines; the longest that fits counts. */
export function pipelineCommands(): readonly PipelineCommand[] {
  return [
    ...doing(builds, "docker build", "podman build", "buildah bud", "buildah build", "nerdctl build"),
    ...doing(
      { activity: "build-image" },
      "docker compose build",
      "docker-compose build",
      "docker builder build",
    ),
    command("docker buildx build", builds, buildxPush, buildxSbom, buildxProvenance),
    command(
      "docker buildx bake",
      { activity: "build-image" },
      { activity: "push-image", withFlag: ["--push"] },
    ),
    command(
      "executor",
      {
        activity: "build-image",
        withFlag: ["--context", "-c", "--destination", "-d"],
        subjects: ["-d", "--destination"],
      },
      {
        activity: "push-image",
        withFlag: ["--destination", "-d"],
        withoutFlag: ["--no-push"],
        subjects: ["-d", "--destination"],
      },
    ),
    command(
      "ko build",
      { activity: "build-image" },
      { activity: "push-image", withoutFlag: ["--local", "-L"] },
    ),
    command("ko publish", { activity: "build-image" }, { activity: "push-image" }),
    command(
      "pack build",
      { activity: "build-image", subjects: [""] },
      { activity: "push-image", withFlag: ["--publish"], subjects: [""] },
    ),
    ...doing(
      pushesIt,
      "docker push",
      "podman push",
      "buildah push",
      "docker image push",
      "nerdctl push",
      "crane push",
    ),
    ...doing({ activity: "push-image" }, "docker compose push", "docker-compose push"),
    ...doing(
      { activity: "copy-image", subjects: [""], notTo: LOCAL_TARGETS },
      "skopeo copy",
      "crane copy",
      "crane cp",
      "oras copy",
      "oras cp",
      "regctl image copy",
      "docker buildx imagetools create",
    ),
    // Scanners.
    command("trivy image", scanner("trivy", { failsWith: ["--exit-code"], withoutFlag: reportFormats }), {
      ...trivySbom,
      subjects: [""],
    }),
    command(
      "trivy i",
      scanner("trivy", { failsWith: ["--exit-code"], withoutFlag: reportFormats }),
      trivySbom,
    ),
    ...["trivy fs", "trivy filesystem", "trivy repo", "trivy repository", "trivy rootfs", "trivy sbom"].map(
      (words) => command(words, trivyFiles, trivySbom),
    ),
    ...doing(trivyConfig, "trivy config", "trivy conf", "trivy k8s", "trivy kubernetes"),
    command("grype", scanner("anchore", { failsWith: ["--fail-on", "-f"] })),
    ...doing(
      scanner("anchore"),
      "anchorectl image add",
      "anchorectl image vulnerabilities",
      "anchorectl image check",
      "anchore-cli image add",
      "anchore-cli evaluate check",
    ),
    command("snyk container test", scanner("snyk")),
    command("snyk container monitor", scanner("snyk", { failsWith: [] })),
    command("snyk test", { activity: "dependency-scan", engine: "snyk" }),
    command("snyk code test", { activity: "sast", engine: "snyk" }),
    command("snyk iac test", { activity: "policy-check", engine: "snyk" }),
    command("twistcli images scan", scanner("prisma")),
    command("docker scout cves", scanner("scout", { failsWith: ["--exit-code", "-e"] })),
    ...doing(scanner("clair"), "clairctl report", "clair-scanner"),
    ...doing(scanner("stackrox"), "roxctl image scan", "roxctl image check"),
    ...doing(scanner("xray"), "jf docker scan", "jfrog docker scan"),
    ...doing(scanner("wiz"), "wizcli docker scan", "wizcli scan container-image"),
    command("sysdig-cli-scanner", scanner("sysdig")),
    command("qscanner image", scanner("qualys")),
    ...doing({ activity: "dependency-scan", engine: "osv" }, "osv-scanner"),
    ...doing(
      { activity: "dependency-scan" },
      "npm audit",
      "yarn audit",
      "pnpm audit",
      "yarn npm audit",
      "pip-audit",
      "cargo audit",
      "cargo deny check",
      "govulncheck",
      "bundle audit",
      "bundler-audit",
      "safety check",
      "dotnet list package",
      "dependency-check",
      "dependency-check.sh",
    ),
    // Static and dynamic tests.
    ...doing({ activity: "sast", engine: "semgrep", failsWith: ["--error"] }, "semgrep scan", "semgrep"),
    command("semgrep ci", { activity: "sast", engine: "semgrep" }),
    ...doing(
      { activity: "sast", engine: "sonarqube" },
      "sonar-scanner",
      "dotnet sonarscanner begin",
      "dotnet-sonarscanner begin",
      "mvn sonar:sonar",
      "mvnw sonar:sonar",
      "gradle sonar",
      "gradlew sonar",
      "gradle sonarqube",
      "gradlew sonarqube",
    ),
    command("codeql database analyze", { activity: "sast", engine: "codeql" }),
    command("gosec", { activity: "sast", engine: "gosec", toothlessWith: ["-no-fail"] }),
    command("bandit", { activity: "sast", engine: "bandit", toothlessWith: ["--exit-zero"] }),
    command("brakeman", { activity: "sast", engine: "brakeman", toothlessWith: ["--no-exit-on-warn"] }),
    ...doing(
      { activity: "sast" },
      "sourceanalyzer",
      "cov-build",
      "cov-analyze",
      "njsscan",
      "mobsfscan",
      "spotbugs",
      "psalm --taint-analysis",
      "flawfinder",
      "cppcheck",
      "phpstan analyse",
      "fcli sast-scan start",
    ),
    ...doing(
      { activity: "dast", engine: "zap" },
      "zap-baseline.py",
      "zap-full-scan.py",
      "zap-api-scan.py",
      "zap.sh",
    ),
    ...doing({ activity: "dast", engine: "nuclei" }, "nuclei"),
    ...doing(
      { activity: "dast" },
      "hawk scan",
      "dastardly",
      "nikto",
      "wapiti",
      "arachni",
      "schemathesis run",
      "st run",
    ),
    // Secrets and malware.
    ...doing(
      { activity: "secret-scan", engine: "gitleaks" },
      "gitleaks detect",
      "gitleaks git",
      "gitleaks dir",
      "gitleaks protect",
    ),
    ...doing(
      { activity: "secret-scan", engine: "trufflehog", failsWith: ["--fail"] },
      "trufflehog git",
      "trufflehog filesystem",
      "trufflehog github",
      "trufflehog docker",
      "trufflehog",
    ),
    ...doing(
      { activity: "secret-scan" },
      "trufflehog3",
      "detect-secrets scan",
      "detect-secrets-hook",
      "ggshield secret scan",
      "git-secrets --scan",
      "git secrets --scan",
      "whispers",
    ),
    ...doing({ activity: "malware-scan", engine: "clamav" }, "clamscan", "clamdscan"),
    ...doing({ activity: "malware-scan" }, "yara", "maldet"),
    // SCAP and configuration policy.
    ...doing(
      { activity: "scap", engine: "openscap" },
      "oscap xccdf eval",
      "oscap oval eval",
      "oscap-podman",
      "oscap-docker",
      "oscap-chroot",
      "oscap-im",
      "oscap-ssh",
    ),
    ...doing({ activity: "scap" }, "cscc", "inspec exec", "cinc-auditor exec", "saf validate threshold"),
    ...doing(
      { activity: "policy-check", engine: "checkov", toothlessWith: ["--soft-fail", "-s"] },
      "checkov",
    ),
    ...doing(
      {
        activity: "policy-check",
        engine: "kics",
        toothlessWith: ["--ignore-on-exit=all", "--ignore-on-exit=results"],
      },
      "kics scan",
    ),
    ...doing({ activity: "policy-check", engine: "hadolint", toothlessWith: ["--no-fail"] }, "hadolint"),
    ...doing({ activity: "policy-check", engine: "conftest" }, "conftest test", "conftest verify"),
    ...doing({ activity: "policy-check", engine: "kyverno" }, "kyverno apply", "kyverno test"),
    ...doing(
      {
        activity: "policy-check",
        engine: "polaris",
        failsWith: ["--set-exit-code-on-danger", "--set-exit-code-below-score"],
      },
      "polaris audit",
    ),
    ...doing(
      {
        activity: "policy-check",
        engine: "kubescape",
        failsWith: ["--fail-threshold", "--compliance-threshold", "--severity-threshold", "-t", "-s"],
      },
      "kubescape scan",
    ),
    ...doing(
      { activity: "policy-check" },
      "kube-linter lint",
      "kube-score score",
      "gator test",
      "gator verify",
      "opa eval",
      "opa exec",
      "datree test",
      "kube-bench",
      "terrascan scan",
      "tfsec",
      "plimsoll check",
      "dockle",
    ),
    ...doing(
      { activity: "lint" },
      "helm lint",
      "kubeconform",
      "kubeval",
      "yamllint",
      "shellcheck",
      "actionlint",
      "zizmor",
      "eslint",
      "npm run lint",
      "npx eslint",
      "ruff check",
      "flake8",
      "golangci-lint run",
      "make lint",
      "cargo clippy",
      "pre-commit run",
    ),
    // Unit tests.
    ...testsWith(
      "go test",
      "npm test",
      "npm t",
      "npm run test*",
      "npm run coverage",
      "yarn test*",
      "yarn run test*",
      "pnpm test*",
      "pnpm run test*",
      "bun test",
      "bun run test*",
      "deno test",
      "deno task test",
      "npx jest",
      "npx vitest",
      "npx mocha",
      "npx ava",
      "npx nx test",
      "npx nx affected",
      "npx lerna run",
      "npx playwright test",
      "npx cypress run",
      "npx turbo test",
      "turbo run test",
      "nx test",
      "jest",
      "vitest",
      "mocha",
      "node --test",
    ),
    ...testsWith(
      "pytest",
      "py.test",
      "python -m pytest",
      "python3 -m pytest",
      "python -m unittest",
      "python3 -m unittest",
      "python manage.py test",
      "python3 manage.py test",
      "coverage run",
      "tox",
      "nox",
      "poetry run pytest",
      "pipenv run pytest",
      "uv run pytest",
      "hatch test",
      "hatch run test*",
      "python setup.py test",
    ),
    ...testsWith(
      "mvn test",
      "mvn verify",
      "mvn package",
      "mvn install",
      "mvn deploy",
      "mvn clean test",
      "mvn clean verify",
      "mvn clean package",
      "mvn clean install",
      "mvnw test",
      "mvnw verify",
      "mvnw package",
      "mvnw install",
      "mvnw clean test",
      "mvnw clean verify",
      "mvnw clean package",
      "mvnw clean install",
    ),
    ...testsWith(
      "gradle test",
      "gradle build",
      "gradle check",
      "gradle clean build",
      "gradle clean test",
      "gradlew test*",
      "gradlew build",
      "gradlew check",
      "gradlew clean build",
      "gradlew clean test",
      "sbt test",
      "ant test",
      "lein test",
      "bazel test",
      "bazelisk test",
      "buck test",
      "mill test",
    ),
    ...testsWith(
      "cargo test",
      "cargo nextest run",
      "dotnet test",
      "vstest.console.exe",
      "rspec",
      "rake",
      "rake test",
      "rake spec",
      "bundle exec rspec",
      "bundle exec rake*",
      "bundle exec cucumber",
      "rails test",
      "bin/rails test",
      "phpunit",
      "vendor/bin/phpunit",
      "composer test",
      "composer run-script test",
      "php artisan test",
      "mix test",
      "rebar3 eunit",
      "rebar3 do eunit*",
      "rebar3 ct",
      "gleam test",
      "stack test",
      "cabal test",
      "dart test",
      "flutter test",
      "swift test",
      "xcodebuild test*",
      "xcodebuild clean build test",
      "fastlane test",
      "ctest",
      "make test*",
      "mage test*",
      "make check",
      "make unit*",
      "make coverage",
      "just test",
      "task test",
      "bats",
      "crystal spec",
      "julia --project",
      "R CMD check",
      "prove",
      "meson test",
      "ginkgo",
      "gotestsum",
      "earthly +test",
      "zig build test",
      "opam exec -- dune runtest",
      "dune runtest",
      "haxe test",
      "nosetests",
      "stestr run",
      "ansible-test units",
      "molecule test",
    ),
    // Bills of materials, signatures, provenance.
    ...doing(
      { activity: "sbom", engine: "syft", subjects: [""] },
      "syft",
      "syft scan",
      "syft packages",
      "syft attest",
    ),
    ...doing(
      { activity: "sbom" },
      "docker sbom",
      "docker scout sbom",
      "cyclonedx-npm",
      "cyclonedx-py",
      "cyclonedx-gomod",
      "cdxgen",
      "bom generate",
      "mvn cyclonedx:makeAggregateBom",
      "npm sbom",
      "tern report",
    ),
    command("cosign sign", { activity: "sign", engine: "cosign", subjects: [""] }),
    command(
      "cosign attest",
      {
        activity: "sbom",
        engine: "cosign",
        withFlag: ["--type=cyclonedx", "--type=spdx", "--type=spdxjson"],
        subjects: [""],
      },
      {
        activity: "provenance",
        engine: "cosign",
        withFlag: ["--type=slsaprovenance", "--type=slsaprovenance1", "--type=slsaprovenance02"],
        subjects: [""],
      },
    ),
    ...doing(
      { activity: "verify-signature", engine: "cosign", subjects: [""] },
      "cosign verify",
      "cosign verify-attestation",
    ),
    command("notation sign", { activity: "sign", engine: "notation", subjects: [""] }),
    ...doing(
      { activity: "verify-signature", subjects: [""] },
      "notation verify",
      "gh attestation verify",
      "slsa-verifier verify-image",
      "slsa-verifier verify-artifact",
    ),
    // Decision, release, delivery, deployment.
    ...doing(
      { activity: "release-gate" },
      "ec validate image",
      "conforma validate image",
      "plimsoll release",
      "plimsoll decide",
      "in-toto-verify",
      "ampel verify",
    ),
    ...doing(
      releases,
      "gh release create",
      "semantic-release",
      "npx semantic-release",
      "npm publish",
      "twine upload",
      "cargo publish",
      "goreleaser release",
      "goreleaser",
      "gh release upload",
      "helm push",
    ),
    ...doing(
      { activity: "promote" },
      "kustomize edit set image",
      "plimsoll promote",
      "kargo promote",
      "flux push artifact",
      "flux tag artifact",
    ),
    ...doing(
      kubectlDeploys,
      "kubectl apply",
      "kubectl create",
      "kubectl replace",
      "kubectl set image",
      "kubectl patch",
      "kubectl rollout restart",
      "kubectl scale",
      "oc apply",
      "oc rollout latest",
      "oc set image",
      "helm upgrade",
      "helm install",
      "helmfile apply",
      "helmfile sync",
      "kapp deploy",
      "skaffold run",
      "skaffold deploy",
      "tanka apply",
      "tk apply",
    ),
    ...doing(
      deploys,
      "argocd app sync",
      "argocd app set",
      "flux reconcile",
      "kubectl argo rollouts set image",
      "gcloud run deploy",
      "aws ecs update-service",
      "az webapp deploy",
      "az containerapp update",
      "uds deploy",
      "zarf package deploy",
    ),
    ...doing({ activity: "keep-evidence" }, "gh run upload", "oras attach", "saf convert", "codecov"),
  ];
}
