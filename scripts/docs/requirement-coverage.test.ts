import { requirements } from "@plimsoll/model";
import { describe, expect, it } from "vitest";
import { headers } from "../../packages/rules/src/headers.generated.ts";
import { references } from "../../packages/rules/src/references.generated.ts";
import { coverageOf, renderCoverage } from "./requirement-coverage.ts";
import type { RuleLink } from "./requirements.ts";

const rules = new Map<string, RuleLink[]>();
for (const { id, title } of headers) {
  for (const requirement of references[id]?.requirements ?? [])
    rules.set(requirement, [...(rules.get(requirement) ?? []), { id, title }]);
}

describe("coverage of the design", () => {
  it.each(requirements.map((requirement) => [requirement.id, requirement] as const))(
    "%s can be shown",
    (_, requirement) => {
      const { rules: ruled, evidence, tools, attestation } = coverageOf(requirement, rules);
      expect(ruled.length + evidence.length + tools.length + (attestation === "no" ? 0 : 1)).toBeGreaterThan(
        0,
      );
    },
  );

  it("has one line for every row", () => {
    const text = renderCoverage(rules);
    for (const { id } of requirements) expect(text.split(`[${id}](${id}.md)`)).toHaveLength(2);
  });
});
