import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canBeExcused } from "../config/built-in-rules.ts";
import { dayNumber } from "../config/calendar.ts";
import { nearest } from "../config/nearest.ts";
import { CodedError } from "../error/coded-error.ts";
import type { Profile, RuleSet } from "../rule/rule-set.ts";
import { breadthOf } from "./match-waiver.ts";
import { categoryOf } from "./parse-waivers.ts";
import { JUSTIFICATION_CATEGORIES, type Waiver, type WaiverScope } from "./waiver.ts";

/** What a person says for a new waiver. */
export interface WaiverRequest {
  readonly rule: string;
  readonly scope: WaiverScope;
  readonly category: string;
  readonly statement: string;
  readonly approver: string;
  readonly ticket?: string;
  readonly planOfAction?: string;
  /** ISO date. */
  readonly expires: string;
}

/** What a new waiver is checked against. */
export interface NewWaiverPolicy {
  /** ISO date; becomes the day of creation. */
  readonly today: string;
  readonly profile: Profile | undefined;
  readonly ruleSet: RuleSet;
  /** The file that it will stand in. */
  readonly file: string;
}

/**
 * Makes a waiver that counts under the profile today, with an id that follows from its content, so that two people who add
 * waivers on two branches do not collide.
 * @throws CodedError `waivers/unknown-rule`, `too-broad`, `bad-category`, `bad-date`, `ends-too-early`, `too-long` or `missing-text`
 */
export function newWaiver(request: WaiverRequest, policy: NewWaiverPolicy): Waiver {
  const rule = policy.ruleSet.renamed.get(request.rule) ?? request.rule;
  if (!canBeExcused(rule, policy.ruleSet)) {
    const near = nearest(rule, policy.ruleSet.rules.keys());
    const meant = near === undefined ? "." : `; did you mean ${near}?`;
    throw refusal("unknown-rule", `There is no rule ${rule}${meant}`, "`plimsoll rules` lists every rule.");
  }
  const category = categoryOf(request.category);
  if (category === undefined) {
    const near = nearest(request.category, JUSTIFICATION_CATEGORIES);
    const meant = near === undefined ? "." : `; did you mean ${near}?`;
    throw refusal(
      "bad-category",
      `There is no category ${request.category}${meant}`,
      `Use one of: ${JUSTIFICATION_CATEGORIES.join(", ")}.`,
    );
  }
  for (const key of ["statement", "approver"] as const) {
    if (request[key].trim() === "")
      throw refusal("missing-text", `The ${key} of the waiver is missing.`, `Give the ${key}.`);
  }
  checkDates(request, policy);
  const waiver: Waiver = {
    ...request,
    rule,
    category,
    id: idOf(rule, request, policy.today),
    created: policy.today,
    source: { file: policy.file, line: 1 },
  };
  const breadth = breadthOf(waiver);
  if (breadth !== undefined)
    throw refusal("too-broad", `The waiver ${breadth}.`, "Name a path, an object or a fingerprint.");
  return waiver;
}

function checkDates({ expires }: WaiverRequest, { today, profile }: NewWaiverPolicy): void {
  const first = dayNumber(today);
  const last = dayNumber(expires);
  if (first === undefined || last === undefined) {
    throw refusal(
      "bad-date",
      `"${first === undefined ? today : expires}" is not a day of the calendar.`,
      "Write dates as YYYY-MM-DD.",
    );
  }
  if (last < first)
    throw refusal("ends-too-early", `The waiver would end on ${expires}, before today.`, "Give a later day.");
  const limit = profile?.waiverMaximumDays;
  if (limit !== undefined && last - first > limit) {
    const message = `The waiver would last ${last - first} days; profile ${profile?.name ?? ""} allows ${limit}.`;
    throw refusal("too-long", message, "Give an earlier day.");
  }
}

function idOf(rule: string, { scope, statement, expires }: WaiverRequest, today: string): string {
  const content = JSON.stringify([
    rule,
    scope.paths,
    scope.resource,
    scope.fingerprint,
    scope.imageDigest,
    statement,
    expires,
  ]);
  return `${today}-${bytesToHex(sha256(utf8ToBytes(content))).slice(0, 8)}`;
}

function refusal(code: string, message: string, nextStep: string): CodedError {
  return new CodedError({ code: `waivers/${code}`, message, nextStep });
}
