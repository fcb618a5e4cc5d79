import {
  NOTIFICATIONS,
  REQUESTS,
  type FindingsChanged,
  type FixAllParams,
  type FixAllResult,
  type Page,
  type PageParams,
  type Status,
  type WaiveParams,
  type WaiverChoices,
  type WaiveResult,
  type WorkspaceFindings,
} from "@plimsoll/language-server/protocol";
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { answerFileRequests } from "./client-files.ts";
import { wantsServer } from "./documents.ts";

/** Makes the client of one host. Called once, when it is first needed. */
export type MakeClient = (outputChannel: vscode.LogOutputChannel) => Promise<BaseLanguageClient>;

/** What differs between the desktop and the browser. */
export interface Host {
  readonly makeClient: MakeClient;
  /** A file of the extension that the server may read through the editor, beside those of the workspace. */
  readonly readable?: vscode.Uri;
}

/** The server as commands and views see it: it starts when something needs it, and what it says is typed. */
export class ServerConnection implements vscode.Disposable {
  readonly output: vscode.LogOutputChannel;
  readonly #host: Host;
  readonly #status = new vscode.EventEmitter<Status | undefined>();
  readonly #findingsChanged = new vscode.EventEmitter<FindingsChanged>();
  readonly #disposables: vscode.Disposable[] = [this.#status, this.#findingsChanged];
  #client: BaseLanguageClient | undefined;
  #starting: Promise<BaseLanguageClient> | undefined;

  /** What the server last said of itself; undefined when it stops. */
  readonly onStatus: vscode.Event<Status | undefined> = this.#status.event;
  readonly onFindingsChanged: vscode.Event<FindingsChanged> = this.#findingsChanged.event;

  constructor(host: Host) {
    this.#host = host;
    this.output = vscode.window.createOutputChannel("Plimsoll", { log: true });
    this.#disposables.push(this.output);
  }

  /** Starts the server with the first document that wants it, open now or later. Does not wait for it. */
  startWithDocuments(): void {
    const look = (documents: readonly vscode.TextDocument[]): void => {
      if (documents.some(wantsServer)) void this.started().catch((error: unknown) => this.#report(error));
    };
    this.#disposables.push(vscode.workspace.onDidOpenTextDocument((document) => look([document])));
    // A turn later, so that VS Code does not wait for our client while it activates others.
    const timer = setTimeout(() => look(vscode.workspace.textDocuments), 0);
    this.#disposables.push(new vscode.Disposable(() => clearTimeout(timer)));
  }

  /** The running client; starts it where it does not run yet. */
  started(): Promise<BaseLanguageClient> {
    this.#starting ??= this.#start();
    return this.#starting;
  }

  /** Whether the server has been asked for. */
  get isStarted(): boolean {
    return this.#starting !== undefined;
  }

  async #start(): Promise<BaseLanguageClient> {
    const client = await this.#host.makeClient(this.output);
    this.#client = client;
    this.#disposables.push(
      answerFileRequests(client, this.#host.readable),
      client.onNotification(NOTIFICATIONS.status, (status: Status) => this.#status.fire(status)),
      client.onNotification(NOTIFICATIONS.findingsChanged, (changed: FindingsChanged) =>
        this.#findingsChanged.fire(changed),
      ),
      client.onDidChangeState(() => {
        if (!client.isRunning()) this.#status.fire(undefined);
      }),
    );
    await client.start();
    return client;
  }

  /** Starts it anew, with what is open. */
  async restart(): Promise<void> {
    if (this.#client?.isRunning() === true) await this.#client.stop();
    await (this.#starting === undefined ? this.started() : this.#client?.start());
  }

  async #ask<Answer>(method: string, parameters: object): Promise<Answer> {
    const client = await this.started();
    return client.sendRequest<Answer>(method, parameters);
  }

  workspaceFindings(): Promise<WorkspaceFindings> {
    return this.#ask(REQUESTS.workspaceFindings, {});
  }

  page(parameters: PageParams): Promise<Page | null> {
    return this.#ask(REQUESTS.page, parameters);
  }

  waiverChoices(uri: string): Promise<WaiverChoices> {
    return this.#ask(REQUESTS.waiverChoices, { uri });
  }

  waive(parameters: WaiveParams): Promise<WaiveResult> {
    return this.#ask(REQUESTS.waive, parameters);
  }

  fixAll(parameters: FixAllParams): Promise<FixAllResult> {
    return this.#ask(REQUESTS.fixAllOfRule, parameters);
  }

  status(): Promise<Status> {
    return this.#ask(REQUESTS.status, {});
  }

  async reindex(): Promise<void> {
    await this.#ask<null>(REQUESTS.reindex, {});
  }

  /** An edit of the protocol as one of the editor. */
  async toWorkspaceEdit(edit: NonNullable<FixAllResult>): Promise<vscode.WorkspaceEdit> {
    const client = await this.started();
    return client.protocol2CodeConverter.asWorkspaceEdit(edit);
  }

  #report(error: unknown): void {
    this.output.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  async stop(): Promise<void> {
    // A client that is just starting cannot be stopped; one that never started needs not be.
    await this.#starting?.catch(() => undefined);
    await this.#client?.dispose();
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }
}
