import { type KubernetesSchemas, loadKubernetesSchemas, type RuleSet } from "@plimsoll/core";
import { ruleSet } from "@plimsoll/rules";
import type { Connection, FileEvent } from "vscode-languageserver";
import { Publisher } from "../diagnostics/publisher.ts";
import type { OpenDocument } from "../documents/open-document.ts";
import { NOTIFICATIONS, type Settings } from "../protocol.ts";
import type { ClientFiles } from "../workspace-index/client-files.ts";
import type { Folder, FolderEvents } from "../workspace-index/folder.ts";
import type { Host } from "../workspace-index/folder-source.ts";
import { isConfigurationFile, LiveProblems } from "../workspace-index/live-problems.ts";
import { Pacer } from "../workspace-index/pacer.ts";
import type { Client } from "./client-capabilities.ts";
import { applyFileEvents } from "./file-events.ts";
import { IndexProgressBar } from "./index-progress.ts";
import { Reporter } from "./reporter.ts";
import { type Place, Workspace } from "./workspace.ts";

/** What a session works with. */
export interface SessionParts {
  readonly connection: Connection;
  readonly client: Client;
  readonly host: Host;
  readonly clientFiles: ClientFiles | undefined;
  readonly settingsOf: (folderUri: string) => Promise<Settings>;
}

/** Makes a session. What judges is loaded with it, so that the server answers `initialize` before. */
export async function createSession(parts: SessionParts): Promise<Session> {
  return new Session(parts, await loadKubernetesSchemas());
}

/** All that the server knows of a client's workspace. Handlers of requests ask it. */
export class Session {
  readonly parts: SessionParts;
  readonly ruleSet: RuleSet = ruleSet;
  readonly schemas: KubernetesSchemas;
  readonly workspace: Workspace;
  readonly reporter: Reporter;
  readonly #pacer: Pacer;
  readonly #publisher: Publisher;
  readonly #progress: IndexProgressBar | undefined;
  #pages: Promise<ReadonlyMap<string, string>> | undefined;
  readonly #live = new Map<Folder, LiveProblems>();
  /** Tells results of this server from those of one before it. */
  readonly id: string;

