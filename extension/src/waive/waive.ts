import type { FindingView, WaiveTarget } from "@plimsoll/language-server/protocol";
import * as vscode from "vscode";
import type { ServerConnection } from "../client/server-connection.ts";
import { everyFinding } from "../commands/every-finding.ts";
import { askForWaiver } from "./ask.ts";

/** Waives a finding: asks for what the record needs, writes it into the waiver file, and saves that. */
export async function waive(
  connection: ServerConnection,
  memory: vscode.Memento,
  given: WaiveTarget | undefined,
): Promise<void> {
  const target = given ?? (await chooseTarget(connection));
  if (target === undefined) return;
  const choices = await connection.waiverChoices(target.uri);
  const answers = await askForWaiver(target, choices, memory);
  if (answers === undefined) return;
  const result = await connection.waive(answers);
  if ("error" in result) {
    const { message, nextStep } = result.error;
    void vscode.window.showErrorMessage(`${message} ${nextStep}`);
    return;
  }
  const isApplied = await vscode.workspace.applyEdit(await connection.toWorkspaceEdit(result.edit));
  const file = vscode.Uri.parse(result.fileUri, true);
  // Waivers of a file that is not saved hold nowhere: not here, and not for the command line.
  if (!isApplied || !(await (await vscode.workspace.openTextDocument(file)).save())) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t("The waiver could not be written to {0}.", choices.filePath),
    );
    return;
  }
  const show = vscode.l10n.t("Show the waiver");
  const said = vscode.l10n.t("Waived until {0} in {1}.", answers.expires, choices.filePath);
  void vscode.window.showInformationMessage(said, show).then(async (chosen) => {
    if (chosen === show) await vscode.window.showTextDocument(file);
  });
}

/** A finding at the cursor; where there is none, one of the file. */
async function chooseTarget(connection: ServerConnection): Promise<WaiveTarget | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const uri = editor.document.uri.toString();
  const all = everyFinding(await connection.workspaceFindings());
  const here = all.filter((finding) => finding.uri === uri && finding.waived === undefined);
  const atCursor = here.filter(({ range }) => touches(range, editor.selection.active));
  const found = atCursor.length > 0 ? atCursor : here;
  if (found.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t("There is no problem to waive in this file."));
    return undefined;
  }
  if (found.length === 1 && atCursor.length === 1) return found[0];
  const items = found.map((finding) => ({
    label: finding.message,
    description: `${finding.rule} · ${vscode.l10n.t("line {0}", finding.range.start.line + 1)}`,
    finding,
  }));
  const placeHolder = vscode.l10n.t("Which problem is to be waived?");
  const chosen = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  return chosen?.finding;
}

function touches({ start, end }: FindingView["range"], cursor: vscode.Position): boolean {
  return new vscode.Range(start.line, start.character, end.line, end.character).contains(cursor);
}
