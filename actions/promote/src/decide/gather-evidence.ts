import { lstatSync, readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { ActionFailure, readBounded } from "@plimsoll/action-kit";
import type { EvidenceFile } from "@plimsoll/release";

const MAXIMUM_BYTES = 128 * 1024 * 1024;
const MAXIMUM_FILES = 1000;

/**
 * Reads evidence: files, and the files that lie in folders. Folders within them hold reports behind the evidence, in any form, and are
 * not looked into. All or nothing: a file that is left out could be the one that says no.
 * @throws ActionFailure `promote/evidence`, `file/unreadable`, `file/too-large`
 */
export function gatherEvidence(paths: readonly string[], workspace: string): readonly EvidenceFile[] {
  const files = paths.flatMap((path) => filesAt(resolve(workspace, path), path));
  if (files.length > MAXIMUM_FILES) throw failure(`there are more than ${MAXIMUM_FILES} files`);
  return files.map(({ path, absolute }) => ({
    path,
    bytes: new Uint8Array(readBounded(absolute, MAXIMUM_BYTES)),
  }));
}

interface Place {
  readonly path: string;
  readonly absolute: string;
}

function filesAt(absolute: string, given: string): readonly Place[] {
  const kind = kindOf(absolute, given);
  if (kind === "file") return [{ path: basename(given), absolute }];
  const names = readdirSync(absolute).sort();
  return names.flatMap((name): readonly Place[] => {
    const place = { path: name, absolute: join(absolute, name) };
    return kindOf(place.absolute, name) === "file" ? [place] : [];
  });
}

function kindOf(path: string, shown: string): "file" | "folder" {
  let status;
  try {
    status = lstatSync(path);
  } catch (error) {
    throw failure(
      `${JSON.stringify(shown)} cannot be read: ${error instanceof Error ? error.message : "unknown"}`,
    );
  }
  if (status.isFile()) return "file";
  if (status.isDirectory()) return "folder";
  throw failure(`${JSON.stringify(shown)} is a link or no ordinary file`);
}

function failure(reason: string): ActionFailure {
  return new ActionFailure({
    code: "promote/evidence",
    message: `The evidence cannot be read whole: ${reason}.`,
    nextStep: "Give folders that the other actions wrote, or files.",
  });
}
