/** Last words of names of values that are secret. */
const SECRET_WORDS = new Set([
  "password",
  "passwd",
  "passphrase",
  "passcode",
  "pass",
  "pword",
  "secret",
  "secrets",
  "token",
  "apikey",
  "credential",
  "credentials",
  "auth",
]);

/** Words before `key` that make it a secret one. */
const KEY_KINDS = new Set([
  ..."access account admin api app auth client consumer crypto db deploy encryption git hmac jwt license".split(
    " ",
  ),
  ..."master private rsa secret service session shared signing ssh storage tls".split(" "),
]);

/** Last three words. An access key's id is no secret by itself, but whoever gives it gives the other half, too. */
const SECRET_PHRASES = new Set(["secret key base", "access key id"]);

/** Endings of words written in one, such as `dbpassword`. */
const ENDINGS = [
  "password",
  "passwd",
  "passphrase",
  "secret",
  "token",
  "apikey",
  "secretkey",
  "privatekey",
  "accesskey",
];

/** Words that make the value public, or a switch. */
const OPEN_WORDS = new Set(["public", "pub", "allow", "disable", "no", "skip"]);

const MAXIMUM_NAME = 256;

/** Part of every secret name; most names are settled by it. */
const ANY_WORD = /pass|pwd|pword|secret|token|key|cred|auth/i;

/**
 * True for the name of a variable, label or option whose value is a secret: `DB_PASSWORD`, `apiKey`, `npm_token`. What only speaks
 * about a secret is none: `PASSWORD_FILE`, `TOKEN_URL`, `SECRET_NAME`, `PUBLIC_KEY`, `AUTH_MODULE_VERSION`.
 */
export function isSecretName(name: string): boolean {
  if (name.length > MAXIMUM_NAME || !ANY_WORD.test(name)) return false;
  const words = wordsOf(name);
  const last = words.at(-1);
  if (last === undefined || words.some((word) => OPEN_WORDS.has(word))) return false;
  if (SECRET_WORDS.has(last)) return true;
  const before = words.at(-2);
  if (last === "pwd") return before !== undefined;
  if (last === "key" && before !== undefined && KEY_KINDS.has(before)) return true;
  const phrase = words.slice(-3).join(" ");
  if (SECRET_PHRASES.has(phrase)) return true;
  return ENDINGS.some((ending) => last.length > ending.length && last.endsWith(ending));
}

/** `DB_rootPassword2` is db, root, password. */
function wordsOf(name: string): readonly string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((word) => word.replace(/[0-9]+$/, ""))
    .filter((word) => word !== "");
}
