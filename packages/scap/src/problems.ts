import type { ComplianceProblem } from "@plimsoll/core";

const MAXIMUM = 200;

/** What could not be placed, gathered up to a limit, and how much more there was. */
export class Problems {
  readonly #list: ComplianceProblem[] = [];
  #more = 0;

  add(code: string, message: string, line: number): void {
    if (this.#list.length < MAXIMUM) this.#list.push({ code, message, line });
    else this.#more += 1;
  }

  list(): readonly ComplianceProblem[] {
    if (this.#more === 0) return this.#list;
    const message = `${this.#more} further problems are not listed.`;
    return [...this.#list, { code: "scap/more-problems", message, line: 0 }];
  }
}
