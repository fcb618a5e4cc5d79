import type { Profile, RuleSetting } from "@plimsoll/core";
import { allRules } from "./index.generated.ts";

const YEAR = 365;

/** The rules whose ids a profile's own list names, at the rules' own severity unless one is given. */
function only(ids: readonly string[]): Readonly<Record<string, RuleSetting>> {
  const known = new Map(allRules.map((rule) => [rule.id, rule.severity]));
  return Object.fromEntries(ids.map((id) => [id, { severity: known.get(id) ?? "error" }]));
}

/** Kubernetes Pod Security Standards, level baseline. */
const pssBaseline: readonly string[] = [];

/** What level restricted asks for on top of baseline. */
const pssRestrictedOnly: readonly string[] = [];

/** The named ways to judge. Each is data: no rule knows a profile's name. */
export const profiles: Readonly<Record<string, Profile>> = {
  "reference-design": {
    name: "reference-design",
    title: "DoD Enterprise DevSecOps Reference Design",
    description: "Every rule at the severity that the reference design gives it. The default.",
    rules: {},
    onlyListed: false,
    inlineIgnores: true,
    waiverMaximumDays: YEAR,
  },
  "pss-baseline": {
    name: "pss-baseline",
    title: "Pod Security Standards: baseline",
    description: "Only what the baseline level of the Kubernetes Pod Security Standards asks for, by Kubernetes version.",
    rules: only(pssBaseline),
    onlyListed: true,
    inlineIgnores: true,
    waiverMaximumDays: YEAR,
  },
  "pss-restricted": {
    name: "pss-restricted",
    title: "Pod Security Standards: restricted",
    description: "Only what the restricted level of the Kubernetes Pod Security Standards asks for, by Kubernetes version.",
    rules: only([...pssBaseline, ...pssRestrictedOnly]),
    onlyListed: true,
    inlineIgnores: true,
    waiverMaximumDays: YEAR,
  },
};
