/** Languages whose documents the server looks at. No scheme: a document of a remote or virtual folder counts as any other. */
export const LANGUAGES: readonly string[] = [
  "dockerfile",
  "yaml",
  "helm",
  "helm-template",
  "dockercompose",
  "github-actions-workflow",
  "json",
  "jsonc",
];

/** Schemes of documents that show an older state of a file beside the file itself. Problems there would be told twice. */
const SNAPSHOTS: ReadonlySet<string> = new Set([
  "git",
  "gitlens",
  "svn",
  "review",
  "pr",
  "vscode-scm",
  "vscode-local-history",
  "chat-editing-snapshot-text-model",
  "output",
]);

/** What this module needs to know of a document. */
export interface DocumentLike {
  readonly languageId: string;
  readonly uri: { readonly scheme: string };
  readonly getText: () => string;
}

/** Whether the document is an old state of a file, which is not checked. */
export function isSnapshot({ uri }: Pick<DocumentLike, "uri">): boolean {
  return SNAPSHOTS.has(uri.scheme);
}

const JSON_LANGUAGES: ReadonlySet<string> = new Set(["json", "jsonc"]);
/** Beyond it no `apiVersion` is looked for, in UTF-16 units. */
const LOOKED_AT = 100_000;

/**
 * Whether an open document is reason enough to start the server. Every JSON file would be too much: most have nothing to do with
 * Kubernetes, and a person who opens one should not pay for a server. Once it runs, it judges by what the document holds.
 */
export function wantsServer(document: DocumentLike): boolean {
  if (isSnapshot(document) || !LANGUAGES.includes(document.languageId)) return false;
  if (!JSON_LANGUAGES.has(document.languageId)) return true;
  return document.getText().slice(0, LOOKED_AT).includes('"apiVersion"');
}
