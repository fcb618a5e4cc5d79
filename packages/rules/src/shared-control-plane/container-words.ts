import {
  asMap,
  asScalar,
  asSequence,
  getNode,
  insertItem,
  parseShell,
  removeAt,
  replaceScalar,
  scalarText,
  type ShellWord,
  type Span,
  type TextEdit,
  type YamlDocument,
  type YamlNode,
  type YamlScalar,
} from "@plimsoll/syntax";
import { textSpan } from "./places.ts";
import type { CommandWord } from "./words.ts";

/** The lists of a container that make its command line. */
export type WordList = "command" | "args";

/** A word of a container's command line and where it stands. */
export interface ContainerWord extends CommandWord {
  readonly list: WordList;
  readonly node: YamlScalar;
}

/** Longer lists are not read to their end. */
const MAXIMUM_WORDS = 2000;

/** The words of a list of a container, with `$(NAME)` of its own variables put in. */
export function containerWords(
  document: YamlDocument,
  container: YamlNode,
  list: WordList,
): readonly ContainerWord[] {
  const node = getNode(container, [list]);
  const items = asSequence(node)?.items ?? (node?.kind === "scalar" && node.value !== null ? [node] : []);
  const environment = environmentOf(container);
  return items.slice(0, MAXIMUM_WORDS).flatMap((item, index) => {
    const scalar = asScalar(item);
    if (scalar === undefined || scalar.value === null) return [];
    const text = expand(scalar.text.trim(), environment);
    return [
      {
        list,
        node: scalar,
        text,
        raw: text ?? scalar.text.trim(),
        ...placeOf(document, scalar, scalar.text.trim()),
        replace: (value: string) => replaceScalar(document, scalar, value),
        remove: () => removeAt(document, container, [list, index]),
      },
    ];
  });
}

/** Edits that put a word behind the last one of a list. */
export function appendWord(
  document: YamlDocument,
  container: YamlNode,
  list: WordList,
  text: string,
): readonly TextEdit[] {
  const node = getNode(container, [list]);
  if (node?.kind === "scalar" && node.value !== null) return [];
  return insertItem(document, container, [list], { index: asSequence(node)?.items.length ?? 0, value: text });
}

/** The words of the command that a script starts a component with; `find` tells which command that is. */
export function scriptWords(
  document: YamlDocument,
  script: ContainerWord,
  find: (name: string) => boolean,
): readonly CommandWord[] | undefined {
  const { commands } = parseShell(script.node.text);
  const command = commands.find(({ effective }) => effective.name !== undefined && find(effective.name));
  if (command?.effective.nameWord === undefined) return undefined;
  const source = new ScriptPlaces(document, script.node);
  return [command.effective.nameWord, ...command.effective.words].map((word) => scriptWord(word, source));
}

function scriptWord(word: ShellWord, source: ScriptPlaces): CommandWord {
  const at = source.find(word);
  const isPlain = word.raw === word.value && at !== undefined;
  return {
    text: word.literal,
    raw: word.value,
    at: at ?? source.whole,
    isExact: isPlain,
    replace: (text) => (isPlain && at !== undefined ? [{ start: at.start, end: at.end, newText: text }] : []),
    remove: () => [],
  };
}

/** Each word that is written with escapes costs a search through the whole text. */
const MAXIMUM_MISSES = 100;

/** Finds words of a script in the scalar that holds it. Words come in order, so each is looked for behind the one before. */
class ScriptPlaces {
  readonly whole: Span;
  readonly #text: string;
  readonly #start: number;
  #from = 0;
  #misses = 0;

  constructor(document: YamlDocument, node: YamlScalar) {
    this.whole = { start: node.start, end: node.end };
    this.#start = node.start;
    this.#text = document.text.slice(node.start, node.end);
  }

  find(word: ShellWord): Span | undefined {
    if (word.raw === "" || this.#misses > MAXIMUM_MISSES) return undefined;
    const found = this.#text.indexOf(word.raw, this.#from);
    if (found < 0) {
      this.#misses += 1;
      return undefined;
    }
    this.#from = found + word.raw.length;
    return { start: this.#start + found, end: this.#start + this.#from };
  }
}

/** The place of a scalar's text; the scalar as a whole where the text is not written one for one. */
function placeOf(
  document: YamlDocument,
  node: YamlScalar,
  text: string,
): { readonly at: Span; readonly isExact: boolean } {
  const at = textSpan(document, node, text);
  return at === undefined ? { at: node, isExact: false } : { at, isExact: true };
}

/** The literal variables of a container; undefined for those whose value comes from elsewhere. */
function environmentOf(container: YamlNode): ReadonlyMap<string, string | undefined> {
  const environment = new Map<string, string | undefined>();
  for (const item of asSequence(getNode(container, ["env"]))?.items ?? []) {
    const name = scalarText(getNode(item, ["name"]));
    if (name === undefined) continue;
    environment.set(
      name,
      asMap(getNode(item, ["valueFrom"])) === undefined
        ? (scalarText(getNode(item, ["value"])) ?? "")
        : undefined,
    );
  }
  return environment;
}

/** Puts variables in, as the kubelet does; undefined where one of them is not known. Names that are not set stay as they are. */
function expand(text: string, environment: ReadonlyMap<string, string | undefined>): string | undefined {
  if (!text.includes("$(")) return text;
  let result = "";
  let from = 0;
  for (;;) {
    const open = text.indexOf("$(", from);
    const close = open < 0 ? -1 : text.indexOf(")", open);
    if (close < 0) return result + text.slice(from);
    const name = text.slice(open + 2, close);
    // `envFrom` may set any name, so one that is not listed is not known either.
    if (!environment.has(name)) return undefined;
    const value = environment.get(name);
    if (value === undefined) return undefined;
    result += text.slice(from, open) + value;
    from = close + 1;
  }
}
