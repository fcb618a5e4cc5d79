import {
  EXPRESSION_CHARACTER,
  scalarText,
  stepShell,
  type ParsedShell,
  type Range,
  type ShellCommand,
  type ShellWord,
  type Span,
  type UsesReference,
  type WorkflowCondition,
  type WorkflowJob,
  type WorkflowStep,
  type WorkflowText,
  type WorkflowVariable,
  walkExpression,
  type YamlDocument,
  type YamlScalar,
} from "@plimsoll/syntax";
import type { ActivityFact, ConditionFact, StepFact } from "../graph/file-facts.ts";
import { isCheck } from "./activity-table.ts";
import { weaknessesOf, type RawWeakness } from "./command-weakness.ts";
import { recognizeAction, type Recognized } from "./recognize-action.ts";
import { recognizeCommand } from "./recognize-command.ts";
import { expandWord, withKnownValues, withVariables, type Variables } from "./variables.ts";

/** What the steps of a job or action share. */
export interface StepPlace {
  readonly document: YamlDocument;
  readonly rangeOf: (span: Span) => Range;
  readonly variables: Variables;
  /** The shell of steps that name none. */
  readonly shell: string | undefined;
  /** All steps, for what one hands to another. */
  readonly steps: readonly WorkflowStep[];
}

/** Things that one step does at most, as far as they are kept. */
const MAXIMUM_ACTIVITIES = 50;
/** Text of a condition that is kept. */
const MAXIMUM_CONDITION = 300;

/** What is known of the steps of a job or of a composite action. Steps that do nothing known are left out. */
export function readStepFacts(place: StepPlace): readonly StepFact[] {
  return place.steps.flatMap((step) => {
    const fact = stepFact(step, place);
    return fact.does.length === 0 && fact.local === undefined ? [] : [fact];
  });
}

function stepFact(step: WorkflowStep, place: StepPlace): StepFact {
  const does = [...usesFacts(step, place), ...runFacts(step, place)].slice(0, MAXIMUM_ACTIVITIES);
  const keeps = does.some(({ activity }) => activity === "keep-evidence");
  const days = keeps ? Number(inputOf(step, place, "retention-days")) : Number.NaN;
  return {
    name: nameOf(step),
    range: place.rangeOf(shortSpan(step.uses ?? step.name ?? step.run ?? step.node)),
    does,
    ...localFacts(step, place),
    ...(step.condition === undefined ? {} : { condition: conditionFact(step.condition, place) }),
    ...(Number.isInteger(days) && days > 0 ? { retentionDays: days } : {}),
  };
}

function localFacts(
  { uses, continueOnError }: WorkflowStep,
  { rangeOf }: StepPlace,
): Pick<StepFact, "local" | "continues"> {
  if (uses?.kind !== "local") return {};
  const continues = isTrue(continueOnError) ? { continues: rangeOf(spanOf(continueOnError)) } : {};
  return { local: localPath(uses.path), ...continues };
}

function nameOf({ name, uses, run }: WorkflowStep): string {
  return name?.text ?? uses?.text ?? firstLine(run?.text ?? "");
}

/** `./a/b/` as `a/b`. */
export function localPath(written: string): string {
  const parts = written.split("/").filter((part) => part !== "" && part !== ".");
  return parts.join("/");
}

function firstLine(text: string): string {
  const trimmed = text.trim();
  const feed = trimmed.indexOf("\n");
  return (feed === -1 ? trimmed : trimmed.slice(0, feed)).slice(0, 80);
}

/** Block scalars and maps start on the line of their key: only the first characters are pointed at. */
function shortSpan(at: Span): Span {
  return { start: at.start, end: Math.min(at.end, at.start + 120) };
}

export function conditionFact(
  condition: WorkflowCondition,
  { rangeOf }: Pick<StepPlace, "rangeOf">,
): ConditionFact {
  return {
    range: rangeOf(shortSpan(condition)),
    text: condition.node.text.trim().slice(0, MAXIMUM_CONDITION),
    ignoresFailure: ignoresFailure(condition),
  };
}

/** GitHub puts `success()` before a condition that asks none of the functions of status. */
function ignoresFailure({ expressions }: WorkflowCondition): boolean {
  let found = false;
  for (const { root } of expressions) {
    if (root === undefined) continue;
    walkExpression(root, (node) => {
      if (node.kind !== "call") return;
      const name = node.name.toLowerCase();
      found ||= name === "always" || name === "failure" || name === "cancelled";
    });
  }
  return found;
}

/** What is known of a workflow of another repository that a job calls: it is known like an action. */
export function readCallFacts(
  { uses, with: inputs }: Pick<WorkflowJob, "uses" | "with">,
  place: StepPlace,
): readonly StepFact[] {
  if (uses?.kind !== "repository") return [];
  const does = actionFactsOf(uses, (input) => valueOf(inputs, place, input)).map((one) =>
    activityFact(one, { at: uses, weaknesses: toothless(one, uses) }, place),
  );
  return does.length === 0 ? [] : [{ name: uses.text, range: place.rangeOf(spanOf(uses)), does }];
}

function actionFactsOf(
  { owner, repository, path }: Extract<UsesReference, { readonly kind: "repository" }>,
  find: (input: string) => string | undefined,
): readonly Recognized[] {
  return recognizeAction([owner, repository, ...(path === "" ? [] : [path])].join("/"), find);
}

