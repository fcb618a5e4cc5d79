import {
  applyFixes,
  type Engine,
  type FileInput,
  type FileResult,
  type Finding,
  type NotChecked,
} from "@plimsoll/core";
import { SourceText, type Range } from "@plimsoll/syntax";

/** No text of this size may take longer, in milliseconds of this thread's CPU time: a hang is a failure. */
const SLOWEST_CHECK = 3000;

/** A value that was missing when the message was worded. */
const UNWORDED = /(?:^|[\s"(])(?:undefined|NaN|\[object Object\])(?:$|[\s").,:])/u;

/** What is wrong with the engine's answer on a text; empty where all holds. */
export function violations(engine: Engine, input: FileInput): readonly string[] {
  let result: FileResult;
  const before = process.threadCpuUsage();
  try {
    result = engine.checkFile(input);
  } catch (error) {
    return [`checkFile threw ${textOf(error)}`];
  }
  const { user, system } = process.threadCpuUsage(before);
  const slow = (user + system) / 1000 > SLOWEST_CHECK ? [`the check took ${(user + system) / 1000} ms`] : [];
  const again = engine.checkFile(input);
  const different = JSON.stringify(again) === JSON.stringify(result) ? [] : ["two checks of one text differ"];
  return [
    ...slow,
    ...different,
    ...violationsIn(result, input),
    ...violationsOfFixing(engine, result, input),
  ];
}

/** What is wrong with a result by itself. */
export function violationsIn(result: FileResult, input: FileInput): readonly string[] {
  const named =
    result.checked || result.notChecked.length > 0 ? [] : ["neither checked nor named as not checked"];
  const source = new SourceText(input.text);
  const all = [...result.findings, ...result.suppressed.map(({ finding }) => finding)];
  return [
    ...named,
    ...result.notChecked.flatMap((entry) => violationsOfNotChecked(entry, source)),
    ...all.flatMap((finding) => violationsOfFinding(finding, input, source)),
    ...result.records.flatMap(({ range, name }) => rangeViolations(range, source, `record ${name}`)),
  ];
}

function violationsOfNotChecked(entry: NotChecked, source: SourceText): readonly string[] {
  if (entry.code === "rule/crashed") return [`${entry.subject ?? ""}: ${entry.reason}`];
  return entry.range === undefined ? [] : rangeViolations(entry.range, source, entry.code);
}

function violationsOfFinding(finding: Finding, input: FileInput, source: SourceText): readonly string[] {
  const { ruleId, fixes, related, message, range } = finding;
  const own = finding.file === input.path ? [] : [`${ruleId}: names another file`];
  const worded = message.trim() === "" || UNWORDED.test(message) ? [`${ruleId}: message "${message}"`] : [];
  return [
    ...own,
    ...worded,
    ...rangeViolations(range, source, ruleId),
    ...related.flatMap((place) => rangeViolations(place.range, source, `${ruleId} related`)),
    ...fixes.flatMap(({ edits, title }) => editViolations(edits, input, `${ruleId} "${title}"`)),
  ];
}

function rangeViolations({ start, end }: Range, source: SourceText, of: string): readonly string[] {
  if (start.offset < 0 || end.offset > source.text.length || start.offset > end.offset) {
    return [`${of}: range ${start.offset}-${end.offset} in a text of ${source.text.length}`];
  }
  const exact = [start, end].every(({ line, column, offset }) => source.offsetAt(line, column) === offset);
  return exact ? [] : [`${of}: line and column of ${start.offset}-${end.offset} do not lead back to them`];
}

function editViolations(
  edits: Finding["fixes"][number]["edits"],
  input: FileInput,
  of: string,
): readonly string[] {
  if (edits.length === 0) return [`${of}: a fix without edits`];
  const sorted = [...edits].sort((a, b) => a.start - b.start);
  return sorted.flatMap(({ file, start, end }, index) => {
    const before = sorted[index - 1];
    const inside = file === input.path && start >= 0 && start <= end && end <= input.text.length;
    const apart = before === undefined || before.end <= start;
    return inside && apart ? [] : [`${of}: edit ${file} ${start}-${end} is outside or overlaps`];
  });
}

/** Making the fixes must work, change what it says it changes, and leave a text that can be checked. */
function violationsOfFixing(engine: Engine, result: FileResult, input: FileInput): readonly string[] {
  if (result.findings.every(({ fixes }) => fixes.length === 0)) return [];
  try {
    const sources = new Map([[input.path, input.text]]);
    const { texts, outcomes } = applyFixes(result.findings, sources, { safety: "review" });
    const unknown = outcomes.filter(({ outcome }) => outcome === "unknown-file");
    const text = texts.get(input.path);
    if (text !== undefined) engine.checkFile({ ...input, text });
    return unknown.map(({ finding }) => `${finding.ruleId}: fixes a file that is not this one`);
  } catch (error) {
    return [`fixing threw ${textOf(error)}`];
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ""}` : String(error);
}
