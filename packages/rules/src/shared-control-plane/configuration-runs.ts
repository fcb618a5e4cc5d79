import type { Resource } from "@plimsoll/core";
import {
  asMap,
  asSequence,
  effectiveEntries,
  entryName,
  getEntry,
  getNode,
  removeAt,
  scalarText,
  setValue,
  type Span,
  type YamlNode,
  type YamlPath,
  type YamlPlain,
} from "@plimsoll/syntax";
import { keySpan, valueSpan } from "../shared-objects/spans.ts";
import { isSwitch, type Component, type ComponentRun, type Flag } from "./component-run.ts";
import { textSpan } from "./places.ts";

/** A kind of configuration file: the component that reads it, its fields by the flags that mean the same, and their defaults. */
interface ConfigurationKind {
  readonly component: Component;
  readonly fields: Readonly<Record<string, string>>;
  /** What holds where a field is not set. */
  readonly defaults: Readonly<Record<string, string>>;
}

const KINDS: ReadonlyMap<string, ConfigurationKind> = new Map<string, ConfigurationKind>([
  [
    "kubelet.config.k8s.io/KubeletConfiguration",
    {
      component: "kubelet",
      fields: {
        "anonymous-auth": "authentication.anonymous.enabled",
        "authorization-mode": "authorization.mode",
        "client-ca-file": "authentication.x509.clientCAFile",
        "feature-gates": "featureGates",
        "make-iptables-util-chains": "makeIPTablesUtilChains",
        "pod-manifest-path": "staticPodPath",
        "pod-max-pids": "podPidsLimit",
        "protect-kernel-defaults": "protectKernelDefaults",
        "read-only-port": "readOnlyPort",
        "rotate-certificates": "rotateCertificates",
        "rotate-server-certificates": "serverTLSBootstrap",
        "streaming-connection-idle-timeout": "streamingConnectionIdleTimeout",
        "tls-cert-file": "tlsCertFile",
        "tls-cipher-suites": "tlsCipherSuites",
        "tls-min-version": "tlsMinVersion",
        "tls-private-key-file": "tlsPrivateKeyFile",
      },
      defaults: {
        "anonymous-auth": "false",
        "authorization-mode": "Webhook",
        "make-iptables-util-chains": "true",
        "pod-max-pids": "-1",
        "protect-kernel-defaults": "false",
        "read-only-port": "0",
        "rotate-certificates": "false",
        "streaming-connection-idle-timeout": "4h",
      },
    },
  ],
  [
    "kubeproxy.config.k8s.io/KubeProxyConfiguration",
    {
      component: "kube-proxy",
      fields: {
        profiling: "enableProfiling",
        "metrics-bind-address": "metricsBindAddress",
        "feature-gates": "featureGates",
      },
      defaults: { profiling: "false", "metrics-bind-address": "127.0.0.1:10249" },
    },
  ],
  [
    "kubescheduler.config.k8s.io/KubeSchedulerConfiguration",
    {
      component: "kube-scheduler",
      fields: { profiling: "enableProfiling" },
      defaults: { profiling: "true" },
    },
  ],
]);

/** The component that a configuration file is for, with its fields as flags. */
export function configurationRuns(resource: Resource, minor: number): readonly ComponentRun[] {
  const kind = KINDS.get(`${resource.group}/${resource.kind}`);
  if (kind === undefined) return [];
  const { fields, defaults, component } = kind;
  const flags = new Map<string, Flag>();
  for (const [name, field] of Object.entries(fields)) {
    const flag = flagAt(resource, name, field);
    if (flag !== undefined) flags.set(name, flag);
  }
  const pathOf = (flag: string): YamlPath | undefined =>
    Object.hasOwn(fields, flag) ? fields[flag]?.split(".") : undefined;
  return [
    {
      component,
      minor,
      source: "configuration",
      flags,
      isOpenFor: (flag) => pathOf(flag) === undefined,
      implied: (flag) => (Object.hasOwn(defaults, flag) ? defaults[flag] : undefined),
      at: getNode(resource.node, ["kind"]) ?? keySpan(resource.node, []),
      subject: resource.kind,
      labelOf: (flag) => pathOf(flag)?.join("."),
      add: (flag, value) => {
        const path = pathOf(flag);
        return path === undefined
          ? []
          : setValue(resource.document.document, resource.node, path, typed(flag, value));
      },
    },
  ];
}

function flagAt(resource: Resource, name: string, field: string): Flag | undefined {
  const path = field.split(".");
  const { node, document } = resource;
  const held = getNode(node, path);
  if (held === undefined || (held.kind === "scalar" && held.value === null)) return undefined;
  const value = textOf(held);
  const inner = held.kind === "scalar" ? textSpan(document.document, held, value) : undefined;
  const at = held.kind === "scalar" ? (inner ?? valueSpan(node, path)) : keySpan(node, path);
  return {
    name,
    label: field,
    value,
    at,
    placeOf: (part) => partOf(held, part) ?? at,
    setTo: (next) => setValue(document.document, node, path, typed(name, next)),
    drop: () => removeAt(document.document, node, path),
  };
}

/** An item of a list, or the value of `name=value` in a map. */
function partOf(held: YamlNode, part: string): Span | undefined {
  const item = asSequence(held)?.items.find((one) => scalarText(one) === part);
  if (item !== undefined) return item;
  const map = asMap(held);
  const entry = map === undefined ? undefined : getEntry(map, part.slice(0, part.indexOf("=")));
  return entry?.value;
}

/** A field's value as the flag would have it: lists with commas, maps as `name=value`. */
function textOf(node: YamlNode): string {
  const sequence = asSequence(node);
  if (sequence !== undefined) return sequence.items.map((item) => scalarText(item) ?? "").join(",");
  const map = asMap(node);
  if (map === undefined) return scalarText(node) ?? "";
  return effectiveEntries(map)
    .map((entry) => `${entryName(entry)}=${scalarText(entry.value) ?? ""}`)
    .join(",");
}

/** A flag's value with the type that its field has. */
function typed(flag: string, value: string): YamlPlain {
  if (isSwitch(flag)) return value === "true";
  if (flag === "read-only-port" || flag === "pod-max-pids") return Number(value);
  if (flag === "tls-cipher-suites") return value.split(",");
  if (flag === "feature-gates") {
    const gates = new Map(
      value.split(",").map((gate): [string, boolean] => [gate.split("=")[0] ?? "", gate.endsWith("=true")]),
    );
    return Object.fromEntries(gates);
  }
  return value;
}
