import { applyEdits } from "@plimsoll/syntax";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineCounter, parseAllDocuments } from "yaml";
import { planPromotion } from "./plan-promotion.ts";
import type { PromotionPlan } from "./plan.ts";
import { generatedFile, MARK, NAME, OLD } from "./testing/generated-file.ts";

const NEW = `sha256:${"b".repeat(64)}`;

function promote(path: string, text: string): PromotionPlan {
  return planPromotion({ image: { name: NAME, digest: NEW }, environment: "e", files: [{ path, text }] });
}

describe("ten thousand generated files", () => {
  it("differ in the bytes of the digest only, and are left alone the second time", () => {
    fc.assert(
      fc.property(generatedFile, ({ path, text }) => {
        const before = text.replaceAll(MARK, OLD);
        const plan = promote(path, before);
        expect(plan.refusals).toEqual([]);
        const after = plan.files[0]?.after ?? "";
        expect(after).toBe(text.replaceAll(MARK, NEW));
        expect(Buffer.from(after).length).toBe(Buffer.from(before).length);
        expect(promote(path, after).operation).toBe("none");
      }),
      { numRuns: 10_000, seed: 20261124 },
    );
  });

  it("are read by another library too", () => {
    fc.assert(
      fc.property(generatedFile, ({ text }) => {
        const documents = parseAllDocuments(text.replaceAll(MARK, OLD), { lineCounter: new LineCounter() });
        const errors = "length" in documents ? documents.flatMap(({ errors }) => errors) : [];
        expect(errors.map(({ code }) => code)).toEqual([]);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});

/** A file that was damaged at some places. */
const damaged = fc
  .tuple(
    generatedFile,
    fc.array(
      fc.record({
        at: fc.nat(2000),
        remove: fc.nat(4),
        insert: fc.constantFrom(
          "",
          "\n",
          "  ",
          "'",
          '"',
          "{",
          "}",
          "[",
          ":",
          " #",
          "- ",
          "&x ",
          "*x",
          "{{",
          "<<: ",
          "|\n",
          "---\n",
          "\t",
          "@",
          "a",
        ),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  )
  .map(([{ path, text }, damages]) => {
    let broken = text.replaceAll(MARK, OLD);
    for (const { at, remove, insert } of damages) {
      const place = at % (broken.length + 1);
      broken = broken.slice(0, place) + insert + broken.slice(place + remove);
    }
    return { path, text: broken };
  });

describe("damaged files", () => {
  it("are refused, or differ in digests only", () => {
    fc.assert(
      fc.property(damaged, ({ path, text }) => {
        const plan = promote(path, text);
        if (plan.operation !== "update") return;
        for (const file of plan.files) {
          expect(applyEdits(file.before, file.edits)).toBe(file.after);
          for (const { start, end, newText } of file.edits) {
            expect(["", OLD]).toContain(text.slice(start, end));
            expect(newText).toContain(NEW);
          }
        }
        const again = promote(path, plan.files[0]?.after ?? "");
        expect(again.operation).toBe("none");
      }),
      { numRuns: 5000, seed: 20261125 },
    );
  });
});
