import { describe, expect, it } from "vitest";
import { startCpuTime } from "../../fixtures/cpu-time.ts";
import { sampleFinding, sampleProfile, sampleRuleSet } from "../../fixtures/sample-rule-set.ts";
import type { Finding } from "../finding/finding.ts";
import { applyWaivers, type WaiverPolicy } from "./apply-waivers.ts";
import type { Waiver } from "./waiver.ts";

const policy: WaiverPolicy = {
  today: "2026-06-01",
  profile: sampleRuleSet.profiles["reference-design"],
  ruleSet: sampleRuleSet,
};

function waiver(more: Partial<Waiver> = {}): Waiver {
  return {
    id: "w-1",
    rule: "kubernetes/containers-not-privileged",
    scope: { paths: ["deploy/**"] },
    category: "risk-accepted",
    statement: "Agreed.",
    approver: "A. Person",
    created: "2026-05-01",
    expires: "2026-06-01",
    source: { file: "plimsoll-waivers.yaml", line: 3 },
    ...more,
  };
}

const identity = { apiVersion: "apps/v1", kind: "DaemonSet", name: "agent", namespace: "logging" };
const fingerprint = "f".repeat(32);

describe("a waiver that is in order", () => {
  it.each<[string, Partial<Waiver>, Partial<Finding>, boolean]>([
    ["covers its path", {}, {}, true],
    ["not another path", {}, { file: "other.yaml" }, false],
    ["not another rule", {}, { ruleId: "kubernetes/containers-limit-memory" }, false],
    ["under the rule's old name", { rule: "kubernetes/no-privileged" }, {}, true],
    [
      "covers its object",
      { scope: { resource: { kind: "DaemonSet", name: "agent" } } },
      { resource: identity },
      true,
    ],
    [
      "not another object",
      { scope: { resource: { kind: "DaemonSet", name: "other" } } },
      { resource: identity },
      false,
    ],
    [
      "not another kind",
      { scope: { resource: { kind: "Deployment", name: "agent" } } },
      { resource: identity },
      false,
    ],
    [
      "not another namespace",
      { scope: { resource: { name: "agent", namespace: "x" } } },
      { resource: identity },
      false,
    ],
    ["not a finding without an object", { scope: { resource: { name: "agent" } } }, {}, false],
    ["covers its fingerprint", { scope: { fingerprint } }, { fingerprint }, true],
    ["not another fingerprint", { scope: { fingerprint } }, {}, false],
    [
      "fingerprint and path must both match",
      { scope: { fingerprint, paths: ["x/**"] } },
      { fingerprint },
      false,
    ],
    ["covers its image", { scope: { imageDigest: "sha256:a" } }, { imageDigest: "sha256:a" }, true],
    ["not another image", { scope: { imageDigest: "sha256:a" } }, { imageDigest: "sha256:b" }, false],
    [
      "not a finding without an image",
      { scope: { imageDigest: "sha256:a", paths: ["deploy/**"] } },
      {},
      false,
    ],
    ["holds through its last day", { expires: "2026-06-01" }, {}, true],
    ["holds on its first day", { created: "2026-06-01" }, {}, true],
  ])("%s", (_name, changes, finding, covered) => {
    const given = sampleFinding(finding);
    const outcome = applyWaivers([given], [waiver(changes)], policy);
    expect(outcome.active).toEqual(covered ? [] : [given]);
    expect(outcome.uses.map(({ findings }) => findings)).toEqual([covered ? 1 : 0]);
    expect(outcome.reports.map(({ ruleId }) => ruleId)).toEqual(covered ? [] : ["waiver/used"]);
  });

  it("names itself, its reason and its last day", () => {
    const finding = sampleFinding();
    expect(applyWaivers([finding], [waiver()], policy).waived).toEqual([
      { finding, by: "waiver", reference: "w-1", justification: "Agreed.", expires: "2026-06-01" },
    ]);
  });

  it("gives way to an earlier record that covers the same", () => {
    const waivers = [
      waiver({ id: "a" }),
      waiver({ id: "b", scope: { fingerprint: sampleFinding().fingerprint } }),
    ];
    expect(applyWaivers([sampleFinding()], waivers, policy).waived.map(({ reference }) => reference)).toEqual(
      ["a"],
    );
    expect(
      applyWaivers([sampleFinding()], waivers.toReversed(), policy).waived.map(({ reference }) => reference),
    ).toEqual(["b"]);
  });
});

