import { readDocument } from "./document.ts";
import { splitDocuments } from "./split.ts";
import type { PlacedDocument, YamlDocument, YamlStream } from "./nodes.ts";

/** What may be passed to {@link parseYaml}. */
export interface ParseYamlOptions {
  /** An earlier reading of the same file: documents whose text is unchanged keep their trees. */
  readonly previous?: YamlStream;
}

/**
 * Reads a YAML file. A stream has at least one document, which is empty for an empty file. Never throws.
 *
 * The file is split first: a line that starts with `---` or `...` and white space ends a document wherever it stands,
 * even inside a block scalar. Comments and directives before the first content belong to the document that follows.
 */
export function parseYaml(text: string, options: ParseYamlOptions = {}): YamlStream {
  const isFirst = options.previous === undefined;
  const known = knownDocuments(options.previous);
  const documents = splitDocuments(text).map((part, index): PlacedDocument => {
    const own = text.slice(part.start, part.end);
    const document =
      known.get(own) ?? readDocument(isFirst ? own : detached(own), part.contentEnd - part.start);
    return { document, offset: part.start, index };
  });
  return { text, documents };
}

/**
 * The same text, apart from the file's: an engine keeps a whole text alive for a part of it, and documents that were edited one
 * after another would keep as many states of their file.
 */
function detached(text: string): string {
  return ` ${text}`.slice(1);
}

function knownDocuments(previous: YamlStream | undefined): ReadonlyMap<string, YamlDocument> {
  const known = new Map<string, YamlDocument>();
  for (const { document } of previous?.documents ?? []) known.set(document.text, document);
  return known;
}
