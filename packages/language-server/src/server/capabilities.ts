import { type InitializeResult, TextDocumentSyncKind } from "vscode-languageserver";
import { VERSION } from "../version.ts";
import type { Client } from "./client-capabilities.ts";

/** What the server offers a client. */
export function initializeResult(client: Client): InitializeResult {
  return {
    serverInfo: { name: "plimsoll", version: VERSION },
    capabilities: {
      textDocumentSync: {
        openClose: true,
        change: TextDocumentSyncKind.Incremental,
        save: { includeText: false },
      },
      // What several files decide is pushed, so no pull of one file depends on another.
      ...(client.pulls
        ? {
            diagnosticProvider: {
              identifier: "plimsoll",
              interFileDependencies: false,
              workspaceDiagnostics: false,
            },
          }
        : {}),
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}
