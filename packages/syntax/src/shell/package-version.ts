import type { VersionSyntax } from "./package-managers.ts";

/** A package and the version that a word asks for; `version` is undefined where the word names none. */
export interface NamedVersion {
  readonly name: string;
  readonly version: string | undefined;
  /** True for a word that is no package of a repository: a path, a URL or an archive. */
  readonly isLocation: boolean;
}

/** Takes the argument of an install command apart. */
export function splitPackage(text: string, syntax: VersionSyntax): NamedVersion {
  const split = SPLITTERS[syntax];
  if (isLocation(text, syntax) && !(syntax === "at" && isModulePath(text))) {
    return { name: text, version: undefined, isLocation: true };
  }
  const [name, version] = split(text);
  return { name, version: version === "" ? undefined : version, isLocation: false };
}

type Split = (text: string) => readonly [string, string | undefined];

const SPLITTERS: Readonly<Record<VersionSyntax, Split>> = {
  debian: (text) => {
    const [name, version] = splitFirst(text, "=");
    const [package_] = splitFirst(name, "/");
    return [splitFirst(package_, ":")[0], version];
  },
  alpine: (text) => {
    const [name, version] = splitOperator(text, "<>=~");
    return [splitFirst(name, "@")[0], version];
  },
  rpm: splitRpm,
  zypper: (text) => splitOperator(text, "<>="),
  python: (text) => {
    const [name, version] = splitOperator(text, "<>=~!@;");
    return [splitFirst(name, "[")[0].trim(), version?.trim()];
  },
  at: (text) => {
    const at = text.indexOf("@", 1);
    return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
  },
  colon: (text) => splitFirst(text, ":"),
};

function splitFirst(text: string, separator: string): readonly [string, string | undefined] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

/** The name before the first operator; the version is what follows the last character of the operator. */
function splitOperator(text: string, operators: string): readonly [string, string | undefined] {
  let at = 0;
  while (at < text.length && !operators.includes(text.charAt(at))) at += 1;
  if (at === text.length) return [text, undefined];
  let end = at;
  while (operators.includes(text.charAt(end)) && end < text.length) end += 1;
  return [text.slice(0, at), text.slice(end)];
}

/**
 * The version starts at the first dash from which on every part between dashes starts with a digit, or at a dash before an
 * expansion: what comes in there is not known, and a version is what people put there.
 */
function splitRpm(text: string): readonly [string, string | undefined] {
  const expansion = text.indexOf("-$");
  if (expansion > 0) return [text.slice(0, expansion), text.slice(expansion + 1)];
  const parts = text.split("-");
  let from = parts.length;
  while (from > 1 && startsWithDigit(parts[from - 1] ?? "")) from -= 1;
  if (from === parts.length) return [text, undefined];
  return [parts.slice(0, from).join("-"), parts.slice(from).join("-")];
}

function startsWithDigit(text: string): boolean {
  return /^[0-9]/.test(text);
}

const ARCHIVES = [
  ".deb",
  ".rpm",
  ".apk",
  ".whl",
  ".gem",
  ".zip",
  ".tgz",
  ".tar",
  ".tar.gz",
  ".tar.bz2",
  ".tar.xz",
];

function isLocation(text: string, syntax: VersionSyntax): boolean {
  if (text.includes("://") || text.startsWith(".") || text.startsWith("/") || text.startsWith("~/"))
    return true;
  // Names of Python packages have no slash: pip takes such a word for a folder.
  if (syntax === "python" && text.includes("/") && !/[@=<>!~;\s[]/.test(text)) return true;
  return ARCHIVES.some((ending) => text.endsWith(ending));
}

/** `./...` and the like are locations; a module path with dots in it is not. */
function isModulePath(text: string): boolean {
  return (
    /^[A-Za-z0-9@]/.test(text) && !text.includes("://") && !ARCHIVES.some((ending) => text.endsWith(ending))
  );
}
