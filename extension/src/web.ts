import * as vscode from "vscode";
import { register, stop } from "./activate.ts";
import type { MakeClient } from "./client/server-connection.ts";
import { clientOptions } from "./client/client-options.ts";

/** Called by VS Code where extensions run in a web worker: in the browser. */
export function activate(context: vscode.ExtensionContext): void {
  const script = vscode.Uri.joinPath(context.extensionUri, "worker.js");
  const pages = vscode.Uri.joinPath(context.extensionUri, "server", "pages.json");
  const makeClient: MakeClient = async (output) => {
    const { BrowserMessageReader, BrowserMessageWriter, LanguageClient } =
      await import("vscode-languageclient/browser");
    // VS Code puts a class of its own in the place of Worker, which the client does not know again: it gets both ends instead.
    const connect = async () => {
      const worker = await startWorker(script);
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    };
    const options = clientOptions(output, pages.toString());
    return new LanguageClient("plimsoll", "Plimsoll", connect, options);
  };
  register(context, { makeClient, readable: pages });
}

/** A browser starts workers from addresses of the web only: an extension that lies elsewhere, as on a remote machine, is read first. */
async function startWorker(script: vscode.Uri): Promise<Worker> {
  const name = "Plimsoll";
  if (/^https?$/u.test(script.scheme)) return new Worker(script.toString(true), { name });
  const bytes = await vscode.workspace.fs.readFile(script);
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: "text/javascript" }));
  // The address stays: VS Code's own wrapper loads it at a time of its choosing.
  return new Worker(address, { name });
}

export function deactivate(): Promise<void> {
  return stop();
}
