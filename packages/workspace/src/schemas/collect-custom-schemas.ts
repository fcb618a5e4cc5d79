import { join } from "node:path";
import {
  classifyFile,
  CUSTOM_SCHEMA_MARK,
  type CustomSchema,
  type NotChecked,
  readCustomSchemas,
} from "@plimsoll/core";
import { isInside, realPath } from "../source/paths.ts";
import { readSource } from "../source/read-source.ts";

/** The custom kinds that a workspace defines. */
export interface WorkspaceSchemas {
  readonly schemas: readonly CustomSchema[];
  readonly notChecked: readonly NotChecked[];
}

/** Characters of schemas that are kept, which is several hundred of the largest definitions known. */
const MAXIMUM_CHARACTERS = 64 * 1024 * 1024;

/**
 * Reads the kinds that CustomResourceDefinitions among the files define, before anything is checked. A file that does not
 * hold the word is only searched. Files that cannot be read are left to their own check.
 * @param paths from the root, with `/`
 */
export function collectCustomSchemas(
  root: string,
  paths: Iterable<string>,
  maximumCharacters: number = MAXIMUM_CHARACTERS,
): WorkspaceSchemas {
  const schemas: CustomSchema[] = [];
  const notChecked: NotChecked[] = [];
  let characters = 0;
  for (const path of paths) {
    const text = textOf(root, path);
    if (text === undefined) continue;
    const found = readCustomSchemas(path, text);
    notChecked.push(...found.notChecked);
    for (const schema of found.schemas) characters += schema.text.length;
    if (characters > maximumCharacters) {
      notChecked.push(tooMany(path, maximumCharacters));
      break;
    }
    schemas.push(...found.schemas);
  }
  return { schemas, notChecked };
}

/** The text of a file that may define kinds. */
function textOf(root: string, path: string): string | undefined {
  const kind = classifyFile(path);
  if (kind !== "yaml" && kind !== "json") return undefined;
  const absolute = join(root, path);
  const source = readSource({ path, absolute });
  if (!("text" in source) || !source.text.includes(CUSTOM_SCHEMA_MARK)) return undefined;
  // A link may lead out of the workspace.
  const real = realPath(absolute);
  return real !== undefined && isInside(realPath(root) ?? root, real) ? source.text : undefined;
}

function tooMany(file: string, limit: number): NotChecked {
  return {
    file,
    code: "schema/too-many-definitions",
    reason: `The CustomResourceDefinitions of the workspace hold more than ${limit} characters; those from this file on were not read, so objects of their kinds are not compared with them.`,
  };
}
