import { parseYaml, SourceText } from "@plimsoll/syntax";
import { entryOf } from "../config/plain-value.ts";
import { ConfigurationError, type ConfigurationProblem } from "../config/problem.ts";
import type { Finding, NotChecked, WaivedFinding } from "../finding/finding.ts";

/** The known findings of a workspace: how often each may occur without being reported. */
interface BaselineEntry {
  readonly file: string;
  readonly rule: string;
  readonly fingerprint: string;
  readonly count: number;
}

/** A baseline file: its path from the workspace's root and its text. */
export interface BaselineFile {
  readonly file: string;
  readonly text: string;
}

export interface BaselineOutcome {
  /** Findings that the baseline does not know, in their order. */
  readonly active: readonly Finding[];
  readonly waived: readonly WaivedFinding[];
  /** Says that entries are stale: what they stand for is gone, and they would excuse it if it came back. */
  readonly notes: readonly NotChecked[];
}

const VERSION = 1;
const MAXIMUM_LENGTH = 64 * 1024 * 1024;
const JUSTIFICATION = "known when the baseline was made";

/**
 * The text of a baseline file that knows exactly these findings: JSON, sorted by file, rule and fingerprint, one entry a
 * line, so that it merges and reads well under version control. Equal findings are counted.
 */
export function makeBaseline(findings: readonly Finding[]): string {
  const entries = new Map<string, BaselineEntry>();
  for (const { file, ruleId, fingerprint } of findings) {
    const key = keyOf(file, ruleId, fingerprint);
    entries.set(key, { file, rule: ruleId, fingerprint, count: (entries.get(key)?.count ?? 0) + 1 });
  }
  const lines = [...entries.entries()]
    .sort(([a], [b]) => (a < b ? -1 : Number(a > b)))
    .map(([, entry]) => JSON.stringify(entry));
  const body = lines.length === 0 ? "" : `\n${lines.join(",\n")}\n`;
  return `{"version":${VERSION},"findings":[${body}]}\n`;
}

/**
 * Sets aside the findings that the baseline knows. Where a finding occurs more often than its entry counts, the first ones
 * are known and the rest are reported. With `partial`, where only a part of the workspace was checked, nothing is stale.
 * @throws ConfigurationError `baseline/…` with the place, where the file is not a baseline.
 */
export function applyBaseline(
  findings: readonly Finding[],
  baseline: BaselineFile,
  options: { readonly partial?: boolean } = {},
): BaselineOutcome {
  const left = new Map<string, number>();
  for (const { file, rule, fingerprint, count } of readBaseline(baseline)) {
    const key = keyOf(file, rule, fingerprint);
    left.set(key, (left.get(key) ?? 0) + count);
  }
  const active: Finding[] = [];
  const waived: WaivedFinding[] = [];
  for (const finding of findings) {
    const key = keyOf(finding.file, finding.ruleId, finding.fingerprint);
    const known = left.get(key) ?? 0;
    if (known === 0) active.push(finding);
    else {
      left.set(key, known - 1);
      waived.push({ finding, by: "baseline", reference: baseline.file, justification: JUSTIFICATION });
    }
  }
  return { active, waived, notes: options.partial === true ? [] : staleNotes(baseline.file, left) };
}

function keyOf(file: string, rule: string, fingerprint: string): string {
  return `${file}\u0000${rule}\u0000${fingerprint}`;
}

function staleNotes(file: string, left: ReadonlyMap<string, number>): readonly NotChecked[] {
  const stale = [...left.entries()].filter(([, count]) => count > 0).map(([key]) => key.split("\u0000"));
  const [first] = stale;
  if (first === undefined) return [];
  const example = `${first[1] ?? ""} in ${first[0] ?? ""}`;
  const what =
    stale.length === 1
      ? `1 entry matches no finding: ${example}`
      : `${stale.length} entries match no finding, such as ${example}`;
  return [
    { file, code: "baseline/stale", reason: `${what}. Write the baseline again to drop what is gone.` },
  ];
}

