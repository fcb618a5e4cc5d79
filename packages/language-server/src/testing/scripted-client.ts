import { SourceText } from "@plimsoll/syntax";
import { spawn } from "node:child_process";
import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import type {
  ClientCapabilities,
  Diagnostic,
  DocumentDiagnosticReport,
  InitializeResult,
  PublishDiagnosticsParams,
} from "vscode-languageserver-protocol";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { nodeHost } from "../hosts/node-host.ts";
import { type InitializationOptions, NOTIFICATIONS, type Settings, type Status } from "../protocol.ts";
import { createServer } from "../server/create-server.ts";

/** A text with the edits that the client has made. */
interface Text {
  uri: string;
  version: number;
  text: string;
}

/** How a client comes up. */
export interface ClientOptions {
  readonly folders: readonly string[];
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: InitializationOptions;
  /** Answers `workspace/configuration`, by the URI that is asked for. */
  readonly settings?: (scopeUri: string | undefined) => Partial<Settings>;
}

/** What a client can that pulls and answers everything. */
export const FULL_CLIENT: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
};

/** A client that does what a test says, over streams in this process or to a child process. */
export class ScriptedClient {
  readonly connection: ProtocolConnection;
  readonly pushed: Map<string, PublishDiagnosticsParams> = new Map();
  readonly statuses: Status[] = [];
  /** Told of everything that is pushed. */
  onPush: ((params: PublishDiagnosticsParams) => void) | undefined;
  /** Requests for a refresh of what was pulled. */
  refreshes = 0;
  #settings: ClientOptions["settings"];
  #waiting: { readonly holds: () => boolean; readonly done: () => void }[] = [];
  readonly #texts = new Map<string, Text>();

