import type { Host } from "./folder-source.ts";

/** How long background work runs before it lets messages through, in milliseconds. */
const SLICE = 4;
/** How long background work rests after a person typed. */
const REST_AFTER_EDIT = 25;
/** Rests in a row that background work grants to a person who does not stop typing. */
const MAXIMUM_RESTS = 2;

/** Cuts background work into slices, and stands back while a person types. */
export class Pacer {
  readonly #host: Pick<Host, "now" | "turn" | "rest">;
  #sliceStart = 0;
  #lastEdit = Number.NEGATIVE_INFINITY;

  constructor(host: Pick<Host, "now" | "turn" | "rest">) {
    this.#host = host;
  }

  /** Says that a person has typed. */
  touch(): void {
    this.#lastEdit = this.#host.now();
  }

  /** For work that nobody waits for: rests while a person types. */
  readonly pause = async (): Promise<void> => {
    const { now, turn, rest } = this.#host;
    if (now() - this.#sliceStart < SLICE) return;
    await turn();
    for (let rests = 0; rests < MAXIMUM_RESTS && now() - this.#lastEdit < REST_AFTER_EDIT; rests += 1)
      await rest(REST_AFTER_EDIT);
    this.#sliceStart = now();
  };

  /** For work whose outcome a person waits for: lets messages through, no more. */
  readonly breathe = async (): Promise<void> => {
    const { now, turn } = this.#host;
    if (now() - this.#sliceStart < SLICE) return;
    await turn();
    this.#sliceStart = now();
  };
}
