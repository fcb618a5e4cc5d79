import * as vscode from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { register, stop } from "./activate.ts";
import { clientOptions } from "./client/client-options.ts";

/** Called by VS Code where extensions run under Node: on the desktop and on remote machines. */
export function activate(context: vscode.ExtensionContext): void {
  const server = vscode.Uri.joinPath(context.extensionUri, "server.js").fsPath;
  register(context, (output) => {
    const run = { module: server, transport: TransportKind.stdio };
    return new LanguageClient("plimsoll", "Plimsoll", { run, debug: run }, clientOptions(output));
  });
}

export function deactivate(): Promise<void> {
  return stop();
}
