/** What of our own environment programs may see: the way to themselves, and what their start needs on Windows. */
const KEPT = ["PATH", "SystemRoot", "SYSTEMROOT", "PATHEXT", "TEMP", "TMP", "TMPDIR", "LANG"] as const;

/** An address at which nothing answers. Programs that obey proxies reach no network through it. */
const NO_PROXY_ANSWERS = "http://127.0.0.1:9";

/** Environment for git: the user's own git configuration counts (`safe.directory`, global excludes), prompts and transports do not. */
export function gitEnvironment(own: NodeJS.ProcessEnv): Record<string, string> {
  return {
    ...pick(own, [
      ...KEPT,
      "HOME",
      "USERPROFILE",
      "XDG_CONFIG_HOME",
      "GIT_CONFIG_GLOBAL",
      "GIT_CONFIG_NOSYSTEM",
    ]),
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: "none",
    GIT_NO_REPLACE_OBJECTS: "1",
    LC_ALL: "C",
  };
}

/** Where servers, proxies and agents of the user are found. */
const TRANSPORT = [
  "SSH_AUTH_SOCK",
  "HTTPS_PROXY",
  "https_proxy",
  "HTTP_PROXY",
  "http_proxy",
  "NO_PROXY",
  "no_proxy",
  "SSL_CERT_FILE",
  "SSL_CERT_DIR",
  "GIT_SSL_CAINFO",
] as const;

/** Environment for git that speaks with a server, by one protocol only; settings go by the environment, where no other user sees them. */
export function gitTransportEnvironment(
  own: NodeJS.ProcessEnv,
  protocol: string,
  settings: readonly (readonly [key: string, value: string])[],
): Record<string, string> {
  const environment: Record<string, string> = {
    ...gitEnvironment(own),
    ...pick(own, TRANSPORT),
    GIT_ALLOW_PROTOCOL: protocol,
    GIT_CONFIG_COUNT: String(settings.length),
  };
  for (const [index, [key, value]] of settings.entries()) {
    environment[`GIT_CONFIG_KEY_${index}`] = key;
    environment[`GIT_CONFIG_VALUE_${index}`] = value;
  }
  return environment;
}

/** Environment for renderers: no secret, no network, and an empty home. */
export function rendererEnvironment(own: NodeJS.ProcessEnv, emptyHome: string): Record<string, string> {
  return {
    ...pick(own, KEPT),
    HOME: emptyHome,
    USERPROFILE: emptyHome,
    XDG_CONFIG_HOME: emptyHome,
    XDG_CACHE_HOME: emptyHome,
    XDG_DATA_HOME: emptyHome,
    HELM_PLUGINS: emptyHome,
    KUBECONFIG: "",
    HTTP_PROXY: NO_PROXY_ANSWERS,
    HTTPS_PROXY: NO_PROXY_ANSWERS,
    ALL_PROXY: NO_PROXY_ANSWERS,
    NO_PROXY: "",
    GIT_ALLOW_PROTOCOL: "none",
    GIT_TERMINAL_PROMPT: "0",
    GIT_CONFIG_NOSYSTEM: "1",
  };
}

function pick(own: NodeJS.ProcessEnv, names: readonly string[]): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of names) {
    const value = own[name];
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}
