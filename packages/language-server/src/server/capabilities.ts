import { CodeActionKind, type InitializeResult, TextDocumentSyncKind } from "vscode-languageserver";
import { FIX_ALL_KIND } from "../protocol.ts";
import { VERSION } from "../version.ts";
import type { Client } from "./client-capabilities.ts";

/** Characters after which an editor asks for completion by itself; the module that completes is not loaded for them. */
const TRIGGERS = ["-", "=", "$", "{", ":", "/", " ", ","];

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
      completionProvider: { triggerCharacters: TRIGGERS },
      hoverProvider: true,
      definitionProvider: true,
      documentSymbolProvider: { label: "Plimsoll" },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}
