import {
  asMap,
  asScalar,
  asSequence,
  getEntry,
  type Span,
  type Workflow,
  type WorkflowTrigger,
  type YamlMap,
  type YamlScalar,
} from "@plimsoll/syntax";
import { nearest } from "@plimsoll/core";
import { cronProblem, isTimeZone } from "./cron.ts";
import { eventFacts, eventNames, type EventFacts } from "./event-table.ts";
import { pathPatternProblem, refPatternProblem } from "./filter-pattern.ts";
import { inputProblems } from "./input-problems.ts";

export interface EventProblem {
  readonly code:
    | "unknownEvent"
    | "unknownType"
    | "noTypes"
    | "noFilter"
    | "bothFilters"
    | "badPattern"
    | "badCron"
    | "tooOften"
    | "badTimeZone"
    | "badDefault"
    | "unusedDefault"
    | "noOptions"
    | "tooManyInputs";
  readonly at: Span;
  readonly name: string;
  readonly detail: string;
}

/** What GitHub does not start a workflow by, or never will. */
export function eventProblems(workflow: Workflow): readonly EventProblem[] {
  return workflow.triggers.flatMap(triggerProblems);
}

function triggerProblems(trigger: WorkflowTrigger): readonly EventProblem[] {
  const { event, at, node } = trigger;
  const facts = eventFacts(event);
  if (facts === undefined)
    return [{ code: "unknownEvent", at, name: event, detail: nearest(event, eventNames()) ?? "" }];
  const map = asMap(node);
  if (event === "schedule") return scheduleProblems(trigger);
  if (map === undefined) return [];
  return [
    ...typeProblems(map, event, facts),
    ...filterProblems(map, event, facts),
    ...inputProblems(trigger, map),
  ];
}

function typeProblems(map: YamlMap, event: string, { types }: EventFacts): readonly EventProblem[] {
  const entry = getEntry(map, "types");
  if (entry === undefined || types === "any") return [];
  if (types === undefined) return [{ code: "noTypes", at: entry.key, name: event, detail: "" }];
  return scalarsOf(entry.value)
    .filter(({ text }) => text !== "" && !types.includes(text))
    .map((scalar) => ({ code: "unknownType", at: scalar, name: scalar.text, detail: types.join(", ") }));
}

/** A kind of filter: the keys that name it, and how its patterns are judged. */
const FILTERS = [
  { name: "branches", ignored: "branches-ignore", judge: refPatternProblem },
  { name: "tags", ignored: "tags-ignore", judge: refPatternProblem },
  { name: "paths", ignored: "paths-ignore", judge: pathPatternProblem },
] as const;

function filterProblems(map: YamlMap, event: string, { filters }: EventFacts): readonly EventProblem[] {
  return FILTERS.flatMap(({ name, ignored, judge }): readonly EventProblem[] => {
    const entries = [getEntry(map, name), getEntry(map, ignored)].filter((entry) => entry !== undefined);
    const [first, second] = [...entries].sort((a, b) => a.start - b.start);
    if (first === undefined) return [];
    const at = (span: Span): Span => ({ start: span.start, end: span.end });
    if (!filters.includes(name)) {
      return entries.map(({ key }) => ({ code: "noFilter", at: at(key), name, detail: event }));
    }
    const both: readonly EventProblem[] =
      second === undefined ? [] : [{ code: "bothFilters", at: at(second.key), name, detail: ignored }];
    const patterns = entries.flatMap(({ value }) => scalarsOf(value));
    const bad = patterns.flatMap((scalar): readonly EventProblem[] => {
      const problem = judge(scalar.text);
      // An empty pattern is a matter of form.
      const isFine = problem === undefined || problem === "empty";
      return isFine ? [] : [{ code: "badPattern", at: at(scalar), name: scalar.text, detail: problem }];
    });
    return [...both, ...bad];
  });
}

function scheduleProblems({ node }: WorkflowTrigger): readonly EventProblem[] {
  return (asSequence(node)?.items ?? []).flatMap((item) => {
    const map = asMap(item);
    return map === undefined ? [] : [...cronOf(map), ...timeZoneOf(map)];
  });
}

function cronOf(map: YamlMap): readonly EventProblem[] {
  const cron = asScalar(getEntry(map, "cron")?.value);
  const problem = cron === undefined || cron.text === "" ? undefined : cronProblem(cron.text);
  if (cron === undefined || problem === undefined) return [];
  const code = problem === "tooOften" ? "tooOften" : "badCron";
  return [{ code, at: { start: cron.start, end: cron.end }, name: cron.text, detail: problem }];
}

function timeZoneOf(map: YamlMap): readonly EventProblem[] {
  const zone = asScalar(getEntry(map, "timezone")?.value);
  if (zone === undefined || zone.text === "" || isTimeZone(zone.text)) return [];
  return [{ code: "badTimeZone", at: { start: zone.start, end: zone.end }, name: zone.text, detail: "" }];
}

function scalarsOf(node: Parameters<typeof asScalar>[0]): readonly YamlScalar[] {
  const items = asSequence(node)?.items ?? [node];
  const scalars = items.map((item) => asScalar(item)).filter((scalar) => scalar !== undefined);
  return scalars.filter(({ value }) => value !== null);
}
