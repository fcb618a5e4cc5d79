import {
  readResources,
  SourceText,
  type Dockerfile,
  type PlacedDocument,
  type Span,
  type YamlStream,
} from "@plimsoll/syntax";
import type { CommentedTree } from "../ignore/collect-ignores.ts";
import { coverDockerfile, coverYaml } from "../ignore/coverage.ts";
import type { IgnoreDirective } from "../ignore/ignore-directive.ts";
import type { PragmaTool } from "../peer/peer-tools.ts";
import { annotationPragmas } from "./annotations.ts";
import { parseComment } from "./parse-comment.ts";
import { parseCheckDirective } from "./parse-directive.ts";
import type { ParsedPragma, Pragma } from "./pragma.ts";

const MAXIMUM_TEXT = 300;

/** A pragma and what it covers, both in offsets of the file. */
type CoveringPragma = Omit<ParsedPragma, "scope"> & { readonly covers: Span };

/**
 * The pragmas of some tools in a file, each with what it covers: those in comments of a Dockerfile cover what the tool lets
 * them cover, those in YAML comments what a `# plimsoll-ignore` comment in their place would, and annotations their object.
 */
export function collectPragmas(tree: CommentedTree, tools: readonly PragmaTool[]): readonly Pragma[] {
  if (tools.length === 0) return [];
  const found = tree.kind === "dockerfile" ? inDockerfile(tree.file, tools) : inStream(tree.stream, tools);
  if (found.length === 0) return [];
  const text = tree.kind === "dockerfile" ? tree.file.text : tree.stream.text;
  const source = new SourceText(text);
  return found.map(({ start, end, ...pragma }) => ({
    ...pragma,
    range: source.rangeOf({ start, end }),
    text: text.slice(start, Math.min(end, start + MAXIMUM_TEXT)),
  }));
}

function inDockerfile(file: Dockerfile, tools: readonly PragmaTool[]): readonly CoveringPragma[] {
  const comments = file.comments.flatMap((comment) =>
    parseComment({ text: comment.text, start: comment.end - comment.text.length }, tools),
  );
  const parsed = tools.includes("buildkit")
    ? [...file.directives.flatMap(parseCheckDirective), ...comments]
    : comments;
  const attached = coverDockerfile(file, parsed.map(asDirective));
  return parsed.flatMap((pragma, index) => {
    const covered = attached[index];
    const place =
      covered !== undefined && "span" in covered && covered.span !== "file" ? covered.span : undefined;
    const covers = pragma.scope === "file" ? { start: 0, end: file.text.length } : place;
    return covers === undefined
      ? []
      : [withCover(pragma, pragma.scope === "stage" ? stageAt(file, covers) : covers)];
  });
}

/** The stage whose FROM a span ends with; the span itself where it ends with another instruction. */
function stageAt({ stages }: Dockerfile, covers: Span): Span {
  const stage = stages.find(({ from }) => from.start >= covers.start && from.end <= covers.end);
  const last = stage?.instructions.at(-1) ?? stage?.from;
  return { start: covers.start, end: Math.max(covers.end, last?.end ?? 0) };
}

/** The comment's own words do not matter to its coverage, only where it stands. */
function asDirective({ start, end }: ParsedPragma): IgnoreDirective {
  return { start, end, scope: "place", word: "", rules: [], reason: "" };
}

function withCover({ scope: _scope, ...pragma }: ParsedPragma, covers: Span): CoveringPragma {
  return { ...pragma, covers };
}

function inStream(stream: YamlStream, tools: readonly PragmaTool[]): readonly CoveringPragma[] {
  // Checkov hears annotations of objects, not comments in their text.
  const commenting = tools.filter((tool) => tool === "trivy");
  return stream.documents.flatMap((placed) => [
    ...inComments(placed, commenting),
    ...inAnnotations(placed, tools),
  ]);
}

function inComments(
  { document, offset }: PlacedDocument,
  tools: readonly PragmaTool[],
): readonly CoveringPragma[] {
  const parsed = document.comments.flatMap((comment) =>
    parseComment({ text: comment.text, start: comment.end - comment.text.length }, tools),
  );
  if (parsed.length === 0) return [];
  const attached = coverYaml(document, parsed.map(asDirective));
  return parsed.flatMap((pragma, index) => {
    const covered = attached[index];
    if (covered === undefined || "idle" in covered || covered.span === "file") return [];
    return [moved(withCover(pragma, covered.span), offset)];
  });
}

function inAnnotations(placed: PlacedDocument, tools: readonly PragmaTool[]): readonly CoveringPragma[] {
  return readResources(placed)
    .flatMap((resource) => annotationPragmas(resource, tools))
    .map((pragma) => moved(pragma, placed.offset));
}

function moved<Part extends Span & { readonly covers: Span }>(part: Part, offset: number): Part {
  const { start, end, covers } = part;
  return {
    ...part,
    start: start + offset,
    end: end + offset,
    covers: { start: covers.start + offset, end: covers.end + offset },
  };
}
