import { DIAGNOSTIC_SOURCE } from "@plimsoll/language-server/protocol";
import * as vscode from "vscode";
import { neighbour } from "./every-finding.ts";

/** Moves to the next or previous finding, in this file and then in the others. */
export async function goToFinding(direction: "next" | "previous"): Promise<void> {
  const items = vscode.languages
    .getDiagnostics()
    .flatMap(([uri, diagnostics]) =>
      diagnostics
        .filter(({ source }) => source === DIAGNOSTIC_SOURCE)
        .map(({ range }) => ({ uri: uri.toString(), range, file: uri })),
    );
  const editor = vscode.window.activeTextEditor;
  const cursor = editor?.selection.active ?? new vscode.Position(0, 0);
  const from = { uri: editor?.document.uri.toString() ?? "", range: new vscode.Range(cursor, cursor) };
  const found = neighbour(items, from, direction);
  if (found === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t("There is no problem."));
    return;
  }
  const selection = new vscode.Range(found.range.start, found.range.start);
  await vscode.window.showTextDocument(found.file, { selection });
  await vscode.commands.executeCommand("editor.action.showHover");
}
