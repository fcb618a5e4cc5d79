import type { ReportContext } from "./report-context.ts";

/** Everything but the characters that a URI may hold outside its host (RFC 3986), and `'`, which ends attributes. */
const NOT_IN_URI = /[^A-Za-z0-9\-._~:/?#@!$&()*+,;=%]/gu;

/** The address of the page about a rule, fit for any format: whatever a rule's id holds, it stays one URI. */
export function ruleAddress(ruleId: string, context: ReportContext): string | undefined {
  return context.documentationUrl(ruleId)?.toWellFormed().replaceAll(NOT_IN_URI, percentEncoded);
}

/** `encodeURIComponent` leaves the apostrophe as it is. */
function percentEncoded(character: string): string {
  return character === "'" ? "%27" : encodeURIComponent(character);
}
