import {
  attached,
  SourceText,
  type Dockerfile,
  type Range,
  type Span,
  type YamlDocument,
  type YamlStream,
} from "@plimsoll/syntax";
import { parseIgnoreDirective, type IgnoreDirective } from "./ignore-directive.ts";
import { coverDockerfile, coverYaml, type Covered } from "./coverage.ts";

/** The tree of a file, as the engine has it. */
export type CommentedTree =
  | { readonly kind: "dockerfile"; readonly file: Dockerfile }
  | { readonly kind: "yaml"; readonly stream: YamlStream };

/** One rule of one ignore comment, at its place in the file. Plain data, so that it can wait for findings of the whole workspace. */
export interface InlineIgnore {
  /** As written; not looked up yet. */
  readonly rule: string;
  /** The place of the rule's name. */
  readonly ruleRange: Range;
  /** Offsets in the file that it covers: a finding that starts from `start` through `end` is excused. */
  readonly covers: Span;
  readonly comment: InlineComment;
}

/** An ignore comment at its place in the file. */
export interface InlineComment {
  /** From the word to the end of the comment. */
  readonly range: Range;
  readonly word: string;
  readonly text: string;
  readonly reason: string;
  /** Why it covers nothing, as the end of a sentence; undefined where it covers something. */
  readonly idle: string | undefined;
  /** The rules that it names. */
  readonly rules: number;
}

/** All ignore comments of a file. */
export interface CollectedIgnores {
  readonly comments: readonly InlineComment[];
  readonly ignores: readonly InlineIgnore[];
}

interface PlacedDirective {
  readonly directive: IgnoreDirective;
  readonly covered: Covered;
}

const NOTHING: CollectedIgnores = { comments: [], ignores: [] };
const known = attached<YamlDocument, readonly PlacedDirective[]>();

/** Finds the ignore comments of a file and what each covers. What a YAML document says is remembered with the document. */
export function collectIgnores(tree: CommentedTree): CollectedIgnores {
  if (tree.kind === "dockerfile") {
    return place(
      tree.file.text,
      directivesOf(tree.file.comments, (directives) => coverDockerfile(tree.file, directives)),
    );
  }
  const placed: PlacedDirective[] = [];
  let atTop = true;
  for (const { document, offset } of tree.stream.documents) {
    for (const entry of directivesOfDocument(document))
      placed.push(shift(entry, { offset, atTop, end: tree.stream.text.length }));
    if (document.root !== undefined) atTop = false;
  }
  return place(tree.stream.text, placed);
}

function directivesOfDocument(document: YamlDocument): readonly PlacedDirective[] {
  let directives = known.get(document);
  if (directives === undefined) {
    directives = directivesOf(document.comments, (found) => coverYaml(document, found));
    known.set(document, directives);
  }
  return directives;
}

function directivesOf(
  comments: readonly (Span & { readonly text: string })[],
  cover: (directives: readonly IgnoreDirective[]) => readonly Covered[],
): readonly PlacedDirective[] {
  const directives = comments.flatMap(
    (comment) => parseIgnoreDirective(comment.text, comment.end - comment.text.length) ?? [],
  );
  if (directives.length === 0) return [];
  const covered = cover(directives);
  return directives.map((directive, index) => ({
    directive,
    covered: covered[index] ?? { idle: "covers nothing" },
  }));
}

interface Shift {
  readonly offset: number;
  /** Whether nothing but comments stands before this document. */
  readonly atTop: boolean;
  /** Length of the file. */
  readonly end: number;
}

function shift({ directive, covered }: PlacedDirective, { offset, atTop, end }: Shift): PlacedDirective {
  return {
    directive: {
      ...directive,
      ...moved(directive, offset),
      rules: directive.rules.map((rule) => ({ ...rule, ...moved(rule, offset) })),
    },
    covered: shiftCover(covered, { offset, atTop, end }),
  };
}

function shiftCover(covered: Covered, { offset, atTop, end }: Shift): Covered {
  if ("idle" in covered) return covered;
  if (covered.span === "file")
    return atTop ? { span: { start: 0, end } } : { idle: "does not stand at the top of the file" };
  return { span: moved(covered.span, offset) };
}

function moved({ start, end }: Span, offset: number): Span {
  return { start: start + offset, end: end + offset };
}

function place(text: string, directives: readonly PlacedDirective[]): CollectedIgnores {
  if (directives.length === 0) return NOTHING;
  const source = new SourceText(text);
  const comments: InlineComment[] = [];
  const ignores: InlineIgnore[] = [];
  for (const { directive, covered } of directives) {
    const comment: InlineComment = {
      range: source.rangeOf(directive),
      word: directive.word,
      text: text.slice(directive.start, directive.end),
      reason: directive.reason,
      idle: "idle" in covered ? covered.idle : undefined,
      rules: directive.rules.length,
    };
    comments.push(comment);
    if ("idle" in covered) continue;
    const covers = covered.span === "file" ? { start: 0, end: text.length } : covered.span;
    for (const rule of directive.rules)
      ignores.push({ rule: rule.id, ruleRange: source.rangeOf(rule), covers, comment });
  }
  return { comments, ignores };
}
