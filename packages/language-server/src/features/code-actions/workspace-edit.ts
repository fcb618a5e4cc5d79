import type { FileEdit } from "@plimsoll/core";
import { orderEdits, SourceText, type TextEdit } from "@plimsoll/syntax";
import type { TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver-types";
import { rangeOfSpan } from "../document/positions.ts";

/** The text that an edit of a file counts in, and the editor's version of it; null where the file is not open. */
export interface EditedText {
  readonly uri: string;
  readonly version: number | null;
  readonly text: string;
  readonly source?: SourceText;
}

/** Edits of one text, with the version that they are for: an editor whose text moved on refuses them. */
export function documentEdit(target: EditedText, edits: readonly TextEdit[]): TextDocumentEdit {
  const source = target.source ?? new SourceText(target.text);
  return {
    textDocument: { uri: target.uri, version: target.version },
    edits: edits.map((edit) => ({ range: rangeOfSpan(source, edit), newText: edit.newText })),
  };
}

/** Edits of one text. */
export function editOfOne(target: EditedText, edits: readonly TextEdit[]): WorkspaceEdit {
  return { documentChanges: [documentEdit(target, edits)] };
}

/**
 * Edits of several files as one change. Undefined where the text of a file is not known, and where edits overlap or lie outside of it:
 * half a fix is none.
 */
export function editOfFiles(
  edits: readonly FileEdit[],
  textOf: (path: string) => EditedText | undefined,
): WorkspaceEdit | undefined {
  const byFile = new Map<string, FileEdit[]>();
  for (const edit of edits) {
    const known = byFile.get(edit.file);
    if (known === undefined) byFile.set(edit.file, [edit]);
    else known.push(edit);
  }
  const documentChanges: TextDocumentEdit[] = [];
  for (const [path, own] of byFile) {
    const target = textOf(path);
    const ordered = orderEdits(own);
    if (target === undefined || ordered === undefined) return undefined;
    if (ordered.some(({ start, end }) => start < 0 || end < start || end > target.text.length))
      return undefined;
    documentChanges.push(documentEdit(target, ordered));
  }
  return documentChanges.length === 0 ? undefined : { documentChanges };
}
