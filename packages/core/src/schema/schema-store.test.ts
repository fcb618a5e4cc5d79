import { loadKubernetesSchemas } from "@plimsoll/model/kubernetes-schemas";
import { describe, expect, it } from "vitest";
import { SchemaStore, type KindLookup } from "./schema-store.ts";
import type { CustomSchema } from "./custom-schema.ts";
import type { ObjectSchema, SchemaType } from "./schema-type.ts";

const schemas = await loadKubernetesSchemas();

function lookUp(
  minor: number,
  apiVersion: string,
  kind: string,
  custom: readonly CustomSchema[] = [],
): KindLookup {
  const [version = "", group = ""] = apiVersion.split("/").reverse();
  return new SchemaStore(schemas, minor, custom).lookUp({ group, version, kind });
}

function boat(file: string, text: string): CustomSchema {
  return { group: "shop.example", version: "v1", kind: "Boat", file, text };
}

describe("SchemaStore", () => {
  it.each([
    [29, "v1", "Pod"],
    [37, "apps/v1", "Deployment"],
    [37, "rbac.authorization.k8s.io/v1", "ClusterRole"],
    [30, "flowcontrol.apiserver.k8s.io/v1beta3", "FlowSchema"],
    [37, "v1", "ConfigMapList"],
  ])("1.%s serves %s %s", (minor, apiVersion, kind) => {
    expect(lookUp(minor, apiVersion, kind)).toMatchObject({ schema: { name: kind } });
  });

  it.each([
    [
      "flowcontrol.apiserver.k8s.io/v1beta3",
      "FlowSchema",
      { served: "29-31", groups: ["flowcontrol.apiserver.k8s.io/v1"] },
    ],
    ["extensions/v1beta1", "Deployment", { served: undefined, groups: ["apps/v1"] }],
    ["policy/v1beta1", "PodSecurityPolicy", { served: undefined, groups: [] }],
    ["v1", "Deployment", { served: undefined, groups: ["apps/v1"] }],
    ["apps/v1", "Pod", { served: undefined, groups: ["v1"] }],
    ["v1", "constructor", { served: undefined, groups: [] }],
  ])("1.37 does not serve %s %s", (apiVersion, kind, known) => {
    expect(lookUp(37, apiVersion, kind)).toEqual({ missing: "served", ...known });
  });

  it("knows no kinds of other groups, and no versions outside its own", () => {
    expect(lookUp(37, "kustomize.config.k8s.io/v1beta1", "Kustomization")).toEqual({ missing: "kind" });
    expect(lookUp(28, "v1", "Pod")).toEqual({ missing: "version", minors: schemas.minors });
    expect(lookUp(38, "v1", "Pod")).toEqual({ missing: "version", minors: schemas.minors });
  });

  it("takes a field, what is required and which values there are from the version asked for", () => {
    const fieldOf = (minor: number, kind: string, field: string): unknown => {
      const lookup = lookUp(minor, "networking.k8s.io/v1", kind);
      const spec = "schema" in lookup ? lookup.schema.fields.get("spec") : undefined;
      return spec?.kind === "object" ? spec.schema().fields.get(field) : undefined;
    };
    expect(fieldOf(29, "NetworkPolicy", "policyTypes")).toEqual({ kind: "list", of: { kind: "string" } });
    expect(fieldOf(30, "NetworkPolicy", "policyTypes")).toEqual({
      kind: "list",
      of: { kind: "string", values: ["Egress", "Ingress"] },
    });
    const spec = (minor: number): readonly string[] => {
      const lookup = lookUp(minor, "apps/v1", "Deployment");
      return "schema" in lookup ? lookup.schema.required : [];
    };
    expect([spec(36), spec(37)]).toEqual([[], ["spec"]]);
  });

  it("takes custom kinds from the workspace, and two that differ from neither", () => {
    const one = '{"type":"object","properties":{"spec":{"type":"object"}}}';
    expect(lookUp(37, "shop.example/v1", "Boat", [boat("a.yaml", one)])).toMatchObject({
      schema: { name: "Boat", definedIn: "a.yaml", open: false },
    });
    expect(lookUp(37, "shop.example/v1", "Boat", [boat("a.yaml", one), boat("b.yaml", one)])).toHaveProperty(
      "schema",
    );
    expect(lookUp(37, "shop.example/v1", "Boat", [boat("a.yaml", one), boat("b.yaml", "{}")])).toEqual({
      missing: "ambiguous",
      files: ["a.yaml", "b.yaml"],
    });
    expect(lookUp(37, "shop.example/v2", "Boat", [boat("a.yaml", one)])).toEqual({ missing: "kind" });
  });

  it("decodes every definition of every version", () => {
    for (const minor of schemas.minors) {
      const store = new SchemaStore(schemas, minor, []);
      const lookups = schemas.kinds.map((row) => {
        const [group = "", version = "", kind = ""] = row.slice(0, row.indexOf(" ")).split("/");
        return store.lookUp({ group, version, kind });
      });
      const open = lookups.flatMap((lookup) => ("schema" in lookup ? [lookup.schema] : []));
      expect(open.length).toBeGreaterThan(140);
      const seen = new Set<ObjectSchema>(open);
      for (const schema of seen)
        for (const type of schema.fields.values()) objectsOf(type).forEach((own) => seen.add(own));
      expect(seen.size).toBeGreaterThan(450);
      for (const { name, fields, required } of seen) {
        expect(name).toMatch(/^[A-Z]\w+$/);
        for (const field of required) expect(fields.has(field), `${name}.${field}`).toBe(true);
      }
    }
  });
});

describe("kinds", () => {
  it("names what the version serves and what the workspace defines, each once", () => {
    const names = (minor: number): readonly string[] =>
      new SchemaStore(schemas, minor, [boat("a.yaml", "1"), boat("b.yaml", "2")])
        .kinds()
        .map(({ group, version, kind }) => `${group}/${version}/${kind}`);
    const newest = names(37);
    expect(newest).toContain("/v1/Pod");
    expect(newest).toContain("apps/v1/Deployment");
    expect(newest.filter((name) => name === "shop.example/v1/Boat")).toHaveLength(1);
    expect(newest).not.toContain("flowcontrol.apiserver.k8s.io/v1beta3/FlowSchema");
    expect(names(30)).toContain("flowcontrol.apiserver.k8s.io/v1beta3/FlowSchema");
    expect(names(3)).toEqual([]);
  });
});

function objectsOf(type: SchemaType): readonly ObjectSchema[] {
  if (type.kind === "list" || type.kind === "map") return objectsOf(type.of);
  return type.kind === "object" ? [type.schema()] : [];
}
