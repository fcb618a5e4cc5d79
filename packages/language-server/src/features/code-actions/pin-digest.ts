import type { Finding } from "@plimsoll/core";
import type { TextEdit } from "@plimsoll/syntax";
import { CodeActionKind, type CodeAction } from "vscode-languageserver-types";
import type { OpenFile } from "../document/open-file.ts";
import { diagnosticsOf } from "./quick-fixes.ts";
import type { CodeActionRequest } from "./request.ts";
import { editOfOne } from "./workspace-edit.ts";

/** The problems that a digest solves: `<rule>#<problem>`. */
const WANTS_DIGEST: ReadonlySet<string> = new Set([
  "dockerfile/base-image-pinned-by-digest#notPinned",
  "kubernetes/image-pinned-by-digest#unpinned",
]);

const MAXIMUM_DIGESTS = 3;
/** As much of a digest as tells it from others. */
const SHOWN_DIGITS = 12;

/**
 * Actions that add a digest to an image, where another place of the workspace names one for the same name and tag. What the tag means
 * today only the registry knows, and nothing is asked of it, so a person has to look.
 */
export function pinDigests(findings: readonly Finding[], request: CodeActionRequest): readonly CodeAction[] {
  const { digests, file } = request;
  if (digests === undefined) return [];
  return findings
    .filter(({ ruleId, problem }) => WANTS_DIGEST.has(`${ruleId}#${problem}`))
    .flatMap((finding) => {
      const reference = writtenReference(finding, file);
      return digests
        .find(reference.text)
        .slice(0, MAXIMUM_DIGESTS)
        .map(({ digest, path, line }): CodeAction => {
          const edit: TextEdit = { start: reference.end, end: reference.end, newText: `@${digest}` };
          return {
            title: `Pin ${reference.text} to ${shortened(digest)} as in ${path}:${line} (review the change)`,
            kind: CodeActionKind.QuickFix,
            diagnostics: diagnosticsOf(finding, request.context.diagnostics),
            edit: editOfOne(file, [edit]),
          };
        });
    });
}

/** The reference as it stands in the file, without its quotes. */
function writtenReference(
  { range }: Finding,
  file: OpenFile,
): { readonly text: string; readonly end: number } {
  const { offset: start } = range.start;
  const { offset: end } = range.end;
  const text = file.text.slice(start, end);
  const quote = text.charAt(0);
  const isQuoted = (quote === '"' || quote === "'") && text.length > 1 && text.endsWith(quote);
  return isQuoted ? { text: text.slice(1, -1), end: end - 1 } : { text, end };
}

function shortened(digest: string): string {
  return digest.slice(0, "sha256:".length + SHOWN_DIGITS);
}
