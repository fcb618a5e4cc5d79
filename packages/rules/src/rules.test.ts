import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { RuleCases } from "@plimsoll/core";
import { testRule } from "@plimsoll/testkit";
import { describe, expect, it } from "vitest";
import { allRules } from "./index.generated.ts";

const modules = import.meta.glob<{ readonly cases: RuleCases }>("./*/*/cases.ts", { eager: true });
const here = fileURLToPath(new URL(".", import.meta.url));

describe("every rule", () => {
  it("is a folder of rule.ts, cases.ts and doc.md, and nothing else", () => {
    for (const { id } of allRules) {
      expect(readdirSync(`${here}${id}`).sort(), id).toEqual(["cases.ts", "doc.md", "rule.ts"]);
    }
  });
});

for (const rule of allRules) {
  const cases = modules[`./${rule.id}/cases.ts`]?.cases;
  if (cases === undefined) throw new Error(`${rule.id} has no cases`);
  testRule(rule, cases);
}
