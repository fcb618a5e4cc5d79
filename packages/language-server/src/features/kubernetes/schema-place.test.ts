import { loadKubernetesSchemas, NEWEST_KUBERNETES_MINOR, SchemaStore } from "@plimsoll/core";
import { beforeAll, describe, expect, it } from "vitest";
import { schemaPlace, type Step, typeWords } from "./schema-place.ts";

let store: SchemaStore;
beforeAll(async () => {
  store = new SchemaStore(await loadKubernetesSchemas(), NEWEST_KUBERNETES_MINOR, []);
});

const rows: readonly (readonly [
  apiVersion: string,
  kind: string,
  path: readonly Step[],
  field?: string | undefined,
  words?: string,
])[] = [
  ["v1", "Pod", [], undefined, "Pod"],
  ["v1", "Pod", ["spec"], "Pod.spec", "PodSpec"],
  ["v1", "Pod", ["spec", "containers"], "PodSpec.containers", "list of Container"],
  ["v1", "Pod", ["spec", "containers", 0], "PodSpec.containers", "Container"],
  ["v1", "Pod", ["spec", "containers", 0, "image"], "Container.image", "text"],
  ["v1", "Pod", ["spec", "containers", "x"]],
  ["v1", "Pod", ["spec", "hostNetwork"], "PodSpec.hostNetwork", "`true` or `false`"],
  [
    "apps/v1",
    "Deployment",
    ["spec", "template", "spec", "restartPolicy"],
    "PodSpec.restartPolicy",
    "one of `Always`, `Never`, `OnFailure`",
  ],
  [
    "v1",
    "Pod",
    ["spec", "containers", 0, "resources", "limits", "cpu"],
    "ResourceRequirements.limits",
    "quantity such as `100m` or `1Gi`",
  ],
  ["v1", "Pod", ["metadata", "labels"], "ObjectMeta.labels", "map of text"],
  ["v1", "Pod", ["nope"]],
  [
    "argoproj.io/v1alpha1",
    "Rollout",
    ["spec", "template", "spec", "hostPID"],
    "PodSpec.hostPID",
    "`true` or `false`",
  ],
  ["argoproj.io/v1alpha1", "Rollout", ["spec", "replicas"]],
  ["example.com/v1", "Thing", ["spec"]],
];

describe("schemaPlace", () => {
  const named = rows.map(([apiVersion, kind, path, field, words]) => ({
    apiVersion,
    kind,
    path,
    field,
    words,
  }));

  it.each(named)("$apiVersion $kind $path", ({ apiVersion, kind, path, field, words }) => {
    const place = schemaPlace(store, { apiVersion, kind }, path);
    const at = place?.field;
    expect(at === undefined ? undefined : `${at.owner.name}.${at.name}`).toBe(field);
    expect(place === undefined ? undefined : typeWords(place.type)).toBe(words);
  });
});
