/** Words that name a credential by themselves. */
const SECRET_WORDS: ReadonlySet<string> = new Set([
  "password",
  "passwd",
  "pwd",
  "passphrase",
  "secret",
  "token",
  "apikey",
  "credential",
  "credentials",
  "jwt",
]);

/** Words that name a credential where `key` follows. */
const KEY_WORDS: ReadonlySet<string> = new Set([
  "access",
  "api",
  "auth",
  "batch",
  "encryption",
  "license",
  "master",
  "private",
  "secret",
  "service",
  "signing",
  "ssh",
]);

/** A name that ends in one of these speaks about a credential and holds none. */
const HARMLESS_ENDINGS: ReadonlySet<string> = new Set([
  "algorithm",
  "audience",
  "class",
  "count",
  "dir",
  "directory",
  "disabled",
  "duration",
  "enabled",
  "endpoint",
  "expiration",
  "expiry",
  "field",
  "file",
  "filename",
  "format",
  "header",
  "host",
  "id",
  "interval",
  "issuer",
  "length",
  "lifetime",
  "limit",
  "location",
  "max",
  "min",
  "mode",
  "name",
  "namespace",
  "path",
  "policy",
  "port",
  "prefix",
  "provider",
  "ref",
  "region",
  "required",
  "store",
  "suffix",
  "timeout",
  "ttl",
  "type",
  "uri",
  "url",
  "version",
]);

const MAXIMUM_NAME = 200;

/** Whether a name, such as that of an environment variable, says that its value is a credential. */
export function namesSecret(name: string): boolean {
  if (name.length > MAXIMUM_NAME) return false;
  const words = wordsOf(name);
  const joined = words.join(" ");
  if (joined.endsWith("access key id") || joined.endsWith("key content")) return true;
  if (HARMLESS_ENDINGS.has(words.at(-1) ?? "")) return false;
  return words.some(
    (word, index) => SECRET_WORDS.has(word) || (KEY_WORDS.has(word) && words[index + 1] === "key"),
  );
}

/** Whether a name means a password in the narrow sense, of which even a number may be one. */
export function namesPassword(name: string): boolean {
  return wordsOf(name).some((word) => word === "password" || word === "passwd" || word === "pwd");
}

/** The words of `DB_PASSWORD`, `dbPassword` or `db-password`, in lower case. */
function wordsOf(name: string): readonly string[] {
  const spaced = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2");
  return spaced
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}
