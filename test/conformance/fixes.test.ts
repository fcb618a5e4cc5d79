import {
  applyFixes,
  chooseFix,
  conclude,
  createEngine,
  type Engine,
  type FileEdit,
  type FileResult,
  type Finding,
} from "@plimsoll/core";
import { ruleSet } from "@plimsoll/rules";
import { isDockerfileName, parseDockerfile, parseYaml } from "@plimsoll/syntax";
import { corporaPresent } from "@plimsoll/testkit/corpus";
import { describe, expect, it } from "vitest";
import { configurationFor, everyRuleOn } from "../corpora/configuration.ts";
import { labelledFiles, type CorpusFile } from "../corpora/files.ts";

/** Fixes at one place come one after the other; more rounds than this mean that two rules undo each other. */
const MAXIMUM_ROUNDS = 30;

/** Files in which each rule's fix is made alone. Together with all files for all fixes, this stays within the time of a suite. */
const FILES_A_RULE = 6;

/** All fixes are made together in every so many files, by the default profile: that is what a person runs. */
const EVERY = 5;

/** Rules whose fix says what it can and leaves the rest to a person: the finding is about several things at once. */
const PARTLY: ReadonlySet<string> = new Set(["kubernetes/labels-recommended"]);

interface Judged {
  readonly result: FileResult;
  readonly findings: readonly Finding[];
}

function judge(engine: Engine, file: CorpusFile, text: string): Judged {
  const result = engine.checkFile({ ...file, text });
  return { result, findings: conclude(engine, [result], { today: "2026-11-24" }).findings };
}

/** Lines that are comments, which a fix keeps. */
function commentsOf(text: string): readonly string[] {
  return text
    .split(/\r?\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line.startsWith("#"));
}

function brokenIn({ result }: Judged): number {
  return result.findings.filter(({ ruleId }) => ruleId.startsWith("syntax/")).length;
}

/** How the file is read worse than before, or what it lost. */
function* losses(before: Judged, old: string, after: Judged, text: string): Iterable<string> {
  if (brokenIn(after) > brokenIn(before)) yield "the file does not parse any more";
  const known = new Set(before.result.notChecked.map(({ code }) => code));
  // A fix may add an object of a custom kind, whose structure is not known here.
  known.add("schema/unknown-kind");
  const unread = after.result.notChecked.filter(({ code }) => !known.has(code));
  if (unread.length > 0) yield `not checked any more: ${unread.map(({ code }) => code).join(", ")}`;
  if (!isWithin(commentsOf(old), commentsOf(text))) yield "a comment is lost";
}

/** The parts of a file that no edit touches, as a machine reads them: documents, or instructions. */
function untouched(path: string, text: string, edits: readonly FileEdit[]): readonly string[] {
  const isTouched = (from: number, to: number): boolean =>
    edits.some(({ start, end }) => start <= to && from <= end);
  if (isDockerfileName(path)) {
    return parseDockerfile(text)
      .instructions.filter(({ extent }) => !isTouched(extent.start, extent.end))
      .map(({ keyword, body }) => `${keyword} ${body.text}`);
  }
  return parseYaml(text)
    .documents.filter(({ offset, document }) => !isTouched(offset, offset + document.text.length))
    .map(({ document }) => document.text.trim());
}

/** True where the first list is part of the second, in order. */
function isWithin(parts: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  for (const one of all) if (one === parts[at]) at += 1;
  return at === parts.length;
}

/** What is wrong with the one fix of a finding. */
function* wrongsOfOne(engine: Engine, file: CorpusFile, before: Judged, finding: Finding): Iterable<string> {
  const edits = chooseFix(finding, "review")?.edits ?? [];
  const text = applyFixes([finding], new Map([[file.path, file.text]]), { safety: "review" }).texts.get(
    file.path,
  );
  if (text === undefined) {
    yield "changes nothing";
    return;
  }
  const after = judge(engine, file, text);
  if (isLeft(finding, before, after)) yield "the finding is still there";
  yield* losses(before, file.text, after, text);
  if (!isWithin(untouched(file.path, file.text, edits), untouched(file.path, text, [])))
    yield "changes a part of the file that it does not edit";
}

/** What is wrong after all fixes of a file were made. */
function wrongsOfAll(engine: Engine, file: CorpusFile, before: Judged): readonly string[] {
  let text = file.text;
  let now = before;
  const made = new Set<Finding>();
  for (let round = 0; round < MAXIMUM_ROUNDS; round += 1) {
    const applied = applyFixes(now.findings, new Map([[file.path, text]]), { safety: "review" });
    const next = applied.texts.get(file.path);
    if (next === undefined) {
      const left = before.findings.filter((finding) => made.has(finding) && isLeft(finding, before, now));
      return [
        ...left.map(({ ruleId }) => `${ruleId} is still there`),
        ...losses(before, file.text, now, text),
      ];
    }
    for (const { outcome, finding } of applied.outcomes) if (outcome === "made") made.add(finding);
    text = next;
    now = judge(engine, file, text);
  }
  return ["does not come to rest"];
}

/**
 * Whether a finding is still there after its fix. Where a rule finds the same several times, the others move up, so the number of
 * its findings counts too.
 */
function isLeft({ fingerprint, ruleId }: Finding, before: Judged, after: Judged): boolean {
  if (PARTLY.has(ruleId) || after.findings.every((one) => one.fingerprint !== fingerprint)) return false;
  return countOf(ruleId, after) >= countOf(ruleId, before);
}

function countOf(ruleId: string, { findings }: Judged): number {
  return findings.filter((one) => one.ruleId === ruleId).length;
}

describe.skipIf(!corporaPresent)("corpus absent: fixes of what labelled files have", () => {
  const engine = createEngine(everyRuleOn(ruleSet));
  const files = corporaPresent ? labelledFiles() : [];
  const judged = files.map((file) => ({ file, before: judge(engine, file, file.text) }));

  it("leave alone: a file that parses, without the finding, and unchanged elsewhere", () => {
    const tried = new Map<string, number>();
    const wrongs: string[] = [];
    for (const { file, before } of judged) {
      const rules = new Set<string>();
      for (const finding of before.findings) {
        const { ruleId } = finding;
        if (finding.fixes.length === 0 || rules.has(ruleId) || (tried.get(ruleId) ?? 0) >= FILES_A_RULE)
          continue;
        rules.add(ruleId);
        tried.set(ruleId, (tried.get(ruleId) ?? 0) + 1);
        for (const wrong of wrongsOfOne(engine, file, before, finding))
          wrongs.push(`${ruleId} in ${file.path}:${finding.range.start.line}: ${wrong}`);
      }
    }
    expect(wrongs).toEqual([]);
    expect(tried.size).toBeGreaterThan(100);
  }, 120_000);

  it("leave together: a file that parses, is clean of them, and changes no more", () => {
    const ordinary = createEngine({
      ...everyRuleOn(ruleSet),
      ruleSet,
      configuration: configurationFor("reference-design"),
    });
    const wrongs: string[] = [];
    let changed = 0;
    for (const file of files.filter((_, index) => index % EVERY === 0)) {
      const before = judge(ordinary, file, file.text);
      if (before.findings.every(({ fixes }) => fixes.length === 0)) continue;
      changed += 1;
      for (const wrong of wrongsOfAll(ordinary, file, before)) wrongs.push(`${file.path}: ${wrong}`);
    }
    expect(wrongs).toEqual([]);
    expect(changed).toBeGreaterThan(250);
  }, 120_000);
});
