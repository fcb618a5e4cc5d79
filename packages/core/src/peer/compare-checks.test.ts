import { describe, expect, it } from "vitest";
import { sampleRule } from "../../fixtures/sample-rule-set.ts";
import { compareChecks } from "./compare-checks.ts";

const rules = [
  { ...sampleRule, id: "dockerfile/a", aliases: ["hadolint:DL3006", "shellcheck:SC2086"] },
  { ...sampleRule, id: "dockerfile/b", aliases: ["hadolint:DL3006", "trivy:DS-0001"] },
];

describe("compareChecks", () => {
  it("gives every check of the tool the rules that stand for it, or the reason why none does", () => {
    const compared = new Map(compareChecks("hadolint", rules).map((one) => [one.check.id, one]));
    expect(compared.get("DL3006")).toMatchObject({
      rules: ["dockerfile/a", "dockerfile/b"],
      reason: undefined,
    });
    expect(compared.get("SC2086")?.rules).toEqual(["dockerfile/a"]);
    expect(compared.get("DL3007")).toMatchObject({ rules: [], reason: "No rule speaks about it yet." });
    expect(compared.get("DL1001")?.reason).toContain("inlineIgnores");
    expect(compareChecks("nothing", rules)).toEqual([]);
  });
});
