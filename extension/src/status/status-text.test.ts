import type { Status } from "@plimsoll/language-server/protocol";
import { describe, expect, it } from "vitest";
import { statusText } from "./status-text.ts";

function english(message: string, ...values: (string | number | boolean)[]): string {
  return message.replace(/\{(\d)\}/gu, (_, index: string) => String(values[Number(index)]));
}

const ready: Status = {
  state: "ready",
  files: { done: 12, total: 12 },
  findings: { error: 3, warning: 10, info: 1 },
  waived: 2,
  rules: 380,
  profile: "reference-design",
  version: "0.1.0",
};

describe("statusText", () => {
  it.each([
    [ready, "3 errors, 10 warnings, 1 hints", "reference-design · 380 rules", false],
    [
      { ...ready, lastRunMs: 3.25159 },
      "3 errors, 10 warnings, 1 hints",
      "reference-design · 380 rules · 3.3 ms",
      false,
    ],
    [
      { ...ready, lastRunMs: 41.7 },
      "3 errors, 10 warnings, 1 hints",
      "reference-design · 380 rules · 42 ms",
      false,
    ],
    [
      { ...ready, state: "indexing" as const, files: { done: 4, total: 12 } },
      "3 errors, 10 warnings, 1 hints",
      "checking 4 of 12 files · reference-design · 380 rules",
      true,
    ],
  ])("%j", (status, text, detail, isBusy) => {
    expect(statusText(status, english)).toEqual({ text, detail, isBusy, severity: "information" });
  });

  it("says what is wrong", () => {
    const broken = { ...ready, state: "error" as const, message: "plimsoll.yaml names no known profile." };
    expect(statusText(broken, english)).toEqual({
      text: "Plimsoll cannot check",
      detail: "plimsoll.yaml names no known profile.",
      severity: "error",
      isBusy: false,
    });
  });

  it("says that nothing runs", () => {
    expect(statusText(undefined, english)).toMatchObject({ text: "Plimsoll is not running", detail: "" });
  });
});
