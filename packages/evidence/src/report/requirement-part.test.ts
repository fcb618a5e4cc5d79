import { describe, expect, it } from "vitest";
import { findingOn } from "../testing/assessments.ts";
import { countByPart, partOfRequirement } from "./requirement-part.ts";

describe("partOfRequirement", () => {
  it.each([
    ["T5-BUILDER", "Table 5"],
    ["T15-SIEM", "Table 15"],
    ["K8S-RD-2-IMMUTABLE", "Section 2"],
    ["K8S-RD-5.1.4-CONTINUOUS", "Section 5.1.4"],
    ["MINE-1", "Other"],
    ["", "Other"],
  ])("%j stands in %j", (id, part) => {
    expect(partOfRequirement(id)).toBe(part);
  });
});

describe("countByPart", () => {
  it("orders by number, and counts a finding once in each part", () => {
    const findings = [
      findingOn("a", { requirements: ["T10-GO-NOGO", "T4-HARDENING", "T4-IMAGE-SELECTION"] }),
      findingOn("a", { requirements: ["K8S-RD-3.4-RBAC"], severity: "info" }),
      findingOn("a", { requirements: ["K8S-RD-3-MESH", "own"], severity: "warning" }),
      findingOn("a", { requirements: [] }),
    ];
    expect(countByPart(findings)).toEqual([
      { part: "Section 3", counts: { error: 0, warning: 1, info: 0 }, requirements: ["K8S-RD-3-MESH"] },
      { part: "Section 3.4", counts: { error: 0, warning: 0, info: 1 }, requirements: ["K8S-RD-3.4-RBAC"] },
      {
        part: "Table 4",
        counts: { error: 1, warning: 0, info: 0 },
        requirements: ["T4-HARDENING", "T4-IMAGE-SELECTION"],
      },
      { part: "Table 10", counts: { error: 1, warning: 0, info: 0 }, requirements: ["T10-GO-NOGO"] },
      { part: "Other", counts: { error: 0, warning: 1, info: 0 }, requirements: ["own"] },
      { part: "No requirement", counts: { error: 1, warning: 0, info: 0 }, requirements: [] },
    ]);
  });
});
