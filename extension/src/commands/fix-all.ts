import * as vscode from "vscode";
import type { ServerConnection } from "../client/server-connection.ts";

/** Mends all that is safe to mend in the file at hand. */
export async function fixAll(connection: ServerConnection): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined) return;
  const { version } = document;
  const edit = await connection.fixAll({ uri: document.uri.toString() });
  if (edit === null) {
    const nothing = vscode.l10n.t("There is nothing in this file that can be mended without a look at it.");
    void vscode.window.showInformationMessage(nothing);
    return;
  }
  // Whoever typed in the meantime gets no edit that was made for another text.
  if (document.version !== version) return;
  await vscode.workspace.applyEdit(await connection.toWorkspaceEdit(edit));
}
