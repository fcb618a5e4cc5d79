import { readFileSync, writeFileSync } from "node:fs";
import { corporaPresent } from "@plimsoll/testkit/corpus";
import { describe, expect, it } from "vitest";
import { agreements, type Agreement } from "./agreement.ts";

const file = new URL("agreement.json", import.meta.url);

/** Figures that must never fall. */
type Counts = Pick<Agreement, "found" | "kept" | "exact">;

function counted(): Readonly<Record<string, Counts>> {
  return Object.fromEntries(
    agreements()
      .filter(({ hasRule }) => hasRule)
      .map(({ corpus, theme, found, kept, exact }) => [`${corpus} ${theme}`, { found, kept, exact }]),
  );
}

describe.skipIf(!corporaPresent)(
  "agreement with the labelled corpora (skipped where they are absent)",
  () => {
    it("is nowhere worse than it was; UPDATE_AGREEMENT=1 writes down what is better", () => {
      const now = counted();
      if (process.env["UPDATE_AGREEMENT"] === "1") writeFileSync(file, `${JSON.stringify(now, null, 2)}\n`);
      const before: Readonly<Record<string, Counts>> = JSON.parse(readFileSync(file, "utf8"));
      expect(Object.keys(before).length).toBeGreaterThan(50);
      const worse = Object.entries(before).filter(([key, counts]) => {
        const present = now[key] ?? { found: -1, kept: -1, exact: -1 };
        return present.found < counts.found || present.kept < counts.kept || present.exact < counts.exact;
      });
      expect(worse.map(([key, counts]) => [key, { before: counts, now: now[key] }])).toEqual([]);
    });
  },
);
