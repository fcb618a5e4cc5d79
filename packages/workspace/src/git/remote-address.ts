import { isAbsolute } from "node:path";
import { CodedError } from "@plimsoll/core";

/** Where a repository is, and the one protocol that git may use to get there. */
export interface RemoteAddress {
  readonly url: string;
  readonly protocol: "https" | "http" | "ssh" | "file";
  /** Scheme, host and port, for settings that count for this server only; undefined for files. */
  readonly origin: string | undefined;
}

const LOOPBACK: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * The address of a repository: `https://…`, `ssh://…`, `user@host:path`, `file:///…` or an absolute path; `http://…` only on this
 * machine.
 * @throws CodedError `git/bad-url`
 */
export function remoteAddress(text: string): RemoteAddress {
  // oxlint-disable-next-line no-control-regex -- control characters are what must be refused.
  if (text === "" || text.startsWith("-") || /[\u0000-\u0020\u007f]/u.test(text))
    throw badUrl("it is malformed");
  if (isAbsolute(text)) return { url: text, protocol: "file", origin: undefined };
  return text.includes("://") ? urlAddress(text) : scpAddress(text);
}

function urlAddress(text: string): RemoteAddress {
  const url = parse(text);
  if (url.password !== "" || (url.username !== "" && url.protocol !== "ssh:"))
    throw badUrl("it holds a user or a password, which would be seen in logs");
  if (url.protocol === "file:") return { url: text, protocol: "file", origin: undefined };
  if (url.protocol === "ssh:") return { url: text, protocol: "ssh", origin: undefined };
  if (url.protocol === "https:") return { url: text, protocol: "https", origin: url.origin };
  if (url.protocol === "http:" && LOOPBACK.has(url.hostname))
    return { url: text, protocol: "http", origin: url.origin };
  throw badUrl("its protocol is not https, ssh or file");
}

/** `git@host:path`, which is ssh. */
function scpAddress(text: string): RemoteAddress {
  if (/^[A-Za-z0-9._-]+@[A-Za-z0-9][A-Za-z0-9.-]*:[^:]+$/u.test(text))
    return { url: text, protocol: "ssh", origin: undefined };
  throw badUrl("it is neither a URL nor an absolute path");
}

function parse(text: string): URL {
  try {
    return new URL(text);
  } catch {
    throw badUrl("it is malformed");
  }
}

/** The address itself is left out: it may hold a secret. */
function badUrl(cause: string): CodedError {
  return new CodedError({
    code: "git/bad-url",
    message: `The repository's address cannot be used: ${cause}.`,
    nextStep: "Give an https, ssh or file URL without a password; tokens are passed apart from it.",
  });
}

const MAXIMUM_LENGTH = 250;

/** Whether git takes a text as the name of a branch. */
export function isBranchName(name: string): boolean {
  if (name === "" || name === "@" || name.length > MAXIMUM_LENGTH || name.startsWith("-")) return false;
  // oxlint-disable-next-line no-control-regex -- control characters are what must be refused.
  if (/[\u0000-\u0020\u007f~^:?*[\\]/u.test(name) || name.includes("..") || name.includes("@{")) return false;
  return name
    .split("/")
    .every((part) => part !== "" && !part.startsWith(".") && !part.endsWith(".lock") && !part.endsWith("."));
}

/** @throws CodedError `git/bad-branch` */
export function checkedBranch(name: string): string {
  if (isBranchName(name)) return name;
  throw new CodedError({
    code: "git/bad-branch",
    message: `${JSON.stringify(name.slice(0, 300))} is no name of a branch.`,
    nextStep: "Give a name that git takes, such as main.",
  });
}
