/** Why a cron expression starts nothing, or too often; undefined where it is sound. */
export type CronProblem = "fields" | "value" | "tooOften";

interface Field {
  readonly minimum: number;
  readonly maximum: number;
  readonly names: readonly string[];
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

const FIELDS: readonly Field[] = [
  { minimum: 0, maximum: 59, names: [] },
  { minimum: 0, maximum: 23, names: [] },
  { minimum: 1, maximum: 31, names: [] },
  { minimum: 1, maximum: 12, names: MONTHS },
  { minimum: 0, maximum: 6, names: DAYS },
];

/** Minutes that GitHub leaves at least between two runs. */
const SHORTEST = 5;

/** Judges the five fields of POSIX cron; GitHub knows no `@daily`. */
export function cronProblem(text: string): CronProblem | undefined {
  const fields = text.trim().split(/\s+/);
  if (fields.length !== FIELDS.length) return "fields";
  const sets = fields.map((field, index) => valuesOf(field, FIELDS[index]));
  if (sets.includes(undefined)) return "value";
  return isTooOften(sets[0] ?? []) ? "tooOften" : undefined;
}

/** The numbers that a field stands for; undefined where it is none. */
function valuesOf(text: string, field: Field | undefined): readonly number[] | undefined {
  if (field === undefined || text.length > 400) return undefined;
  const values = new Set<number>();
  for (const part of text.toLowerCase().split(",")) {
    const numbers = partValues(part, field);
    if (numbers === undefined) return undefined;
    for (const number of numbers) values.add(number);
  }
  return [...values].sort((a, b) => a - b);
}

function partValues(part: string, field: Field): readonly number[] | undefined {
  const [range = "", step, ...more] = part.split("/");
  const by = step === undefined ? 1 : wholeNumber(step);
  if (more.length > 0 || by === undefined || by < 1) return undefined;
  const bounds = boundsOf(range, field, step !== undefined);
  if (bounds === undefined) return undefined;
  const [from, to] = bounds;
  if (from > to || from < field.minimum || to > field.maximum) return undefined;
  return Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, index) => from + index * by);
}

function boundsOf(range: string, field: Field, hasStep: boolean): readonly [number, number] | undefined {
  if (range === "*") return [field.minimum, field.maximum];
  const [first = "", last, ...more] = range.split("-");
  const from = numberOf(first, field);
  const to = last === undefined ? from : numberOf(last, field);
  if (more.length > 0 || from === undefined || to === undefined) return undefined;
  return [from, hasStep && last === undefined ? field.maximum : to];
}

function numberOf(text: string, { minimum, names }: Field): number | undefined {
  const index = names.indexOf(text);
  return index === -1 ? wholeNumber(text) : index + minimum;
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,4}$/.test(text) ? Number(text) : undefined;
}

/** Whether two runs of an hour, or of this hour and the next, come closer than GitHub starts them. */
function isTooOften(minutes: readonly number[]): boolean {
  return minutes.some((minute, index) => {
    const next = minutes[index + 1];
    return next !== undefined && next - minute < SHORTEST;
  });
}

/** Whether a time zone has the form `Area/Place` and is one of the IANA database. */
export function isTimeZone(name: string): boolean {
  if (name !== "UTC" && !name.includes("/")) return false;
  try {
    return Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
