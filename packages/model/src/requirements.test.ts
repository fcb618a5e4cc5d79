import { describe, expect, it } from "vitest";
import { catalogueRuleById, catalogueRules } from "./catalogue-rules.ts";
import { requirementById, requirements } from "./requirements.ts";

describe("requirements", () => {
  it("are found by id", () => {
    expect(requirementById("T7-TWO-SCANNERS")).toMatchObject({
      section: "Table 7",
      baseline: "REQUIRED",
      effective: "required",
    });
    expect(requirementById("K8S-RD-3-CNAP")).toMatchObject({ section: "§3", figure: "Figure 1" });
  });

  it.each(["", "T7-two-scanners", "constructor", "__proto__"])("are not found by %j", (id) => {
    expect(requirementById(id)).toBeUndefined();
    expect(catalogueRuleById(id)).toBeUndefined();
  });

  it("cannot be changed, down to the last list", () => {
    const first = requirements[0];
    expect(
      Object.isFrozen(requirements) &&
        Object.isFrozen(first) &&
        Object.isFrozen(first?.verification.alsoFrom),
    ).toBe(true);
    expect(() => Object.assign(first ?? {}, { title: "other" })).toThrow(TypeError);
  });

  it("and catalogue rules lead to each other", () => {
    const rule = catalogueRuleById("DF001");
    expect(rule).toMatchObject({
      slug: "base-image-not-hardened-source",
      target: "dockerfile",
      severity: "error",
      quickFix: true,
    });
    expect(
      rule?.requirements.map((id) => requirementById(id)?.catalogueRules.includes("DF001")),
    ).not.toContain(false);
    expect(catalogueRules.filter((entry) => entry.requirements.length === 0)).toEqual([]);
  });
});
