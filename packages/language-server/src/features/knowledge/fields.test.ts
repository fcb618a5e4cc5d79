import {
  loadKubernetesSchemas,
  NEWEST_KUBERNETES_MINOR,
  type ObjectSchema,
  SchemaStore,
} from "@plimsoll/core";
import { ruleSet } from "@plimsoll/rules";
import { describe, expect, it } from "vitest";
import { fieldWords } from "./fields.ts";
import { fieldsOfRule, rulesOfField } from "./rules-of-field.ts";

/** Every definition that a kind leads to, by name. */
async function definitions(): Promise<ReadonlyMap<string, readonly ObjectSchema[]>> {
  const data = await loadKubernetesSchemas();
  const store = new SchemaStore(data, NEWEST_KUBERNETES_MINOR, []);
  const found = new Map<string, ObjectSchema[]>();
  const seen = new Set<ObjectSchema>();
  const visit = (schema: ObjectSchema): void => {
    if (seen.has(schema)) return;
    seen.add(schema);
    found.set(schema.name, [...(found.get(schema.name) ?? []), schema]);
    for (const type of schema.fields.values()) {
      let inner = type;
      while (inner.kind === "list" || inner.kind === "map") inner = inner.of;
      if (inner.kind === "object") visit(inner.schema());
    }
  };
  for (const row of data.kinds) {
    const [group = "", version = "", kind = ""] = (row.split(" ")[0] ?? "").split("/");
    const lookup = store.lookUp({ group, version, kind });
    if ("schema" in lookup) visit(lookup.schema);
  }
  return found;
}

describe("fieldWords", () => {
  it.each([...fieldWords])("%s names rules that exist", (_name, { rules }) => {
    expect(rules.filter((id) => !ruleSet.rules.has(id))).toEqual([]);
  });

  it("speaks of fields that exist", async () => {
    const known = await definitions();
    const wrong = [...fieldWords.keys()].filter((key) => {
      const [name = "", field = ""] = key.split(".");
      return !(known.get(name) ?? []).some(({ fields }) => fields.has(field));
    });
    expect(wrong).toEqual([]);
  });

  it("is joined by the rules whose condition stands on a field, whoever adds them", async () => {
    const schemas = new SchemaStore(await loadKubernetesSchemas(), NEWEST_KUBERNETES_MINOR, []);
    const missing = [...ruleSet.rules.values()].flatMap((rule) =>
      fieldsOfRule(rule, schemas).filter((field) => {
        const [owner = "", name = ""] = field.split(".");
        return !rulesOfField({ owner, name }, { ruleSet, schemas }).includes(rule.id);
      }),
    );
    expect(missing).toEqual([]);
    const privileged = { owner: "SecurityContext", name: "privileged" };
    expect(rulesOfField(privileged, { ruleSet, schemas })).toEqual(["kubernetes/containers-not-privileged"]);
    const hostPorts = ruleSet.rules.get("kubernetes/no-host-ports");
    expect(hostPorts === undefined ? [] : fieldsOfRule(hostPorts, schemas)).toEqual([
      "ContainerPort.hostPort",
    ]);
  });
});
