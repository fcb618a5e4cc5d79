import { describe, expect, it } from "vitest";
import { dayNumber } from "./calendar.ts";

describe("dayNumber", () => {
  it.each([
    ["2026-11-24", "2026-11-25", 1],
    ["2026-02-28", "2026-03-01", 1],
    ["2028-02-28", "2028-03-01", 2],
    ["1999-12-31", "2000-01-01", 1],
    ["2100-02-28", "2100-03-01", 1],
    ["2000-02-29", "2001-03-01", 366],
    ["2026-01-01", "2027-01-01", 365],
  ])("%s to %s is %i days", (from, to, days) => {
    expect((dayNumber(to) ?? 0) - (dayNumber(from) ?? 0)).toBe(days);
  });

  it("agrees with the calendar of the platform over 400 years", () => {
    const start = Date.UTC(1900, 0, 1);
    const first = dayNumber("1900-01-01") ?? 0;
    for (let day = 0; day < 146_097; day += 97) {
      const text = new Date(start + day * 86_400_000).toISOString().slice(0, 10);
      expect([text, (dayNumber(text) ?? 0) - first]).toEqual([text, day]);
    }
  });

  it.each([
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-1-1",
    "26-01-01",
    "2026/01/01",
    "2026-01-32",
    "0000-01-01",
    "2026-01-0x",
    "",
  ])("%s is no day", (text) => {
    expect(dayNumber(text)).toBeUndefined();
  });
});
