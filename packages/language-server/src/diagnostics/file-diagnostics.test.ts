import type { Finding, Severity } from "@plimsoll/core";
import { describe, expect, it } from "vitest";
import { fileDiagnostics, problemDiagnostic, type ShownPolicy } from "./file-diagnostics.ts";

const policy: ShownPolicy = {
  uriOf: (path) => `file:///w/${path}`,
  addressOf: (id) => `https://example.mil/${id}`,
  showWaived: false,
  maximum: 2,
};

function finding(ruleId: string, severity: Severity, offset: number): Finding {
  const start = { line: offset + 1, column: 1, offset };
  return {
    ruleId,
    problem: "p",
    severity,
    confidence: "high",
    message: `message of ${ruleId}`,
    file: "a.yaml",
    range: { start, end: { ...start, column: 3, offset: offset + 2 } },
    requirements: [],
    controls: [],
    aliases: [],
    fixes: [],
    related: [{ file: "b.yaml", range: { start, end: start }, message: "there" }],
    fingerprint: "f".repeat(32),
  };
}

const nothing = { findings: [], waived: [], notChecked: [] };

describe("fileDiagnostics", () => {
  it("writes a finding as the protocol does", () => {
    expect(fileDiagnostics({ ...nothing, findings: [finding("waiver/used", "warning", 4)] }, policy)).toEqual(
      [
        {
          range: { start: { line: 4, character: 0 }, end: { line: 4, character: 2 } },
          severity: 2,
          source: "plimsoll",
          code: "waiver/used",
          codeDescription: { href: "https://example.mil/waiver/used" },
          message: "message of waiver/used",
          tags: [1],
          data: { fingerprint: "f".repeat(32), fixable: false },
          relatedInformation: [
            {
              location: {
                uri: "file:///w/b.yaml",
                range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } },
              },
              message: "there",
            },
          ],
        },
      ],
    );
  });

  it("keeps the heaviest in the order of the text, and counts the rest", () => {
    const findings = [
      finding("info", "info", 1),
      finding("late", "error", 9),
      finding("warning", "warning", 2),
      finding("early", "error", 3),
    ];
    const shown = fileDiagnostics({ ...nothing, findings }, policy);
    expect(shown.map(({ code }) => code)).toEqual(["early", "late", "file/more-problems"]);
    expect(shown.at(-1)?.message).toContain("2 more problems are not shown");
  });

  it("shows excused findings as hints only where that is wished", () => {
    const waived = [
      {
        finding: finding("a", "error", 0),
        by: "waiver",
        reference: "one",
        justification: "known",
        expires: "2030-01-01",
      },
    ] as const;
    expect(fileDiagnostics({ ...nothing, waived }, policy)).toEqual([]);
    expect(fileDiagnostics({ ...nothing, waived }, { ...policy, showWaived: true })).toMatchObject([
      { severity: 4, message: "Waived until 2030-01-01: message of a (known)" },
    ]);
  });

  it.each([
    ["file/too-large", 1],
    ["rule/crashed", 1],
    ["yaml/not-kubernetes", 0],
    ["helm/not-rendered", 0],
  ])("tells of %s %d times", (code, times) => {
    const notChecked = [{ file: "a.yaml", code, reason: "Because." }];
    const shown = fileDiagnostics({ ...nothing, notChecked }, policy);
    expect(shown).toHaveLength(times);
    if (times === 1) expect(shown[0]).toMatchObject({ severity: 3, message: "Not checked: Because." });
  });
});

describe("problemDiagnostic", () => {
  it("stands on the first line where the problem has no place", () => {
    const problem = {
      code: "config/missing-file",
      file: "plimsoll.yaml",
      message: "It is gone.",
      nextStep: "Look.",
    };
    expect(problemDiagnostic(problem)).toMatchObject({
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      severity: 1,
      message: "It is gone. Look.",
    });
  });
});
