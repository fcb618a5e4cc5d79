import {
  asMap,
  asScalar,
  asSequence,
  effectiveEntries,
  entryName,
  getEntry,
  scalarText,
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
  const found: EventProblem[] = [];
  if (type === "choice" && options === undefined) {
    const { start, end } = entry.key;
    found.push({ code: "noOptions", at: { start, end }, name: entryName(entry), detail: "" });
  }
  const value = asScalar(getEntry(input, "default")?.value);
  const isRequired = asScalar(getEntry(input, "required")?.value)?.value === true;
  if (event === "workflow_call" && isRequired && value !== undefined && value.value !== null) {
    const at = { start: value.start, end: value.end };
    return [...found, { code: "unusedDefault", at, name: entryName(entry), detail: "" }];
  }
  if (value === undefined || value.value === null || value.text.includes("${{")) return found;
  const wanted = wantedDefault(type, value, options);
  if (wanted !== undefined)
    found.push({
      code: "badDefault",
      at: { start: value.start, end: value.end },
      name: value.text,
      detail: wanted,
    });
  return found;
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
