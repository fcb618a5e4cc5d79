import { excerpt } from "./excerpt.ts";
import { keyName } from "./key-name.ts";
import type { YamlNode } from "./nodes.ts";
import type { Reader } from "./reader.ts";

/** Maps with more keys than this get a Set; below that comparing is cheaper. */
const SMALL = 8;

/** The keys of one map so far, to find the second of two equal ones in linear time. */
export class KeyRegister {
  readonly #reader: Reader;
  readonly #keys: string[] = [];
  #set: Set<string> | undefined;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** Adds a key and reports it where the map has it already. Collections as keys are not compared. */
  add(key: YamlNode): void {
    const node = key.kind === "alias" ? key.target : key;
    if (node?.kind !== "scalar") return;
    const text = keyName(node);
    if (this.#has(text)) {
      this.#reader.problem(
        "yaml/duplicate-key",
        key.start,
        key.end,
        `The map has the key \`${excerpt(text)}\` already.`,
      );
      return;
    }
    if (this.#set !== undefined) {
      this.#set.add(text);
      return;
    }
    this.#keys.push(text);
    if (this.#keys.length > SMALL) this.#set = new Set(this.#keys);
  }

  #has(text: string): boolean {
    return this.#set === undefined ? this.#keys.includes(text) : this.#set.has(text);
  }
}
