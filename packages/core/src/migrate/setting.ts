import type { Severity } from "../finding/finding.ts";
import type { PeerTool } from "../peer/peer-tools.ts";

/** A file of settings of another tool. */
export interface SettingsFile {
  /** From the folder that is migrated, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** What a value must be: equal to a text, start with it, or match it as a regular expression (RE2) as a whole. */
export interface TextMatch {
  readonly mode: "equals" | "prefix" | "pattern";
  readonly text: string;
}

/** Findings that a tool was told to let pass in some places. Every part that is given must match. */
export interface PeerException {
  /** Ids as the tool's user wrote them; every check of the tool where absent. */
  readonly checks?: readonly string[];
  /** Globs from the migrated folder. */
  readonly paths?: readonly string[];
  readonly kind?: TextMatch;
  readonly namespace?: TextMatch;
  /** One of them must match. */
  readonly names?: readonly TextMatch[];
  /** One of them must match the name of the container that a finding is about. */
  readonly containers?: readonly TextMatch[];
  readonly statement?: string;
  /** The last day on which it holds, as an ISO date. */
  readonly expires?: string;
}

/** What a setting asks for, in terms that every tool shares. */
export type SettingEffect =
  /** A check is off, has a severity, or is on with the severity that it has anyway. An id may end in `*`. */
  | { readonly kind: "check"; readonly id: string; readonly state: CheckState }
  /** No other check of the tool is on. */
  | { readonly kind: "only"; readonly ids: readonly string[] }
  | { readonly kind: "exception"; readonly exception: PeerException }
  | { readonly kind: "trusted"; readonly patterns: readonly string[] }
  | { readonly kind: "exclude"; readonly globs: readonly string[] }
  /** Values that are added to a list option of one of our rules. */
  | {
      readonly kind: "option";
      readonly rule: string;
      readonly option: string;
      readonly add: OptionAddition;
    }
  /** The tool takes no notice of its pragmas. */
  | { readonly kind: "pragmasOff" }
  /** Another file of settings that the tool reads. */
  | { readonly kind: "file"; readonly path: string }
  /** Plimsoll has nothing for it; the reason is a sentence. */
  | { readonly kind: "none"; readonly reason: string };

/** What is added to an option beside its default. */
export type OptionAddition = readonly string[] | Readonly<Record<string, string>>;

export type CheckState = Severity | "off" | "on";

/** One setting of a tool at its place. */
export interface PeerSetting {
  readonly tool: PeerTool;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The setting in few words, such as `ignored: DL3008`. */
  readonly words: string;
  readonly effect: SettingEffect;
}

/** What became of a setting. */
export interface MigratedSetting {
  readonly tool: PeerTool;
  readonly file: string;
  readonly line: number;
  readonly words: string;
  readonly outcome: MigrationOutcome;
  /** What it became, or why it became nothing. */
  readonly became: string;
}

/**
 * `carried`: with the same effect. `kept`: the rule stays, since another tool that has settings reports the same. `partly`: a
 * part of it. `not needed`: it changes nothing here. `no counterpart`: nothing was written.
 */
export type MigrationOutcome = "carried" | "kept" | "partly" | "not needed" | "no counterpart";
