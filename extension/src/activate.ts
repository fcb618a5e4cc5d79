import type * as vscode from "vscode";
import { ServerConnection, type Host } from "./client/server-connection.ts";
import { registerCommands } from "./commands/register-commands.ts";
import { PagePanel } from "./page/page-panel.ts";
import { LanguageStatus } from "./status/language-status.ts";
import { ReferenceDesign } from "./tree/reference-design.ts";

let running: ServerConnection | undefined;

/** What both hosts do when the extension is activated: register, and let the server start without waiting for it. */
export function register(context: vscode.ExtensionContext, host: Host): void {
  const start = performance.now();
  const connection = new ServerConnection(host);
  running = connection;
  const design = new ReferenceDesign(connection);
  const page = new PagePanel(connection);
  const status = new LanguageStatus(connection);
  const commands = registerCommands(context, { connection, design, page, status });
  context.subscriptions.push(connection, design, page, status, commands);
  connection.startWithDocuments();
  connection.output.info(`activated in ${(performance.now() - start).toFixed(1)} ms`);
}

/** Ends the server when VS Code ends or the extension is switched off. */
export async function stop(): Promise<void> {
  await running?.stop();
  running = undefined;
}