  constructor(parts: SessionParts, schemas: KubernetesSchemas) {
    this.parts = parts;
    this.schemas = schemas;
    const { connection, client, host, clientFiles, settingsOf } = parts;
    this.id = host.now().toString(36);
    this.#pacer = new Pacer(host);
    this.#publisher = new Publisher({
      send: (params) => void connection.sendDiagnostics(params),
      pulls: client.pulls,
      pause: this.#pacer.breathe,
      addressOf: this.addressOf,
    });
    this.workspace = new Workspace({
      ruleSet,
      schemas,
      host,
      clientFiles,
      settingsOf,
      pacer: this.#pacer,
      events: this.#events(),
    });
    this.#progress = client.showsProgress
      ? new IndexProgressBar(connection, () => this.workspace.all())
      : undefined;
    this.reporter = new Reporter({
      host,
      pacer: this.#pacer,
      folders: () => this.workspace.all(),
      sendStatus: (status) => void connection.sendNotification(NOTIFICATIONS.status, status),
      sendChanged: (changed) => void connection.sendNotification(NOTIFICATIONS.findingsChanged, changed),
      onReports: (folder) => this.#publish(folder, []),
      onFailure: (message) => this.#log(message),
    });
  }

  /** There is no site to point at: a rule's page is shown by the editor. */
  readonly addressOf = (_ruleId: string): string | undefined => undefined;

  /** The pages of rules and requirements, loaded when first asked for. */
  pages(): Promise<ReadonlyMap<string, string>> {
    this.#pages ??= this.#loadPages();
    return this.#pages;
  }

  async #loadPages(): Promise<ReadonlyMap<string, string>> {
    try {
      return await this.parts.host.loadPages(this.parts.clientFiles);
    } catch (error) {
      this.#log(`The pages of the rules cannot be read: ${String(error)}`);
      return new Map();
    }
  }

  #events(): FolderEvents {
    return {
      onFindings: (folder, paths) => {
        this.#publish(folder, paths);
        this.reporter.findingsMoved();
      },
      onJudge: () => {
        if (this.parts.client.refreshes && this.parts.client.pulls)
          void this.parts.connection.languages.diagnostics.refresh();
      },
      onProgress: () => {
        this.reporter.soon();
        this.#progress?.update();
      },
      onFailure: (message) => this.#log(message),
    };
  }

  #log(message: string): void {
    this.parts.connection.console.error(message);
  }

  #publish(folder: Folder, paths: readonly string[] | undefined): void {
    const extras = { problems: this.#liveOf(folder).all(), reports: this.reporter.reportsOf(folder) };
    const done = this.#publisher.publish(folder, paths, extras);
    done.catch((error: unknown) => this.#log(String(error)));
  }

  #liveOf(folder: Folder): LiveProblems {
    let live = this.#live.get(folder);
    if (live === undefined) {
      live = new LiveProblems(folder, this.ruleSet);
      this.#live.set(folder, live);
    }
    return live;
  }

  /** Opens a workspace folder. Open files that lie in it move there. */
  addFolder(uri: string): void {
    const folder = this.workspace.add(uri);
    if (folder === undefined) return;
    for (const other of this.workspace.all()) if (other !== folder) this.#move(other);
    void this.workspace.load(folder);
  }

  removeFolder(uri: string): void {
    const folder = this.workspace.remove(uri);
    if (folder === undefined) return;
    this.#forget(folder);
    this.#move(folder);
  }

  /** Hands over open files that belong elsewhere now. */
  #move(from: Folder): void {
    for (const path of from.open.paths()) {
      const document = from.open.documentOf(path);
      if (document === undefined || this.workspace.placeOf(document.uri)?.folder === from) continue;
      from.close(path);
      this.changed(document);
    }
    this.#release(from);
  }

  #release(folder: Folder): void {
    this.workspace.release(folder);
    if (!this.workspace.all().includes(folder)) this.#forget(folder);
  }

  #forget(folder: Folder): void {
    this.#publisher.clear(folder);
    this.#live.delete(folder);
    this.reporter.forget(folder);
    this.#progress?.update();
  }

  /** Takes a file that was opened or edited. */
  changed(document: OpenDocument): void {
    this.#pacer.touch();
    const place = this.workspace.place(document.uri);
    if (place === undefined) return;
    place.folder.change(place.path, document);
    if (isConfigurationFile(place.folder, place.path)) void this.#updateLive(place.folder);
  }

  closed(uri: string): void {
    const place = this.workspace.placeOf(uri);
    if (place === undefined) return;
    place.folder.close(place.path);
    if (isConfigurationFile(place.folder, place.path)) void this.#updateLive(place.folder);
    this.#release(place.folder);
  }

  async #updateLive(folder: Folder): Promise<void> {
    await folder.ready;
    const live = this.#liveOf(folder);
    const before = live.all();
    if (await live.update())
      this.#publish(
        folder,
        before.map(({ file }) => file),
      );
  }

  /** A file was saved: where it is one of the configuration, it counts from now on. */
  saved(uri: string): void {
    const place = this.workspace.placeOf(uri);
    if (place !== undefined && isConfigurationFile(place.folder, place.path)) this.reload(place.folder);
  }

  /** Reads a folder's configuration again. */
  reload(folder: Folder): void {
    this.#liveOf(folder).clear();
    void this.workspace.load(folder);
  }

  /** Files changed on disk. */
  filesChanged(events: readonly FileEvent[]): void {
    applyFileEvents(events, { workspace: this.workspace, reload: (folder) => this.reload(folder) });
  }

  /** The client's settings changed. */
  settingsChanged(): void {
    for (const folder of this.workspace.all()) this.reload(folder);
  }

  /** Where a file lies, once its folder can judge it. */
  async placeWhenReady(uri: string): Promise<Place | undefined> {
    const place = this.workspace.place(uri);
    await place?.folder.ready;
    return place;
  }
}
