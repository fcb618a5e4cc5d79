import { DOCKERFILE_KEYWORDS, type Dockerfile, type Instruction, type Span } from "@plimsoll/syntax";
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import type { OpenFile } from "../document/open-file.ts";
import { instructionAt } from "../hover/dockerfile-hover.ts";
import { instructionWords } from "../knowledge/instructions.data.ts";
import { blocks, code } from "../words/markdown.ts";
import { watchingRules } from "../words/watching-rules.ts";
import { stageChoices } from "./dockerfile-stages.ts";
import { type CompletionPlace, wordAt, type WordPlace } from "./completion-place.ts";
import { flagChoices } from "./dockerfile-flags.ts";
import { variableChoices, variablePlace } from "./dockerfile-variables.ts";
import { imageChoices } from "./image-choices.ts";
import { type Choice, itemsFor, snippetText } from "./item.ts";

/** What can be written at a place of a Dockerfile. */
export function dockerfileCompletion(place: CompletionPlace): readonly CompletionItem[] {
  const { file, offset } = place;
  const { dockerfile } = file;
  const isOutside =
    dockerfile.comments.some(({ start, end }) => start < offset && offset <= end) ||
    dockerfile.directives.some(({ start, end }) => start < offset && offset <= end);
  if (isOutside) return [];
  const found = instructionAt(dockerfile.instructions, offset);
  const outer = found !== undefined && offset >= found.keywordSpan.start ? found : undefined;
  if (outer === undefined)
    return isBlankLine(file, offset) ? keywords(place, caretSpan(offset), undefined) : [];
  if (outer.heredocs.some(({ body }) => body.start <= offset && offset <= body.end)) return [];
  if (offset <= outer.keywordSpan.end) return keywords(place, outer.keywordSpan, undefined);
  if (outer.keyword !== "ONBUILD") return inInstruction(outer, place);
  const { trigger } = outer;
  if (trigger === undefined) return keywords(place, caretSpan(offset), outer);
  if (offset <= trigger.keywordSpan.end) return keywords(place, trigger.keywordSpan, outer);
  return inInstruction(trigger, place);
}

function inInstruction(instruction: Instruction, place: CompletionPlace): readonly CompletionItem[] {
  const { file, offset } = place;
  const variable = variablePlace(file.text, offset);
  if (variable !== undefined) {
    return itemsFor(variableChoices(file.dockerfile, instruction, variable), file, variable.span);
  }
  const word = wordAt(file.text, offset, instruction);
  if (word.text.startsWith("--") && word.before.every((other) => other.startsWith("--"))) {
    const { span, choices } = flagChoices(instruction, { ...place, word });
    return itemsFor(choices, file, span);
  }
  return itemsFor(argumentChoices(instruction, word, place), file, word.span);
}

function argumentChoices(
  instruction: Instruction,
  word: WordPlace,
  { file, context }: CompletionPlace,
): readonly Choice[] {
  const before = word.before.filter((other) => !other.startsWith("--"));
  switch (instruction.keyword) {
    case "FROM":
      if (before.length === 1) return [{ label: "AS", kind: CompletionItemKind.Keyword }];
      if (before.length > 0) return [];
      return [
        ...stageChoices(file.dockerfile, instruction),
        ...imageChoices(word.typed, context.configuration.images),
      ];
    case "HEALTHCHECK":
      return before.length > 0 ? [] : fixed(["CMD", "NONE"]);
    case "STOPSIGNAL":
      return before.length > 0 ? [] : fixed(["SIGTERM", "SIGINT", "SIGQUIT", "SIGUSR1", "SIGHUP", "SIGKILL"]);
    default:
      return [];
  }
}

function fixed(words: readonly string[]): readonly Choice[] {
  return words.map((label, rank) => ({ label, kind: CompletionItemKind.Keyword, rank: Math.min(rank, 9) }));
}

const NOT_ON_BUILD: ReadonlySet<string> = new Set(["ONBUILD", "FROM", "MAINTAINER"]);

/** The instructions that may stand at a place, written as the file writes them. */
function keywords(
  place: CompletionPlace,
  span: Span,
  onBuild: Instruction | undefined,
): readonly CompletionItem[] {
  const { file } = place;
  const typed = file.text.slice(span.start, span.end);
  const isLower = typed === "" ? isLowerCase(file.dockerfile) : typed === typed.toLowerCase();
  const isFirst = !file.dockerfile.instructions.some(
    ({ keyword, start }) => keyword === "FROM" && start < span.start,
  );
  const names = DOCKERFILE_KEYWORDS.filter((name) => {
    if (onBuild !== undefined) return !NOT_ON_BUILD.has(name);
    return isFirst ? name === "FROM" || name === "ARG" : name !== "MAINTAINER";
  });
  return itemsFor(
    names.map((name) => keywordChoice(name, place, { isLower, isAlone: !hasArguments(file.text, span.end) })),
    file,
    span,
  );
}

function keywordChoice(
  name: string,
  { context, file, snippets }: CompletionPlace,
  { isLower, isAlone }: { readonly isLower: boolean; readonly isAlone: boolean },
): Choice {
  const words = instructionWords[name];
  const label = isLower ? name.toLowerCase() : name;
  const common = { label, kind: CompletionItemKind.Keyword, rank: 4 };
  if (words === undefined) return common;
  const snippet = label + words.snippet.slice(name.length);
  return {
    ...common,
    detail: words.form,
    documentation: blocks([words.text, code(words.form), watchingRules(context, file.path, words.rules)]),
    ...(isAlone && snippets ? { newText: snippet, isSnippet: true } : {}),
    ...(isAlone && !snippets ? { newText: `${snippetText(snippet).split(" ")[0] ?? label} ` } : {}),
  };
}

/** Whether something follows on the line, which a snippet would double. */
function hasArguments(text: string, from: number): boolean {
  let at = from;
  while (text.charAt(at) === " " || text.charAt(at) === "\t") at += 1;
  return at < text.length && text.charAt(at) !== "\n" && text.charAt(at) !== "\r";
}

function isLowerCase({ instructions, text }: Dockerfile): boolean {
  const [first] = instructions;
  if (first === undefined) return false;
  const written = text.slice(first.keywordSpan.start, first.keywordSpan.end);
  return written === written.toLowerCase();
}

function isBlankLine({ source }: OpenFile, offset: number): boolean {
  return source.lineText(source.positionAt(offset).line).trim() === "";
}

function caretSpan(offset: number): Span {
  return { start: offset, end: offset };
}
