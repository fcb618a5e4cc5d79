import type { NotChecked } from "@plimsoll/core";
import type { ClientFiles } from "./client-files.ts";
import type { FolderSource, Listing, ListRequest, ReadOutcome, SourceEvents } from "./folder-source.ts";
import { FolderUris } from "./folder-uris.ts";

/** Texts of files beside files are small; so many are remembered. */
const REMEMBERED_SIBLINGS = 2000;
const MAXIMUM_SIBLING_LENGTH = 256 * 1024;
/** Longest text that is taken from a client, in UTF-16 code units. */
const MAXIMUM_LENGTH = 2 * 1024 * 1024;

/** A folder that only the client can read: a virtual file system, or any folder of a web worker. */
export class ClientSource implements FolderSource {
  readonly folder: string = "";
  readonly #folderUri: string;
  readonly #uris: FolderUris;
  readonly #files: ClientFiles | undefined;
  readonly #events: SourceEvents;
  readonly #siblings = new Map<string, string | undefined>();
  readonly #asked = new Set<string>();

  constructor(folderUri: string, files: ClientFiles | undefined, events: SourceEvents) {
    this.#folderUri = folderUri;
    this.#uris = new FolderUris({ folderUri, folder: "" });
    this.#files = files;
    this.#events = events;
  }

  readonly pathOf = (uri: string): string | undefined => this.#uris.pathOf(uri);

  readonly uriOf = (path: string): string => this.#uris.uriOf(path);

  readonly list = async ({ select, maximum }: ListRequest): Promise<Listing> => {
    if (this.#files === undefined) return { paths: [], notChecked: [] };
    this.#siblings.clear();
    this.#asked.clear();
    try {
      const { files, truncated } = await this.#files.list(this.#folderUri, maximum);
      const paths = files.flatMap(({ uri }) => this.pathOf(uri) ?? []).filter(select);
      return { paths: paths.slice(0, maximum).sort(), notChecked: truncated ? [tooMany(maximum)] : [] };
    } catch (error) {
      const reason = `The editor could not list the folder: ${reasonOf(error)}.`;
      return { paths: [], notChecked: [{ code: "folder/unreadable", reason }] };
    }
  };

  readonly read = async (path: string): Promise<ReadOutcome> => {
    if (this.#files === undefined) return { missing: true };
    try {
      const result = await this.#files.read(this.uriOf(path));
      if ("text" in result)
        return result.text.length > MAXIMUM_LENGTH
          ? refuse(path, "file/too-large", "it is too large")
          : result;
      if (result.error === "missing") return { missing: true };
      return refuse(path, "file/unreadable", result.reason ?? "the editor gave no reason");
    } catch (error) {
      return refuse(path, "file/unreadable", reasonOf(error));
    }
  };

  readonly siblingsOf = (path: string): ((name: string) => string | undefined) => {
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    return (name) => {
      const wanted = joinInside(folder + name);
      if (wanted === undefined) return undefined;
      if (!this.#asked.has(wanted)) this.#fetch(path, wanted);
      return this.#siblings.get(wanted);
    };
  };

  /** Asks once; where there is something, the file that wanted it is to be checked again. */
  #fetch(path: string, wanted: string): void {
    if (this.#asked.size >= REMEMBERED_SIBLINGS) return;
    this.#asked.add(wanted);
    void this.read(wanted).then((outcome) => {
      if (!("text" in outcome) || outcome.text.length > MAXIMUM_SIBLING_LENGTH) return;
      this.#siblings.set(wanted, outcome.text);
      this.#events.onSibling(path);
    });
  }
}

/** What listing ended early says. */
export function tooMany(maximum: number): NotChecked {
  return {
    code: "folder/too-many-files",
    reason: `The folder holds more than ${maximum} files that could be checked; those after them were left out. Exclude some in plimsoll.yaml.`,
  };
}

function refuse(file: string, code: string, reason: string): ReadOutcome {
  return { notChecked: { file, code, reason: `The file cannot be read: ${reason}.` } };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Resolves `.` and `..`; undefined for a path out of the folder. */
function joinInside(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
}
