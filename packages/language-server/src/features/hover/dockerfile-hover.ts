import { environmentAt, externalImages, type Flag, type Instruction, type Span } from "@plimsoll/syntax";
import type { OpenFile } from "../document/open-file.ts";
import type { FeatureContext } from "../feature-context.ts";
import { flagWords, instructionWords } from "../knowledge/instructions.data.ts";
import { blocks, code } from "../words/markdown.ts";
import { watchingRules } from "../words/watching-rules.ts";
import { imageHover } from "./image-hover.ts";

/** Words on what stands at a place, and the span that they are about. */
export interface HoverPart {
  readonly markdown: string;
  readonly span: Span;
}

/** What stands at an offset of a Dockerfile: an image, a flag, a variable or an instruction's name. */
export function dockerfileHover(
  file: OpenFile,
  offset: number,
  context: FeatureContext,
): HoverPart | undefined {
  const { dockerfile } = file;
  const image = externalImages(dockerfile).find((use) => holds(use, offset));
  if (image !== undefined) {
    const { reference } = image;
    const text =
      reference.unresolved.length === 0 && reference.error === undefined ? reference.text : image.text;
    return { markdown: imageHover(text, context), span: image };
  }
  const outer = instructionAt(dockerfile.instructions, offset);
  if (outer === undefined) return undefined;
  const inner = outer.trigger !== undefined && holds(outer.trigger, offset) ? outer.trigger : outer;
  const flag = inner.flags.find((candidate) => holds(candidate, offset));
  if (flag !== undefined) return flagHover(inner, flag, { file, context });
  if (holds(inner.keywordSpan, offset)) return keywordHover(inner, { file, context });
  return variableHover(inner, { file, offset });
}

/** The instruction that holds an offset, by binary search: instructions are in the order of the text. */
export function instructionAt(instructions: readonly Instruction[], offset: number): Instruction | undefined {
  let low = 0;
  let high = instructions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((instructions[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const found = instructions[low - 1];
  return found !== undefined && offset <= found.extent.end ? found : undefined;
}

interface Place {
  readonly file: OpenFile;
  readonly context: FeatureContext;
}

function keywordHover(
  { keyword, keywordSpan }: Instruction,
  { file, context }: Place,
): HoverPart | undefined {
  if (!Object.hasOwn(instructionWords, keyword)) return undefined;
  const words = instructionWords[keyword];
  if (words === undefined) return undefined;
  const markdown = blocks([
    `**${keyword}**`,
    words.text,
    code(words.form),
    watchingRules(context, file.path, words.rules),
  ]);
  return { markdown, span: keywordSpan };
}

function flagHover({ keyword }: Instruction, flag: Flag, { file, context }: Place): HoverPart | undefined {
  const flags = Object.hasOwn(flagWords, keyword) ? flagWords[keyword] : undefined;
  const words = flags !== undefined && Object.hasOwn(flags, flag.name) ? flags[flag.name] : undefined;
  if (words === undefined) return undefined;
  const markdown = blocks([
    `**${keyword} --${flag.name}**`,
    words.text,
    watchingRules(context, file.path, words.rules),
  ]);
  return { markdown, span: flag };
}

/** What a variable stands for here, as far as the file says. */
function variableHover(
  instruction: Instruction,
  { file, offset }: { readonly file: OpenFile; readonly offset: number },
): HoverPart | undefined {
  const found = variableAt(file.text, offset);
  if (found === undefined) return undefined;
  const value = environmentAt(file.dockerfile, instruction, offset)(found.name);
  if (value.kind === "unset") return undefined;
  const words =
    value.kind === "value" && value.unresolved.length === 0
      ? `is ${value.text === "" ? "empty" : code(value.text)} here.`
      : "is set, to a value that this file does not say.";
  return { markdown: `Variable ${code(found.name)} ${words}`, span: found.span };
}

/** The `$name` or `${name` around an offset. */
function variableAt(
  text: string,
  offset: number,
): { readonly name: string; readonly span: Span } | undefined {
  let start = offset;
  while (start > 0 && isNamePart(text.charCodeAt(start - 1))) start -= 1;
  let end = offset;
  while (isNamePart(text.charCodeAt(end))) end += 1;
  if (start === end) return undefined;
  const before = text.slice(Math.max(0, start - 2), start);
  if (!before.endsWith("$") && before !== "${") return undefined;
  return { name: text.slice(start, end), span: { start, end } };
}

function isNamePart(unit: number): boolean {
  return (
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x61 && unit <= 0x7a) ||
    unit === 0x5f
  );
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
