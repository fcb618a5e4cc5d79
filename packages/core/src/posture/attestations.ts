import { audiences, type RequirementId } from "@plimsoll/model";
import type { Attestation } from "../config/declared-inventory.ts";
import { dayNumber } from "../config/calendar.ts";
import type { PostureReason } from "./posture.ts";

/** The longest that a statement without an end holds, in days: a year. */
const MAXIMUM_DAYS = 365;

/** What people say of a requirement. */
export interface AttestedRequirement {
  /** Statements that hold today, by people in a role that may make them. */
  readonly current: readonly Attestation[];
  /** Why the others do not count. */
  readonly refused: readonly (PostureReason & { readonly attestation: Attestation })[];
}

/** Sorts the statements about a requirement into those that count today and those that do not. */
export function attestedBy(
  requirement: RequirementId,
  attestations: readonly Attestation[],
  today: string,
): AttestedRequirement {
  const about = attestations.filter((one) => one.requirement === requirement);
  const current: Attestation[] = [];
  const refused: (PostureReason & { readonly attestation: Attestation })[] = [];
  for (const attestation of about) {
    const reason = whyNot(attestation, today);
    if (reason === undefined) current.push(attestation);
    else refused.push({ ...reason, attestation });
  }
  return { current, refused };
}

/** Whether a role is one of the five that the design names, whatever its spelling. */
export function isAudience(role: string): boolean {
  const plain = role.toLowerCase().replaceAll(/[^a-z]/gu, "");
  return audiences.some(({ id }) => {
    const known = id.replaceAll("-", "");
    return plain === known || plain === `${known}s`;
  });
}

function whyNot({ role, who, date, expires }: Attestation, today: string): PostureReason | undefined {
  const now = dayNumber(today) ?? 0;
  const made = dayNumber(date);
  const end = expires === undefined ? undefined : dayNumber(expires);
  if (!isAudience(role)) {
    const roles = audiences.map(({ id }) => id).join(", ");
    return reason(
      "attestation-role",
      `${who} signs as ${role}, which is none of the roles that may: ${roles}.`,
    );
  }
  if (made === undefined || made > now)
    return reason("attestation-date", `The statement of ${who} is dated ${date}.`);
  if (end !== undefined && end < now)
    return reason("attestation-expired", `The statement of ${who} ended on ${expires ?? ""}.`);
  if (end === undefined && now - made > MAXIMUM_DAYS) {
    return reason(
      "attestation-old",
      `The statement of ${who} of ${date} is more than a year old and names no end.`,
    );
  }
  return undefined;
}

function reason(code: string, message: string): PostureReason {
  return { code: `posture/${code}`, message };
}
