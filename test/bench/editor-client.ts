import { readFileSync } from "node:fs";
import { type ServerProcess, startServer } from "@plimsoll/language-server/testing";

/** A language server that is measured. */
export interface MeasuredServer {
  readonly name: string;
  readonly command: readonly string[];
  /** Whether it is asked for diagnostics; otherwise it pushes them. */
  readonly pulls: boolean;
}

/** A server with one open file. */
export class Editor {
  readonly process: ServerProcess;
  readonly #server: MeasuredServer;
  #pushes = 0;
  #arrived: (() => void) | undefined;

  constructor(server: MeasuredServer) {
    this.#server = server;
    this.process = startServer(server.command);
    this.process.client.onPush = () => {
      this.#pushes += 1;
      this.#arrived?.();
    };
  }

  /** Milliseconds from the start of the process to the answer to `initialize`. */
  async start(folders: readonly string[]): Promise<number> {
    const before = performance.now();
    await this.process.client.start({
      folders,
      ...(this.#server.pulls ? {} : { capabilities: { textDocument: { publishDiagnostics: {} } } }),
    });
    return performance.now() - before;
  }

  /** Milliseconds from opening a file to its diagnostics. */
  async open(uri: string, text: string): Promise<number> {
    const before = performance.now();
    const seen = this.#pushes;
    await this.process.client.open(uri, text);
    await this.#diagnostics(uri, seen);
    return performance.now() - before;
  }

  /** Milliseconds from a keystroke to the diagnostics of the text with it. */
  async type(uri: string, at: number, removed: number, newText: string): Promise<number> {
    const before = performance.now();
    const seen = this.#pushes;
    await this.process.client.edit(uri, at, at + removed, newText);
    await this.#diagnostics(uri, seen);
    return performance.now() - before;
  }

  async #diagnostics(uri: string, seen: number): Promise<void> {
    if (this.#server.pulls) await this.process.client.pull(uri);
    else while (this.#pushes === seen) await new Promise<void>((resolve) => (this.#arrived = resolve));
  }

  /** Resident memory of the server in MiB; undefined where the system does not tell. */
  memory(): number | undefined {
    const status = readProc(this.process.pid, "status");
    const found = /^VmRSS:\s+(\d+) kB/mu.exec(status ?? "");
    return found === null ? undefined : Number(found[1]) / 1024;
  }

  /** CPU time that the server has used, in milliseconds, in steps of ten; undefined where the system does not tell. */
  cpu(): number | undefined {
    const stat = readProc(this.process.pid, "stat");
    const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields === undefined ? undefined : (Number(fields[11]) + Number(fields[12])) * 10;
  }

  async stop(): Promise<void> {
    this.process.client.dispose();
    this.process.kill();
    await this.process.exit;
  }
}

function readProc(pid: number, name: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    // Only Linux has it.
    return undefined;
  }
}
