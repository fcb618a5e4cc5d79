import { createEngine, type Engine, type FileResult, type Finding } from "@plimsoll/core";
import { ruleSet } from "@plimsoll/rules";
import { describe, expect, it } from "vitest";
import { everyRuleOn } from "../corpora/configuration.ts";
import { violations } from "./invariants.ts";
import { shrink } from "./shrink.ts";

const sound = createEngine(everyRuleOn(ruleSet));
const input = { path: "Dockerfile", text: "FROM debian\nRUN apt-get update\n" };
const good = sound.checkFile(input);

/** An engine with a fault planted into each of its results. */
function planted(fault: (result: FileResult) => FileResult): Engine {
  return { ...sound, checkFile: (file) => fault(sound.checkFile(file)) };
}

/** Plants a fault into the first finding. */
function inFinding(fault: (finding: Finding) => Partial<Finding>): Engine {
  return planted((result) => ({
    ...result,
    findings: result.findings.map((finding, index) =>
      index === 0 ? { ...finding, ...fault(finding) } : finding,
    ),
  }));
}

const at = (line: number, column: number, offset: number) => ({ line, column, offset });
let calls = 0;

describe("the promises that fuzzing holds the engine to", () => {
  it("hold for the sound engine, which finds something here", () => {
    expect(good.findings.length).toBeGreaterThan(3);
    expect(violations(sound, input)).toEqual([]);
  });
  it.each<[string, Engine, string]>([
    ["a throw", planted(() => raise()), "checkFile threw"],
    [
      "another answer the second time",
      planted((r) => ({ ...r, resources: (calls += 1) })),
      "two checks of one text differ",
    ],
    ["silence", planted((r) => ({ ...r, checked: false, notChecked: [] })), "neither checked nor named"],
    [
      "a crashed rule",
      planted((r) => ({ ...r, notChecked: [{ code: "rule/crashed", subject: "x/y", reason: "broken" }] })),
      "x/y: broken",
    ],
    [
      "a range behind the end",
      inFinding(() => ({ range: { start: at(1, 1, 0), end: at(9, 1, 999) } })),
      "range 0-999",
    ],
    [
      "an end before its start",
      inFinding(() => ({ range: { start: at(1, 5, 4), end: at(1, 1, 0) } })),
      "range 4-0",
    ],
    [
      "a column that lies",
      inFinding(() => ({ range: { start: at(1, 2, 0), end: at(1, 5, 4) } })),
      "do not lead back",
    ],
    ["a message without its words", inFinding(() => ({ message: "The image undefined is old." })), "message"],
    ["another file", inFinding(() => ({ file: "other" })), "names another file"],
    [
      "a fix without edits",
      inFinding(() => ({ fixes: [{ title: "Fix", safety: "safe", edits: [] }] })),
      "a fix without edits",
    ],
    [
      "an edit outside",
      inFinding(({ file }) => ({
        fixes: [{ title: "Fix", safety: "safe", edits: [{ file, start: 0, end: 999, newText: "" }] }],
      })),
      "is outside or overlaps",
    ],
  ])("are broken by %s", (_name, engine, words) => {
    expect(violations(engine, input).join("\n")).toContain(words);
  });
});

function raise(): never {
  throw new RangeError("planted");
}

describe("shrink", () => {
  it("finds the smallest text that still fails", () => {
    expect(shrink("a\nbad b\nc\n".repeat(20), (text) => text.includes("bad"))).toBe("bad");
  });
});
