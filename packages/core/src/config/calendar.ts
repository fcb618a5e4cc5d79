const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * The number of a day of the Gregorian calendar, counted so that the difference of two is the days between them.
 * Undefined for anything but `YYYY-MM-DD` with a day that exists. Pure, so that no clock or time zone comes in.
 */
export function dayNumber(text: string): number | undefined {
  if (text.length !== 10 || text[4] !== "-" || text[7] !== "-") return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (year < 1 || day < 1 || day > monthLength(year, month)) return undefined;
  return daysBeforeYear(year) + daysBeforeMonth(year, month) + day;
}

function digits(text: string, start: number, end: number): number | undefined {
  let value = 0;
  for (let index = start; index < end; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function monthLength(year: number, month: number): number {
  if (month === 2 && isLeapYear(year)) return 29;
  return MONTH_LENGTHS[month - 1] ?? 0;
}

function daysBeforeYear(year: number): number {
  const before = year - 1;
  return before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
}

function daysBeforeMonth(year: number, month: number): number {
  let days = 0;
  for (let index = 1; index < month; index += 1) days += monthLength(year, index);
  return days;
}

/** The day before a day of the calendar, as `YYYY-MM-DD`; undefined where the text is no day, or the first one that is counted. */
export function dayBefore(text: string): string | undefined {
  if (dayNumber(text) === undefined) return undefined;
  const [year = 0, month = 0, day = 0] = [text.slice(0, 4), text.slice(5, 7), text.slice(8)].map(Number);
  if (day > 1) return isoDate(year, month, day - 1);
  if (month > 1) return isoDate(year, month - 1, monthLength(year, month - 1));
  return year > 1 ? isoDate(year - 1, 12, 31) : undefined;
}

function isoDate(year: number, month: number, day: number): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}
