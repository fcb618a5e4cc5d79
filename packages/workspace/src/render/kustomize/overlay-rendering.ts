import { posix, resolve } from "node:path";
import { getNode, parseYaml, type PlacedDocument, scalarText, SourceText } from "@plimsoll/syntax";
import { isInside, realPath, workspacePath } from "../../source/paths.ts";
import type { RenderedFile, Rendering } from "../rendered-file.ts";
import type { Closure } from "./closure.ts";
import { type OverlaySources, placeInOverlay } from "./overlay-places.ts";

/** An overlay that was rendered. */
export interface RenderedOverlay {
  readonly closure: Closure;
  /** Absolute folder from which origins count. */
  readonly wrapper: string;
  readonly root: string;
  readonly read: (path: string) => string | undefined;
}

/** A rendered object and the file that it came from. */
interface OriginDocument {
  readonly placed: PlacedDocument;
  readonly origin: string;
}

/** Groups rendered objects by the file that they came from. */
export function overlayRendering(output: string, overlay: RenderedOverlay): Rendering {
  const sources = new OverlayFiles(overlay);
  const groups = new Map<string, OriginDocument[]>();
  for (const placed of parseYaml(output).documents) {
    if (placed.document.root === undefined) continue;
    const origin = originOf(placed, overlay);
    const group = groups.get(origin);
    if (group === undefined) groups.set(origin, [{ placed, origin }]);
    else group.push({ placed, origin });
  }
  return {
    files: [...groups].map(([path, group]) => renderedFile(path, group, sources)),
    notChecked: [],
    consumed: overlay.closure.kustomizations.flatMap(({ patchFiles }) => patchFiles),
    unchecked: [],
  };
}

function renderedFile(path: string, group: readonly OriginDocument[], sources: OverlaySources): RenderedFile {
  const starts: number[] = [];
  let text = "";
  for (const { placed } of group) {
    const own = placed.document.text;
    if (text !== "" && !own.startsWith("---")) text += "---\n";
    starts.push(text.length);
    text += own.endsWith("\n") ? own : `${own}\n`;
  }
  return {
    path,
    text,
    locate: (range) => {
      const index = Math.max(
        0,
        starts.findLastIndex((start) => start <= range.start.offset),
      );
      const document = group[index];
      if (document === undefined) throw new RangeError("a rendered file has at least one document");
      const start = starts[index] ?? 0;
      const span = { start: range.start.offset - start, end: range.end.offset - start };
      return placeInOverlay({ document: document.placed, span, origin: path }, sources);
    },
  };
}

/** The workspace path of the file that an object came from; the overlay itself for objects that it generates or that came from elsewhere. */
function originOf(placed: PlacedDocument, overlay: RenderedOverlay): string {
  const file = overlay.closure.file;
  const note = scalarText(
    getNode(placed.document.root, ["metadata", "annotations", "config.kubernetes.io/origin"]),
  );
  const origin = note === undefined ? undefined : parseYaml(note).documents[0]?.document.root;
  const path = scalarText(getNode(origin, ["path"])) ?? scalarText(getNode(origin, ["configuredIn"]));
  if (path === undefined) return file;
  const absolute = realPath(resolve(overlay.wrapper, path));
  return absolute !== undefined && isInside(overlay.root, absolute)
    ? workspacePath(overlay.root, absolute)
    : file;
}

/** Texts of the closure's files, each read once. */
class OverlayFiles implements OverlaySources {
  readonly overlay: string;
  readonly folder: string;
  readonly patchFiles: readonly string[];
  readonly kustomizationFiles: readonly string[];
  readonly #read: (path: string) => string | undefined;
  readonly #texts = new Map<string, SourceText | undefined>();

  constructor(overlay: RenderedOverlay) {
    const { kustomizations } = overlay.closure;
    this.overlay = overlay.closure.file;
    this.folder = posix.dirname(this.overlay);
    this.patchFiles = kustomizations.flatMap(({ patchFiles }) => patchFiles);
    this.kustomizationFiles = kustomizations.map(({ file }) => file);
    this.#read = overlay.read;
  }

  source(path: string): SourceText | undefined {
    if (!this.#texts.has(path)) {
      const text = this.#read(path);
      this.#texts.set(path, text === undefined ? undefined : new SourceText(text));
    }
    return this.#texts.get(path);
  }
}
