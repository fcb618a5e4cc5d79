import type { RuleMeta } from "@plimsoll/core";

/** Groups of rules that are loaded together. */
export const ruleParts = ["dockerfile", "kubernetes", "workflow", "by-profile"] as const;
/** `by-profile` holds the rules that are on in some profiles only, such as those on the flags of a control plane. */
export type RulePart = (typeof ruleParts)[number];

/** The part of a rule. */
export function partOf({ surface, onlyIn }: Pick<RuleMeta, "surface" | "onlyIn">): RulePart {
  if (surface === "dockerfile" || surface === "workflow") return surface;
  return onlyIn === undefined ? "kubernetes" : "by-profile";
}
