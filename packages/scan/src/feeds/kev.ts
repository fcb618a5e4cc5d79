import { CodedError } from "@plimsoll/core";
import { canonicalId } from "../identity/vulnerability-id.ts";
import { parseReportJson, type JsonSource } from "../json/parse-report-json.ts";
import { listOf, memberOf, textAt } from "../json/plain.ts";
import { timeOf } from "../report/digest.ts";
import type { KnownExploit } from "../report/scan-report.ts";

/** Vulnerabilities that are known to be exploited (CISA KEV). */
export interface KevCatalogue {
  /** By CVE. */
  readonly entries: ReadonlyMap<string, KnownExploit>;
  readonly released: string | undefined;
}

/**
 * Reads the KEV catalogue as CISA publishes it in JSON.
 * @throws CodedError `scan/not-kev`, and those of `parseReportJson`
 */
export function parseKev(text: string, source: JsonSource): KevCatalogue {
  const value = parseReportJson(text, source);
  const list = memberOf(value, "vulnerabilities");
  const entries = new Map<string, KnownExploit>();
  for (const item of listOf(list)) {
    const id = textAt(item, "cveID");
    if (id === undefined) continue;
    entries.set(canonicalId(id), {
      added: textAt(item, "dateAdded"),
      due: textAt(item, "dueDate"),
      ransomware: textAt(item, "knownRansomwareCampaignUse")?.toLowerCase() === "known",
    });
  }
  if (entries.size === 0) {
    throw new CodedError({
      code: "scan/not-kev",
      message: `${source.file} holds no entry of the catalogue of known exploited vulnerabilities.`,
      nextStep: "Give the JSON file that CISA publishes.",
    });
  }
  return { entries, released: timeOf(textAt(value, "dateReleased")) };
}
