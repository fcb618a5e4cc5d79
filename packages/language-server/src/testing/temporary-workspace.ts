import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** A folder with files that a test makes and that goes with it. */
export interface TemporaryWorkspace extends Disposable {
  readonly root: string;
  readonly uri: string;
  readonly uriOf: (path: string) => string;
  readonly write: (path: string, text: string) => void;
  readonly remove: (path: string) => void;
}

/** Makes a folder. A `.git` in it makes it a repository's root, so that nothing above it counts. */
export function temporaryWorkspace(files: Readonly<Record<string, string>> = {}): TemporaryWorkspace {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "plimsoll-server-")));
  const uri = pathToFileURL(root).href;
  const write = (path: string, text: string): void => {
    const absolute = join(root, path);
    mkdirSync(dirname(absolute), { recursive: true });
    writeFileSync(absolute, text);
  };
  write(".git/HEAD", "");
  for (const [path, text] of Object.entries(files)) write(path, text);
  return {
    root,
    uri,
    uriOf: (path) => `${uri}/${path.split("/").map(encodeURIComponent).join("/")}`,
    write,
    remove: (path) => rmSync(join(root, path), { recursive: true }),
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}
