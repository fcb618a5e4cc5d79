const SWITCHES = new Set([
  ..."true false yes no on off 0 1 none null nil undefined enabled disabled required optional".split(" "),
  ..."basic digest bearer oauth oauth2 oidc ldap saml jwt token password default".split(" "),
]);

/**
 * True where a value is a secret by itself, given that its name says so. `changeme` is one: it is what runs. Values that come from
 * elsewhere are none: `${TOKEN}`, `$(cat f)`, `/run/secrets/token`, nor are switches and marks such as `<your token>` and `***`.
 */
export function isSecretValue(value: string): boolean {
  const text = value.trim().replace(/^(["'])(.*)\1$/s, "$2");
  if (text === "" || SWITCHES.has(text.toLowerCase())) return false;
  if (text.includes("$") || text.includes("`")) return hasLiteralDefault(text);
  if (/^(\/|\.{1,2}\/|~\/|file:|[A-Za-z]:\\)/.test(text)) return false;
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return urlPassword(text) !== undefined;
  return !isMark(text);
}

/** `${TOKEN:-abc}`: the default stands in the file. */
function hasLiteralDefault(text: string): boolean {
  const fallback = /^\$\{[A-Za-z_][A-Za-z0-9_]*:?-([^${}]+)\}$/.exec(text)?.[1];
  return fallback !== undefined && isSecretValue(fallback);
}

/** A place to fill in, not a value. */
function isMark(text: string): boolean {
  if (/^<.*>$/s.test(text) || /^\{\{.*\}\}$/s.test(text) || /^%.*%$/s.test(text) || /^\[.*\]$/s.test(text))
    return true;
  return /^[x*.#-]+$/i.test(text);
}

/** The password of a URL such as `https://user:password@host`, where it is written out. */
export function urlPassword(url: string): string | undefined {
  const match = /^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^\s/@:]*:([^\s/@]+)@/.exec(url);
  const password = match?.[1];
  if (password === undefined || password.includes("$") || password.includes("`") || isMark(password))
    return undefined;
  return password;
}

/** Forms that only one kind of secret has. None can backtrack: each is a fixed start and a run of one class of characters. */
const FORMS: readonly (readonly [string, string])[] = [
  ["an AWS access key", "(?:AKIA|ASIA)[0-9A-Z]{16}"],
  ["a GitHub token", "gh[opusr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60,90}"],
  ["a GitLab token", "glpat-[A-Za-z0-9_-]{20,64}"],
  ["a Slack token", "xox[baprs]-[A-Za-z0-9-]{10,100}"],
  ["a Google API key", "AIza[0-9A-Za-z_-]{35}"],
  ["an npm token", "npm_[A-Za-z0-9]{36}"],
  ["a PyPI token", "pypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{50,200}"],
  ["a Docker Hub token", "dckr_pat_[A-Za-z0-9_-]{27}"],
  ["a Stripe key", "[rs]k_live_[0-9A-Za-z]{24,99}"],
  ["a SendGrid key", "SG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}"],
  ["a Vault token", "hvs\\.[A-Za-z0-9_-]{24,200}"],
  ["a DigitalOcean token", "do[opr]_v1_[0-9a-f]{64}"],
  ["a JSON web token", "eyJ[A-Za-z0-9_-]{10,2000}\\.eyJ[A-Za-z0-9_-]{10,4000}\\.[A-Za-z0-9_-]{10,2000}"],
  ["a private key", "-----BEGIN (?:[A-Z]{2,9} )?PRIVATE KEY(?: BLOCK)?-----"],
];

const ANY_FORM = new RegExp(`(?<![A-Za-z0-9_-])(?:${FORMS.map(([, form]) => `(${form})`).join("|")})`, "g");

/** A secret that is known by its form. */
export interface KnownSecret {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

/** One of these stands at the start of every form: looking for them first is far cheaper than the forms. */
const STARTS = [
  ..."AKIA ASIA gho_ ghp_ ghu_ ghs_ ghr_ github_pat_ glpat- xox AIza npm_ pypi-Ag dckr_pat_ k_live_ SG. hvs.".split(
    " ",
  ),
  ..."doo_v1_ dop_v1_ dor_v1_ eyJ".split(" "),
  "PRIVATE KEY",
];

/** Secrets of known forms in a text. */
export function knownSecrets(text: string): readonly KnownSecret[] {
  if (!STARTS.some((start) => text.includes(start))) return [];
  const found: KnownSecret[] = [];
  for (const match of text.matchAll(ANY_FORM)) {
    const form = match.slice(1).findIndex((group) => group !== undefined);
    found.push({
      kind: FORMS[form]?.[0] ?? "a secret",
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  return found;
}
