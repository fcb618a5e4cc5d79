import type { NotChecked } from "@plimsoll/core";
import type { ClientFiles } from "./client-files.ts";

/** A file's text, or why there is none. */
export type ReadOutcome =
  | { readonly text: string }
  | { readonly missing: true }
  | { readonly notChecked: NotChecked };

/** What to list. */
export interface ListRequest {
  /** Whether a file is one to read, by its path from the root. */
  readonly select: (path: string) => boolean;
  /** Files that are listed at most. */
  readonly maximum: number;
  /** Lets waiting messages through when it has been long enough. */
  readonly pause: () => Promise<void>;
  readonly signal: AbortSignal;
}

/** Files of a folder. */
export interface Listing {
  /** Paths from the root. */
  readonly paths: readonly string[];
  readonly notChecked: readonly NotChecked[];
}

/** Where the files of a workspace folder come from. Paths count from the root, with `/`. It writes nothing and runs nothing. */
export interface FolderSource {
  /** Path of the folder from the root, which may lie above it; empty where they are one. */
  readonly folder: string;
  /** The workspace path of a URI; undefined outside the root. */
  readonly pathOf: (uri: string) => string | undefined;
  readonly uriOf: (path: string) => string;
  readonly list: (request: ListRequest) => Promise<Listing>;
  readonly read: (path: string) => Promise<ReadOutcome>;
  /** Reads files beside a file as they are now; undefined for what is not there, or not known yet. */
  readonly siblingsOf: (path: string) => (name: string) => string | undefined;
}

/** What a source may say later. */
export interface SourceEvents {
  /** A file that a check asked for was read meanwhile: what it asks for is known now. */
  readonly onSibling: (path: string) => void;
}

/** The surroundings that the server runs in: everything with an effect goes through here. */
export interface Host {
  /** Today in UTC, YYYY-MM-DD. */
  readonly today: () => string;
  /** Milliseconds from some start. */
  readonly now: () => number;
  /** Resolves after messages that wait were handled. */
  readonly turn: () => Promise<void>;
  /** Resolves after so many milliseconds. */
  readonly rest: (milliseconds: number) => Promise<void>;
  /** Opens a folder; `clientFiles` is there where the client offers to read for the server. */
  readonly open: (
    folderUri: string,
    clientFiles: ClientFiles | undefined,
    events: SourceEvents,
  ) => FolderSource;
  /** Called now and then while there is work, with the number of files that are known, for what the process itself needs. */
  readonly upkeep?: (files: number) => void;
  /** Generated pages by `rules/<id>` and `requirements/<id>`, as the build bundles them. */
  readonly loadPages: (clientFiles: ClientFiles | undefined) => Promise<ReadonlyMap<string, string>>;
}