/** Reads fast where the file is in order; where it is not, reads it again with places to say what is wrong. */
function readBaseline({ file, text }: BaselineFile): readonly BaselineEntry[] {
  const content = text.startsWith("\uFEFF") ? text.slice(1) : text;
  if (content.length > MAXIMUM_LENGTH) {
    throw refusal({ file, text }, undefined, {
      code: "baseline/too-large",
      message: `The baseline is longer than ${MAXIMUM_LENGTH} characters.`,
    });
  }
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    throw unreadable({ file, text });
  }
  const version = entryOf(value, "version");
  const list = entryOf(value, "findings");
  if (version !== VERSION)
    throw refusal({ file, text }, undefined, {
      code: "baseline/bad-version",
      message: `The baseline must have "version": ${VERSION}.`,
    });
  if (!Array.isArray(list))
    throw refusal({ file, text }, undefined, {
      code: "baseline/malformed",
      message: 'The baseline must have a list "findings".',
    });
  return list.map((item: unknown, index) => readEntry(item) ?? fail({ file, text }, index));
}

function readEntry(item: unknown): BaselineEntry | undefined {
  const file = entryOf(item, "file");
  const rule = entryOf(item, "rule");
  const fingerprint = entryOf(item, "fingerprint");
  const count = entryOf(item, "count") ?? 1;
  if (typeof file !== "string" || typeof rule !== "string" || typeof fingerprint !== "string")
    return undefined;
  if (typeof count !== "number" || !Number.isSafeInteger(count) || count < 1) return undefined;
  return { file, rule, fingerprint, count };
}

function fail(baseline: BaselineFile, index: number): never {
  throw refusal(baseline, index, {
    code: "baseline/malformed",
    message: `Entry ${index + 1} must have the texts "file", "rule" and "fingerprint", and a whole "count" from 1.`,
  });
}

function unreadable(baseline: BaselineFile): ConfigurationError {
  const [problem, offset] = firstSyntaxProblem(baseline.text);
  const source = new SourceText(baseline.text);
  return failure({
    code: "baseline/unreadable",
    file: baseline.file,
    range: source.rangeOf({ start: offset, end: offset }),
    message: `The baseline is not valid JSON${problem === "" ? "" : `: ${problem}`}.`,
    nextStep: NEXT_STEP,
  });
}

const NEXT_STEP = "Write the baseline again with `plimsoll check --update-baseline`.";

function failure(problem: ConfigurationProblem): ConfigurationError {
  return new ConfigurationError([problem]);
}

function firstSyntaxProblem(text: string): readonly [string, number] {
  for (const { document, offset } of parseYaml(text).documents) {
    const [problem] = document.problems;
    if (problem !== undefined) return [problem.message.replace(/\.$/, ""), offset + problem.start];
  }
  return ["", 0];
}

/** A refusal at the entry of that number, or at the start of the file. */
function refusal(
  { file, text }: BaselineFile,
  entry: number | undefined,
  what: { readonly code: string; readonly message: string },
): ConfigurationError {
  const source = new SourceText(text);
  const span = entry === undefined ? { start: 0, end: 0 } : entrySpan(text, entry);
  return failure({ ...what, file, range: source.rangeOf(span), nextStep: NEXT_STEP });
}

function entrySpan(text: string, entry: number): { readonly start: number; readonly end: number } {
  const [placed] = parseYaml(text).documents;
  const root = placed?.document.root;
  const findings =
    root?.kind === "map"
      ? root.entries.find(({ key }) => key.kind === "scalar" && key.value === "findings")?.value
      : undefined;
  const item = findings?.kind === "sequence" ? findings.items[entry] : undefined;
  const offset = placed?.offset ?? 0;
  return item === undefined ? { start: 0, end: 0 } : { start: item.start + offset, end: item.end + offset };
}
