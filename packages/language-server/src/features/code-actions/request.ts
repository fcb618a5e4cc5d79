import type { Finding } from "@plimsoll/core";
import type { CodeActionContext, Range } from "vscode-languageserver-types";
import type { OpenFile } from "../document/open-file.ts";
import type { FeatureContext } from "../feature-context.ts";
import type { DigestLock } from "./digest-lock.ts";
import type { EditedText } from "./workspace-edit.ts";

/** What code actions are made from. */
export interface CodeActionRequest {
  readonly file: OpenFile;
  readonly range: Range;
  readonly context: CodeActionContext;
  /** The findings of the file, those of rules over several files too. */
  readonly findings: readonly Finding[];
  /** The findings of the file with another text. Where cross-file findings are left out, their fixes are made once at most. */
  readonly check: (text: string) => readonly Finding[];
  /** The text of any file of the workspace, for fixes that edit several; undefined where it is not known. */
  readonly textOf: (path: string) => EditedText | undefined;
  /** What is known of rules. */
  readonly features: FeatureContext;
  /** Whether the client asks for the edit of an action when a person has chosen it (`codeAction/resolve`). */
  readonly resolves: boolean;
  /** Whether the client carries out `COMMANDS`. */
  readonly commands: boolean;
  /** Digests that the workspace names. */
  readonly digests?: DigestLock;
  readonly isCancelled?: () => boolean;
}
