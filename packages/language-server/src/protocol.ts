/**
 * What Plimsoll's server and its clients say to each other beyond the Language Server Protocol. Types and names only, so that a
 * client can import it without the server.
 */
import type { Range, WorkspaceEdit } from "vscode-languageserver-types";

/** Requests of the client. */
export const REQUESTS = {
  /** `{}` → {@link WorkspaceFindings}. */
  workspaceFindings: "plimsoll/workspaceFindings",
  /** {@link PageParams} → {@link Page} or null. */
  page: "plimsoll/page",
  /** {@link WaiveParams} → {@link WaiveResult}. */
  waive: "plimsoll/waive",
  /** {@link WaiverChoicesParams} → {@link WaiverChoices}. */
  waiverChoices: "plimsoll/waiverChoices",
  /** {@link FixAllParams} → {@link FixAllResult}. */
  fixAllOfRule: "plimsoll/fixAllOfRule",
  /** `{}` → {@link Status}. */
  status: "plimsoll/status",
  /** `{}` → null: reads configuration and all files again. */
  reindex: "plimsoll/reindex",
} as const;

/** Notifications of the server. */
export const NOTIFICATIONS = {
  /** {@link Status}, whenever it changes. Same name as the request. */
  status: "plimsoll/status",
  /** {@link FindingsChanged}: a view of the findings of the workspace is out of date. At most every 250 ms. */
  findingsChanged: "plimsoll/findingsChanged",
} as const;

/**
 * Requests of the server to the client, for workspace folders that the server cannot read itself: all folders in a web worker, and
 * folders without the scheme `file` elsewhere. A client that answers them says so: see {@link InitializationOptions}.
 */
export const CLIENT_REQUESTS = {
  /** {@link ListFilesParams} → {@link ListFilesResult}. */
  listFiles: "plimsoll/client/listFiles",
  /** {@link ReadFileParams} → {@link ReadFileResult}. */
  readFile: "plimsoll/client/readFile",
} as const;

/** Commands that code actions name. The client carries them out: they ask a person or open a view. */
export const COMMANDS = {
  /** Arguments: [{@link WaiveTarget}]. */
  waive: "plimsoll.waive",
  /** Arguments: [{@link PageParams}]. */
  openPage: "plimsoll.openPage",
} as const;

/** The kind of code action that mends all that is safe to mend. */
export const FIX_ALL_KIND = "source.fixAll.plimsoll";

/** The source of every diagnostic. */
export const DIAGNOSTIC_SOURCE = "plimsoll";

/** The section of the client's settings. */
export const SETTINGS_SECTION = "plimsoll";

/** What a client says of itself in `initialize`. All of it may be absent. */
export interface InitializationOptions {
  /** It answers {@link CLIENT_REQUESTS}. Default: false. */
  readonly clientFiles?: boolean;
  /** It carries out {@link COMMANDS}. Default: false; code actions that need one are then left out. */
  readonly clientCommands?: boolean;
  /** URI of `pages.json` of the server's bundle, which the client reads for a server in a web worker. */
  readonly pagesUri?: string;
  /** Settings for a client that does not answer `workspace/configuration`. */
  readonly settings?: Partial<Settings>;
}

/** The settings that the server asks for with `workspace/configuration`, section `plimsoll`, scope of a folder. */
export interface Settings {
  /** Off: nothing of the folder is judged or indexed. Default: true. */
  readonly enable: boolean;
  /** Name of a profile, over the one in plimsoll.yaml. Default: empty, which is what the file says. */
  readonly profile: string;
  /** Path of the configuration file from the folder. Default: empty, which looks for plimsoll.yaml and plimsoll.yml. */
  readonly configurationFile: string;
  /** Whether findings that a waiver or a comment excuses are shown, as hints. Default: false. */
  readonly showWaived: boolean;
  /** Whether files that are not open are judged too, and problems that need several files. Default: true. */
  readonly indexWorkspace: boolean;
  /** Whether problems of files that are not open are listed. Default: `openFiles`. */
  readonly problems: "openFiles" | "workspace";
  /** Problems shown of one file, 1 to 1,000. Default: 100. */
  readonly maximumProblems: number;
}

export const DEFAULT_SETTINGS: Settings = {
  enable: true,
  profile: "",
  configurationFile: "",
  showWaived: false,
  indexWorkspace: true,
  problems: "openFiles",
  maximumProblems: 100,
};

/** As in the findings of the command line. */
export type SeverityName = "error" | "warning" | "info";

/** One finding as views show it. */
export interface FindingView {
  readonly rule: string;
  readonly title: string;
  readonly message: string;
  readonly severity: SeverityName;
  readonly uri: string;
  readonly range: Range;
  readonly fingerprint: string;
  /** Set where a waiver or a comment excuses it. */
  readonly waived?: { readonly by: string; readonly justification: string; readonly expires?: string };
}

/** Whether a requirement is met, as `plimsoll assess` judges it without evidence. Absent until all files are known. */
export type Verdict = "met" | "not-met" | "not-checked" | "needs-attestation";

