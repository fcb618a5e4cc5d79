import type { ActionEffect, InputTest, PipelineActivityId } from "@plimsoll/model/pipeline";
import { effectsOfAction } from "./activity-table.ts";

/** What a step does, before it has a place. */
export interface Recognized {
  readonly activity: PipelineActivityId;
  readonly engine?: string;
  readonly subjects?: readonly string[];
  /** Path of the Dockerfile that is built, as it is written and joined to its context. */
  readonly dockerfile?: string;
  /** The tool was not told to fail when it finds something. */
  readonly toothless: boolean;
}

/** Images that one step names at most. */
const MAXIMUM_SUBJECTS = 20;

/**
 * What a step with a public action does.
 * @param name `owner/repository` or `owner/repository/path`
 * @param inputOf the text of an input; undefined where it is not given
 */
export function recognizeAction(
  name: string,
  inputOf: (input: string) => string | undefined,
): readonly Recognized[] {
  const found: Recognized[] = [];
  for (const effect of effectsOfAction(name)) {
    if ((effect.when ?? []).every((test) => mayHold(test, inputOf))) found.push(recognized(effect, inputOf));
  }
  return found;
}

function recognized(effect: ActionEffect, inputOf: (input: string) => string | undefined): Recognized {
  const { activity, engine, subjects = [], toothless } = effect;
  const named = subjects.flatMap((input) => subjectsIn(inputOf(input) ?? "")).slice(0, MAXIMUM_SUBJECTS);
  return {
    activity,
    ...(engine === undefined ? {} : { engine }),
    ...(named.length === 0 ? {} : { subjects: named }),
    ...(activity === "build-image"
      ? dockerfileAt(inputOf("file") ?? inputOf("dockerfile"), inputOf("context") ?? ".")
      : {}),
    toothless: toothless !== undefined && holds(toothless, inputOf),
  };
}

/** The Dockerfile of a build; nothing where a variable or another repository stands in the way. */
export function dockerfileAt(file: string | undefined, context: string): { readonly dockerfile?: string } {
  const path = file ?? `${context}/Dockerfile`;
  if (path.includes("$") || path.includes(":") || path.startsWith("/") || path.includes("..")) return {};
  const parts = path.split("/").filter((part) => part !== "" && part !== ".");
  return { dockerfile: parts.join("/") };
}

/** A condition with an expression in it holds in some runs. */
function mayHold(test: InputTest, inputOf: (input: string) => string | undefined): boolean {
  return inputOf(test.input)?.includes("${{") === true || holds(test, inputOf);
}

function holds(test: InputTest, inputOf: (input: string) => string | undefined): boolean {
  const value = (inputOf(test.input) ?? test.default).trim().toLowerCase();
  if (test.oneOf !== undefined && !test.oneOf.includes(value)) return false;
  return test.noneOf === undefined || !test.noneOf.includes(value);
}

/** Names in an input that lists them by line or comma. */
export function subjectsIn(text: string): readonly string[] {
  return text
    .split("\n")
    .flatMap((line) => (line.includes("${{") ? [line] : line.split(",")))
    .map((part) => part.trim())
    .filter((part) => part !== "" && !part.startsWith("#"));
}
