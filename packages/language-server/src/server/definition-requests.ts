import type { CancellationToken, DefinitionParams, Location } from "vscode-languageserver";
import { definition } from "../features/definition/definition.ts";
import { featureSource } from "./feature-source.ts";
import type { Session } from "./session.ts";

/** Answers where what stands at a place comes from. */
export async function answerDefinition(
  session: Session,
  { textDocument, position }: DefinitionParams,
  token: CancellationToken,
): Promise<Location | null> {
  const source = await featureSource(session, textDocument.uri);
  if (source === undefined || token.isCancellationRequested) return null;
  return definition(source.file, position) ?? null;
}