describe("a waiver that is not in order excuses nothing and is reported", () => {
  it.each<[string, Partial<Waiver>, string, string]>([
    [
      "expired",
      { expires: "2026-05-31" },
      "waiver/not-expired expired",
      "Waiver w-1 expired on 2026-05-31; it excuses nothing.",
    ],
    [
      "created ahead",
      { created: "2026-06-02", expires: "2026-06-03" },
      "waiver/age-within-limit createdAhead",
      "Waiver w-1 is dated 2026-06-02, after today (2026-06-01); it excuses nothing.",
    ],
    [
      "too long",
      { expires: "2027-05-02" },
      "waiver/age-within-limit tooLong",
      "Waiver w-1 lasts 366 days; profile reference-design allows 365. It excuses nothing.",
    ],
    [
      "all rules",
      { rule: "*" },
      "waiver/scope-narrow tooBroad",
      "Waiver w-1 covers more than one rule; it excuses nothing.",
    ],
    [
      "some rules by a star",
      { rule: "kubernetes/*" },
      "waiver/scope-narrow tooBroad",
      "Waiver w-1 covers more than one rule; it excuses nothing.",
    ],
    [
      "every path",
      { scope: { paths: ["**"] } },
      "waiver/scope-narrow tooBroad",
      "Waiver w-1 covers every path; it excuses nothing.",
    ],
    [
      "every path in other words",
      { scope: { paths: ["a", "**/*.{yaml,yml}"] } },
      "waiver/scope-narrow tooBroad",
      "Waiver w-1 covers every path; it excuses nothing.",
    ],
    [
      "every path as stars",
      { scope: { paths: ["*/**"] } },
      "waiver/scope-narrow tooBroad",
      "Waiver w-1 covers every path; it excuses nothing.",
    ],
    [
      "every path as a choice",
      { scope: { paths: ["{x,**}"] } },
      "waiver/scope-narrow tooBroad",
      "Waiver w-1 covers every path; it excuses nothing.",
    ],
    [
      "every path as manifests",
      { scope: { paths: ["**/*.json"] } },
      "waiver/scope-narrow tooBroad",
      "Waiver w-1 covers every path; it excuses nothing.",
    ],
    [
      "a whole namespace",
      { scope: { resource: { namespace: "logging" } } },
      "waiver/scope-narrow tooBroad",
      "Waiver w-1 names no path, object, fingerprint or image; it excuses nothing.",
    ],
    [
      "an unknown rule",
      { rule: "kubernetes/containers-not-privleged" },
      "waiver/rule-exists unknownRule",
      "Waiver w-1 names the rule kubernetes/containers-not-privleged, which does not exist; did you mean kubernetes/containers-not-privileged?",
    ],
    [
      "a rule on waivers",
      { rule: "waiver/used" },
      "waiver/rule-exists unknownRule",
      "Waiver w-1 names the rule waiver/used, which does not exist.",
    ],
    [
      "a bad date",
      { created: "x" },
      "waiver/age-within-limit badDate",
      "Waiver w-1 has a date that does not exist.",
    ],
  ])("%s", (_name, changes, told, message) => {
    const finding = sampleFinding();
    const outcome = applyWaivers([finding], [waiver(changes)], policy);
    expect(outcome.active).toEqual([finding]);
    expect(outcome.waived).toEqual([]);
    expect(outcome.reports.map((report) => [`${report.ruleId} ${report.problem}`, report.message])).toEqual([
      [told, message],
    ]);
  });

  it("stands on its record", () => {
    const range = { start: { line: 7, column: 9, offset: 80 }, end: { line: 7, column: 12, offset: 83 } };
    const reports = (source: Waiver["source"]): readonly Finding[] =>
      applyWaivers([], [waiver({ source, expires: "2026-05-31" })], policy).reports;
    expect(reports({ file: "w.yaml", line: 7, range })[0]).toMatchObject({
      file: "w.yaml",
      range,
      severity: "error",
    });
    expect(reports({ file: "w.yaml", line: 7 })[0]?.range.start).toEqual({ line: 7, column: 1, offset: 0 });
    expect(reports({ file: "w.yaml", line: 7 })[0]?.fingerprint).toMatch(/^[0-9a-f]{32}$/);
  });

  it("two limits of two profiles", () => {
    const long = waiver({ created: "2026-05-01", expires: "2026-08-01" });
    expect(applyWaivers([sampleFinding()], [long], policy).reports).toEqual([]);
    expect(
      applyWaivers([sampleFinding()], [long], { ...policy, profile: sampleRuleSet.profiles["il5"] }).reports,
    ).toHaveLength(1);
  });
});

describe("reports", () => {
  it("are silent about unused waivers where only a part was checked", () => {
    expect(applyWaivers([], [waiver()], { ...policy, partial: true }).reports).toEqual([]);
    expect(applyWaivers([], [waiver()], policy).reports.map(({ message }) => message)).toEqual([
      "Waiver w-1 excuses no finding: nothing breaks kubernetes/containers-not-privileged in its scope.",
    ]);
  });

  it("take the severity of the profile, and off leaves a bad waiver without effect", () => {
    const profile = sampleProfile("il5", { rules: { "waiver/not-expired": { severity: "off" } } });
    const outcome = applyWaivers([sampleFinding()], [waiver({ expires: "2026-05-31" })], {
      ...policy,
      profile,
    });
    expect(outcome.reports).toEqual([]);
    expect(outcome.active).toHaveLength(1);
  });

  it("need a day", () => {
    expect(() => applyWaivers([], [], { ...policy, today: "today" })).toThrow(
      expect.objectContaining({ code: "waivers/bad-today" }),
    );
  });

  it("stay cheap for many of both", () => {
    const waivers = Array.from({ length: 5000 }, (_, index) =>
      waiver({
        id: `w-${index}`,
        scope: { paths: [`d${index}/**`] },
        rule: index % 2 === 0 ? "x/y" : "kubernetes/containers-not-privileged",
      }),
    );
    const findings = Array.from({ length: 20_000 }, (_, index) =>
      sampleFinding({ file: `d${index % 200}/a.yaml` }),
    );
    const elapsed = startCpuTime();
    expect(applyWaivers(findings, waivers, policy).waived).toHaveLength(10_000);
    expect(elapsed()).toBeLessThan(3000);
  });
});
