import { toolProducts } from "@plimsoll/model/tools";
import { normalizeImage, type ImageReference } from "@plimsoll/syntax";

/** Categories whose products run beside an application, never in its image. */
const CATEGORIES = new Set(["logging-agent", "runtime-defense", "vulnerability-management", "mesh-proxy"]);

/** Products of these categories that are servers or libraries with names too common to know them by a package. */
const IMAGE_ONLY = new Set(["vector", "envoy", "prisma", "renovate", "rapidfort", "aqua", "sysdig"]);

/** More names of programs and packages, by product. */
const MORE_NAMES: Readonly<Record<string, readonly string[]>> = {
  "fluent-bit": ["fluent-bit", "td-agent-bit"],
  fluentd: ["fluentd", "td-agent", "fluent-package"],
  "elastic-agent": ["elastic-agent", "filebeat", "metricbeat", "auditbeat", "packetbeat"],
  "splunk-otel": ["splunkforwarder", "splunk-otel-collector"],
  "otel-collector": ["otelcol", "otelcol-contrib", "opentelemetry-collector"],
  "grafana-alloy": ["grafana-alloy", "grafana-agent"],
  vector: ["vector-agent"],
  crowdstrike: ["falcon-sensor"],
  twistlock: ["twistlock-defender", "twistcli"],
  sysdig: ["draios-agent"],
  stackrox: ["rhacs-collector", "roxctl"],
  aqua: ["aqua-enforcer"],
};

interface Agent {
  readonly name: string;
  readonly patterns: readonly RegExp[];
  readonly names: readonly string[];
}

interface Agents {
  readonly all: readonly Agent[];
  /** Matches every name that starts like one of theirs: nearly all names are settled by it. */
  readonly starts: RegExp;
}

let memo: Agents | undefined;

/** Made on first use: most files never ask. */
function agents(): Agents {
  if (memo !== undefined) return memo;
  const all = toolProducts()
    .filter(({ category }) => CATEGORIES.has(category))
    .map(({ id, name, signals }) => ({
      name,
      patterns: (signals.imagePatterns ?? []).map((pattern) => new RegExp(pattern)),
      names: MORE_NAMES[id] ?? (IMAGE_ONLY.has(id) ? [] : [id]),
    }));
  const names = all.flatMap((agent) => agent.names).map((name) => name.replaceAll(/[^a-z0-9-]/g, "\\$&"));
  memo = { all, starts: new RegExp(`^(?:${names.join("|")})`) };
  return memo;
}

/** The security or logging product that an image is; undefined for any other image. */
export function agentOfImage(image: ImageReference): string | undefined {
  const text = normalizeImage(image);
  // The patterns expect a tag or digest at the end of a name.
  const tagged = image.tag === undefined && image.digest === undefined ? `${text}:latest` : text;
  return agents().all.find(({ patterns }) => patterns.some((pattern) => pattern.test(tagged)))?.name;
}

/** The product that a package, program or archive of that name is: `filebeat`, `filebeat-8.1.0-amd64.deb`. */
export function agentOfName(name: string): string | undefined {
  const lower = name.toLowerCase();
  const { all, starts } = agents();
  if (!starts.test(lower)) return undefined;
  return all.find(({ names }) => names.some((one) => lower === one || isRelease(lower, one)))?.name;
}

/** The name, a separator and a version, or an archive's ending. */
function isRelease(name: string, product: string): boolean {
  if (!name.startsWith(product)) return false;
  const rest = name.slice(product.length);
  return /^[-_]v?[0-9]/.test(rest) || /^([-_][a-z0-9_]+)*\.(deb|rpm|apk|tar|tgz|tar\.gz|zip|sh)$/.test(rest);
}
