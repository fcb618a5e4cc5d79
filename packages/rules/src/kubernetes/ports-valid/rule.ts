import { defineRule, partsOf, podsOf, type Problem, type Resource, type ResourceRule } from "@plimsoll/core";
import { asSequence, getNode, scalarText, type YamlNode } from "@plimsoll/syntax";

interface Data {
  readonly text: string;
  readonly owner: string;
}

export const rule: ResourceRule<Data> = defineRule<Data>({
  id: "kubernetes/ports-valid",
  title: "Ports have valid numbers and names",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM016"],
  aliases: ["kube-linter:invalid-target-ports", "kube-score:container-ports-check"],
  since: "0.1.0",
  check,
  message: ({ problem, data }) =>
    problem === "duplicateName"
      ? `Port name "${data.text}" of ${data.owner} is used twice.`
      : `Port "${data.text}" of ${data.owner} is not a valid ${problem === "number" ? "number: it must be from 1 to 65535" : "name: up to 15 lower-case letters, digits and hyphens"}.`,
});

function* check(resource: Resource): Iterable<Problem<Data>> {
  if (resource.kind === "Service" && resource.group === "") {
    yield* portsOf(getNode(resource.node, ["spec", "ports"]), `Service "${resource.name}"`, [
      "port",
      "targetPort",
      "nodePort",
    ]);
  }
  for (const part of partsOf(resource, "containers", podsOf(resource))) {
    const name = scalarText(getNode(part.node, ["name"])) ?? "";
    yield* portsOf(getNode(part.node, ["ports"]), `container "${name}"`, ["containerPort", "hostPort"]);
  }
}

function* portsOf(
  ports: YamlNode | undefined,
  owner: string,
  fields: readonly string[],
): Iterable<Problem<Data>> {
  const names = new Set<string>();
  const longest = fields.includes("targetPort") ? 63 : 15;
  for (const port of asSequence(ports)?.items ?? []) {
    for (const field of fields) yield* numberOf(port, field, owner);
    const node = getNode(port, ["name"]);
    const text = scalarText(node) ?? "";
    if (node === undefined || text === "") continue;
    if (!isName(text, longest)) yield { problem: "name", at: node, data: { text, owner } };
    else if (names.has(text)) yield { problem: "duplicateName", at: node, data: { text, owner } };
    names.add(text);
  }
}

function* numberOf(port: YamlNode, field: string, owner: string): Iterable<Problem<Data>> {
  const node = getNode(port, [field]);
  const text = scalarText(node) ?? "";
  if (node === undefined || text === "") return;
  if (/^-?\d+$/.test(text)) {
    const isValid = Number(text) >= 1 && Number(text) <= 65535;
    if (!isValid) yield { problem: "number", at: node, data: { text, owner } };
  } else if (field !== "targetPort" || !isName(text, 15))
    yield { problem: "name", at: node, data: { text, owner } };
}

/** Names of container ports are IANA service names of up to 15 characters with a letter; those of Service ports are labels. */
function isName(text: string, longest: number): boolean {
  if (text.length > longest || !/^[a-z0-9-]+$/.test(text) || text.startsWith("-") || text.endsWith("-"))
    return false;
  return longest > 15 || (/[a-z]/.test(text) && !text.includes("--"));
}
