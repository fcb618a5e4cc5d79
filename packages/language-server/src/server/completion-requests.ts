import type { CancellationToken, CompletionList, CompletionParams } from "vscode-languageserver";
import { complete } from "../features/completion/completion.ts";
import { featureSource } from "./feature-source.ts";
import type { Session } from "./session.ts";

/** Answers what can be written at a place. */
export async function answerCompletion(
  session: Session,
  { textDocument, position }: CompletionParams,
  token: CancellationToken,
): Promise<CompletionList | null> {
  const source = await featureSource(session, textDocument.uri);
  if (source === undefined || token.isCancellationRequested) return null;
  const { file, context } = source;
  return complete({ file, position, context, snippets: session.parts.client.takesSnippets });
}
