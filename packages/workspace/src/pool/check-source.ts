import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Engine, FileKind, FileResult, NotChecked } from "@plimsoll/core";
import { classifyFile } from "@plimsoll/core";
import { isInside, realPath } from "../source/paths.ts";
import { readSource, type SourceFile } from "../source/read-source.ts";

/** What came of one file. */
export type FileOutcome = { readonly result: FileResult } | { readonly notChecked: NotChecked };

/** Siblings such as `.dockerignore` are small; a larger one is no such file. */
const MAXIMUM_SIBLING_BYTES = 256 * 1024;

/** Reads and judges one file. It never throws: a failure is an outcome. */
export function checkSource(engine: Engine, root: string, file: SourceFile): FileOutcome {
  const source = readSource(file);
  if ("notChecked" in source) return source;
  return checkText(engine, {
    path: file.path,
    text: source.text,
    sibling: siblingReader(root, file.absolute),
  });
}

/** A text to judge under a path of the workspace. */
export interface TextInput {
  readonly path: string;
  readonly text: string;
  readonly sibling?: (name: string) => string | undefined;
}

/** Judges one text. A crash of the engine is an outcome. */
export function checkText(engine: Engine, input: TextInput): FileOutcome {
  const kind = classifyFile(input.path) === undefined ? kindOfText(input.text) : undefined;
  try {
    return { result: engine.checkFile({ ...input, ...(kind === undefined ? {} : { kind }) }) };
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return {
      notChecked: {
        file: input.path,
        code: "file/crashed",
        reason: `The check of this file failed (${reason.slice(0, 300)}). Please report it with the file.`,
      },
    };
  }
}

/** Reads files beside a file, never out of the root, links included. */
export function siblingReader(root: string, absolute: string): (name: string) => string | undefined {
  const folder = dirname(absolute);
  const known = new Map<string, string | undefined>();
  return (name) => {
    // Several rules ask for the same few names.
    if (!known.has(name)) known.set(name, readSibling(root, name, join(folder, name)));
    return known.get(name);
  };
}

function readSibling(root: string, name: string, absolute: string): string | undefined {
  // Most are not there, and the error of a real path that leads nowhere costs more than all else.
  if (!existsSync(absolute)) return undefined;
  const path = realPath(absolute);
  if (path === undefined || !isInside(root, path)) return undefined;
  const source = readSource({ path: name, absolute: path }, MAXIMUM_SIBLING_BYTES);
  return "text" in source ? source.text : undefined;
}

const DOCKERFILE_STARTS: ReadonlySet<string> = new Set(["FROM", "ARG"]);

/** The kind of a file whose name says nothing: a Dockerfile where its first instruction is FROM or ARG, else YAML. */
export function kindOfText(text: string): FileKind {
  let from = text.startsWith("\uFEFF") ? 1 : 0;
  while (from < text.length) {
    const end = text.indexOf("\n", from);
    const line = text.slice(from, end < 0 ? text.length : end).trim();
    if (line !== "" && !line.startsWith("#")) return startsDockerfile(line) ? "dockerfile" : yamlOrJson(line);
    if (end < 0) break;
    from = end + 1;
  }
  return "yaml";
}

function startsDockerfile(line: string): boolean {
  const space = line.search(/\s/u);
  return space > 0 && DOCKERFILE_STARTS.has(line.slice(0, space).toUpperCase());
}

function yamlOrJson(line: string): FileKind {
  return line.startsWith("{") || line.startsWith("[") ? "json" : "yaml";
}
