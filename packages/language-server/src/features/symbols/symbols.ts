import { readResources, type Span } from "@plimsoll/syntax";
import { type DocumentSymbol, SymbolKind } from "vscode-languageserver-types";
import type { OpenFile } from "../document/open-file.ts";
import { rangeOfSpan } from "../document/positions.ts";

const MAXIMUM_SYMBOLS = 10_000;
/** As much of an instruction as an outline has room for. */
const MAXIMUM_DETAIL = 80;

/** What an outline shows: the stages of a Dockerfile with their instructions, or the objects of a YAML file. */
export function documentSymbols(file: OpenFile): DocumentSymbol[] {
  return file.kind === "dockerfile" ? stageSymbols(file) : objectSymbols(file);
}

function stageSymbols(file: OpenFile): DocumentSymbol[] {
  const { dockerfile } = file;
  let left = MAXIMUM_SYMBOLS;
  return dockerfile.stages.slice(0, MAXIMUM_SYMBOLS).map((stage) => {
    const own = stage.instructions.slice(0, Math.max(0, left));
    left -= own.length;
    const children = own.map(({ keyword, body, start, end, keywordSpan }) =>
      symbol(file, {
        name: keyword,
        detail: shortened(body.text),
        kind: SymbolKind.Method,
        span: { start, end },
        selection: keywordSpan,
      }),
    );
    const name = stage.name ?? `stage ${stage.index}`;
    const whole = { start: stage.start, end: stage.end };
    const selection = stage.nameSpan ?? stage.from.keywordSpan;
    const detail = shortened(stage.image.text);
    return { ...symbol(file, { name, detail, kind: SymbolKind.Module, span: whole, selection }), children };
  });
}

function objectSymbols(file: OpenFile): DocumentSymbol[] {
  const symbols: DocumentSymbol[] = [];
  for (const document of file.stream.documents) {
    for (const { kind, name, namespace, node } of readResources(document)) {
      if (symbols.length >= MAXIMUM_SYMBOLS) return symbols;
      const span = { start: node.start + document.offset, end: node.end + document.offset };
      const key = node.entries[0]?.key ?? node;
      const selection = { start: key.start + document.offset, end: key.end + document.offset };
      const detail = namespace === undefined ? kind : `${kind} in ${shortened(namespace)}`;
      symbols.push(
        symbol(file, { name: shortened(name) || kind, detail, kind: SymbolKind.Object, span, selection }),
      );
    }
  }
  return symbols;
}

interface SymbolInit {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  readonly span: Span;
  readonly selection: Span;
}

function symbol(file: OpenFile, { name, detail, kind, span, selection }: SymbolInit): DocumentSymbol {
  // An editor refuses a symbol without a name, and one whose selection lies outside of it.
  const start = Math.min(span.start, selection.start);
  const end = Math.max(span.end, selection.end);
  return {
    name: name === "" ? "unnamed" : name,
    detail,
    kind,
    range: rangeOfSpan(file.source, { start, end }),
    selectionRange: rangeOfSpan(file.source, selection),
  };
}

function shortened(text: string): string {
  const line = text.replaceAll("\n", " ").replaceAll("\r", " ").trim();
  return line.length > MAXIMUM_DETAIL ? `${line.slice(0, MAXIMUM_DETAIL)}…` : line;
}
