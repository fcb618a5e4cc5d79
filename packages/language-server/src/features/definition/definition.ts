import {
  type Dockerfile,
  flagValue,
  fromSource,
  type Instruction,
  mountOption,
  mountsOf,
  type Span,
  type Stage,
  stageChain,
} from "@plimsoll/syntax";
import type { Location, Position } from "vscode-languageserver-types";
import type { OpenFile } from "../document/open-file.ts";
import { offsetOf, rangeOfSpan } from "../document/positions.ts";
import { instructionAt } from "../hover/dockerfile-hover.ts";
import { variablePlace } from "../completion/dockerfile-variables.ts";

/** Where what stands at a place of a Dockerfile comes from: the stage that a name means, or what sets a variable. */
export function definition(file: OpenFile, position: Position): Location | undefined {
  if (file.kind !== "dockerfile") return undefined;
  const offset = offsetOf(file.source, position);
  const { dockerfile } = file;
  const outer = instructionAt(dockerfile.instructions, offset);
  if (outer === undefined) return undefined;
  const instruction = outer.trigger ?? outer;
  const span =
    variableDefinition(file, instruction, offset) ?? stageDefinition(dockerfile, instruction, offset);
  return span === undefined ? undefined : { uri: file.uri, range: rangeOfSpan(file.source, span) };
}

/** The ARG or ENV nearest before that sets the variable. */
function variableDefinition(
  { dockerfile, text }: OpenFile,
  instruction: Instruction,
  offset: number,
): Span | undefined {
  const place = variablePlace(text, offset);
  if (place === undefined) return undefined;
  const name = text.slice(place.span.start, place.span.end);
  const stage = dockerfile.stages[instruction.stage];
  const isGlobal = instruction.keyword === "FROM" || stage === undefined;
  const own = isGlobal
    ? dockerfile.globalArgs
    : stage.instructions.filter(({ keyword }) => keyword === "ARG" || keyword === "ENV");
  const below = isGlobal
    ? []
    : stageChain(stage)
        .slice(1)
        .map(({ instructions }) => instructions.filter(({ keyword }) => keyword === "ENV"));
  const before = own.filter(({ index }) => index < instruction.index);
  for (const group of [before, ...below]) {
    const pair = group.flatMap(({ pairs }) => pairs).findLast(({ key }) => key === name);
    if (pair !== undefined) return pair.keySpan;
  }
  return undefined;
}

/** The name of the stage that FROM, `--from=` or a mount names, or its FROM where it has none. */
function stageDefinition(dockerfile: Dockerfile, instruction: Instruction, offset: number): Span | undefined {
  const stage = stageAt(dockerfile, instruction, offset);
  return stage === undefined ? undefined : (stage.nameSpan ?? stage.from.keywordSpan);
}

function stageAt(dockerfile: Dockerfile, instruction: Instruction, offset: number): Stage | undefined {
  if (instruction.keyword === "FROM") return baseStage(dockerfile, instruction, offset);
  const flag = instruction.flags.find(({ name }) => name === "from");
  if (flag !== undefined && holds(flag, offset))
    return stageOf(dockerfile, flagValue(flag, dockerfile.escape), { numbers: true });
  const mounted = mountsOf(instruction).map((mount) => mountOption(mount, "from"));
  const from = mounted.find((option) => option !== undefined && holds(option, offset));
  return stageOf(dockerfile, from?.value, { numbers: false });
}

function baseStage(dockerfile: Dockerfile, from: Instruction, offset: number): Stage | undefined {
  const own = dockerfile.stages.find((stage) => stage.from === from);
  if (own === undefined || !holds(own.image, offset)) return undefined;
  return own.base.kind === "stage" ? own.base.stage : undefined;
}

function stageOf(
  dockerfile: Dockerfile,
  name: string | undefined,
  { numbers }: { readonly numbers: boolean },
): Stage | undefined {
  if (name === undefined || name === "") return undefined;
  const source = fromSource(dockerfile, name, numbers);
  return source.kind === "stage" ? source.stage : undefined;
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
