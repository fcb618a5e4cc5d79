import {
  asMap,
  asScalar,
  asSequence,
  effectiveEntries,
  entryName,
  getEntry,
  scalarText,
  type Span,
  type WorkflowTrigger,
  type YamlEntry,
  type YamlMap,
  type YamlScalar,
} from "@plimsoll/syntax";
import type { EventProblem } from "./event-problems.ts";

/** Inputs that a form of GitHub shows at most. */
const MAXIMUM_INPUTS = 25;

/** Inputs of `workflow_dispatch` and `workflow_call` whose defaults or options do not go with their type. */
export function inputProblems({ event, at }: WorkflowTrigger, map: YamlMap): readonly EventProblem[] {
  if (event !== "workflow_dispatch" && event !== "workflow_call") return [];
  const inputs = asMap(getEntry(map, "inputs")?.value);
  if (inputs === undefined) return [];
  const entries = effectiveEntries(inputs);
  const tooMany: readonly EventProblem[] =
    event === "workflow_dispatch" && entries.length > MAXIMUM_INPUTS
      ? [{ code: "tooManyInputs", at, name: event, detail: String(MAXIMUM_INPUTS) }]
      : [];
  return [...tooMany, ...entries.flatMap((entry) => ofInput(entry, event))];
}

function ofInput(entry: YamlEntry, event: string): readonly EventProblem[] {
  const input = asMap(entry.value);
  if (input === undefined) return [];
  const type = scalarText(getEntry(input, "type")?.value);
  const options = asSequence(getEntry(input, "options")?.value)?.items.map((item) => scalarText(item));
  const name = entryName(entry);
  const isOpen = type === "choice" && options === undefined;
  const noOptions = isOpen ? [problem("noOptions", entry.key, name)] : [];
  const value = asScalar(getEntry(input, "default")?.value);
  if (value?.value === null || value === undefined) return noOptions;
  return [
    ...noOptions,
    ...ofDefault({ input, event, name, value, wanted: wantedDefault(type, value, options) }),
  ];
}

interface Default {
  readonly input: YamlMap;
  readonly event: string;
  readonly name: string;
  readonly value: YamlScalar;
  /** What it must be, where it is something else. */
  readonly wanted: string | undefined;
}

function ofDefault({ input, event, name, value, wanted }: Default): readonly EventProblem[] {
  if (event === "workflow_call" && isRequired(input)) return [problem("unusedDefault", value, name)];
  if (wanted === undefined || value.text.includes("${{")) return [];
  return [problem("badDefault", value, value.text, wanted)];
}

function problem(code: EventProblem["code"], { start, end }: Span, name: string, detail = ""): EventProblem {
  return { code, at: { start, end }, name, detail };
}

function isRequired(input: YamlMap): boolean {
  return asScalar(getEntry(input, "required")?.value)?.value === true;
}

/** What the default must be, where it is something else. */
function wantedDefault(
  type: string | undefined,
  { text }: YamlScalar,
  options: readonly (string | undefined)[] | undefined,
): string | undefined {
  if (type === "boolean") return text === "true" || text === "false" ? undefined : "true or false";
  if (type === "number") return text !== "" && Number.isFinite(Number(text)) ? undefined : "a number";
  if (type === "choice" && options !== undefined && !options.includes(text)) return "one of the options";
  return undefined;
}
