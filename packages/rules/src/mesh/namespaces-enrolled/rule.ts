import {
  defineRule,
  type Candidate,
  type Inventory,
  type Problem,
  type Resource,
  type ResourceRule,
  type RuleContext,
} from "@plimsoll/core";
import { nameSpan } from "../../shared-objects/spans.ts";
import { at, list, text } from "../../shared-objects/values.ts";
import { flawAt, mend, say, withValue, type Flaw, type Repair } from "../../shared-flaws/flaw.ts";
import { metadataEntries, type MetadataEntry } from "../../shared-mesh/pod-metadata.ts";
import {
  dataPlaneOption,
  exemptNamespacesOption,
  heldNamespace,
  isEnrolled,
  isExempt,
} from "../../shared-mesh/scope.ts";

export const rule: ResourceRule<Flaw> = defineRule<Flaw>({
  id: "mesh/namespaces-enrolled",
  title: "Namespaces of workloads are in the mesh",
  severity: "error",
  confidence: "medium",
  surface: "mesh",
  catalogue: ["MS001"],
  aliases: [],
  since: "0.2.0",
  options: {
    dataPlane: dataPlaneOption,
    exemptNamespaces: exemptNamespacesOption,
    equivalents: {
      description: "Labels of other meshes that count as enrolled, as `key=value`, or `key` for any value.",
      schema: { type: "array", items: { type: "string" }, uniqueItems: true },
      default: [],
    },
  },
  kinds: ["/Namespace"],
  check,
  message: say({
    notEnrolled: ({ name }) =>
      `Namespace "${name}" is not in the mesh: nothing encrypts or authorizes traffic between its pods.`,
    takenOut: ({ name, value }) => `Namespace "${name}" is kept out of the mesh by "${value}".`,
  }),
  fix: mend,
  settle,
});

const ENROLMENT: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["istio-injection", new Set(["enabled"])],
  ["linkerd.io/inject", new Set(["enabled", "ingress"])],
  ["istio.io/dataplane-mode", new Set(["ambient"])],
  ["kuma.io/sidecar-injection", new Set(["enabled", "true"])],
  ["appmesh.k8s.aws/sidecarInjectorWebhook", new Set(["enabled"])],
]);

const EXCLUSION: ReadonlyMap<string, string> = new Map([
  ["istio-injection", "disabled"],
  ["linkerd.io/inject", "disabled"],
  ["istio.io/dataplane-mode", "none"],
]);

function* check(resource: Resource, context: RuleContext): Iterable<Problem<Flaw>> {
  const { options } = context;
  if (options["dataPlane"] === "node-agent" || isExempt(options, resource.name)) return;
  const entries = metadataEntries(resource, ["metadata"]);
  if (entries.some(({ key, value }) => ENROLMENT.get(key)?.has(value) === true)) return;
  const equivalents = list(options["equivalents"]).flatMap((one) => text(one) ?? []);
  if (entries.some(({ key, value }) => equivalents.includes(`${key}=${value}`) || equivalents.includes(key)))
    return;
  const repair = enrol(options["dataPlane"] === "ambient");
  const out = entries.find(({ key, value }) => EXCLUSION.get(key) === value);
  if (out !== undefined) {
    yield flawAt(resource, "takenOut", out.path, { value: `${out.key}: ${out.value}`, repair: turned(out) });
  } else if (at(resource.value, "metadata", "labels", "istio.io/rev") === undefined) {
    yield flawAt(resource, "notEnrolled", ["metadata", "name"], { at: nameSpan(resource.node), repair });
  }
}

/** `istio-injection` and `linkerd.io/inject` are switched on where they stand; the mode of the data plane becomes ambient. */
function turned({ path, key }: MetadataEntry): Repair {
  const value = key === "istio.io/dataplane-mode" ? "ambient" : "enabled";
  return withValue(path, value, `Set ${key} to ${value}`);
}

function enrol(isAmbient: boolean): Repair {
  const [key, value] = isAmbient ? ["istio.io/dataplane-mode", "ambient"] : ["istio-injection", "enabled"];
  return withValue(["metadata", "labels", key], value, `Add the label ${key}: ${value}`);
}

/** One object, so that the inventory knows the question again. */
const ALL = { labels: {}, expressions: [] };

/** Another file may enrol the same Namespace, and pods may ask for the mesh themselves. */
function settle({ resource, problem }: Candidate, inventory: Inventory): boolean {
  if (resource === undefined || problem !== "notEnrolled") return true;
  const held = heldNamespace(inventory, resource.name);
  if (held !== undefined && isEnrolled(held.facts)) return false;
  const workloads = inventory.podsMatching(ALL, resource.name);
  return workloads.length === 0 || !workloads.every(({ facts = [] }) => isEnrolled(new Set(facts)));
}
