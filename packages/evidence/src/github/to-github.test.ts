import { SourceText } from "@plimsoll/syntax";
import { describe, expect, it } from "vitest";
import { HOSTILE, assessmentOf, contextOf, findingOn, hostileAssessment } from "../testing/assessments.ts";
import { toGithub } from "./to-github.ts";

interface Command {
  readonly name: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly message: string;
}

/** Reads a line as the runner of GitHub Actions does: name, properties split at commas, data; then the escapes undone. */
function read(line: string): Command {
  const match = /^::([a-z]+) ([^\n]*?)::(.*)$/u.exec(line);
  if (match === null) throw new RangeError(`not a command: ${line}`);
  const properties = (match[2] ?? "").split(",").map((pair): [string, string] => {
    const equals = pair.indexOf("=");
    return [pair.slice(0, equals), undo(pair.slice(equals + 1))];
  });
  return { name: match[1] ?? "", properties: new Map(properties), message: undo(match[3] ?? "") };
}

function undo(text: string): string {
  return text
    .replaceAll("%0D", "\r")
    .replaceAll("%0A", "\n")
    .replaceAll("%3A", ":")
    .replaceAll("%2C", ",")
    .replaceAll("%25", "%");
}

describe("toGithub", () => {
  it("annotates the exact place", () => {
    const range = new SourceText("USER root").rangeOf({ start: 5, end: 9 });
    const finding = findingOn("USER root", {
      range,
      fixes: [{ title: "Use 1001", safety: "review", edits: [] }],
    });
    expect(toGithub(assessmentOf({ findings: [finding] }), contextOf())).toBe(
      [
        "::error file=Dockerfile,line=1,endLine=1,col=6,endColumn=10,title=dockerfile/example::Something does not hold.%0AFix (review): Use 1001%0Ahttps://plimsoll.example/dockerfile/example",
        "::notice title=Plimsoll::1 error; 0 waived, 0 not checked; 1 of 1 file checked.",
        "",
      ].join("\n"),
    );
  });

  it.each([
    ["error", "error"],
    ["warning", "warning"],
    ["info", "notice"],
  ] as const)("says severity %s as %s", (severity, name) => {
    const [line = ""] = toGithub(
      assessmentOf({ findings: [findingOn("a", { severity })] }),
      contextOf(),
    ).split("\n");
    expect(read(line).name).toBe(name);
  });

  it("gives no columns over several lines", () => {
    const range = new SourceText("a\nb").rangeOf({ start: 0, end: 3 });
    const [line = ""] = toGithub(assessmentOf({ findings: [findingOn("a", { range })] }), contextOf()).split(
      "\n",
    );
    expect([...read(line).properties.keys()]).toEqual(["file", "line", "endLine", "title"]);
  });

  it("says each kind of gap once, a crash as an error", () => {
    const gaps = Array.from({ length: 8 }, (_, index) => ({
      file: `c${index}`,
      reason: "no helm",
      code: "helm/not-rendered",
    }));
    const notChecked = [
      ...gaps,
      { file: "x", range: findingOn("a").range, reason: "boom", code: "rule/crashed" },
    ];
    const lines = toGithub(assessmentOf({ notChecked }), contextOf()).trimEnd().split("\n");
    expect(lines.slice(0, 2)).toEqual([
      "::notice title=Not checked%3A helm/not-rendered (8)::no helm%0AFiles: c0, c1, c2, c3, c4 and 3 more",
      "::error file=x,line=1,title=Not checked%3A rule/crashed (1)::boom%0AFiles: x",
    ]);
  });

  it("says that GitHub shows ten of a kind", () => {
    const findings = Array.from({ length: 11 }, () => findingOn("a"));
    expect(toGithub(assessmentOf({ findings }), contextOf())).toContain(
      "GitHub shows 10 annotations of a kind",
    );
  });

  it.each(HOSTILE)("keeps hostile text inside its command: %j", (text) => {
    const { assessment, context } = hostileAssessment(text);
    const lines = toGithub(assessment, context).trimEnd().split("\n");
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line).toMatch(/^::(error|warning|notice) /u);
    const finding = read(lines[0] ?? "");
    expect([...finding.properties.keys()].slice(0, 3)).toEqual(["file", "line", "endLine"]);
    expect(finding.properties.get("file")?.startsWith("dir/")).toBe(true);
  });

  it("reads back what it wrote", () => {
    const text = "a:b,c%0A%25\r\nd";
    const finding = findingOn("a", { message: text, file: text });
    const [line = ""] = toGithub(
      assessmentOf({ findings: [finding] }),
      contextOf({}, { documentationUrl: () => undefined }),
    ).split("\n");
    expect(read(line).message).toBe(text);
    expect(read(line).properties.get("file")).toBe(text);
  });
});
