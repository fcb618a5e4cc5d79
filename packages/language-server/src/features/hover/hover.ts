import type { Finding } from "@plimsoll/core";
import { type Hover, MarkupKind, type Position, type Range } from "vscode-languageserver-types";
import { ownFile } from "../configuration/schemas.ts";
import type { OpenFile } from "../document/open-file.ts";
import { offsetOf, rangeOfSpan, toRange, touches } from "../document/positions.ts";
import type { FeatureContext } from "../feature-context.ts";
import { configurationHover } from "./configuration-hover.ts";
import { dockerfileHover, type HoverPart } from "./dockerfile-hover.ts";
import { findingHover } from "./finding-hover.ts";
import { kubernetesHover } from "./kubernetes-hover.ts";

/** What a hover is made from. */
export interface HoverRequest {
  readonly file: OpenFile;
  readonly position: Position;
  /** The findings of the file. */
  readonly findings: readonly Finding[];
  readonly context: FeatureContext;
}

/** What is to be said of a place: its findings first, then what stands there. Undefined where there is nothing to say. */
export function hover({ file, position, findings, context }: HoverRequest): Hover | undefined {
  const here = { start: position, end: position };
  const found = findings.filter(
    (finding) => finding.file === file.path && touches(toRange(finding.range), here),
  );
  const part = partAt(file, position, context);
  const texts = [found.length === 0 ? "" : findingHover(found, context), part?.markdown ?? ""];
  const value = texts.filter((text) => text !== "").join("\n\n---\n\n");
  if (value === "") return undefined;
  return { contents: { kind: MarkupKind.Markdown, value }, ...rangeOf(file, found, part) };
}

/** The narrowest range of what is said: editors show it while the hover is open. */
function rangeOf(
  file: OpenFile,
  found: readonly Finding[],
  part: HoverPart | undefined,
): { readonly range?: Range } {
  const spans = found.map(({ range }) => ({ start: range.start.offset, end: range.end.offset }));
  if (part !== undefined) spans.push(part.span);
  const [narrowest] = spans.sort((a, b) => a.end - a.start - (b.end - b.start));
  return narrowest === undefined ? {} : { range: rangeOfSpan(file.source, narrowest) };
}

function partAt(file: OpenFile, position: Position, context: FeatureContext): HoverPart | undefined {
  const offset = offsetOf(file.source, position);
  if (file.kind === "dockerfile") return dockerfileHover(file, offset, context);
  const own = ownFile(file, context);
  if (own !== undefined) return configurationHover(file, { file: own, offset }, context);
  return file.kind === "helm-template" ? undefined : kubernetesHover(file, offset, context);
}