  constructor(connection: ProtocolConnection) {
    this.connection = connection;
    connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
      this.pushed.set(params.uri, params);
      this.onPush?.(params);
      this.#wake();
    });
    connection.onNotification(NOTIFICATIONS.status, (status: Status) => {
      this.statuses.push(status);
      this.#wake();
    });
    connection.onRequest("workspace/configuration", ({ items }: { items: { scopeUri?: string }[] }) =>
      items.map(({ scopeUri }) => this.#settings?.(scopeUri) ?? null),
    );
    connection.onRequest("workspace/diagnostic/refresh", () => {
      this.refreshes += 1;
      this.#wake();
      return null;
    });
    for (const method of ["client/registerCapability", "window/workDoneProgress/create"])
      connection.onRequest(method, () => null);
    connection.listen();
  }

  async start(options: ClientOptions): Promise<InitializeResult> {
    this.#settings = options.settings;
    const result: InitializeResult = await this.connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: options.capabilities ?? FULL_CLIENT,
      workspaceFolders: options.folders.map((uri) => ({ uri, name: uri })),
      initializationOptions: options.initializationOptions,
    });
    await this.connection.sendNotification("initialized", {});
    return result;
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest("shutdown");
    await this.connection.sendNotification("exit");
    this.connection.dispose();
  }

  /** Ends the connection without a word, for a server in this process: `exit` would end the process. */
  dispose(): void {
    this.connection.dispose();
  }

  async open(uri: string, text: string, languageId: string = languageOf(uri)): Promise<void> {
    this.#texts.set(uri, { uri, version: 1, text });
    const textDocument = { uri, languageId, version: 1, text };
    await this.connection.sendNotification("textDocument/didOpen", { textDocument });
  }

  /** Replaces a stretch of the text, in UTF-16 code units. */
  async edit(uri: string, start: number, end: number, newText: string): Promise<void> {
    const known = this.textOf(uri);
    const from = splitsBreak(known.text, start) ? start - 1 : start;
    const to = splitsBreak(known.text, end) ? end + 1 : end;
    const source = new SourceText(known.text);
    const range = { start: positionAt(source, from), end: positionAt(source, to) };
    known.text = known.text.slice(0, from) + newText + known.text.slice(to);
    known.version += 1;
    await this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: known.version },
      contentChanges: [{ range, text: newText }],
    });
  }

  /** Tells the server that a file was saved. */
  async save(uri: string): Promise<void> {
    await this.connection.sendNotification("textDocument/didSave", { textDocument: { uri } });
  }

  /** Tells the server that files changed on disk: 1 created, 2 changed, 3 deleted. */
  async watch(...changes: readonly { readonly uri: string; readonly type: 1 | 2 | 3 }[]): Promise<void> {
    await this.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
  }

  /** Replaces the first place of a text. */
  async replace(uri: string, old: string, newText: string): Promise<void> {
    const at = this.textOf(uri).text.indexOf(old);
    if (at < 0) throw new Error(`${JSON.stringify(old)} is not in ${uri}`);
    await this.edit(uri, at, at + old.length, newText);
  }

  async close(uri: string): Promise<void> {
    this.#texts.delete(uri);
    await this.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  }

  textOf(uri: string): Text {
    const known = this.#texts.get(uri);
    if (known === undefined) throw new Error(`${uri} is not open`);
    return known;
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest("textDocument/diagnostic", {
      textDocument: { uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  /** The diagnostics of a full answer. */
  async items(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.pull(uri);
    if (report.kind !== "full") throw new Error(`unexpected ${report.kind}`);
    return report.items;
  }

  /** What was pushed of a file last. */
  pushedOf(uri: string): readonly Diagnostic[] {
    return this.pushed.get(uri)?.diagnostics ?? [];
  }

  /** Resolves when something holds that messages of the server bring about. */
  async until(holds: () => boolean): Promise<void> {
    if (holds()) return;
    await new Promise<void>((done) => this.#waiting.push({ holds, done }));
  }

  /** Resolves when the server says that it has indexed everything. */
  async ready(): Promise<Status> {
    await this.until(() => this.statuses.at(-1)?.state === "ready");
    const status = this.statuses.at(-1);
    if (status === undefined) throw new Error("no status");
    return status;
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = waiting.filter(({ holds }) => !holds());
    for (const one of waiting) if (!this.#waiting.includes(one)) one.done();
  }
}

/** A client and a server in this process, joined by streams. */
export function clientInProcess(): ScriptedClient {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const server = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(up),
    new StreamMessageWriter(down),
  );
  // The real one ends the process.
  createServer(server, nodeHost);
  server.listen();
  return new ScriptedClient(
    createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up)),
  );
}

/** A server as a child process over stdio. */
export interface ServerProcess {
  readonly client: ScriptedClient;
  readonly pid: number;
  /** The code with which it ends. */
  readonly exit: Promise<number | null>;
  readonly write: (raw: string) => void;
  /** Closes its input. */
  readonly end: () => void;
  readonly kill: () => void;
  readonly stderr: () => string;
}

const SOURCE = fileURLToPath(new URL("../hosts/node.ts", import.meta.url));

const COMMAND: readonly string[] = [process.execPath, "--conditions=source", SOURCE];

/** Runs the command to its end. */
export function runServer(
  args: readonly string[],
): Promise<{ readonly code: number | null; readonly output: string }> {
  const [program = "", ...fixed] = COMMAND;
  const child = spawn(program, [...fixed, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, output })));
}

/** Starts the server from source, or another command. */
export function startServer(command: readonly string[] = [...COMMAND, "--stdio"]): ServerProcess {
  const [program = "", ...args] = command;
  const child = spawn(program, args, { stdio: ["pipe", "pipe", "pipe"] });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const exit = new Promise<number | null>((resolve) => child.on("exit", (code) => resolve(code)));
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  return {
    client: new ScriptedClient(connection),
    pid: child.pid ?? -1,
    exit,
    write: (raw) => child.stdin.write(raw),
    end: () => child.stdin.end(),
    kill: () => child.kill("SIGKILL"),
    stderr: () => stderr,
  };
}

function languageOf(uri: string): string {
  if (/dockerfile/iu.test(uri)) return "dockerfile";
  return uri.endsWith(".json") ? "json" : "yaml";
}

/** The protocol counts lines as we do, but from 0. */
function positionAt(source: SourceText, offset: number): { line: number; character: number } {
  const { line, column } = source.positionAt(offset);
  return { line: line - 1, character: column - 1 };
}

/** No position lies between CR and LF. */
function splitsBreak(text: string, offset: number): boolean {
  return text[offset - 1] === "\r" && text[offset] === "\n";
}
