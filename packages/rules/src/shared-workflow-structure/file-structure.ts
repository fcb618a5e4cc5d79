import type { WorkflowFile } from "@plimsoll/core";
import {
  asMap,
  asScalar,
  asSequence,
  effectiveEntries,
  getEntry,
  resolveAlias,
  type Span,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
} from "@plimsoll/syntax";
import { Comparison, type StructureProblem } from "./compare.ts";
import {
  actionShape,
  actionStep,
  callingJob,
  runsShape,
  scriptStep,
  stepsJob,
  workflowShape,
} from "./workflow-shape.ts";

/** Where a workflow or action departs from the form that GitHub reads. */
export function structureProblems(file: WorkflowFile): readonly StructureProblem[] {
  const comparison = new Comparison();
  // Broken text leaves gaps that are none of its author's.
  if (file.document.document.problems.some(({ code }) => code !== "yaml/duplicate-key")) return [];
  if (file.kind === "workflow") checkWorkflow(file.workflow.node, comparison);
  else checkAction(file.action.node, comparison);
  return comparison.problems.sort((a, b) => a.at.start - b.at.start);
}

function checkWorkflow(root: YamlMap, comparison: Comparison): void {
  comparison.check(root, workflowShape, root.entries[0]?.key ?? root);
  checkBareSchedule(root, comparison);
  checkJobs(root, comparison);
}

/** A schedule needs its times. */
function checkBareSchedule(root: YamlMap, comparison: Comparison): void {
  const on = getEntry(root, "on")?.value;
  for (const event of asSequence(on)?.items ?? [on]) {
    const scalar = asScalar(event);
    if (scalar?.text === "schedule")
      comparison.report("badValue", scalar, "schedule", "schedule with a list of cron");
  }
}

function checkJobs(root: YamlMap, comparison: Comparison): void {
  const jobs = asMap(getEntry(root, "jobs")?.value);
  for (const entry of jobs === undefined ? [] : effectiveEntries(jobs)) {
    const job = asMap(entry.value);
    if (job === undefined) comparison.report("wrongKind", entry.key, "no map", "a map");
    else checkJob(job, entry.key, comparison);
  }
}

function checkJob(job: YamlMap, at: Span, comparison: Comparison): void {
  if (getEntry(job, "uses") !== undefined) {
    comparison.check(job, callingJob, at);
    return;
  }
  comparison.check(job, stepsJob, at);
  const steps = getEntry(job, "steps");
  if (steps !== undefined) checkSteps(steps.value, comparison);
}

function checkSteps(node: YamlNode, comparison: Comparison): void {
  const seen = new Set<YamlNode>();
  for (const item of asSequence(node)?.items ?? []) {
    const resolved = resolveAlias(item);
    // A step that aliases repeat says everything once.
    if (resolved === undefined || seen.has(resolved)) continue;
    seen.add(resolved);
    checkStep(item, comparison);
  }
}

function checkStep(item: YamlNode, comparison: Comparison): void {
  const step = asMap(item);
  if (step === undefined) {
    const place = item.start === item.end ? { start: Math.max(0, item.start - 1), end: item.end } : item;
    const isEmpty = asScalar(item)?.value === null;
    comparison.report(isEmpty ? "emptyValue" : "wrongKind", place, isEmpty ? "" : "no map", "a step");
    return;
  }
  const at = step.entries[0]?.key ?? step;
  const has = (key: string): boolean => getEntry(step, key) !== undefined;
  if (has("run") && has("uses")) {
    comparison.report("badValue", at, "run and uses", "one of run and uses");
    return;
  }
  if (has("run")) comparison.check(step, scriptStep, at);
  else if (has("uses")) checkActionStep(step, at, comparison);
  else comparison.report("missingKey", at, "run or uses", "run or uses");
}

function checkActionStep(step: YamlMap, at: Span, comparison: Comparison): void {
  comparison.check(step, actionStep, at);
}

function checkAction(root: YamlMap, comparison: Comparison): void {
  const runs = getEntry(root, "runs");
  const map = asMap(runs?.value);
  if (runs === undefined || map === undefined) return;
  const using = asScalar(getEntry(map, "using")?.value);
  const isComposite = using?.text === "composite";
  comparison.check(root, actionShape(isComposite ? "with-value" : "plain"), root.entries[0]?.key ?? root);
  if (using === undefined) comparison.requireKeys(map, ["using"], runs.key);
  else checkRuns(map, { using, at: runs.key }, comparison);
}

function checkRuns(
  map: YamlMap,
  { using, at }: { readonly using: YamlScalar; readonly at: Span },
  comparison: Comparison,
): void {
  const shape = runsShape(using.text);
  if (shape === undefined) comparison.report("badValue", using, using.text, "composite, docker or node24");
  else comparison.check(map, shape, at);
  const steps = getEntry(map, "steps");
  if (using.text === "composite" && steps !== undefined) checkSteps(steps.value, comparison);
}
