import type { Instruction, Span } from "@plimsoll/syntax";
import { CompletionItemKind } from "vscode-languageserver-types";
import { type FlagWords, flagWords } from "../knowledge/instructions.data.ts";
import { blocks } from "../words/markdown.ts";
import { watchingRules } from "../words/watching-rules.ts";
import type { CompletionPlace, WordPlace } from "./completion-place.ts";
import { stageChoices } from "./dockerfile-stages.ts";
import { imageChoices } from "./image-choices.ts";
import type { Choice } from "./item.ts";

/** Flags that may be given more than once. */
const REPEATABLE: ReadonlySet<string> = new Set(["mount", "exclude", "device"]);

/** What a `--mount` takes, by its type. */
const MOUNT_KEYS: Readonly<Record<string, readonly string[]>> = {
  bind: ["source=", "target=", "from=", "rw"],
  cache: ["id=", "target=", "sharing=locked", "readonly", "from=", "source=", "mode=", "uid=", "gid="],
  secret: ["id=", "target=", "env=", "required=true", "mode=", "uid=", "gid="],
  ssh: ["id=", "target=", "required=true", "mode=", "uid=", "gid="],
  tmpfs: ["target=", "size="],
};

/** A flag that is being written. */
export interface FlagPlace extends CompletionPlace {
  readonly word: WordPlace;
}

/** What can be written in a word that starts with `--`. */
export function flagChoices(
  instruction: Instruction,
  place: FlagPlace,
): { readonly span: Span; readonly choices: readonly Choice[] } {
  const { span, text, typed } = place.word;
  const equals = text.indexOf("=");
  if (equals < 0 || equals >= typed.length) {
    const end = equals < 0 ? span.end : span.start + equals;
    return { span: { start: span.start, end }, choices: nameChoices(instruction, place, equals < 0) };
  }
  const name = text.slice(2, equals).toLowerCase();
  if (name === "mount") return mountChoices(instruction, place, equals + 1);
  const values = valueChoices(instruction, name, { place, typed: typed.slice(equals + 1) });
  return { span: { start: span.start + equals + 1, end: span.end }, choices: values };
}

function wordsOf(instruction: Instruction): Readonly<Record<string, FlagWords>> {
  const { keyword } = instruction;
  return Object.hasOwn(flagWords, keyword) ? (flagWords[keyword] ?? {}) : {};
}

function nameChoices(instruction: Instruction, place: FlagPlace, wantsValue: boolean): readonly Choice[] {
  const { word, context, file } = place;
  const given = new Set(
    instruction.flags
      .filter(({ start }) => start !== word.span.start)
      .map(({ name }) => name)
      .filter((name) => !REPEATABLE.has(name)),
  );
  return Object.entries(wordsOf(instruction))
    .filter(([name]) => !given.has(name))
    .map(([name, words]) => ({
      label: `--${name}`,
      kind: CompletionItemKind.Property,
      newText: words.bare === true || !wantsValue ? `--${name}` : `--${name}=`,
      documentation: blocks([words.text, watchingRules(context, file.path, words.rules)]),
    }));
}

function valueChoices(
  instruction: Instruction,
  name: string,
  { place, typed }: { readonly place: FlagPlace; readonly typed: string },
): readonly Choice[] {
  const { file, context } = place;
  if (name === "from") {
    return [
      ...stageChoices(file.dockerfile, instruction),
      ...imageChoices(typed, context.configuration.images),
    ];
  }
  const flags = wordsOf(instruction);
  const words = Object.hasOwn(flags, name) ? flags[name] : undefined;
  return (words?.values ?? []).map((label, index) => ({
    label,
    kind: CompletionItemKind.Value,
    rank: Math.min(index, 9),
  }));
}

/** One `key=value` of a mount: commas end it. */
function mountChoices(
  instruction: Instruction,
  place: FlagPlace,
  from: number,
): { readonly span: Span; readonly choices: readonly Choice[] } {
  const { span, text, typed } = place.word;
  const start = Math.max(from, typed.lastIndexOf(",") + 1);
  const comma = text.indexOf(",", typed.length);
  const end = comma < 0 ? text.length : comma;
  const part = typed.slice(start);
  if (part.startsWith("from=")) {
    const value = { start: span.start + start + "from=".length, end: span.start + end };
    return {
      span: value,
      choices: valueChoices(instruction, "from", { place, typed: part.slice("from=".length) }),
    };
  }
  const whole = { start: span.start + start, end: span.start + end };
  if (start === from)
    return { span: whole, choices: valueChoices(instruction, "mount", { place, typed: part }) };
  return { span: whole, choices: keyChoices(text.slice(from), part) };
}

function keyChoices(mount: string, part: string): readonly Choice[] {
  const options = mount.split(",").filter((option) => option !== part);
  const type = options.find((option) => option.startsWith("type="))?.slice("type=".length) ?? "bind";
  const given = new Set(options.map((option) => option.split("=")[0]));
  const keys = Object.hasOwn(MOUNT_KEYS, type) ? (MOUNT_KEYS[type] ?? []) : [];
  return keys
    .filter((key) => !given.has(key.split("=")[0]))
    .map((label, index) => ({ label, kind: CompletionItemKind.Property, rank: Math.min(index, 9) }));
}
