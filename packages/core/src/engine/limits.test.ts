import { describe, expect, it } from "vitest";
import { defineRule } from "../rule/define-rule.ts";
import type { RuleSet } from "../rule/rule-set.ts";
import { createEngine, newFileMemory } from "./engine.ts";
import {
  MAXIMUM_CONTAINERS_OF_OBJECT,
  MAXIMUM_FINDINGS_OF_DOCUMENT,
  MAXIMUM_FINDINGS_OF_FILE,
  MAXIMUM_OBJECTS_OF_FILE,
} from "./limits.ts";

const rule = defineRule({
  id: "kubernetes/never",
  title: "Nothing is in order",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  aliases: [],
  since: "0.1.0",
  each: "resources.list",
  require: "false",
  problem: "never",
  at: [""],
  message: "Not in order.",
});

const ruleSet: RuleSet = {
  rules: new Map([[rule.id, rule]]),
  references: {},
  profiles: {
    test: {
      name: "test",
      title: "Test",
      description: "One rule.",
      rules: {},
      onlyListed: false,
      inlineIgnores: false,
      waiverMaximumDays: 1,
    },
  },
  requirements: {},
  renamed: new Map(),
};

const engine = createEngine({
  ruleSet,
  configuration: {
    profile: "test",
    kubernetesMinor: 34,
    images: { trusted: [], approvedUntrusted: [], mirrors: [], registry: undefined, releaseTag: undefined },
    rules: {},
    overrides: [],
    customRules: [],
    include: [],
    exclude: [],
    waiverFiles: [],
    inlineIgnores: false,
    buildArguments: {},
  },
});

function check(text: string) {
  const { findings, notChecked } = engine.checkFile({ path: "a.yaml", text }, newFileMemory());
  return {
    findings: findings.length,
    notChecked: notChecked.map(({ code, reason }) => `${code}: ${reason}`),
  };
}

function objectOf(items: number): string {
  return `---\napiVersion: v1\nkind: A\nlist: [${"x, ".repeat(items - 1)}x]\n`;
}

describe("limits of what is listed", () => {
  it("lists everything below the limit and says nothing of it", () => {
    expect(check(objectOf(MAXIMUM_FINDINGS_OF_DOCUMENT - 1))).toEqual({
      findings: MAXIMUM_FINDINGS_OF_DOCUMENT - 1,
      notChecked: [],
    });
  });
  it("ends a document at its limit and says so", () => {
    expect(check(objectOf(MAXIMUM_FINDINGS_OF_DOCUMENT + 1000))).toEqual({
      findings: MAXIMUM_FINDINGS_OF_DOCUMENT,
      notChecked: [
        "file/too-many-findings: More than 5000 problems were found in this document; the rest of it was not judged. Fix some and check again.",
      ],
    });
  });
  it("judges the documents after one that reached its limit", () => {
    expect(check(objectOf(MAXIMUM_FINDINGS_OF_DOCUMENT + 1) + objectOf(3)).findings).toBe(
      MAXIMUM_FINDINGS_OF_DOCUMENT + 3,
    );
  });
  it("ends a file at its limit and says so", () => {
    const { findings, notChecked } = check(objectOf(2500).repeat(7));
    expect(findings).toBe(MAXIMUM_FINDINGS_OF_FILE);
    expect(notChecked).toEqual([
      "file/too-many-findings: More than 10000 problems were found in this file; the rest of it was not judged. Fix some and check again.",
    ]);
  });
  it.each([
    ["in documents of their own", "apiVersion: v1\nkind: A\n---\n".repeat(MAXIMUM_OBJECTS_OF_FILE + 1)],
    [
      "in a list",
      `apiVersion: v1\nkind: List\nitems:\n${"- {apiVersion: v1, kind: A}\n".repeat(MAXIMUM_OBJECTS_OF_FILE + 1)}`,
    ],
  ])("ends a file of too many objects %s and says so", (_name, text) => {
    expect(check(text).notChecked).toContain(
      "file/too-many-objects: The file holds more than 5000 objects; those after them were not judged. Split it.",
    );
  });

  const pod = (containers: number): string =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nlist: [x]\nspec:\n  containers:\n${"  - {name: a}\n".repeat(containers)}`;
  it("does not judge an object of too many containers and says so", () => {
    expect(check(pod(MAXIMUM_CONTAINERS_OF_OBJECT)).findings).toBe(1);
    expect(check(pod(MAXIMUM_CONTAINERS_OF_OBJECT + 1))).toEqual({
      findings: 0,
      notChecked: ["kubernetes/too-many-containers: Pod a was not judged: it has more than 2000 containers."],
    });
  });
});
