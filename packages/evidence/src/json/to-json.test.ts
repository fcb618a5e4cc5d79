import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import {
  HOSTILE,
  assessmentOf,
  contextOf,
  findingOn,
  generatedAssessment,
  hostileAssessment,
} from "../testing/assessments.ts";
import { reportSchema } from "./report-schema.ts";
import { FIX_NOT_PLACED, toJson, toJsonReport } from "./to-json.ts";

const validate = new Ajv2020({ allErrors: true, strict: true, formats: { "date-time": true } }).compile(
  reportSchema,
);

function problemsOf(text: string): unknown {
  return validate(JSON.parse(text)) ? [] : validate.errors;
}

describe("toJson", () => {
  it("places a fix by line and column, and leaves the offset out", () => {
    const text = "FROM a\nUSER 漢🚢root\n";
    const finding = findingOn(text, {
      fixes: [
        { title: "t", safety: "safe", edits: [{ file: "Dockerfile", start: 15, end: 19, newText: "1" }] },
      ],
    });
    const report = toJsonReport(assessmentOf({ findings: [finding] }), contextOf({ Dockerfile: text }));
    expect(report.findings[0]?.range).toEqual({ start: { line: 1, column: 1 }, end: { line: 1, column: 7 } });
    expect(report.findings[0]?.fixes).toEqual([
      {
        title: "t",
        safety: "safe",
        edits: [
          {
            file: "Dockerfile",
            range: { start: { line: 2, column: 9 }, end: { line: 2, column: 13 } },
            newText: "1",
          },
        ],
      },
    ]);
  });

  it.each([
    { name: "the file is gone", files: {} },
    { name: "the file is shorter than it was", files: { Dockerfile: "FR" } },
  ])("says so where a fix cannot be placed: $name", ({ files }) => {
    const finding = findingOn("FROM a", {
      fixes: [{ title: "t", safety: "safe", edits: [{ file: "Dockerfile", start: 0, end: 4, newText: "" }] }],
    });
    const report = toJsonReport(assessmentOf({ findings: [finding] }), contextOf(files));
    expect(report.findings[0]?.fixes).toEqual([]);
    expect(report.notChecked).toEqual([
      {
        file: "Dockerfile",
        subject: "dockerfile/example",
        range: { start: { line: 1, column: 1 }, end: { line: 1, column: 7 } },
        reason: 'The fix "t" is left out: Dockerfile cannot be read as it was judged.',
        code: FIX_NOT_PLACED,
      },
    ]);
    expect(report.summary.notChecked).toBe(1);
  });

  it("writes a record of a list on a line", () => {
    const text = toJson(assessmentOf({ findings: [findingOn("a"), findingOn("b")] }), contextOf());
    expect(text.split("\n").filter((line) => line.startsWith("    {"))).toHaveLength(2);
    expect(text.endsWith("}\n")).toBe(true);
  });

  it("writes the time only where it is given", () => {
    expect(toJson(assessmentOf(), contextOf())).not.toContain("checkedAt");
    expect(toJson(assessmentOf(), contextOf({}, { checkedAt: "2026-11-24T10:00:00Z" }))).toContain(
      "2026-11-24T10:00:00Z",
    );
  });

  it("agrees with its schema on 200 generated assessments", () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const { assessment, context } = generatedAssessment(seed);
      expect(problemsOf(toJson(assessment, context)), `seed ${seed}`).toEqual([]);
    }
  });

  it.each(HOSTILE)("carries hostile text unchanged: %j", (text) => {
    const { assessment, context } = hostileAssessment(text);
    const report: unknown = JSON.parse(toJson(assessment, context));
    expect(report).toMatchObject({ findings: [{ message: text, file: `dir/${text}` }] });
  });

  it.each([
    { name: "an unknown member", change: { extra: 1 } },
    { name: "another version", change: { schemaVersion: "9" } },
    {
      name: "a column from zero",
      change: { findings: [{ range: { start: { line: 1, column: 0 }, end: { line: 1, column: 1 } } }] },
    },
  ])("has a schema that refuses $name", ({ change }) => {
    const report = { ...toJsonReport(assessmentOf(), contextOf()), ...change };
    expect(validate(report)).toBe(false);
  });
});
