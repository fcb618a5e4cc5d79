import { describe, expect, it } from "vitest";
import { sampleRule, sampleRuleSet } from "../../fixtures/sample-rule-set.ts";
import { loadConfiguration } from "./load-configuration.ts";
import { ConfigurationError } from "./problem.ts";

const ruleSet = {
  ...sampleRuleSet,
  rules: new Map([
    ...sampleRuleSet.rules,
    [sampleRule.id, { ...sampleRule, aliases: ["trivy:KSV-0017", "kics:privileged"] }] as const,
  ]),
};

const load = (text: string) =>
  loadConfiguration({
    path: "plimsoll.yaml",
    read: async (path) => (path === "plimsoll.yaml" ? text : undefined),
    ruleSet,
  });

async function problems(text: string): Promise<readonly string[]> {
  try {
    await load(text);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.problems.map(
      ({ code, range, message }) => `${code} ${range?.start.line}:${range?.start.column} ${message}`,
    );
  }
}

describe("compatibility and checks", () => {
  it("are read, ids in the spelling of the rules", async () => {
    const { configuration, why } = await load(
      "compatibility: [trivy, hadolint, trivy]\nchecks:\n  trivy:AVD-KSV-0017: info\n  kics:privileged: off\n  hadolint:dl1000: error\n",
    );
    expect(configuration.compatibility).toEqual(["trivy", "hadolint"]);
    expect({ ...configuration.checks }).toEqual({
      "trivy:KSV-0017": "info",
      "kics:privileged": "off",
      "hadolint:DL1000": "error",
    });
    expect(why.get("checks.trivy:KSV-0017")?.map(({ name }) => name)).toEqual(["plimsoll.yaml"]);
  });

  it.each<[string, readonly string[]]>([
    ["compatibility: [kubescape]\n", ["config/bad-value 1:17"]],
    ["compatibility: hadolint\n", ["config/wrong-type 1:16"]],
    [
      "checks:\n  trivy:KSV-0018: off\n",
      [
        "config/unknown-check 2:3 No rule stands for a check `trivy:KSV-0018`; did you mean `trivy:KSV-0017`?",
      ],
    ],
    ["checks:\n  __proto__: off\n", ["config/unknown-check 2:3"]],
    ["checks:\n  trivy:KSV-0017: never\n", ["config/bad-value 2:19"]],
  ])("%j is told", async (text, expected) => {
    const found = await problems(text);
    expect(found.map((line, index) => line.slice(0, expected[index]?.length))).toEqual(expected);
  });
});
