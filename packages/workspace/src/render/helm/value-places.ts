import type { RelatedLocation } from "@plimsoll/core";
import {
  asMap,
  getEntry,
  getNode,
  parseYaml,
  SourceText,
  type YamlEntry,
  type YamlNode,
} from "@plimsoll/syntax";

/** A values file, and where in it the values of one chart stand. */
export interface ValueFile {
  /** Path from the workspace's root. */
  readonly file: string;
  readonly text: string;
  /** Keys that lead to the chart's part: the subchart's name in its parent's file, nothing in its own. */
  readonly prefix: readonly string[];
}

const REFERENCE = ".Values.";
const MAXIMUM_REFERENCES = 3;

/** The values that the actions on a template's line name, each in the first file that sets it. */
export function valuePlaces(line: string, files: readonly ValueFile[]): readonly RelatedLocation[] {
  const places: RelatedLocation[] = [];
  for (const path of valuePaths(line)) {
    const place = findValue(path, files);
    if (place !== undefined) places.push(place);
  }
  return places;
}

/** The paths behind `.Values.` on a line, at most three, each once. */
export function valuePaths(line: string): readonly (readonly string[])[] {
  const paths = new Map<string, readonly string[]>();
  for (let at = line.indexOf(REFERENCE); at >= 0; at = line.indexOf(REFERENCE, at + 1)) {
    const path = /^[A-Za-z0-9_.]*/u.exec(line.slice(at + REFERENCE.length, at + 300))?.[0] ?? "";
    if (path !== "" && paths.size < MAXIMUM_REFERENCES) paths.set(path, path.split(".").filter(Boolean));
  }
  return [...paths.values()];
}

function findValue(path: readonly string[], files: readonly ValueFile[]): RelatedLocation | undefined {
  for (const { file, text, prefix } of files) {
    const placed = parseYaml(text).documents[0];
    if (placed === undefined) continue;
    const entry = entryAt(placed.document.root, [...prefix, ...path]);
    if (entry === undefined) continue;
    const span = { start: entry.start + placed.offset, end: entry.value.end + placed.offset };
    const range = new SourceText(text).rangeOf(span);
    return { file, range, message: `The value .Values.${path.join(".")} is set here` };
  }
  return undefined;
}

function entryAt(root: YamlNode | undefined, path: readonly string[]): YamlEntry | undefined {
  const parent = asMap(getNode(root, path.slice(0, -1)));
  const key = path.at(-1);
  return parent === undefined || key === undefined ? undefined : getEntry(parent, key);
}
