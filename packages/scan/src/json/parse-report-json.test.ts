import { thrownCode } from "@plimsoll/testkit";
import { describe, expect, it } from "vitest";
import { readReports } from "../read/read-reports.ts";
import { parseReportJson } from "./parse-report-json.ts";

const SOURCE = { file: "r.json" };

describe("parseReportJson", () => {
  it.each([
    ["", "scan/report-empty", "r.json: The text is empty."],
    [" \n ", "scan/report-empty", "r.json: The text is empty."],
    ['{\n  "a": 1,,\n}', "scan/report-not-json", "r.json, line 2, column 10: Not JSON: "],
    ['{"a": "b', "scan/report-not-json", "r.json, line 1, column "],
    ["{'a': 1}", "scan/report-not-json", "r.json, line 1, column 2: Not JSON: "],
    ["scanner failed", "scan/report-not-json", "r.json, line 1, column 1: Not JSON: "],
    [
      "[".repeat(201),
      "scan/report-too-deep",
      "r.json, line 1, column 201: Values nest deeper than 200 levels.",
    ],
    [
      `\n\n{"a":${"[".repeat(500_000)}`,
      "scan/report-too-deep",
      "r.json, line 3, column 205: Values nest deeper than 200 levels.",
    ],
  ])("refuses %#: %s", async (text, code, message) => {
    const error = await thrownCode(() => parseReportJson(text, SOURCE));
    expect([error.code, error.message.slice(0, message.length)]).toEqual([code, message]);
  });

  it("refuses what is too long before it looks at it", async () => {
    const error = await thrownCode(() => parseReportJson("[1, 2, 3]", { ...SOURCE, maximumLength: 8 }));
    expect(error.code).toBe("scan/report-too-large");
  });

  it("finds the place in a long file by the engine's word", async () => {
    const text = `[${"1,\n".repeat(4_000_000)}x]`;
    const error = await thrownCode(() => parseReportJson(text, SOURCE));
    expect(error.code).toBe("scan/report-not-json");
    expect(error.message.length).toBeLessThan(200);
  });

  it.each([
    ['{"a":"[[[[\\"[[[\\\\"}', { a: '[[[["[[[\\' }],
    ["\uFEFF{}", {}],
    [`{"__proto__":{"x":1}}`, JSON.parse('{"__proto__":{"x":1}}')],
  ])("reads %s", (text, value) => {
    expect(parseReportJson(text, { ...SOURCE, maximumDepth: 2 })).toEqual(value);
  });
});

describe("readReports", () => {
  const source = { file: "r.json", digest: "sha256:0" };

  it.each([
    ["{}", "it is empty"],
    ["[]", "it is a list"],
    ["3", "a single value"],
    ['{"spdxVersion":"SPDX-2.3"}', "SPDX"],
    ['{"@context":"https://openvex.dev/ns/v0.2.0","statements":[]}', "OpenVEX"],
    ['{"constructor":1,"\\u001b[31m":2}', '"constructor", "\\u001b[31m"'],
  ])("says what %s is", async (text, hint) => {
    const error = await thrownCode(() => readReports(text, source));
    expect(error.code).toBe("scan/report-unknown");
    expect(error.message).toContain(hint);
  });

  it.each([
    '{"SchemaVersion":2,"ArtifactName":"x","Results":{}}',
    '{"SchemaVersion":2,"ArtifactName":"x","Results":[7]}',
    '{"SchemaVersion":2,"ArtifactName":"x","Results":[{"Vulnerabilities":[null,7,{}]}]}',
    '{"matches":[null],"descriptor":{}}',
    '{"matches":7,"descriptor":{}}',
    '{"bomFormat":"CycloneDX","vulnerabilities":[7,{}]}',
    '{"version":"2.1.0","runs":[{"results":[7]}]}',
  ])("tells of every entry that it cannot read: %s", (text) => {
    const [report] = readReports(text, source);
    expect(report?.findings).toEqual([]);
    expect(report?.problems.length).toBeGreaterThan(0);
  });

  it("does not flood with problems", () => {
    const text = `{"matches":[${"{},".repeat(100_000)}{}],"descriptor":{}}`;
    const problems = readReports(text, source)[0]?.problems ?? [];
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)?.message).toBe("99901 more entries could not be read.");
  });

  it.each([
    ['{"kind":"plimsoll-scan","schemaVersion":"2.0","reports":[]}', 'has the form "2.0"'],
    [
      '{"kind":"plimsoll-scan","schemaVersion":"1.0","reports":[{"id":1}]}',
      "is not in order at reports[0].id",
    ],
    ['{"kind":"plimsoll-scan","schemaVersion":"1.0"}', "is not in order at reports"],
  ])("refuses a merged report that is not in order: %s", async (text, words) => {
    const error = await thrownCode(() => readReports(text, source));
    expect([error.code, error.message.includes(words)]).toEqual(["scan/merged-unreadable", true]);
  });
});
