const of = (rule: string, ...problems: readonly string[]): readonly string[] =>
  problems.map((problem) => `${rule}#${problem}`);

/** A user that is root, or may be. That only the field is missing, where a user is set, is a matter of the restricted level. */
const mayBeRoot = of("run-as-non-root", "missing", "rootAllowed");

/** A capability of the runtime's own is kept. */
const keepsSome = of("capabilities-dropped", "notDropped", "someDropped");

/**
 * Themes of the labelled corpora that rules on pods speak about, with the rules (without `kubernetes/`) that together mean
 * the same. A file is labelled rightly where one of them finds something. `rule#problem` means one of a rule's problems only.
 */
export const kubernetesThemes: Readonly<Record<string, readonly string[]>> = {
  "k8s/privileged": ["containers-not-privileged"],
  "k8s/privilege-escalation": ["no-privilege-escalation"],
  "k8s/run-as-non-root": [...mayBeRoot, "user-not-root", "groups-not-root"],
  "k8s/run-as-user-root": ["user-not-root"],
  "k8s/capabilities-drop-all": ["capabilities-dropped"],
  "k8s/capabilities-drop": ["capabilities-dropped"],
  "k8s/capabilities-net-raw": of("capabilities-dropped", "notDropped"),
  "k8s/capabilities-add": ["no-added-capabilities", "no-dangerous-capabilities"],
  "k8s/capabilities-dangerous": ["no-dangerous-capabilities"],
  "k8s/capabilities-insecure": [...keepsSome, "no-dangerous-capabilities"],
  "k8s/capabilities-sys-admin": ["no-dangerous-capabilities"],
  "k8s/linux-hardening": ["containers-confined"],
  "k8s/seccomp": [
    "seccomp-profile-set#missing",
    ...of("seccomp-not-unconfined", "unconfined", "localProfile"),
  ],
  "k8s/seccomp-unconfined": ["seccomp-not-unconfined"],
  "k8s/read-only-root-fs": ["root-filesystem-read-only"],
  "k8s/host-network": ["host-network-not-shared"],
  "k8s/host-pid": ["host-pid-not-shared"],
  "k8s/host-ipc": ["host-ipc-not-shared"],
  "k8s/host-namespaces": ["host-network-not-shared", "host-pid-not-shared", "host-ipc-not-shared"],
  "k8s/host-path": ["no-host-path-volumes", "no-host-path-persistent-volumes"],
  "k8s/host-path-sensitive": [
    ...of("no-host-path-volumes", "systemFolder", "systemFolderForReading"),
    "no-host-path-persistent-volumes",
  ],
  "k8s/host-path-writable": [
    ...of("no-host-path-volumes", "systemFolder", "hostPath"),
    "no-host-path-persistent-volumes",
  ],
  "k8s/docker-socket": ["runtime-socket-not-mounted"],
  "k8s/host-port": ["no-host-ports"],
  "k8s/privileged-ports": ["container-ports-unprivileged"],
  "k8s/memory-limit": ["memory-limit-set"],
  "k8s/cpu-limit": ["cpu-limit-set"],
  "k8s/memory-request": ["memory-request-set"],
  "k8s/cpu-request": ["cpu-request-set"],
  "k8s/resources-missing": ["memory-limit-set", "cpu-limit-set", "memory-request-set", "cpu-request-set"],
  "k8s/liveness-probe": ["liveness-probe-present"],
  "k8s/readiness-probe": ["readiness-probe-present"],
  "k8s/probes": ["liveness-probe-present", "readiness-probe-present"],
  "k8s/proc-mount": ["proc-mount-default"],
  "k8s/sysctls": ["sysctls-safe"],
  "k8s/selinux": ["selinux-options-default"],
  "k8s/apparmor": of("apparmor-not-unconfined", "unconfined"),
  "k8s/volume-types": ["volume-types-restricted", "no-host-path-volumes"],
  "k8s/windows-host-process": ["windows-host-process-not-used"],
  "k8s/host-probes": ["probes-stay-local"],
  "k8s/image-latest": ["image-tag-stated"],
  "k8s/image-digest": ["image-pinned-by-digest"],
  "k8s/image-registry": ["image-from-approved-source"],
};
