import { fstatSync, statSync, writeSync, type Stats } from "node:fs";
import { devNull } from "node:os";

/** Standard output or standard error of this process. */
export interface OutletSource {
  readonly descriptor: number;
  /** Node's stream of it. Asking for it loads the libraries of streams, which takes a twentieth of a start. */
  readonly stream: () => NodeJS.WriteStream;
  /** Called once, with the error after which nothing is written any more. */
  readonly onError: (error: NodeJS.ErrnoException) => void;
}

/** Where text goes: straight to the system where that is the same as through Node's stream, which is everywhere but on a terminal. */
export class Outlet {
  readonly #source: OutletSource;
  #isDirect: boolean;
  #stream: NodeJS.WriteStream | undefined;
  #isGone = false;

  constructor(source: OutletSource) {
    this.#source = source;
    this.#isDirect = takesBytes(source.descriptor);
  }

  get isTerminal(): boolean {
    return !this.#isDirect && this.#open().isTTY;
  }

  /** Cells of a line, on a terminal. */
  get width(): number | undefined {
    return this.#isDirect ? undefined : this.#open().columns;
  }

  /** Settles when the text is written, or will never be. */
  write(text: string): Promise<void> {
    const rest = this.#isDirect ? this.#writeDirectly(text) : text;
    if (this.#isGone || rest.length === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#open().write(rest, () => resolve());
    });
  }

  /** Returns what could not be written without waiting for the reader, which is left to Node. */
  #writeDirectly(text: string): string | Uint8Array {
    const bytes = Buffer.from(text);
    let end = 0;
    try {
      while (!this.#isGone && end < bytes.length)
        end += writeSync(this.#source.descriptor, bytes, end, bytes.length - end);
    } catch (error) {
      if (codeOf(error) === "EAGAIN") this.#isDirect = false;
      else this.#fail(error);
    }
    return bytes.subarray(end);
  }

  #open(): NodeJS.WriteStream {
    if (this.#stream !== undefined) return this.#stream;
    const stream = this.#source.stream();
    stream.on("error", (error) => this.#fail(error));
    this.#stream = stream;
    return stream;
  }

  #fail(error: unknown): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#source.onError(error instanceof Error ? error : new Error(String(error)));
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}

/** Whether it is a file, a pipe, a socket or nothing at all, and no terminal. Windows keeps to Node's streams. */
function takesBytes(descriptor: number): boolean {
  if (process.platform === "win32") return false;
  try {
    const status = fstatSync(descriptor);
    return status.isFile() || status.isFIFO() || status.isSocket() || isNothing(status);
  } catch {
    // A descriptor that is closed: Node's stream says so.
    return false;
  }
}

function isNothing(status: Stats): boolean {
  return status.isCharacterDevice() && status.rdev === statSync(devNull).rdev;
}