function usesFacts(step: WorkflowStep, place: StepPlace): readonly ActivityFact[] {
  const { uses } = step;
  if (uses?.kind !== "repository") return [];
  return actionFactsOf(uses, (input) => inputOf(step, place, input)).map((one) =>
    activityFact(one, { at: uses, weaknesses: [...ofStep(step), ...toothless(one, uses)] }, place),
  );
}

function inputOf(step: WorkflowStep, place: StepPlace, input: string): string | undefined {
  return valueOf(step.with, { ...place, variables: withVariables(place.variables, step.environment) }, input);
}

function valueOf(inputs: readonly WorkflowVariable[], place: StepPlace, input: string): string | undefined {
  const entry = inputs.find(({ name }) => name.toLowerCase() === input);
  const text = entry === undefined ? undefined : scalarText(entry.value);
  if (text === undefined) return undefined;
  return withTags(withKnownValues(text, place.variables), place);
}

/** `${{ steps.ID.outputs.tags }}` of a step with `docker/metadata-action` are tags of the images that it was given. */
function withTags(text: string, place: StepPlace): string {
  const start = text.indexOf("steps.");
  const end = text.indexOf(".outputs.tags", start);
  if (start === -1 || end === -1) return text;
  const id = text.slice(start + "steps.".length, end);
  const step = place.steps.find((other) => other.id?.text === id);
  const images = step?.with.find(({ name }) => name === "images");
  const isMetadata = step?.uses?.text.toLowerCase().startsWith("docker/metadata-action@") === true;
  const named = isMetadata && images !== undefined ? scalarText(images.value) : undefined;
  return named === undefined ? text : withKnownValues(named, place.variables);
}

interface Found {
  readonly at: Span;
  readonly weaknesses: readonly RawWeakness[];
}

function activityFact(one: Recognized, { at, weaknesses }: Found, { rangeOf }: StepPlace): ActivityFact {
  const { activity, engine, subjects, dockerfile } = one;
  const weak = isCheck(activity) ? weaknesses : [];
  return {
    activity,
    ...(engine === undefined ? {} : { engine }),
    range: rangeOf({ start: at.start, end: at.end }),
    ...(subjects === undefined ? {} : { subjects }),
    ...(dockerfile === undefined ? {} : { dockerfile }),
    ...(weak.length === 0
      ? {}
      : { weaknesses: weak.map(({ why, at: span }) => ({ why, range: rangeOf(span) })) }),
  };
}

function toothless(one: Recognized, at: Span): readonly RawWeakness[] {
  return one.toothless ? [{ why: "tool-never-fails", at: { start: at.start, end: at.end } }] : [];
}

function ofStep({ continueOnError }: WorkflowStep): readonly RawWeakness[] {
  return isTrue(continueOnError) ? [{ why: "step-continues", at: spanOf(continueOnError) }] : [];
}

/** Whether a setting is plainly on; an expression is not known. */
export function isTrue(scalar: YamlScalar | undefined): scalar is YamlScalar {
  return scalar?.text.trim().toLowerCase() === "true";
}

export function spanOf({ start, end }: Span): Span {
  return { start, end };
}

function runFacts(step: WorkflowStep, place: StepPlace): readonly ActivityFact[] {
  const script = stepShell(place.document, step, place.shell);
  if (script?.kind !== "script") return [];
  const variables = withVariables(place.variables, step.environment);
  const pipefail = hasPipefail(step.shell ?? undefined, place.shell, script);
  const found: ActivityFact[] = [];
  for (const command of script.commands) {
    if (found.length >= MAXIMUM_ACTIVITIES) break;
    const recognized = recognizeOne(command, { place, variables });
    if (recognized.length === 0) continue;
    const weaknesses = [...ofStep(step), ...weaknessesOf(script, command, pipefail)];
    const at = command.effective.nameWord ?? command.name ?? command;
    for (const one of recognized) {
      found.push(activityFact(one, { at, weaknesses: [...weaknesses, ...toothless(one, at)] }, place));
    }
  }
  return found;
}

/** GitHub starts `bash` that is named by the step or the defaults with `-eo pipefail`, and the one that nobody named without. */
function hasPipefail(
  own: WorkflowText | undefined,
  inherited: string | undefined,
  script: ParsedShell,
): boolean {
  return (own?.text ?? inherited) === "bash" || script.shell.pipefail;
}

interface Reading {
  readonly place: StepPlace;
  readonly variables: Variables;
}

function recognizeOne(command: ShellCommand, reading: Reading): readonly Recognized[] {
  const { name, words } = command.effective;
  if (name === undefined) return [];
  const isSet = (variable: string): boolean => {
    const value = reading.variables.get(variable) ?? ownVariable(command, variable);
    return value !== undefined && value !== "" && value !== "0" && value !== "false";
  };
  return recognizeCommand({ program: name, words: words.map((word) => textOf(word, reading)), isSet });
}

function ownVariable({ assignments }: ShellCommand, variable: string): string | undefined {
  return assignments.find(({ name }) => name === variable)?.value?.value;
}

/** A word with known values put in; expressions as they are written. */
function textOf(word: ShellWord, { place, variables }: Reading): string {
  if (!word.value.includes(EXPRESSION_CHARACTER)) return expandWord(word.value, variables);
  const written = place.document.text.slice(word.start, word.end);
  const first = written.charAt(0);
  const quoted = (first === '"' || first === "'") && written.endsWith(first) && written.length > 1;
  return expandWord(withKnownValues(quoted ? written.slice(1, -1) : written, variables), variables);
}
