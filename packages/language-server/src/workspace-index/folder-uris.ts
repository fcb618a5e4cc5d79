/** A root whose files have workspace paths, and a folder of it that the client has opened. URIs as the client spells them. */
export interface FolderPlace {
  /** URI of the folder. */
  readonly folderUri: string;
  /** Path of the folder from the root, with `/`; empty where the folder is the root. */
  readonly folder: string;
}

/** Translates between the client's URIs and workspace paths. Nothing is read. */
export class FolderUris {
  readonly #folderUri: string;
  readonly #folder: string;
  readonly #rootUri: string | undefined;

  constructor({ folderUri, folder }: FolderPlace) {
    this.#folderUri = withoutSlash(folderUri);
    this.#folder = folder;
    this.#rootUri = rootOf(this.#folderUri, folder);
  }

  /** The workspace path of a URI; undefined for one outside the root. */
  pathOf(uri: string): string | undefined {
    const inFolder = below(this.#folderUri, uri);
    if (inFolder !== undefined) return this.#folder === "" ? inFolder : `${this.#folder}/${inFolder}`;
    return this.#rootUri === undefined ? undefined : below(this.#rootUri, uri);
  }

  /** The URI of a workspace path. */
  uriOf(path: string): string {
    if (this.#folder === "") return `${prefixOf(this.#folderUri)}${encodePath(path)}`;
    if (path.startsWith(`${this.#folder}/`))
      return `${this.#folderUri}/${encodePath(path.slice(this.#folder.length + 1))}`;
    return `${this.#rootUri ?? this.#folderUri}/${encodePath(path)}`;
  }
}

/** Whether a URI is the folder's or lies below it. */
export function isBelow(folderUri: string, uri: string): boolean {
  return below(withoutSlash(folderUri), uri) !== undefined;
}

/** The part of a URI behind a folder's, decoded; undefined where it does not lie below or cannot be decoded. */
function below(folderUri: string, uri: string): string | undefined {
  const prefix = prefixOf(folderUri);
  if (uri.startsWith(prefix)) return decode(uri.slice(prefix.length));
  // Clients differ in which characters they encode: compare decoded.
  const [folder, whole] = [decode(prefix), decode(uri)];
  return folder !== undefined && whole?.startsWith(folder) === true ? whole.slice(folder.length) : undefined;
}

/** Texts that were never saved have URIs without folders, such as `untitled:Untitled-1`. */
function prefixOf(folderUri: string): string {
  return folderUri.endsWith(":") ? folderUri : `${folderUri}/`;
}

/** URI of the folder that a file lies in. */
export function parentOf(uri: string): string {
  const slash = uri.lastIndexOf("/");
  return slash < 0 ? uri.slice(0, uri.indexOf(":") + 1) : uri.slice(0, slash);
}

function decode(text: string): string | undefined {
  const end = text.search(/[?#]/u);
  try {
    return decodeURIComponent(end < 0 ? text : text.slice(0, end));
  } catch {
    // A URI that is malformed names no file of ours.
    return undefined;
  }
}

function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

function withoutSlash(uri: string): string {
  return uri.endsWith("/") ? uri.slice(0, -1) : uri;
}

/** The URI above the folder's by as many parts as its path has; undefined where these are not the same names. */
function rootOf(folderUri: string, folder: string): string | undefined {
  if (folder === "") return folderUri;
  const decoded = decode(folderUri);
  if (decoded === undefined || !decoded.endsWith(`/${folder}`)) return undefined;
  let uri = folderUri;
  for (let left = folder.split("/").length; left > 0; left -= 1) uri = uri.slice(0, uri.lastIndexOf("/"));
  return uri;
}
