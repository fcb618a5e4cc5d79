import { CodedError } from "@plimsoll/core";
import { canonicalId } from "../identity/vulnerability-id.ts";
import type { JsonSource } from "../json/parse-report-json.ts";
import { timeOf } from "../report/digest.ts";
import type { Epss } from "../report/scan-report.ts";

/** Exploit prediction scores (FIRST EPSS) of one day. */
export interface EpssTable {
  /** By CVE. */
  readonly scores: ReadonlyMap<string, Epss>;
  readonly date: string | undefined;
}

const MAXIMUM_LENGTH = 128 * 1024 * 1024;

/**
 * Reads the table that FIRST publishes: a comment with the date, then `cve,epss,percentile`. Not compressed.
 * @throws CodedError `scan/epss-too-large`, `scan/not-epss`
 */
export function parseEpss(text: string, { file, maximumLength = MAXIMUM_LENGTH }: JsonSource): EpssTable {
  if (text.length > maximumLength) {
    throw new CodedError({
      code: "scan/epss-too-large",
      message: `${file} is longer than ${maximumLength} characters.`,
      nextStep: "Give the table of one day.",
    });
  }
  const scores = new Map<string, Epss>();
  let date: string | undefined;
  for (const line of text.split("\n")) {
    if (line.startsWith("#")) {
      date ??= dateIn(line);
      continue;
    }
    const [id = "", score = "", percentile = ""] = line.trim().split(",");
    const [probability, rank] = [shareOf(score), shareOf(percentile)];
    if (probability === undefined || !id.toUpperCase().startsWith("CVE-")) continue;
    scores.set(canonicalId(id), { score: probability, percentile: rank, date });
  }
  if (scores.size === 0) {
    throw new CodedError({
      code: "scan/not-epss",
      message: `${file} holds no score.`,
      nextStep: "Give the table of FIRST, unpacked: cve,epss,percentile.",
    });
  }
  return { scores, date };
}

/** The date in the comment `#model_version:…,score_date:…`. */
function dateIn(comment: string): string | undefined {
  const at = comment.indexOf("score_date:");
  if (at === -1) return undefined;
  const [date = ""] = comment.slice(at + "score_date:".length).split(",");
  return timeOf(date.trim());
}

/** A number from 0 to 1. */
function shareOf(text: string): number | undefined {
  const value = text === "" ? Number.NaN : Number(text);
  return value >= 0 && value <= 1 ? value : undefined;
}
