/** What the baseline level of the Pod Security Standards lets a container add: what container runtimes give by default, without NET_RAW. */
export const BASELINE_CAPABILITIES: readonly string[] = [
  "AUDIT_WRITE",
  "CHOWN",
  "DAC_OVERRIDE",
  "FOWNER",
  "FSETID",
  "KILL",
  "MKNOD",
  "NET_BIND_SERVICE",
  "SETFCAP",
  "SETGID",
  "SETPCAP",
  "SETUID",
  "SYS_CHROOT",
];

/** What container runtimes give a container that says nothing. */
export const DEFAULT_CAPABILITIES: readonly string[] = [...BASELINE_CAPABILITIES, "NET_RAW"];

/** A CEL list of texts. */
export function celList(texts: readonly string[]): string {
  return JSON.stringify(texts);
}
