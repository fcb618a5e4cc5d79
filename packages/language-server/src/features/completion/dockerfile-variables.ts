import { type Dockerfile, type Instruction, PLATFORM_ARGS, type Span, stageChain } from "@plimsoll/syntax";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Choice } from "./item.ts";

/** A name behind a `$` that is being written. */
export interface VariablePlace {
  readonly span: Span;
  /** True in `${`, where the brace is still to be closed. */
  readonly wantsBrace: boolean;
}

/** The variable at an offset: `$NA` or `${NA`; undefined where there is none. */
export function variablePlace(text: string, offset: number): VariablePlace | undefined {
  let start = offset;
  while (start > 0 && isNamePart(text.charCodeAt(start - 1))) start -= 1;
  let end = offset;
  while (isNamePart(text.charCodeAt(end))) end += 1;
  const before = text.charAt(start - 1);
  if (before === "$")
    return isEscaped(text, start - 1) ? undefined : { span: { start, end }, wantsBrace: false };
  if (before !== "{" || text.charAt(start - 2) !== "$" || isEscaped(text, start - 2)) return undefined;
  return { span: { start, end }, wantsBrace: text.charAt(end) !== "}" };
}

function isEscaped(text: string, dollar: number): boolean {
  return text.charAt(dollar - 1) === "\\" || text.charAt(dollar - 1) === "$";
}

function isNamePart(unit: number): boolean {
  return (
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x61 && unit <= 0x7a) ||
    unit === 0x5f
  );
}

/** The variables that an instruction sees, the nearest first. */
export function variableChoices(
  file: Dockerfile,
  instruction: Instruction,
  { wantsBrace }: VariablePlace,
): readonly Choice[] {
  const found = new Map<string, string>();
  for (const declaring of declarations(file, instruction)) {
    for (const { key, value } of declaring.pairs) {
      if (found.has(key)) continue;
      found.set(
        key,
        value === undefined ? declaring.keyword : shortened(`${declaring.keyword} ${value.text}`),
      );
    }
  }
  const choices = [...found].map(([name, detail]) => variable(name, detail, { wantsBrace, rank: 1 }));
  if (instruction.keyword !== "FROM") return choices;
  const platform = [...PLATFORM_ARGS].filter((name) => !found.has(name));
  return [
    ...choices,
    ...platform.map((name) => variable(name, "set by the builder", { wantsBrace, rank: 6 })),
  ];
}

/** As much of a value as a list has room for. */
const MAXIMUM_DETAIL = 60;

function shortened(text: string): string {
  return text.length > MAXIMUM_DETAIL ? `${text.slice(0, MAXIMUM_DETAIL)}…` : text;
}

function variable(
  name: string,
  detail: string,
  { wantsBrace, rank }: { readonly wantsBrace: boolean; readonly rank: number },
): Choice {
  return {
    label: name,
    kind: CompletionItemKind.Variable,
    newText: wantsBrace ? `${name}}` : name,
    detail,
    rank,
  };
}

/** ARG and ENV instructions whose variables hold at an instruction: those before it in its stage, and ENV of the stages below. */
function declarations(
  file: Dockerfile,
  { stage: number, keyword, index }: Instruction,
): readonly Instruction[] {
  const stage = file.stages[number];
  if (keyword === "FROM" || stage === undefined) {
    return file.globalArgs.filter((argument) => keyword === "FROM" || argument.index < index);
  }
  const own = stage.instructions.filter(
    (other) => other.index < index && (other.keyword === "ARG" || other.keyword === "ENV"),
  );
  const below = stageChain(stage)
    .slice(1)
    .flatMap(({ instructions }) => instructions.filter((other) => other.keyword === "ENV"));
  return [...own.reverse(), ...below];
}
