import type { Span } from "@plimsoll/syntax";
import {
  type CompletionItem,
  type CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
} from "vscode-languageserver-types";
import type { OpenFile } from "../document/open-file.ts";
import { rangeOfSpan } from "../document/positions.ts";

/** One thing that can be inserted. */
export interface Choice {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** What is inserted; the label where absent. */
  readonly newText?: string;
  /** True where `newText` is a snippet. */
  readonly isSnippet?: boolean;
  /** A few words beside the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** What goes first: lower sorts before higher, equal ones by label. */
  readonly rank?: number;
  /** What the editor compares with the typed text, where it is not the label. */
  readonly filterText?: string;
}

/** Choices in place of a span, which lies on one line. New lines are inserted as they are: their indentation is exact. */
export function itemsFor(choices: readonly Choice[], file: OpenFile, span: Span): CompletionItem[] {
  const range = rangeOfSpan(file.source, span);
  return choices.map((choice): CompletionItem => {
    const { label, kind, detail, documentation, filterText } = choice;
    return {
      label,
      kind,
      textEdit: { range, newText: choice.newText ?? label },
      insertTextFormat: choice.isSnippet === true ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      insertTextMode: InsertTextMode.asIs,
      sortText: `${choice.rank ?? 5}${label}`,
      ...(detail === undefined ? {} : { detail }),
      ...(documentation === undefined || documentation === ""
        ? {}
        : { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
      ...(filterText === undefined ? {} : { filterText }),
    };
  });
}

/** A text in which nothing means anything to a snippet. */
export function inSnippet(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("$", "\\$").replaceAll("}", "\\}");
}

/** The text that a snippet inserts when nobody fills its places: `${1:nginx}` is `nginx`. */
export function snippetText(snippet: string): string {
  let text = "";
  for (let at = 0; at < snippet.length; at += 1) {
    const character = snippet.charAt(at);
    if (character === "\\") {
      at += 1;
      text += snippet.charAt(at);
    } else if (snippet.startsWith("$0", at)) at += 1;
    else if (snippet.startsWith("${", at)) {
      const end = snippet.indexOf("}", at);
      const colon = snippet.indexOf(":", at);
      if (colon >= 0 && colon < end) text += snippet.slice(colon + 1, end);
      at = end < 0 ? snippet.length : end;
    } else text += character;
  }
  return text;
}
