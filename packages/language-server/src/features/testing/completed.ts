import { applyEdits } from "@plimsoll/syntax";
import type { CompletionItem } from "vscode-languageserver-types";
import { complete } from "../completion/completion.ts";
import { snippetText } from "../completion/item.ts";
import { offsetOf } from "../document/positions.ts";
import type { FeatureContext } from "../feature-context.ts";
import { marked } from "./judged.ts";

/** What completion offers at the `‸` of a text. */
export interface Completed {
  readonly items: readonly CompletionItem[];
  /** The labels, the first to be shown first. */
  readonly labels: readonly string[];
  /** The text once an item of that label is chosen, snippets with the texts of their places. */
  readonly chosen: (label: string) => string | undefined;
}

/** Completes a marked text. */
export function completed(
  path: string,
  text: string,
  context: FeatureContext,
  snippets: boolean = true,
): Completed {
  const { file, position } = marked(path, text);
  const { items } = complete({ file, position, context, snippets });
  const sorted = [...items].sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1));
  return {
    items: sorted,
    labels: sorted.map(({ label }) => label),
    chosen: (label) => {
      const edit = sorted.find((item) => item.label === label)?.textEdit;
      const item = sorted.find((other) => other.label === label);
      if (edit === undefined || !("range" in edit)) return undefined;
      const newText = item?.insertTextFormat === 2 ? snippetText(edit.newText) : edit.newText;
      const start = offsetOf(file.source, edit.range.start);
      return applyEdits(file.text, [{ start, end: offsetOf(file.source, edit.range.end), newText }]);
    },
  };
}
