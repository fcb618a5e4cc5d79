import type { Environment } from "../inputs/read-inputs.ts";

/**
 * What a program may see of our environment: the way to other programs, to a home and to a temporary folder, the language, and the
 * mark by which a runner finds processes that were left behind. No token, no key, no input is among them.
 */
const KEPT = [
  "PATH",
  "HOME",
  "USER",
  "LOGNAME",
  "TMPDIR",
  "TEMP",
  "TMP",
  "LANG",
  "XDG_RUNTIME_DIR",
  "RUNNER_TRACKING_ID",
  "SystemRoot",
  "SYSTEMROOT",
  "PATHEXT",
] as const;

/** For programs that reach out. The address of a proxy may hold a password, so nobody else gets it. */
const NETWORK = [
  "HTTP_PROXY",
  "HTTPS_PROXY",
  "NO_PROXY",
  "http_proxy",
  "https_proxy",
  "no_proxy",
  "SSL_CERT_FILE",
  "SSL_CERT_DIR",
] as const;

/** What a program gets beside that. */
export interface ChildNeeds {
  /** Whether it reaches the network. */
  readonly network?: boolean;
  /** Variables of its own. */
  readonly set?: Readonly<Record<string, string>>;
}

/** The environment of a child process. Nothing is inherited that is not on the list. */
export function childEnvironment(own: Environment, needs: ChildNeeds = {}): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {};
  for (const name of needs.network === true ? [...KEPT, ...NETWORK] : KEPT) {
    const value = own[name];
    if (value !== undefined) kept[name] = value;
  }
  return { ...kept, LC_ALL: "C.UTF-8", ...needs.set };
}
