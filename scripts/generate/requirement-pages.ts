import type { RuleMeta } from "@plimsoll/core";
import { requirements } from "@plimsoll/model";
import { renderRequirementIndex, renderRequirementPage, requirementPageName } from "../docs/requirements.ts";
import { renderCoverage } from "../docs/requirement-coverage.ts";
import type { Output } from "./outputs.ts";
import type { RuleFolder } from "./rules.ts";

/** A page for each requirement of the design, and their index. */
export async function requirementPages(folders: readonly RuleFolder[]): Promise<readonly Output[]> {
  const { references } = await import("../../packages/rules/src/references.generated.ts");
  const rules = new Map<string, RuleMeta[]>();
  for (const { id, rule } of folders) {
    for (const requirement of references[id]?.requirements ?? []) {
      rules.set(requirement, [...(rules.get(requirement) ?? []), rule]);
    }
  }
  const pages = requirements.map((requirement) => ({
    path: `docs/requirements/${requirementPageName(requirement)}`,
    text: renderRequirementPage(requirement, rules.get(requirement.id) ?? []),
  }));
  return [
    ...pages,
    { path: "docs/requirements/README.md", text: renderRequirementIndex(rules) },
    { path: "docs/requirements/coverage.md", text: renderCoverage(rules) },
  ];
}
