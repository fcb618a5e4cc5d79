import type { CancellationToken, Hover, HoverParams } from "vscode-languageserver";
import { hover } from "../features/hover/hover.ts";
import { featureSource } from "./feature-source.ts";
import type { Session } from "./session.ts";

/** Answers what is to be said about a place. */
export async function answerHover(
  session: Session,
  { textDocument, position }: HoverParams,
  token: CancellationToken,
): Promise<Hover | null> {
  const source = await featureSource(session, textDocument.uri);
  if (source === undefined || token.isCancellationRequested) return null;
  const { file, findings, context } = source;
  return hover({ file, position, findings, context }) ?? null;
}
