import { describe, expect, it } from "vitest";
import { checksOf, migrate, type Migrated, type Verdict } from "./migrated.ts";
import {
  ofKubeLinter,
  ofKubeLinterAlone,
  ofKubescape,
  ofKubeScore,
  ofPolaris,
  type Repository,
} from "./repositories.ts";

/** The checks that kube-linter runs by default, as its list of checks says. */
const KUBE_LINTER_DEFAULTS: readonly string[] = [
  ..."dangling-service deprecated-service-account-field docker-sock drop-net-raw-capability".split(" "),
  ..."duplicate-env-var env-var-secret host-ipc host-network host-pid invalid-target-ports".split(" "),
  ..."job-ttl-seconds-after-finished latest-tag liveness-port mismatching-selector no-anti-affinity".split(
    " ",
  ),
  ..."no-extensions-v1beta no-read-only-root-fs non-existent-service-account pdb-max-unavailable".split(" "),
  ..."pdb-min-available pdb-unhealthy-pod-eviction-policy privilege-escalation-container".split(" "),
  ..."privileged-container readiness-port run-as-non-root sensitive-host-mounts ssh-port".split(" "),
  ..."startup-port unsafe-sysctls unset-cpu-requirements unset-memory-requirements".split(" "),
];

const migrations = new Map<Repository, Migrated>();

function migrated(repository: Repository): Migrated {
  const known = migrations.get(repository) ?? migrate(repository.files);
  migrations.set(repository, known);
  return known;
}

/** Verdicts in terms of some checks of a tool. */
function amongst(checks: readonly string[], tool: string, verdicts: readonly Verdict[]): readonly string[] {
  return checksOf(tool, verdicts).filter((line) => checks.includes(line.slice(line.lastIndexOf(" ") + 1)));
}

describe("a repository with .kube-linter.yaml, migrated in one command", () => {
  it("has the verdicts that kube-linter's documentation gives those settings", () => {
    const checks = [...KUBE_LINTER_DEFAULTS, "required-label-owner", "no-liveness-probe"];
    expect(amongst(checks, "kube-linter", migrated(ofKubeLinter).after)).toEqual([
      "Deployment api drop-net-raw-capability",
      "Deployment api latest-tag",
      "Deployment api no-anti-affinity",
      "Deployment api no-liveness-probe",
      "Deployment api privilege-escalation-container",
      "Deployment api privileged-container",
      "Deployment api required-label-owner",
      "Deployment api unset-memory-requirements",
      "Service api dangling-service",
    ]);
  });

  it("asks workloads for the annotation of the custom check, and no Service", () => {
    const { after } = migrated(ofKubeLinter);
    const asked = after.filter(({ rule }) => rule === "kubernetes/required-metadata-set");
    expect(asked.map(({ object, line }) => `${object}:${line}`)).toEqual([
      "Deployment api:3",
      "Deployment api:6",
    ]);
  });

  it("checks nothing but what is included where the defaults are not added", () => {
    expect(checksOf("kube-linter", migrated(ofKubeLinterAlone).after)).toEqual([
      "Deployment api privileged-container",
      "Pod old host-network",
      "Pod old privileged-container",
    ]);
  });

  it("says what became of each setting, and what comes next", () => {
    const lines = migrated(ofKubeLinter).printed.trimEnd().split("\n");
    expect(lines.filter((line) => line.includes("no counterpart"))).toEqual([]);
    expect(lines.slice(-4).map((line) => line.replace(/\/\S*\//g, ""))).toEqual([
      "8 settings, 0 without the same effect.",
      "Wrote plimsoll.yaml and plimsoll-waivers.yaml with 1 waiver.",
      "Plimsoll does not heed the other tools' comments and annotations; take them away once those tools are gone.",
      "Next: plimsoll check",
    ]);
  });
});

describe("a repository with the settings of other tools, migrated in one command", () => {
  it("Polaris: the listed checks alone, with their severities, but for what is exempt", () => {
    const { after } = migrated(ofPolaris);
    expect(checksOf("polaris", after)).toEqual([
      "Deployment api memoryLimitsMissing",
      "Deployment api runAsPrivileged",
      "Pod old memoryLimitsMissing",
      "Pod old runAsPrivileged",
    ]);
    const severities = after
      .filter(({ object }) => object === "Deployment api")
      .flatMap(({ aliases, severity }) =>
        aliases.filter((alias) => alias.startsWith("polaris:")).map((alias) => `${alias} ${severity}`),
      );
    expect(severities.sort()).toEqual([
      "polaris:memoryLimitsMissing warning",
      "polaris:runAsPrivileged error",
    ]);
  });

  it.each([
    [
      "kube-score",
      ofKubeScore,
      ["Deployment api container-security-context-privileged", "Deployment api pod-networkpolicy"],
    ],
    ["kubescape", ofKubescape, ["Pod old C-0057"]],
  ] as const)("%s: what it passes over goes, and nothing else", (tool, repository, gone) => {
    const { before, after } = migrated(repository);
    const found = checksOf(tool, before);
    const left = checksOf(tool, after);
    expect(found.filter((line) => !left.includes(line))).toEqual(gone);
    expect(left.filter((line) => !found.includes(line))).toEqual([]);
    expect(left.length).toBeGreaterThan(10);
  });
});
