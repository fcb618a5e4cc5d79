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
import { toGitlab, toGitlabIssues } from "./to-gitlab.ts";

const LINE = { type: "integer", minimum: 1 };
const POSITION = { type: "object", required: ["line", "column"], properties: { line: LINE, column: LINE } };

/** What GitLab's documentation of the report asks for. */
const validate = new Ajv2020({ allErrors: true }).compile({
  type: "array",
  items: {
    type: "object",
    required: ["description", "check_name", "fingerprint", "severity", "location"],
    properties: {
      description: { type: "string", minLength: 1 },
      check_name: { type: "string", minLength: 1 },
      fingerprint: { type: "string", minLength: 1 },
      severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
      location: {
        type: "object",
        required: ["path", "lines"],
        properties: {
          path: { type: "string", minLength: 1 },
          lines: { type: "object", required: ["begin"], properties: { begin: LINE, end: LINE } },
          positions: {
            type: "object",
            required: ["begin", "end"],
            properties: { begin: POSITION, end: POSITION },
          },
        },
      },
    },
  },
});

function checked(text: string): unknown {
  const report: unknown = JSON.parse(text);
  expect(validate(report) ? [] : validate.errors).toEqual([]);
  return report;
}

describe("toGitlab", () => {
  it.each([
    ["error", "critical"],
    ["warning", "major"],
    ["info", "info"],
  ] as const)("maps severity %s to %s", (severity, expected) => {
    const finding = findingOn("abc", { severity });
    expect(checked(toGitlab(assessmentOf({ findings: [finding] }), contextOf()))).toEqual([
      {
        description: "Something does not hold.",
        check_name: "dockerfile/example",
        fingerprint: finding.fingerprint,
        severity: expected,
        location: {
          path: "Dockerfile",
          lines: { begin: 1, end: 1 },
          positions: { begin: { line: 1, column: 1 }, end: { line: 1, column: 4 } },
        },
      },
    ]);
  });

  it("gives every entry its own fingerprint", () => {
    const findings = [findingOn("a"), findingOn("a"), findingOn("a")];
    const prints = toGitlabIssues(assessmentOf({ findings })).map(({ fingerprint }) => fingerprint);
    const [first] = prints;
    expect(prints).toEqual([first, `${first}-2`, `${first}-3`]);
  });

  it("leaves out what is waived", () => {
    const waived = [{ finding: findingOn("a"), by: "baseline" as const, reference: "b", justification: "j" }];
    expect(toGitlab(assessmentOf({ waived }), contextOf())).toBe("[]\n");
  });

  it("names gaps: each in its file, those without a file once for each code", () => {
    const notChecked = [
      { file: "a", subject: "s", reason: "r", code: "x/y" },
      { subject: "T15-SIEM", reason: "only a person", code: "p/q" },
      { subject: "T15-NETFLOW", reason: "only a person", code: "p/q" },
    ];
    expect(toGitlabIssues(assessmentOf({ notChecked }))).toMatchObject([
      { description: "Not checked (s): r", severity: "info", location: { path: "a", lines: { begin: 1 } } },
      { description: "Not checked, 2 in all: only a person", check_name: "p/q", location: { path: "." } },
    ]);
  });

  it.each(HOSTILE)("stays valid with hostile text: %j", (text) => {
    const { assessment, context } = hostileAssessment(text);
    expect(checked(toGitlab(assessment, context))).toHaveLength(2);
  });

  it("stays valid on 100 generated assessments", () => {
    for (let seed = 0; seed < 100; seed += 1) {
      const { assessment, context } = generatedAssessment(seed);
      const gaps = assessment.notChecked.length > 0 ? 1 : 0;
      expect(checked(toGitlab(assessment, context)), `seed ${seed}`).toHaveLength(
        assessment.findings.length + gaps,
      );
    }
  });
});
