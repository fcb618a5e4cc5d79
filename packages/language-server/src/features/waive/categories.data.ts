import type { JustificationCategory } from "@plimsoll/core";

/** What a person reads of each category of justification. */
export const categoryTitles: Readonly<Record<JustificationCategory, string>> = {
  "false-positive": "False positive: the finding does not describe what is there",
  "risk-accepted": "Risk accepted: the finding is right, and the authorizing official accepts the risk",
  "compensating-control": "Compensating control: something else gives the same protection",
  "not-applicable": "Not applicable: the rule does not bear on this system",
  "vendor-dependency": "Vendor dependency: the vendor has to change it first",
  "planned-remediation": "Planned remediation: it will be mended by a set day",
};
