import type { CancellationToken, CodeAction, CodeActionParams, WorkspaceEdit } from "vscode-languageserver";
import { codeActions } from "../features/code-actions/code-actions.ts";
import { fixAllEdit, readFixAllData, resolveCodeAction } from "../features/code-actions/fix-all.ts";
import type { FixAllParams } from "../protocol.ts";
import { checkWith, featureSource, textsOf } from "./feature-source.ts";
import type { Session } from "./session.ts";

/** Answers what can be done at a place. */
export async function answerCodeActions(
  session: Session,
  { textDocument, range, context }: CodeActionParams,
  token: CancellationToken,
): Promise<CodeAction[]> {
  const source = await featureSource(session, textDocument.uri);
  if (source === undefined || token.isCancellationRequested) return [];
  const { folder, path, file, findings } = source;
  const edited = findings.flatMap(({ fixes }) =>
    fixes.flatMap(({ edits }) => edits.map((edit) => edit.file)),
  );
  return codeActions({
    file,
    range,
    context,
    findings,
    check: checkWith(folder, path),
    textOf: await textsOf(folder, edited),
    features: source.context,
    resolves: session.parts.client.resolvesActions,
    commands: session.parts.client.clientCommands,
    digests: folder.index.digests,
    isCancelled: () => token.isCancellationRequested,
  });
}

/** Makes the edit of an action that a person chose. */
export async function resolveAction(
  session: Session,
  action: CodeAction,
  token: CancellationToken,
): Promise<CodeAction> {
  const data = readFixAllData(action.data);
  const source = data === undefined ? undefined : await featureSource(session, data.uri);
  if (source === undefined) return action;
  const { file, findings, folder, path } = source;
  const isCancelled = (): boolean => token.isCancellationRequested;
  return resolveCodeAction(action, { file, findings, check: checkWith(folder, path), isCancelled });
}

/** All safe fixes of a file, of one rule or of all. */
export async function answerFixAll(
  session: Session,
  { uri, rule }: FixAllParams,
  token: CancellationToken,
): Promise<WorkspaceEdit | null> {
  const source = await featureSource(session, uri);
  if (source === undefined) return null;
  const { file, findings, folder, path } = source;
  const isCancelled = (): boolean => token.isCancellationRequested;
  const choice = { safety: "safe" as const, ...(rule === undefined ? {} : { rule }) };
  return fixAllEdit({ file, findings, check: checkWith(folder, path), isCancelled }, choice) ?? null;
}
