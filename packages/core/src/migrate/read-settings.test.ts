import { describe, expect, it } from "vitest";
import { startCpuTime } from "../../fixtures/cpu-time.ts";
import { ConfigurationError } from "../config/problem.ts";
import { readNamedSettings, readSettingsFile, SETTINGS_FILE_NAMES } from "./read-settings.ts";

const nobody = (): undefined => undefined;

describe("readSettingsFile", () => {
  it.each<[string, string, string | undefined]>([
    [".hadolint.yaml", "", "hadolint"],
    ["sub/.hadolint.yml", "ignored: []", "hadolint"],
    [".trivyignore", "KSV-0001", "trivy"],
    ["ci/team.trivyignore", "KSV-0001", "trivy"],
    ["lint.yaml", "trustedRegistries: [a]", "hadolint"],
    ["ignore.yaml", "misconfigurations: []", "trivy"],
    ["scan.yaml", "skip-check: [a]", "checkov"],
    ["kl.yaml", "checks: {exclude: [a]}", "kube-linter"],
    ["kl.yaml", "customChecks: []", "kube-linter"],
    ["config.yaml", "checks: {hostIPCSet: danger}", "polaris"],
    ["config.yaml", "checks: {hostIPCSet: fine}", undefined],
    ["config.yaml", "ignored: [a]", undefined],
    ["exceptions.json", '[{"policyType": "postureExceptionPolicy"}]', "kubescape"],
    ["exceptions.json", "[1]", undefined],
    ["exceptions.json", "not: [yaml", undefined],
    ["other.yaml", "a: 1", undefined],
    ["other.yaml", "constructor: 1", undefined],
  ])("%s with %j is of %s", (path, text, tool) => {
    expect(readSettingsFile({ path, text }, nobody)?.tool).toBe(tool);
  });

  it("looks for the usual names", () => {
    expect(SETTINGS_FILE_NAMES).toEqual(
      expect.arrayContaining([
        ".hadolint.yaml",
        ".trivyignore",
        ".checkov.yml",
        ".kube-linter.yaml",
        "config.yaml",
      ]),
    );
  });

  it("tells where a file is malformed", () => {
    const read = (): unknown => readSettingsFile({ path: ".checkov.yaml", text: "check: [a\n" }, nobody);
    expect(read).toThrow(ConfigurationError);
    expect(read).toThrow(expect.objectContaining({ code: "migrate/unreadable" }));
    expect(() => readNamedSettings({ path: "a.yaml", text: "a: 1" }, nobody)).toThrow(
      expect.objectContaining({ code: "migrate/unknown-file" }),
    );
  });

  it.each<[string, string, readonly string[]]>([
    [
      ".trivyignore",
      "# one\n# two\nKSV-0001\n\nDS-0002 exp:2027-01-01 # x\nDS-0003 exp:soon\nCVE-1\n",
      [
        "3 check KSV-0001 off",
        '5 exception {"checks":["DS-0002"],"expires":"2026-12-31"}',
        '6 none "soon" is not a date.',
        "7 none Plimsoll judges Dockerfiles and Kubernetes objects; this is no check of those.",
      ],
    ],
    [
      ".hadolint.yaml",
      "ignored: DL3008\noverride:\n  style:\n    - DL3001\n  other: [DL3002]\ntrustedRegistries: quay.io/team/\n__proto__: {ignored: [DL3003]}\n",
      [
        "1 check DL3008 off",
        "4 check DL3001 info",
        "5 none hadolint has no severity other.",
        "6 trusted quay.io/team/**",
        "7 none Plimsoll has no such setting.",
      ],
    ],
    [
      ".checkov.yaml",
      "check: [HIGH]\nskip-check: [LOW, CKV_K8S_1*]\nskip-path: [./vendor/, 'a.*b']\nframework: terraform\n",
      [
        "1 none Checkov's severities are not ours; say on the command line what fails: plimsoll check --fail-on.",
        "2 none Checkov's severities are not ours; say on the command line what fails: plimsoll check --fail-on.",
        "2 check CKV_K8S_1* off",
        "3 exclude vendor vendor/**",
        "3 none It is a regular expression; write a glob into files.exclude.",
        "4 none Plimsoll checks Dockerfiles and Kubernetes objects only, charts and overlays as they are rendered.",
      ],
    ],
    [
      ".kube-linter.yaml",
      "checks:\n  doNotAutoAddDefaults: true\n  include: [host-ipc, host-pid]\n  exclude: [host-pid]\n  ignorePaths: [./vendor/, 'x/*.yaml', y]\n  other: 1\ncustomChecks:\n- {name: a, template: env-var}\n",
      [
        "2 only host-ipc",
        "3 check host-ipc on",
        "4 check host-pid off",
        "5 exclude vendor/**",
        "5 exclude x/*.yaml",
        "5 exclude y y/**",
        "6 none Plimsoll has no such setting.",
        "8 none A check made from a template is not carried over; write your own rule in YAML, or set the options of ours.",
      ],
    ],
    [
      "polaris.yaml",
      "checks:\n  hostIPCSet: danger\n  mine: warning\n  hostPIDSet: high\ncustomChecks:\n  mine: {}\nexemptions:\n- namespace: a\ndisallowConfigExemptions: true\ndisallowAnnotationExemptions: true\n",
      [
        "1 only hostIPCSet hostPIDSet",
        "2 check hostIPCSet error",
        '4 none Polaris has no severity "high".',
        "8 none Polaris hears no exemptions here.",
        "6 none A check in JSON schema is not carried over; write your own rule in YAML.",
        "10 pragmasOff",
      ],
    ],
  ])("%s: each setting with its line and what it asks for", (path, text, expected) => {
    const { settings } = readNamedSettings({ path, text }, nobody);
    const shown = settings.map(({ line, effect }) => {
      switch (effect.kind) {
        case "check":
          return `${line} check ${effect.id} ${effect.state}`;
        case "only":
          return `${line} only ${effect.ids.join(" ")}`;
        case "exception":
          return `${line} exception ${JSON.stringify(effect.exception)}`;
        case "trusted":
          return `${line} trusted ${effect.patterns.join(" ")}`;
        case "exclude":
          return `${line} exclude ${effect.globs.join(" ")}`;
        case "none":
          return `${line} none ${effect.reason}`;
        default:
          return `${line} ${effect.kind}`;
      }
    });
    expect(shown).toEqual(expected);
  });

  it.each<[string, string]>([
    [".trivyignore", "KSV-0001 exp:2027-01-01\n".repeat(100_000)],
    [".trivyignore", `${"# a\n".repeat(200_000)}KSV-0001\n`],
    [".trivyignore", `KSV-0001${" ".repeat(900_000)}x`],
    [".hadolint.yaml", `ignored: [${"DL3008, ".repeat(50_000)}DL3008]`],
    [".hadolint.yaml", `ignored: "${",".repeat(500_000)}"`],
    [".hadolint.yaml", `trustedRegistries: "a${"/".repeat(500_000)}"`],
    [
      "exceptions.json",
      JSON.stringify([
        {
          policyType: "postureExceptionPolicy",
          resources: Array.from({ length: 1000 }, () => ({
            designatorType: "Attributes",
            attributes: { name: "a" },
          })),
          posturePolicies: Array.from({ length: 1000 }, () => ({ controlID: "C-0057" })),
        },
      ]),
    ],
  ])("stays cheap on a hostile %s", (path, text) => {
    const spent = startCpuTime();
    expect(readNamedSettings({ path, text }, nobody).settings.length).toBeLessThan(100_002);
    expect(spent()).toBeLessThan(6000);
  });
});
