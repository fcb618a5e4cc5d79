import type { CancellationToken, DocumentSymbol, DocumentSymbolParams } from "vscode-languageserver";
import { documentSymbols } from "../features/symbols/symbols.ts";
import { featureSource } from "./feature-source.ts";
import type { Session } from "./session.ts";

/** Answers what a file is made of. */
export async function answerSymbols(
  session: Session,
  { textDocument }: DocumentSymbolParams,
  token: CancellationToken,
): Promise<DocumentSymbol[]> {
  const source = await featureSource(session, textDocument.uri);
  return source === undefined || token.isCancellationRequested ? [] : documentSymbols(source.file);
}
