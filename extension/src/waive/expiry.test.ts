import { describe, expect, it } from "vitest";
import { addDays, checkExpiry, offeredExpiry } from "./expiry.ts";

const today = "2026-11-24";

describe("checkExpiry", () => {
  it.each([
    ["2026-11-24", undefined],
    [" 2027-01-01 ", undefined],
    ["2027-11-24", undefined],
    ["2027-11-25", "too-late"],
    ["2026-11-23", "past"],
    ["", "no-date"],
    ["tomorrow", "no-date"],
    ["2027-6-1", "no-date"],
    ["2027-02-29", "no-date"],
    ["2027-13-01", "no-date"],
  ])("%j: %s", (text, problem) => {
    expect(checkExpiry(text, today, 365)).toBe(problem);
  });
});

describe("offeredExpiry", () => {
  it.each([
    [365, "2027-02-22"],
    [30, "2026-12-24"],
  ])("of at most %s days", (maximumDays, day) => {
    expect(offeredExpiry(today, maximumDays)).toBe(day);
  });
});

describe("addDays", () => {
  it("crosses a leap day", () => {
    expect(addDays("2028-02-28", 2)).toBe("2028-03-01");
  });
});
