import { categoryOf, RESULT_VALUES, type ComplianceResult, type ComplianceVerdict } from "@plimsoll/core";

/** Words for a category. */
export function categoryName(severity: ComplianceResult["severity"]): string {
  const category = categoryOf(severity);
  return category === undefined ? severity : `CAT ${"I".repeat(category)}`;
}

/** What there is of each value, in the order of the standard; values that nothing has are left out. */
export function countRows({ counts }: ComplianceVerdict): readonly (readonly [string, number])[] {
  return RESULT_VALUES.filter((value) => counts[value] > 0).map((value) => [value, counts[value]]);
}

export function percent(share: number): string {
  return `${Math.floor(share * 100)} %`;
}

const WEIGHT: Readonly<Record<ComplianceResult["severity"], number>> = {
  high: 0,
  unknown: 1,
  medium: 2,
  low: 3,
  info: 4,
};

/** Weightiest first, and as the report has them where they weigh the same. */
export function byWeight(results: readonly ComplianceResult[]): readonly ComplianceResult[] {
  return [...results].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
}
