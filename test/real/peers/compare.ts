import { conclude, createEngine, type EngineOptions, type Finding } from "@plimsoll/core";
import { ruleSet } from "@plimsoll/rules";
import { finalStage, isDockerfileName, parseDockerfile, parseYaml, stageChain } from "@plimsoll/syntax";
import { siblingsOf, type PlainFile } from "../../corpora/check-all.ts";
import type { PeerFinding } from "./peer-finding.ts";

/** Findings of ours, by file. */
export type OurFindings = ReadonlyMap<string, readonly Finding[]>;

/**
 * Checks the files of one workspace as the command line does. What a comment excuses counts as found: a comment for another tool
 * excuses the same for that tool.
 */
export function checkWithOurs(files: readonly PlainFile[], options: EngineOptions): OurFindings {
  const engine = createEngine(options);
  const sibling = siblingsOf(files);
  const results = files.map(({ path, text }) =>
    engine.checkFile({ path, text, sibling: (name) => sibling(path, name) }),
  );
  const { findings, waived } = conclude(engine, results, { today: "2026-11-24" });
  const byFile = new Map<string, Finding[]>();
  for (const finding of [...findings, ...waived.map((one) => one.finding)]) {
    const list = byFile.get(finding.file);
    if (list === undefined) byFile.set(finding.file, [finding]);
    else list.push(finding);
  }
  return byFile;
}

/** A finding that ours lacks at its place, and what is known of the place. */
export interface Unmatched {
  readonly finding: PeerFinding;
  /** Ours has a finding for that check elsewhere in the file. */
  readonly elsewhere: boolean;
  /** Ours says that the file cannot be built as it is. */
  readonly broken: boolean;
  /** It stands in a build stage that the final image does not build on. */
  readonly outsideFinal: boolean;
}

/** Which findings of other tools ours has, and which it has not. */
export interface PeerComparison {
  readonly matched: readonly PeerFinding[];
  /** Of the matched ones: those that only rules answer which the default profile leaves off. */
  readonly optional: readonly PeerFinding[];
  readonly unmatched: readonly Unmatched[];
}

/** Ours has a finding where one of ours stands for that check in the same file, at the same instruction or object. */
export function compareWithPeers(
  peers: readonly PeerFinding[],
  ours: OurFindings,
  files: readonly PlainFile[],
): PeerComparison {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const parts = new Map<string, FileParts>();
  const matched: PeerFinding[] = [];
  const optional: PeerFinding[] = [];
  const unmatched: Unmatched[] = [];
  for (const peer of peers) {
    let known = parts.get(peer.file);
    if (known === undefined) {
      known = partsOf(peer.file, texts.get(peer.file) ?? "");
      parts.set(peer.file, known);
    }
    const inFile = ours.get(peer.file) ?? [];
    const same = standingFor(peer, inFile);
    const answers = atPlace(same, peer, known.spans);
    if (answers.length === 0) unmatched.push(describePlace(peer, { inFile, same, known }));
    else matched.push(peer);
    if (answers.length > 0 && answers.every(({ ruleId }) => isOffByDefault(ruleId))) optional.push(peer);
  }
  return { matched, optional, unmatched };
}

/** Findings of ours that stand for the check. */
function standingFor({ tool, id }: PeerFinding, ours: readonly Finding[]): readonly Finding[] {
  // hadolint runs ShellCheck and gives its ids out as its own.
  const alias = tool === "hadolint" && id.startsWith("SC") ? `shellcheck:${id}` : `${tool}:${id}`;
  return ours.filter(({ aliases }) => aliases.includes(alias));
}

/** Those at the same part of the file, where the tool names a place. */
function atPlace(
  same: readonly Finding[],
  { lines }: PeerFinding,
  spans: readonly LineSpan[],
): readonly Finding[] {
  if (lines === undefined) return same;
  const [first, last] = widen(lines, spans);
  return same.filter(({ range }) => range.start.line <= last && range.end.line >= first);
}

function describePlace(
  finding: PeerFinding,
  about: {
    readonly inFile: readonly Finding[];
    readonly same: readonly Finding[];
    readonly known: FileParts;
  },
): Unmatched {
  const line = finding.lines?.[0];
  const { finalLines } = about.known;
  return {
    finding,
    elsewhere: about.same.length > 0,
    broken: about.inFile.some(({ ruleId }) => ruleId === "syntax/dockerfile-parses"),
    outsideFinal:
      line !== undefined &&
      finalLines !== undefined &&
      !finalLines.some(([first, last]) => first <= line && line <= last),
  };
}

function isOffByDefault(ruleId: string): boolean {
  return ruleSet.profiles["reference-design"]?.rules[ruleId]?.severity === "off";
}

type LineSpan = readonly [number, number];

/** The lines of all parts that a range of lines touches. */
function widen([first, last]: LineSpan, spans: readonly LineSpan[]): LineSpan {
  const touched = spans.filter((span) => span[0] <= last && span[1] >= first);
  return [
    Math.min(first, ...touched.map((span) => span[0])),
    Math.max(last, ...touched.map((span) => span[1])),
  ];
}

interface FileParts {
  /** The lines of the instructions of a Dockerfile, or of the documents of a YAML file. */
  readonly spans: readonly LineSpan[];
  /** The lines of the stages that the final image consists of; undefined where there is none. */
  readonly finalLines: readonly LineSpan[] | undefined;
}

function partsOf(path: string, text: string): FileParts {
  const lineAt = lineCounter(text);
  if (!isDockerfileName(path)) {
    const spans = parseYaml(text).documents.map(({ document, offset }): LineSpan => [
      lineAt(offset),
      lineAt(offset + Math.max(0, document.text.length - 1)),
    ]);
    return { spans, finalLines: undefined };
  }
  const file = parseDockerfile(text);
  const last = finalStage(file);
  const final = new Set(last === undefined ? [] : stageChain(last).map(({ index }) => index));
  const linesOf = ({ extent }: (typeof file.instructions)[number]): LineSpan => [
    lineAt(extent.start),
    lineAt(extent.end),
  ];
  return {
    spans: file.instructions.map(linesOf),
    finalLines:
      last === undefined ? undefined : file.instructions.filter(({ stage }) => final.has(stage)).map(linesOf),
  };
}

/** Gives the line of an offset, from 1. */
function lineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}

/** The findings of a file of ours for which none of the other tools has one of an equivalent check at the same place. */
export function withoutPeers(
  ours: readonly Finding[],
  peers: readonly PeerFinding[],
  { path, text }: PlainFile,
): readonly Finding[] {
  const { spans } = partsOf(path, text);
  return ours.filter((finding) =>
    peers.every((peer) => atPlace(standingFor(peer, [finding]), peer, spans).length === 0),
  );
}