/** One row of a table of the reference design, or one requirement of its prose. */
export interface RequirementRow {
  readonly id: string;
  readonly title: string;
  /** The word of the table, such as REQUIRED or PREFERRED. */
  readonly baseline: string;
  /** Phases of the lifecycle, such as build. */
  readonly phases: readonly string[];
  readonly verdict?: Verdict;
  /** Why it is not met, not checked or needs a person: the first reasons, one a line. */
  readonly reason?: string;
  /** Rules that are on and speak about it. */
  readonly rules: readonly string[];
  readonly findings: readonly FindingView[];
}

/** Requirements that stand together. */
export interface RequirementTable {
  /** Such as `table-5` or `section-4.4`; unique. */
  readonly id: string;
  /** What a person reads, such as "Table 5 · Build phase tools". */
  readonly title: string;
  readonly rows: readonly RequirementRow[];
}

/** The findings of all folders by requirement. A finding stands under each of its requirements. */
export interface WorkspaceFindings {
  readonly tables: readonly RequirementTable[];
  /** Findings of rules without a requirement. */
  readonly other: readonly FindingView[];
  /** What could not be judged. */
  readonly notChecked: readonly NotCheckedView[];
  /** False while the index is being built: more may come. */
  readonly complete: boolean;
}

/** Something that was not judged, and why. */
export interface NotCheckedView {
  readonly uri?: string;
  readonly range?: Range;
  readonly code: string;
  readonly reason: string;
}

/** Which page: the arguments of {@link COMMANDS.openPage} too. */
export interface PageParams {
  readonly kind: "rule" | "requirement";
  readonly id: string;
}

/** A page to show. The text is ours: it holds nothing of the workspace. */
export interface Page {
  readonly title: string;
  readonly markdown: string;
}

/** The finding that is to be waived: the argument of {@link COMMANDS.waive}. */
export interface WaiveTarget {
  readonly uri: string;
  readonly rule: string;
  readonly fingerprint: string;
  readonly range: Range;
  readonly message: string;
}

export interface WaiverChoicesParams {
  /** A file of the folder in question. */
  readonly uri: string;
}

/** What a dialog offers. */
export interface WaiverChoices {
  readonly categories: readonly { readonly id: string; readonly title: string }[];
  /** The longest a waiver may last under the folder's profile, in days from today. */
  readonly maximumDays: number;
  /** Today by the server's clock (UTC), YYYY-MM-DD. */
  readonly today: string;
  /** The waiver file that is written, absent or not. */
  readonly fileUri: string;
  /** Its path as shown to a person. */
  readonly filePath: string;
}

/** What a person said for a waiver. */
export interface WaiveParams {
  readonly uri: string;
  readonly rule: string;
  readonly fingerprint: string;
  /** One of {@link WaiverChoices.categories}. */
  readonly category: string;
  readonly statement: string;
  readonly approver: string;
  readonly ticket?: string;
  /** YYYY-MM-DD, the last day on which it holds. */
  readonly expires: string;
}

/** The edit that adds the record, for the client to apply and save; or what is wrong with what the person said. */
export type WaiveResult =
  | { readonly edit: WorkspaceEdit; readonly id: string; readonly fileUri: string }
  | { readonly error: { readonly code: string; readonly message: string; readonly nextStep: string } };

export interface FixAllParams {
  readonly uri: string;
  /** Only this rule; all rules where absent. */
  readonly rule?: string;
}

/** Null where there is nothing to mend. */
export type FixAllResult = WorkspaceEdit | null;

/** How the server is doing. */
export interface Status {
  readonly state: "indexing" | "ready" | "error";
  /** Judged so far and known, over all folders. */
  readonly files: { readonly done: number; readonly total: number };
  /** Over all files that were judged. */
  readonly findings: { readonly error: number; readonly warning: number; readonly info: number };
  readonly waived: number;
  /** Rules that are on. */
  readonly rules: number;
  /** Profile of the first folder. */
  readonly profile: string;
  readonly version: string;
  /** How long the last check of a file took, in milliseconds. */
  readonly lastRunMs?: number;
  /** What is wrong, for `error`. */
  readonly message?: string;
}

/** Files whose findings changed; all may have where absent. */
export interface FindingsChanged {
  readonly uris?: readonly string[];
}

export interface ListFilesParams {
  /** URI of a workspace folder. */
  readonly folder: string;
  /** At most so many are answered. */
  readonly maximum: number;
}

/** Files whose names may be of interest: Dockerfiles, YAML and JSON. What the folder's own settings exclude is left out. */
export interface ListFilesResult {
  readonly files: readonly { readonly uri: string; readonly size: number }[];
  /** Whether there are more than `maximum`. */
  readonly truncated: boolean;
}

export interface ReadFileParams {
  readonly uri: string;
}

/** `missing` where there is no such file; `unreadable` for all else, with a reason. */
export type ReadFileResult =
  | { readonly text: string }
  | { readonly error: "missing" | "unreadable"; readonly reason?: string };
