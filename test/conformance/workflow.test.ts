import { readFileSync } from "node:fs";
import { corporaPresent } from "@plimsoll/testkit/corpus";
import { describe, expect, it } from "vitest";
import { compareWithLabels } from "./labelled-workflow.ts";

const notes = readFileSync(new URL("disagreements-workflow.md", import.meta.url), "utf8");

/** The keys in the notes: list items that start with a key in backquotes and give a reason. */
function noted(): readonly string[] {
  return notes.split("\n").flatMap((line) => {
    const end = line.indexOf("`: ");
    return line.startsWith("- `") && end > 0 ? [line.slice(3, end)] : [];
  });
}

describe.skipIf(!corporaPresent)("corpus absent: labelled workflows of other tools", () => {
  it("agrees with every label, but for those that the notes give a reason for", () => {
    const { labels, agreed, disagreements } = compareWithLabels();
    expect(labels).toBeGreaterThan(300);
    expect(agreed / labels).toBeGreaterThanOrEqual(0.95);
    const reasons = new Set(noted());
    expect(disagreements.filter(({ key }) => !reasons.has(key))).toEqual([]);
    const real = new Set(disagreements.map(({ key }) => key));
    expect([...reasons].filter((key) => !real.has(key))).toEqual([]);
  });
});
