import { stripMarks } from "./marks.ts";

/** One document of a render. */
export interface RenderedDocument {
  /** What `# Source:` says: `<chart>/templates/…`. */
  readonly source: string;
  /** Its text, from its `---` line. */
  readonly text: string;
  /** Origin marks by line of the document (from 1); undefined where the marked render differs, so nothing is proven. */
  readonly marks: ReadonlyMap<number, number> | undefined;
}

const SOURCE = "# Source: ";

/** Splits the output of `helm template` into documents. Text before the first `# Source:` line belongs to none. */
export function splitRender(output: string): readonly Omit<RenderedDocument, "marks">[] {
  const documents: { source: string; lines: string[] }[] = [];
  const lines = output.split("\n");
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    const next = lines[index + 1] ?? "";
    if (line.trimEnd() === "---" && next.startsWith(SOURCE)) {
      documents.push({ source: next.slice(SOURCE.length).trim(), lines: [line] });
    } else documents.at(-1)?.lines.push(line);
  }
  return documents.map(({ source, lines: own }) => ({ source, text: `${own.join("\n").trimEnd()}\n` }));
}

/** Joins a render with that of the marked copy: a document is proven where both are equal, byte for byte, without the marks. */
export function proveRender(output: string, markedOutput: string | undefined): readonly RenderedDocument[] {
  const documents = splitRender(output);
  const marked = markedOutput === undefined ? [] : splitRender(markedOutput);
  const paired = marked.length === documents.length;
  return documents.map((document, index) => {
    const twin = paired ? marked[index] : undefined;
    const unmarked = twin === undefined ? undefined : stripMarks(twin.text);
    return { ...document, marks: unmarked?.text === document.text ? unmarked.marks : undefined };
  });
}
