import { CodeActionKind, type InitializeResult, TextDocumentSyncKind } from "vscode-languageserver";
import { FIX_ALL_KIND } from "../protocol.ts";
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
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL_KIND], resolveProvider: true },
      hoverProvider: true,
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}
