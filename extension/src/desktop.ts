import * as vscode from "vscode";
import { register, stop } from "./activate.ts";
import type { MakeClient } from "./client/server-connection.ts";

/** Called by VS Code where extensions run under Node: on the desktop and on remote machines. */
export function activate(context: vscode.ExtensionContext): void {
  const server = vscode.Uri.joinPath(context.extensionUri, "server", "plimsoll-language-server.js").fsPath;
  const makeClient: MakeClient = async (output) => {
    // The client is the larger part of our code: it is loaded when a document needs the server, not while VS Code starts.
    const { desktopClient } = await import("./client/desktop-client.ts");
    return desktopClient(server, output);
  };
  register(context, { makeClient });
}

export function deactivate(): Promise<void> {
  return stop();
}
