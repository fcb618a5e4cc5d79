import type { YamlDocument, YamlEntry, YamlMap, YamlNode } from "../yaml/nodes.ts";
import { asMap, asScalar, entryName, getEntry, scalarText } from "../yaml/read.ts";
import type {
  WorkflowContainer,
  WorkflowDeployment,
  WorkflowJob,
  WorkflowPermissions,
  WorkflowRunner,
  WorkflowSecrets,
} from "./nodes.ts";
import { readSteps } from "./read-steps.ts";
import { readUses } from "./uses-reference.ts";
import {
  conditionOf,
  defaultsOf,
  entriesOf,
  mapAt,
  scalarAt,
  spanOf,
  textAt,
  textOf,
  textsOf,
  variablesOf,
} from "./views.ts";

export function readJobs(root: YamlMap, document: YamlDocument): readonly WorkflowJob[] {
  const jobs = mapAt(root, "jobs");
  if (jobs === undefined) return [];
  return entriesOf(jobs)
    .map((entry) => readJob(entry, document))
    .filter((job) => job !== undefined);
}

function readJob(entry: YamlEntry, document: YamlDocument): WorkflowJob | undefined {
  const node = asMap(entry.value);
  if (node === undefined) return undefined;
  const uses = textAt(node, "uses");
  const container = getEntry(node, "container");
  return {
    id: entryName(entry),
    at: spanOf(entry.key),
    node,
    name: textAt(node, "name"),
    needs: textsOf(getEntry(node, "needs")?.value),
    condition: conditionOf(node, document),
    runner: runnerOf(getEntry(node, "runs-on")?.value),
    deployment: deploymentOf(getEntry(node, "environment")?.value),
    permissions: permissionsOf(node),
    environment: variablesOf(getEntry(node, "env")?.value),
    defaults: defaultsOf(node),
    outputs: variablesOf(getEntry(node, "outputs")?.value),
    strategy: mapAt(node, "strategy"),
    continueOnError: scalarAt(node, "continue-on-error"),
    timeoutMinutes: scalarAt(node, "timeout-minutes"),
    container: container === undefined ? undefined : containerOf(container, undefined),
    services: servicesOf(node),
    steps: readSteps(getEntry(node, "steps")?.value, document),
    uses: uses === undefined ? undefined : readUses(uses),
    with: variablesOf(getEntry(node, "with")?.value),
    secrets: secretsOf(getEntry(node, "secrets")?.value),
  };
}

function runnerOf(node: YamlNode | undefined): WorkflowRunner | undefined {
  if (node === undefined) return undefined;
  const map = asMap(node);
  if (map === undefined) return { labels: textsOf(node), group: undefined, ...spanOf(node) };
  return {
    labels: textsOf(getEntry(map, "labels")?.value),
    group: textAt(map, "group"),
    ...spanOf(node),
  };
}

function deploymentOf(node: YamlNode | undefined): WorkflowDeployment | undefined {
  if (node === undefined) return undefined;
  const map = asMap(node);
  return { name: map === undefined ? textOf(node) : textAt(map, "name"), ...spanOf(node) };
}

function servicesOf(job: YamlMap): readonly WorkflowContainer[] {
  const services = mapAt(job, "services");
  return services === undefined
    ? []
    : entriesOf(services).map((entry) => containerOf(entry, entryName(entry)));
}

function containerOf(entry: YamlEntry, name: string | undefined): WorkflowContainer {
  const map = asMap(entry.value);
  const image = map === undefined ? textOf(entry.value) : textAt(map, "image");
  return { name, at: spanOf(entry.key), image, node: entry.value };
}

function secretsOf(node: YamlNode | undefined): WorkflowSecrets | undefined {
  if (node === undefined) return undefined;
  return { inherit: scalarText(node) === "inherit", entries: variablesOf(node), ...spanOf(node) };
}

const WHOLE: ReadonlyMap<string, WorkflowPermissions["all"]> = new Map([
  ["read-all", "read"],
  ["write-all", "write"],
]);

/** `permissions:` of a workflow or job. */
export function permissionsOf(owner: YamlMap): WorkflowPermissions | undefined {
  const entry = getEntry(owner, "permissions");
  if (entry === undefined) return undefined;
  const map = asMap(entry.value);
  const common = { entry, ...spanOf(entry.value) };
  if (map === undefined) {
    const text = asScalar(entry.value)?.text ?? "";
    return { ...common, all: WHOLE.get(text) ?? "unknown", scopes: [] };
  }
  const scopes = entriesOf(map).map((scope) => ({
    scope: entryName(scope),
    access: scalarText(scope.value) ?? "",
    entry: scope,
  }));
  return { ...common, all: scopes.length === 0 ? "none" : "scopes", scopes };
}
