/** A line of a template: its literal text, with each action replaced by one placeholder, and whether an action crosses its ends. */
export interface TemplateLine {
  /** The line without its line break. */
  readonly text: string;
  readonly literal: string;
  /** True where no action runs over the start or the end of the line. */
  readonly whole: boolean;
}

/** Stands for an action in {@link TemplateLine.literal}. */
export const ACTION_PLACEHOLDER = "\uE002";

type Mode = "literal" | "action" | "double" | "raw" | "comment";

/** Splits a template into lines and finds its actions (`{{ … }}`), with Go's quotes and comments inside them. Linear. */
export function scanTemplate(text: string): readonly TemplateLine[] {
  const scanner = new ActionScanner();
  return text.split("\n").map((line) => scanner.take(line));
}

class ActionScanner {
  #mode: Mode = "literal";
  #literal = "";

  take(line: string): TemplateLine {
    const startsWhole = this.#mode === "literal";
    this.#literal = "";
    for (let index = 0; index < line.length;) index += this.#step(line, index);
    // A quoted string ends with its line; raw strings and comments go on.
    if (this.#mode === "double") this.#mode = "action";
    const whole = startsWhole && this.#mode === "literal";
    return { text: line, literal: this.#literal, whole };
  }

  /** Reads one token at an index and returns its length. */
  #step(line: string, index: number): number {
    if (this.#mode === "literal") return this.#stepLiteral(line, index);
    if (this.#mode === "action") return this.#stepAction(line, index);
    if (this.#mode === "comment") return this.#leaveAt(line, index, "*/");
    if (this.#mode === "double" && line[index] === "\\") return 2;
    return this.#leaveAt(line, index, this.#mode === "double" ? '"' : "`");
  }

  /** Back to the action where the text that ends a quote or comment stands. */
  #leaveAt(line: string, index: number, end: string): number {
    if (!line.startsWith(end, index)) return 1;
    this.#mode = "action";
    return end.length;
  }

  #stepLiteral(line: string, index: number): number {
    if (line.startsWith("{{", index)) {
      this.#mode = "action";
      this.#literal += ACTION_PLACEHOLDER;
      return 2;
    }
    this.#literal += line[index] ?? "";
    return 1;
  }

  #stepAction(line: string, index: number): number {
    if (line.startsWith("}}", index)) {
      this.#mode = "literal";
      return 2;
    }
    if (line.startsWith("/*", index)) {
      this.#mode = "comment";
      return 2;
    }
    if (line[index] === '"') this.#mode = "double";
    if (line[index] === "`") this.#mode = "raw";
    return 1;
  }
}
