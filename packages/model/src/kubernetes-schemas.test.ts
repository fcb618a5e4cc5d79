import { describe, expect, it } from "vitest";
import { loadKubernetesSchemas } from "./kubernetes-schemas.ts";

const schemas = await loadKubernetesSchemas();

/** The definition of a kind as the file states it. */
function definitionOf(kind: string): string {
  const row = schemas.kinds.find((entry) => entry.startsWith(`${kind} `)) ?? "";
  return schemas.definitions[Number.parseInt(row.slice(kind.length + 1), 10)] ?? "";
}

function fieldOf(definition: string, field: string): string | undefined {
  return definition.split(" ").find((entry) => entry.startsWith(`${field}:`));
}

describe("kubernetes-schemas", () => {
  it("is loaded once", () => {
    expect(loadKubernetesSchemas()).toBe(loadKubernetesSchemas());
  });

  it("has one release for each minor version", () => {
    expect(schemas.minors).toEqual([29, 30, 31, 32, 33, 34, 35, 36, 37]);
    expect(schemas.releases.map((release) => Number(release.split(".")[1]))).toEqual(schemas.minors);
  });

  it.each([
    ["/v1/Pod", "Pod"],
    ["apps/v1/Deployment", "Deployment"],
    ["batch/v1/CronJob", "CronJob"],
    ["networking.k8s.io/v1/NetworkPolicy", "NetworkPolicy"],
    ["apiextensions.k8s.io/v1/CustomResourceDefinition", "CustomResourceDefinition"],
    ["apiregistration.k8s.io/v1/APIService", "APIService"],
  ])("knows %s", (kind, name) => {
    expect(definitionOf(kind).split(" ")[0]).toBe(name);
  });

  it("says in which versions a kind is served", () => {
    expect(
      schemas.kinds.find((row) => row.startsWith("flowcontrol.apiserver.k8s.io/v1beta3/FlowSchema ")),
    ).toMatch(/ \d+@29-31$/);
    expect(schemas.kinds.find((row) => row.startsWith("policy/v1beta1/PodSecurityPolicy "))).toBeUndefined();
  });

  it.each([
    ["ContainerPort", "containerPort", "containerPort:i|!"],
    ["ContainerPort", "protocol", "protocol:s|=\\d+"],
    ["ServicePort", "targetPort", "targetPort:x"],
    ["ResourceRequirements", "limits", "limits:{q"],
    ["ObjectMeta", "labels", "labels:{s"],
    ["Secret", "data", "data:{y"],
    ["PodSpec", "restartPolicy", "restartPolicy:s|=\\d+"],
    ["PodSpec", "hostnameOverride", "hostnameOverride:s|@34-37"],
    ["NetworkPolicySpec", "podSelector", "podSelector:&\\d+"],
    ["NetworkPolicySpec", "policyTypes", "policyTypes:\\[s|=\\d+@30-37"],
    ["JSONSchemaProps", "items", "items:\\?&\\d+"],
    ["DeploymentSpec", "selector", "selector:&\\d+|!"],
  ])("%s has %s", (name, field, expected) => {
    const definition = schemas.definitions.find((entry) => entry.startsWith(`${name} `)) ?? "";
    expect(fieldOf(definition, field)).toMatch(
      new RegExp(`^${expected.replaceAll("|", "\\|").replaceAll("{", "\\{")}$`),
    );
  });

  it("refers only to definitions and enums that are there", () => {
    const references = schemas.definitions.flatMap((definition) => definition.match(/&\d+/g) ?? []);
    const enums = schemas.definitions.flatMap((definition) => definition.match(/(?<=\|)=\d+/g) ?? []);
    expect(Math.max(...references.map((reference) => Number(reference.slice(1))))).toBeLessThan(
      schemas.definitions.length,
    );
    expect(Math.max(...enums.map((reference) => Number(reference.slice(1))))).toBe(schemas.enums.length - 1);
  });

  it("stays small", () => {
    expect(JSON.stringify(schemas).length).toBeLessThan(150_000);
  });
});
