/** Why a date cannot be the end of a waiver. */
export type ExpiryProblem = "no-date" | "past" | "too-late";

const DAY = 86_400_000;
/** What is offered where the profile allows that much. A quarter: long enough for a fix, short enough to come back. */
const OFFERED_DAYS = 90;

/** Milliseconds of a day given as YYYY-MM-DD; undefined where there is no such day. */
function parseDay(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  // The 31st of June is read as the 1st of July.
  return Number.isNaN(time) || formatDay(time) !== text ? undefined : time;
}

function formatDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** The day so many days after another, both YYYY-MM-DD. */
export function addDays(day: string, days: number): string {
  const time = parseDay(day);
  return time === undefined ? day : formatDay(time + days * DAY);
}

/** The end that is offered. */
export function offeredExpiry(today: string, maximumDays: number): string {
  return addDays(today, Math.min(OFFERED_DAYS, maximumDays));
}

/** What is wrong with an end that a person typed; undefined where nothing is. The last day may be today. */
export function checkExpiry(text: string, today: string, maximumDays: number): ExpiryProblem | undefined {
  const time = parseDay(text.trim());
  if (time === undefined) return "no-date";
  const days = (time - (parseDay(today) ?? time)) / DAY;
  if (days < 0) return "past";
  return days > maximumDays ? "too-late" : undefined;
}
