import type { Terminal } from "./terminal.ts";

const DELAY_MILLISECONDS = 300;
const INTERVAL_MILLISECONDS = 100;

/** A line of progress on a terminal, for runs that take longer than a blink. Silent everywhere else. */
export class Progress {
  readonly #terminal: Terminal;
  readonly #isShown: boolean;
  #next: number;
  #length = 0;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
    this.#isShown = terminal.errorsAreTerminal && terminal.environment["CI"] === undefined;
    this.#next = Date.now() + DELAY_MILLISECONDS;
  }

  /** Says what is being done; the words are made only when they are shown. */
  say(words: () => string): void {
    if (!this.#isShown) return;
    const now = Date.now();
    if (now < this.#next) return;
    this.#next = now + INTERVAL_MILLISECONDS;
    const text = printable(words()).slice(0, Math.max(20, (this.#terminal.width ?? 80) - 1));
    this.#terminal.printError(`\r${text.padEnd(this.#length)}`);
    this.#length = text.length;
  }

  /** Takes the line away. */
  end(): void {
    if (this.#length === 0) return;
    this.#terminal.printError(`\r${" ".repeat(this.#length)}\r`);
    this.#length = 0;
  }
}

/** A text of the workspace with its control characters replaced. */
export function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what must not reach the terminal.
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/gu, "?");
}
