import type { Span, TextEdit } from "@plimsoll/syntax";

/** The programs of Kubernetes itself whose settings are judged. */
export type Component =
  | "kube-apiserver"
  | "kube-controller-manager"
  | "kube-scheduler"
  | "kube-proxy"
  | "kubelet"
  | "etcd";

/** A flag that a component is given, or the field of a configuration file that means the same. */
export interface Flag {
  readonly name: string;
  /** As a person finds it in the file: `--anonymous-auth`, `authentication.anonymous.enabled`. */
  readonly label: string;
  /** Undefined where it is decided when the component starts. */
  readonly value: string | undefined;
  readonly at: Span;
  /** Where a part of the value stands: an item of a list, a `name=value` of a map. The whole value where it cannot be told. */
  readonly placeOf: (part: string) => Span;
  /** Edits that give it another value; none where the place cannot be edited. */
  readonly setTo: (value: string) => readonly TextEdit[];
  /** Edits that take it away; none where the place cannot be edited. */
  readonly drop: () => readonly TextEdit[];
}

/** Where the settings of a component are read from. */
export type RunSource = "command" | "kubeadm" | "configuration" | "rancher";

/** One start of a component with its settings. */
export interface ComponentRun {
  readonly component: Component;
  /** Minor version of Kubernetes 1.x that it belongs to: by its image or its cluster's version, else the one judged by. */
  readonly minor: number;
  readonly source: RunSource;
  /** By name without dashes. */
  readonly flags: ReadonlyMap<string, Flag>;
  /** True where the flag may be set at a place that is not read, so that its absence says nothing. */
  readonly isOpenFor: (flag: string) => boolean;
  /** What the component's installer, or its configuration file, gives a flag that is not set here. */
  readonly implied: (flag: string) => string | undefined;
  /** Where a missing flag belongs. */
  readonly at: Span;
  /** Tells runs of one object apart, whatever line they move to. */
  readonly subject: string;
  /** How a flag that is not set would be written here; undefined where it cannot be. */
  readonly labelOf: (flag: string) => string | undefined;
  /** Edits that set a flag that is not set; none where the place cannot be edited. */
  readonly add: (flag: string, value: string) => readonly TextEdit[];
}

/** Flags that are switches: `--name` alone means true, and the next word is not its value. */
const SWITCHES: ReadonlySet<string> = new Set([
  "allow-privileged",
  "anonymous-auth",
  "auto-tls",
  "client-cert-auth",
  "contention-profiling",
  "enable-bootstrap-token-auth",
  "kubelet-https",
  "leader-elect",
  "make-iptables-util-chains",
  "peer-auto-tls",
  "peer-client-cert-auth",
  "profiling",
  "protect-kernel-defaults",
  "rotate-certificates",
  "rotate-server-certificates",
  "service-account-extend-token-expiration",
  "service-account-lookup",
  "use-service-account-credentials",
]);

/** Whether a flag is a switch. */
export function isSwitch(flag: string): boolean {
  return SWITCHES.has(flag);
}

const TITLES: Readonly<Record<Component, string>> = {
  "kube-apiserver": "API server",
  "kube-controller-manager": "Controller manager",
  "kube-scheduler": "Scheduler",
  "kube-proxy": "kube-proxy",
  kubelet: "Kubelet",
  etcd: "etcd",
};

/** The component's name at the start of a sentence. */
export function titleOf(component: Component): string {
  return TITLES[component];
}
