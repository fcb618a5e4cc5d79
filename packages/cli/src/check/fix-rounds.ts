import { join } from "node:path";
import {
  applyFixes,
  type FileResult,
  type FixOutcome,
  type FixSafety,
  MAXIMUM_FIX_ROUNDS,
} from "@plimsoll/core";
import { siblingReader } from "@plimsoll/workspace";
import type { Assessed } from "./assess.ts";

/** Which fixes to make. */
export interface FixRequest {
  readonly root: string;
  readonly safety: FixSafety;
  /** Only fixes of these rules; all where it is undefined. */
  readonly rules: ReadonlySet<string> | undefined;
}

/** What fixing comes to, before anything is written. */
export interface FixedFiles {
  /** Old and new text of each file that changes. */
  readonly changes: readonly { readonly file: string; readonly before: string; readonly after: string }[];
  /** Fixes that were made, in order. */
  readonly made: readonly FixOutcome[];
  /** Findings that stay. */
  readonly remaining: number;
  /** True where the rounds ran out before the texts were stable. */
  readonly isUnstable: boolean;
}

/** Makes fixes in memory until nothing changes any more: checks the new texts after each round. */
export function fixInRounds(assessed: Assessed, request: FixRequest): FixedFiles {
  const originals = new Map<string, string>();
  const texts = new Map<string, string>();
  const results = new Map(assessed.results.map((result) => [result.path, result]));
  const made: FixOutcome[] = [];
  const options = {
    safety: request.safety,
    ...(request.rules === undefined ? {} : { rules: request.rules }),
  };
  let { assessment } = assessed;
  let isUnstable = true;
  for (let round = 0; round < MAXIMUM_FIX_ROUNDS && isUnstable; round += 1) {
    readSources(assessment.findings, assessed, { originals, texts });
    const applied = applyFixes(assessment.findings, texts, options);
    isUnstable = applied.texts.size > 0;
    made.push(...applied.outcomes.filter(({ outcome }) => outcome === "made"));
    for (const [file, text] of applied.texts) {
      texts.set(file, text);
      results.set(file, checkAgain(assessed, request.root, { path: file, text }));
    }
    if (isUnstable) assessment = assessed.conclude([...results.values()]);
  }
  const changes = [...texts].flatMap(([file, after]) => {
    const before = originals.get(file);
    return before === undefined || before === after ? [] : [{ file, before, after }];
  });
  return { changes, made, remaining: assessment.findings.length, isUnstable };
}

interface Texts {
  readonly originals: Map<string, string>;
  readonly texts: Map<string, string>;
}

/** Reads the files that fixes speak about, each once. */
function readSources(
  findings: Assessed["assessment"]["findings"],
  assessed: Assessed,
  { originals, texts }: Texts,
): void {
  const files = new Set(
    findings.flatMap(({ fixes }) => fixes.flatMap(({ edits }) => edits.map(({ file }) => file))),
  );
  for (const file of files) {
    if (texts.has(file)) continue;
    const text = assessed.sources(file);
    if (text === undefined) continue;
    originals.set(file, text);
    texts.set(file, text);
  }
}

function checkAgain(
  assessed: Assessed,
  root: string,
  { path, text }: { readonly path: string; readonly text: string },
): FileResult {
  const kind = assessed.results.find((result) => result.path === path)?.kind;
  const input = { path, text, sibling: siblingReader(root, join(root, path)) };
  return assessed.engine.checkFile(kind === undefined ? input : { ...input, kind });
}
