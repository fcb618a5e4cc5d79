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
