import { classifyFile, type FileKind } from "@plimsoll/core";

/** A text that the client holds open. */
export interface OpenDocument {
  /** As the client spells it. */
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
}

/** Kinds by the client's name of the language, for files whose own name says nothing. */
const KINDS: ReadonlyMap<string, FileKind> = new Map<string, FileKind>([
  ["dockerfile", "dockerfile"],
  ["yaml", "yaml"],
  ["kubernetes", "yaml"],
  ["json", "json"],
  ["jsonc", "json"],
]);

/** What an open file is; undefined for one that Plimsoll does not read. */
export function kindOfDocument(path: string, languageId: string): FileKind | undefined {
  // A person who says that a file is a template of Helm is believed.
  if (languageId === "helm") return "helm-template";
  return classifyFile(path) ?? KINDS.get(languageId);
}
