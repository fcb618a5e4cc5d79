import type { ClientCapabilities, InitializeParams } from "vscode-languageserver-protocol";
import { DEFAULT_SETTINGS, type InitializationOptions, type Settings } from "../protocol.ts";

/** What the server makes use of in a client. */
export interface Client {
  readonly pulls: boolean;
  readonly refreshes: boolean;
  readonly hasConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly hasFolders: boolean;
  readonly showsProgress: boolean;
  /** Whether completions may be snippets. */
  readonly takesSnippets: boolean;
  /** Whether it asks for the edit of a code action when a person has chosen it. */
  readonly resolvesActions: boolean;
  readonly clientFiles: boolean;
  readonly clientCommands: boolean;
  readonly pagesUri: string | undefined;
  /** Settings that came with `initialize`. */
  readonly settings: Settings;
  readonly folders: readonly string[];
}

/** Reads what a client says of itself. What it leaves out it cannot do. */
export function readClient(params: InitializeParams): Client {
  const options = readOptions(params.initializationOptions);
  const { pagesUri } = options;
  return {
    ...readCapabilities(params.capabilities),
    clientFiles: options.clientFiles === true,
    clientCommands: options.clientCommands === true,
    pagesUri: typeof pagesUri === "string" ? pagesUri : undefined,
    settings: readSettings(options.settings),
    folders: foldersOf(params),
  };
}

type Capabilities = Omit<Client, "clientFiles" | "clientCommands" | "pagesUri" | "settings" | "folders">;

function readCapabilities({ workspace, textDocument, window }: ClientCapabilities): Capabilities {
  return {
    ...readWorkspace(workspace ?? {}),
    pulls: textDocument?.diagnostic !== undefined,
    showsProgress: window?.workDoneProgress === true,
    takesSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    resolvesActions: textDocument?.codeAction?.resolveSupport?.properties.includes("edit") === true,
  };
}

function readWorkspace(workspace: NonNullable<ClientCapabilities["workspace"]>) {
  return {
    refreshes: workspace.diagnostics?.refreshSupport === true,
    hasConfiguration: workspace.configuration === true,
    registersConfiguration: workspace.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace.didChangeWatchedFiles?.dynamicRegistration === true,
    hasFolders: workspace.workspaceFolders === true,
  };
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders !== undefined && workspaceFolders !== null)
    return workspaceFolders.map(({ uri }) => uri);
  return rootUri === null || rootUri === undefined ? [] : [rootUri];
}

function readOptions(value: unknown): InitializationOptions {
  return isObject(value) ? value : {};
}

const MAXIMUM_PROBLEMS = 1000;

/** Settings from a client, each checked: what is absent or of another type is its default. */
export function readSettings(value: unknown): Settings {
  const given = isObject(value) ? value : {};
  const boolean = (key: keyof Settings, fallback: boolean): boolean => {
    const found = given[key];
    return typeof found === "boolean" ? found : fallback;
  };
  const text = (key: keyof Settings): string => {
    const found = given[key];
    return typeof found === "string" ? found.trim() : "";
  };
  const maximum = given["maximumProblems"];
  return {
    enable: boolean("enable", DEFAULT_SETTINGS.enable),
    profile: text("profile"),
    configurationFile: text("configurationFile"),
    showWaived: boolean("showWaived", DEFAULT_SETTINGS.showWaived),
    indexWorkspace: boolean("indexWorkspace", DEFAULT_SETTINGS.indexWorkspace),
    problems: given["problems"] === "workspace" ? "workspace" : "openFiles",
    maximumProblems:
      typeof maximum === "number" && Number.isInteger(maximum)
        ? Math.min(Math.max(maximum, 1), MAXIMUM_PROBLEMS)
        : DEFAULT_SETTINGS.maximumProblems,
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
