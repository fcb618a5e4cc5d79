import * as vscode from "vscode";
import { register, stop } from "./activate.ts";
import type { MakeClient } from "./client/server-connection.ts";
import { clientOptions } from "./client/client-options.ts";

/** Called by VS Code where extensions run in a web worker: in the browser. */
export function activate(context: vscode.ExtensionContext): void {
  const script = vscode.Uri.joinPath(context.extensionUri, "worker.js").toString(true);
  const pages = vscode.Uri.joinPath(context.extensionUri, "server", "pages.json");
  const makeClient: MakeClient = async (output) => {
    const { LanguageClient } = await import("vscode-languageclient/browser");
    return new LanguageClient(
      "plimsoll",
      "Plimsoll",
      () => startWorker(script),
      clientOptions(output, pages.toString()),
    );
  };
  register(context, { makeClient, readable: pages });
}

function startWorker(script: string): Promise<Worker> {
  return Promise.resolve(new Worker(script, { name: "Plimsoll" }));
}

export function deactivate(): Promise<void> {
  return stop();
}
