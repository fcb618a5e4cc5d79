import { conclude, createEngine, type Finding } from "@plimsoll/core";
import { ruleSet } from "@plimsoll/rules";
import { siblingsOf, type PlainFile } from "../../corpora/check-all.ts";
import { configurationFor } from "../../corpora/configuration.ts";
import { workflowReasons, type WorkflowReason } from "./workflow-reasons.ts";
import type { WorkflowPeerFinding } from "./run-tools.ts";

export interface WorkflowPeerComparison {
  readonly matched: readonly WorkflowPeerFinding[];
  readonly explained: readonly WorkflowPeerFinding[];
  readonly unexplained: readonly WorkflowPeerFinding[];
  readonly usedReasons: ReadonlySet<WorkflowReason>;
}

/** What ours finds in workflows of one repository, by file. */
export function findOurs(files: readonly PlainFile[]): ReadonlyMap<string, readonly Finding[]> {
  const engine = createEngine({ ruleSet, configuration: configurationFor("reference-design") });
  const sibling = siblingsOf(files);
  const results = files.map(({ path, text }) =>
    engine.checkFile({ path, text, sibling: (name) => sibling(path, name) }),
  );
  const { findings } = conclude(engine, results, { today: "2026-11-24" });
  return Map.groupBy(findings, ({ file }) => file);
}

/** Ours has a finding where one that stands for the same check touches its lines. */
export function compareWorkflows(
  peers: readonly WorkflowPeerFinding[],
  ours: ReadonlyMap<string, readonly Finding[]>,
): WorkflowPeerComparison {
  const matched: WorkflowPeerFinding[] = [];
  const explained: WorkflowPeerFinding[] = [];
  const unexplained: WorkflowPeerFinding[] = [];
  const usedReasons = new Set<WorkflowReason>();
  for (const peer of peers) {
    const inFile = ours.get(peer.file) ?? [];
    const reason = workflowReasons.find((one) => isAbout(one, peer, inFile));
    if (isMatched(peer, inFile)) matched.push(peer);
    else if (reason === undefined) unexplained.push(peer);
    else {
      explained.push(peer);
      usedReasons.add(reason);
    }
  }
  return { matched, explained, unexplained, usedReasons };
}

function isMatched(
  { tool, id, lines: [first, last] }: WorkflowPeerFinding,
  ours: readonly Finding[],
): boolean {
  return ours.some(
    ({ ruleId, aliases, range }) =>
      // A text that is no YAML is a matter of form to actionlint.
      (aliases.includes(`${tool}:${id}`) || (id === "syntax-check" && ruleId === "syntax/yaml-parses")) &&
      range.start.line <= last &&
      range.end.line >= first,
  );
}

function isAbout(
  reason: WorkflowReason,
  { tool, id, file, message }: WorkflowPeerFinding,
  ours: readonly Finding[],
): boolean {
  return (
    (reason.where === undefined || ours.some(({ aliases }) => aliases.includes(`${tool}:${id}`))) &&
    reason.tool === tool &&
    reason.id === id &&
    (reason.says === undefined || message.includes(reason.says)) &&
    (reason.files === undefined || reason.files.some((end) => file.endsWith(end)))
  );
}
