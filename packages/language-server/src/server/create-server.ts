import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeResult,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { OpenDocument } from "../documents/open-document.ts";
import {
  CLIENT_REQUESTS,
  type ListFilesResult,
  type ReadFileResult,
  SETTINGS_SECTION,
  type Settings,
} from "../protocol.ts";
import type { ClientFiles } from "../workspace-index/client-files.ts";
import type { Host } from "../workspace-index/folder-source.ts";
import { initializeResult } from "./capabilities.ts";
import { type Client, readClient, readSettings } from "./client-capabilities.ts";
import { registerHandlers } from "./handlers.ts";
import type { Session } from "./session.ts";

/** Files whose changes on disk matter. */
const WATCHED: readonly string[] = [
  "**/*.{yaml,yml,json}",
  "**/{Dockerfile,Containerfile,dockerfile,containerfile}*",
  "**/*.{Dockerfile,Containerfile,dockerfile,containerfile}",
  "**/*.{dockerignore,containerignore}",
  "**/Kustomization",
];

/**
 * Answers a client over a connection, which the caller starts. Only what `initialize` needs is loaded before it is answered; what
 * judges is loaded right after.
 */
export function createServer(connection: Connection, host: Host): void {
  new Server(connection, host).register();
}

class Server {
  readonly #connection: Connection;
  readonly #host: Host;
  readonly #documents = new TextDocuments(TextDocument);
  #client: Client | undefined;
  #session: Session | undefined;
  #settle:
    | { readonly resolve: (session: Session) => void; readonly reject: (error: unknown) => void }
    | undefined;
  readonly #loaded = new Promise<Session>((resolve, reject) => {
    this.#settle = { resolve, reject };
  });

  constructor(connection: Connection, host: Host) {
    this.#connection = connection;
    this.#host = host;
  }

  register(): void {
    const connection = this.#connection;
    connection.onInitialize((params): InitializeResult => {
      this.#client = readClient(params);
      return initializeResult(this.#client);
    });
    connection.onInitialized(() => this.#start());
    connection.onShutdown(() => {
      for (const folder of this.#session?.workspace.all() ?? []) folder.dispose();
    });
    this.#registerDocuments();
    registerHandlers(connection, this.#loaded);
  }

  #registerDocuments(): void {
    this.#documents.onDidChangeContent(({ document }) => this.#session?.changed(openDocument(document)));
    this.#documents.onDidClose(({ document }) => this.#session?.closed(document.uri));
    this.#documents.onDidSave(({ document }) => this.#session?.saved(document.uri));
    this.#documents.listen(this.#connection);
    this.#connection.onDidChangeWatchedFiles(({ changes }) => this.#session?.filesChanged(changes));
    this.#connection.onDidChangeConfiguration(() => this.#session?.settingsChanged());
  }

  #start(): void {
    this.#load().catch((error: unknown) => {
      this.#connection.console.error(`The server could not start: ${String(error)}`);
      this.#settle?.reject(error);
    });
  }

  async #load(): Promise<void> {
    const client = this.#client;
    if (client === undefined) return;
    this.#registerWithClient(client);
    const { createSession } = await import("./session.ts");
    const session = await createSession({
      connection: this.#connection,
      client,
      host: this.#host,
      clientFiles: client.clientFiles ? this.#clientFiles(client) : undefined,
      settingsOf: (folderUri) => this.#settingsOf(client, folderUri),
    });
    for (const uri of client.folders) session.addFolder(uri);
    for (const document of this.#documents.all()) session.changed(openDocument(document));
    this.#session = session;
    this.#settle?.resolve(session);
  }

  #registerWithClient(client: Client): void {
    const { client: registry, workspace } = this.#connection;
    if (client.registersConfiguration)
      void registry.register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION });
    if (client.registersWatchers) {
      const watchers = WATCHED.map((globPattern) => ({ globPattern }));
      void registry.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    if (!client.hasFolders) return;
    workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const { uri } of removed) this.#session?.removeFolder(uri);
      for (const { uri } of added) this.#session?.addFolder(uri);
    });
  }

  async #settingsOf(client: Client, scopeUri: string): Promise<Settings> {
    if (!client.hasConfiguration) return client.settings;
    try {
      const given: unknown = await this.#connection.workspace.getConfiguration({
        scopeUri,
        section: SETTINGS_SECTION,
      });
      return readSettings(given ?? client.settings);
    } catch (error) {
      this.#connection.console.warn(`The client did not tell its settings: ${String(error)}`);
      return client.settings;
    }
  }

  #clientFiles({ pagesUri }: Client): ClientFiles {
    return {
      list: (folder, maximum) =>
        this.#connection.sendRequest<ListFilesResult>(CLIENT_REQUESTS.listFiles, { folder, maximum }),
      read: (uri) => this.#connection.sendRequest<ReadFileResult>(CLIENT_REQUESTS.readFile, { uri }),
      pagesUri,
    };
  }
}

function openDocument(document: TextDocument): OpenDocument {
  const { uri, languageId, version } = document;
  return { uri, languageId, version, text: document.getText() };
}
