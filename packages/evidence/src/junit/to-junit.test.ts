import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import {
  HOSTILE,
  assessmentOf,
  contextOf,
  findingOn,
  generatedAssessment,
  hostileAssessment,
} from "../testing/assessments.ts";
import { toJunit } from "./to-junit.ts";

const LISTS = new Set(["testsuite", "testcase"]);
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  isArray: (name) => LISTS.has(name),
  parseAttributeValue: false,
  trimValues: false,
});

/** XML 1.0, section 2.2: what a document may hold. */
// eslint-disable-next-line no-control-regex -- the production of the standard
const LEGAL = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

function parsed(text: string): unknown {
  expect(XMLValidator.validate(text)).toBe(true);
  expect(text).toMatch(LEGAL);
  return parser.parse(text);
}

describe("toJunit", () => {
  it("makes a suite for each file and a failure for each finding", () => {
    const findings = [
      findingOn("abc"),
      findingOn("abc", { severity: "info", message: "m" }),
      findingOn("a", { file: "b.yaml" }),
    ];
    const text = toJunit(assessmentOf({ findings }), contextOf());
    expect(parsed(text)).toMatchObject({
      testsuites: {
        name: "plimsoll",
        tests: "3",
        failures: "3",
        errors: "0",
        skipped: "0",
        testsuite: [
          {
            name: "Dockerfile",
            tests: "2",
            testcase: [
              {
                name: "dockerfile/example 1:1",
                classname: "Dockerfile",
                line: "1",
                failure: { type: "error" },
              },
              { failure: { message: "m", type: "info" } },
            ],
          },
          { name: "b.yaml", tests: "1" },
        ],
      },
    });
    expect(text).toContain(
      "Requirements: T4-HARDENING\nControls: nist-800-53r5:ac-6\nSee: https://plimsoll.example/dockerfile/example",
    );
  });

  it("skips what is waived and what was not checked, and calls a crash an error", () => {
    const waived = [
      {
        finding: findingOn("a"),
        by: "waiver" as const,
        reference: "W-1",
        justification: "agreed",
        expires: "2027-01-01",
      },
    ];
    const notChecked = [
      { file: "Dockerfile", reason: "not text", code: "file/not-text" },
      { subject: "kubernetes/x", reason: "boom", code: "rule/crashed" },
    ];
    expect(parsed(toJunit(assessmentOf({ waived, notChecked }), contextOf()))).toMatchObject({
      testsuites: {
        tests: "3",
        failures: "0",
        errors: "1",
        skipped: "2",
        testsuite: [
          {
            name: "Dockerfile",
            testcase: [
              { skipped: { message: "Waived by waiver W-1 until 2027-01-01: agreed" } },
              { name: "file/not-text", skipped: { message: "Not checked: not text" } },
            ],
          },
          {
            name: "(workspace)",
            testcase: [{ name: "rule/crashed kubernetes/x", error: { message: "Not checked: boom" } }],
          },
        ],
      },
    });
  });

  it("passes clean files by name where they are known", () => {
    const context = contextOf(
      {},
      { checkedFiles: ["Dockerfile", "clean.yaml"], checkedAt: "2026-11-24T10:00:00.5Z" },
    );
    expect(
      parsed(toJunit(assessmentOf({ findings: [findingOn("a")], checkedFiles: 2 }), context)),
    ).toMatchObject({
      testsuites: {
        tests: "2",
        failures: "1",
        testsuite: [
          { name: "Dockerfile" },
          { name: "clean.yaml", timestamp: "2026-11-24T10:00:00", testcase: [{ name: "no findings" }] },
        ],
      },
    });
  });

  it("passes clean files by number where only that is known", () => {
    expect(
      parsed(toJunit(assessmentOf({ findings: [findingOn("a")], checkedFiles: 9 }), contextOf())),
    ).toMatchObject({
      testsuites: { testsuite: [{ name: "Dockerfile" }, { testcase: [{ name: "8 without findings" }] }] },
    });
  });

  it.each(HOSTILE)("stays well-formed with hostile text: %j", (text) => {
    const { assessment, context } = hostileAssessment(text);
    const report = parsed(toJunit(assessment, context));
    expect(report).toMatchObject({ testsuites: { tests: "4", failures: "1", skipped: "2" } });
  });

  it("stays well-formed on 100 generated assessments", () => {
    for (let seed = 0; seed < 100; seed += 1) {
      const { assessment, context } = generatedAssessment(seed);
      const failures = String(assessment.findings.length);
      expect(parsed(toJunit(assessment, context)), `seed ${seed}`).toMatchObject({
        testsuites: { failures },
      });
    }
  });
});
