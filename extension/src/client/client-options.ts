import { COMMANDS, DIAGNOSTIC_SOURCE, type InitializationOptions } from "@plimsoll/language-server/protocol";
import type * as vscode from "vscode";
import type { LanguageClientOptions } from "vscode-languageclient";
import { isSnapshot, LANGUAGES } from "./documents.ts";

/** What holds for the client on the desktop and in the browser. A server in a browser reads its pages through the client. */
export function clientOptions(
  outputChannel: vscode.LogOutputChannel,
  pagesUri?: string,
): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    clientFiles: true,
    clientCommands: true,
    ...(pagesUri === undefined ? {} : { pagesUri }),
  };
  return {
    documentSelector: LANGUAGES.map((language) => ({ language })),
    diagnosticCollectionName: DIAGNOSTIC_SOURCE,
    outputChannel,
    initializationOptions,
    // A link in a hover may open a page, and nothing else.
    markdown: { isTrusted: { enabledCommands: [COMMANDS.openPage] }, supportHtml: false },
    diagnosticPullOptions: { onChange: true, onSave: true, onTabs: true, filter: isSnapshot },
    middleware: {
      didOpen: async (document, next) => (isSnapshot(document) ? undefined : next(document)),
      didChange: async (event, next) => (isSnapshot(event.document) ? undefined : next(event)),
      didClose: async (document, next) => (isSnapshot(document) ? undefined : next(document)),
    },
  };
}
