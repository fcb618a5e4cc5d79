import { expandText } from "./expand.ts";
import { type VariableHistory, globalHistory } from "./variable-history.ts";
import { keywordOf } from "./keywords.ts";
import type { Base, Instruction, Stage } from "./nodes.ts";
import type { Report } from "./problems.ts";

/** What the stages are built with. */
export interface StageContext {
  readonly buildArgs: ReadonlyMap<string, string>;
  readonly escapeCode: number;
  readonly report: Report;
}

export interface StageList {
  readonly stages: readonly Stage[];
  readonly globalArgs: readonly Instruction[];
}

/** Groups the instructions into stages and finds what each stage starts from. */
export function buildStages(instructions: readonly Instruction[], context: StageContext): StageList {
  const globalArgs: Instruction[] = [];
  const groups: { from: Instruction; rest: Instruction[] }[] = [];
  for (const instruction of instructions) {
    const last = groups.at(-1);
    if (instruction.keyword === "FROM") groups.push({ from: instruction, rest: [] });
    else if (last !== undefined) last.rest.push(instruction);
    else if (instruction.keyword === "ARG") globalArgs.push(instruction);
    else if (keywordOf(instruction.keyword) !== undefined) {
      const message = `${instruction.keyword} stands before the first FROM`;
      context.report("dockerfile/before-from", instruction.keywordSpan, message);
    }
  }
  if (groups.length === 0 && instructions.length > 0) {
    context.report("dockerfile/no-from", { start: 0, end: 0 }, "the file holds no FROM");
  }
  const globals = globalHistory(globalArgs, context);
  const stages: Stage[] = [];
  const byName = new Map<string, Stage>();
  for (const { from, rest } of groups) {
    const base = baseOf(from, { globals, byName, context });
    const stage = stageOf(stages.length, from, rest, base);
    stages.push(stage);
    if (stage.name !== undefined) byName.set(stage.name, stage);
  }
  return { stages, globalArgs };
}

function stageOf(index: number, from: Instruction, rest: readonly Instruction[], base: Base): Stage {
  const [image, as, name] = from.words;
  const named = name !== undefined && as?.text.toLowerCase() === "as" ? name : undefined;
  return {
    index,
    name: named?.text.toLowerCase(),
    nameSpan: named === undefined ? undefined : { start: named.start, end: named.end },
    from,
    image: image ?? from.body,
    platform: from.flags.find((flag) => flag.name === "platform")?.value,
    base,
    instructions: rest,
    start: from.start,
    end: rest.at(-1)?.end ?? from.end,
  };
}

function baseOf(
  from: Instruction,
  known: {
    readonly globals: VariableHistory;
    readonly byName: ReadonlyMap<string, Stage>;
    readonly context: StageContext;
  },
): Base {
  const image = from.words[0];
  if (image === undefined) return { kind: "unresolved", text: "", variables: [] };
  const resolved = expandText(image.text, known.context.escapeCode, known.globals.final);
  if (resolved.error !== undefined) {
    known.context.report("dockerfile/bad-substitution", image, resolved.error);
    return { kind: "unresolved", text: image.text, variables: [] };
  }
  if (resolved.unresolved.length > 0) {
    return { kind: "unresolved", text: resolved.text, variables: resolved.unresolved };
  }
  const stage = known.byName.get(resolved.text);
  if (stage !== undefined) return { kind: "stage", stage };
  if (resolved.text === "scratch") return { kind: "scratch" };
  return { kind: "image", reference: resolved.text };
}
