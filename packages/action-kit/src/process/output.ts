import { StringDecoder } from "node:string_decoder";

/** Collects chunks up to a limit. */
export class BoundedOutput {
  readonly #limit: number;
  readonly #chunks: Buffer[] = [];
  #bytes = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** False where the chunk did not fit; its beginning is kept then. */
  add(chunk: Buffer): boolean {
    const room = this.#limit - this.#bytes;
    const kept = chunk.length <= room ? chunk : chunk.subarray(0, room);
    this.#chunks.push(kept);
    this.#bytes += kept.length;
    return chunk.length <= room;
  }

  toBuffer(): Buffer {
    return Buffer.concat(this.#chunks);
  }
}

/** Characters of a line that is given on; a longer one is cut. */
const LONGEST_LINE = 64 * 1024;

/** Cuts output into lines as it comes. */
export class LineSplitter {
  readonly #decoder = new StringDecoder("utf8");
  readonly #take: ((line: string) => void) | undefined;
  #rest = "";

  constructor(take: ((line: string) => void) | undefined) {
    this.#take = take;
  }

  add(chunk: Buffer): void {
    if (this.#take === undefined) return;
    const lines = this.#decoder.write(chunk).split("\n");
    const last = lines.pop() ?? "";
    for (const line of lines) {
      this.#give(this.#rest + line);
      this.#rest = "";
    }
    if (this.#rest.length < LONGEST_LINE) this.#rest += last;
  }

  end(): void {
    const rest = this.#rest + this.#decoder.end();
    this.#rest = "";
    if (rest !== "") this.#give(rest);
  }

  #give(line: string): void {
    this.#take?.(line.slice(0, LONGEST_LINE).replace(/\r$/u, ""));
  }
}
