import type * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { clientOptions } from "./client-options.ts";

/** The client of a server that runs in a Node process of its own. */
export function desktopClient(server: string, output: vscode.LogOutputChannel): BaseLanguageClient {
  const run = { module: server, transport: TransportKind.stdio };
  return new LanguageClient("plimsoll", "Plimsoll", { run, debug: run }, clientOptions(output));
}
