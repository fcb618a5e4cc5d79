/** A package URL (ECMA-427) taken apart and decoded, not yet canonical. */
export interface PackageUrl {
  /** In lower case. */
  readonly type: string;
  /** Segments joined with `/`; empty where there is none. */
  readonly namespace: string;
  readonly name: string;
  readonly version: string | undefined;
  readonly qualifiers: ReadonlyMap<string, string>;
  readonly subpath: string | undefined;
}

const LONGEST = 4096;
const NO_QUALIFIERS: ReadonlyMap<string, string> = new Map();

/** Takes a purl apart; undefined where the text is none. Linear, from the right end as the standard says. */
export function parsePackageUrl(text: string): PackageUrl | undefined {
  if (text.length > LONGEST || text.slice(0, 4).toLowerCase() !== "pkg:") return undefined;
  const [front, subpath] = splitAt(trimSlashes(text.slice(4)), "#");
  const [address, query] = splitAt(front, "?");
  const slash = address.indexOf("/");
  if (slash <= 0) return undefined;
  const type = address.slice(0, slash).toLowerCase();
  const { namespace, name, version } = readPath(trimSlashes(address.slice(slash + 1)));
  if (name === "" || !isType(type)) return undefined;
  return {
    type,
    namespace,
    name,
    version: version === "" ? undefined : version,
    qualifiers: query === undefined ? NO_QUALIFIERS : readQualifiers(query),
    subpath: subpath === undefined ? undefined : decode(subpath),
  };
}

/** The text before the first mark, and what is behind it. */
function splitAt(text: string, mark: string): readonly [string, string | undefined] {
  const at = text.indexOf(mark);
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function readPath(path: string): Pick<PackageUrl, "namespace" | "name" | "version"> {
  // An @ before the last slash belongs to an npm scope that somebody did not encode.
  const at = path.lastIndexOf("@");
  const hasVersion = at > 0 && at > path.lastIndexOf("/");
  const plain = trimSlashes(hasVersion ? path.slice(0, at) : path);
  const cut = plain.lastIndexOf("/");
  return {
    namespace: cut === -1 ? "" : plain.slice(0, cut).split("/").filter(Boolean).map(decode).join("/"),
    name: decode(plain.slice(cut + 1)),
    version: hasVersion ? decode(path.slice(at + 1)) : undefined,
  };
}

function readQualifiers(text: string): ReadonlyMap<string, string> {
  const qualifiers = new Map<string, string>();
  for (const pair of text.split("&")) {
    const equals = pair.indexOf("=");
    if (equals <= 0 || equals === pair.length - 1) continue;
    qualifiers.set(pair.slice(0, equals).toLowerCase(), decode(pair.slice(equals + 1)));
  }
  return qualifiers;
}

function isType(type: string): boolean {
  return /^[a-z][a-z0-9.+-]{0,49}$/.test(type);
}

function trimSlashes(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text[start] === "/") start += 1;
  while (end > start && text[end - 1] === "/") end -= 1;
  return text.slice(start, end);
}

/** Percent-decoding; a text that is badly encoded stays as it is. */
function decode(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
