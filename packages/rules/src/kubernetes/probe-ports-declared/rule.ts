import {
  appendInPart,
  defineRule,
  partsOf,
  podsOf,
  type Part,
  type Problem,
  type Resource,
  type ResourceRule,
} from "@plimsoll/core";
import { getNode } from "@plimsoll/syntax";
import { oneFix } from "../../shared-objects/fixes.ts";
import { at, isObject, list, text } from "../../shared-objects/values.ts";

interface Data {
  readonly container: string;
  readonly probe: string;
  readonly port: string;
  readonly part: Part;
}

const PROBES = ["livenessProbe", "readinessProbe", "startupProbe"];
const ACTIONS = ["httpGet", "tcpSocket", "grpc"];

export const rule: ResourceRule<Data> = defineRule<Data>({
  id: "kubernetes/probe-ports-declared",
  title: "Probes ask a port that the container declares",
  severity: "warning",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM019"],
  aliases: ["kube-linter:liveness-port", "kube-linter:readiness-port", "kube-linter:startup-port"],
  since: "0.1.0",
  check,
  message: ({ data }) =>
    `The ${data.probe} of container "${data.container}" asks port ${data.port}, which the container does not declare.`,
  fix: ({ problem, data }) =>
    problem === "numberMissing"
      ? oneFix(
          "Declare the port",
          "review",
          appendInPart(data.part, "ports", { containerPort: Number(data.port) }),
        )
      : [],
});

function* check(resource: Resource): Iterable<Problem<Data>> {
  for (const part of partsOf(resource, "containers", podsOf(resource))) {
    let declared: ReadonlySet<string> | undefined;
    for (const probe of PROBES) {
      const value = at(part.value, probe);
      if (!isObject(value)) continue;
      declared ??= declaredPorts(part);
      for (const action of ACTIONS) {
        if (Object.hasOwn(value, action)) yield* undeclared(part, [probe, action, "port"], declared);
      }
    }
  }
}

function declaredPorts(part: Part): ReadonlySet<string> {
  const ports = list(at(part.value, "ports"));
  return new Set(
    ports.flatMap((port) => [text(at(port, "name")) ?? "", text(at(port, "containerPort")) ?? ""]),
  );
}

function* undeclared(
  part: Part,
  path: readonly string[],
  declared: ReadonlySet<string>,
): Iterable<Problem<Data>> {
  const port = text(at(part.value, ...path)) ?? "";
  if (port === "" || declared.has(port)) return;
  const node = getNode(part.node, path);
  const isLocal = (text(at(part.value, ...path.slice(0, -1), "host")) ?? "") === "";
  if (node === undefined || !isLocal) return;
  const container = text(at(part.value, "name")) ?? "";
  const isName = !/^\d+$/.test(port);
  yield {
    problem: isName ? "nameMissing" : "numberMissing",
    at: node,
    subject: `${container}.${path.join(".")}`,
    ...(isName ? { severity: "error", confidence: "high" } : {}),
    data: { container, probe: path[0] ?? "", port, part },
  };
}
