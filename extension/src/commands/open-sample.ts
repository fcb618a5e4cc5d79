import * as vscode from "vscode";

/** Opens the sample as a new file without a name, so that nothing is written anywhere. */
export async function openSample(extensionUri: vscode.Uri): Promise<void> {
  const bytes = await vscode.workspace.fs.readFile(
    vscode.Uri.joinPath(extensionUri, "media", "walkthrough", "sample.Dockerfile"),
  );
  const content = new TextDecoder().decode(bytes);
  const document = await vscode.workspace.openTextDocument({ language: "dockerfile", content });
  await vscode.window.showTextDocument(document);
}
