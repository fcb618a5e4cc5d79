import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryTree } from "../testing/temporary-tree.ts";
import { collectCustomSchemas } from "./collect-custom-schemas.ts";

const definition = (kind: string): string => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: a }
spec:
  group: shop.example
  names: { kind: ${kind} }
  versions:
    - name: v1
      schema: { openAPIV3Schema: { type: object } }
`;

describe("collectCustomSchemas", () => {
  it("reads definitions out of YAML and JSON files, and nothing else", () => {
    using tree = temporaryTree({
      "crds/boat.yaml": definition("Boat"),
      "two.yml": `${definition("Ship")}---\n${definition("Raft")}`,
      "a.json": JSON.stringify({ kind: "CustomResourceDefinition" }),
      Dockerfile: definition("Wrong"),
      "notes.txt": definition("Wrong"),
      "pod.yaml": "apiVersion: v1\nkind: Pod\n",
      "binary.yaml": Buffer.from([0, 1]),
    });
    const paths = [
      "crds/boat.yaml",
      "two.yml",
      "a.json",
      "Dockerfile",
      "notes.txt",
      "pod.yaml",
      "binary.yaml",
      "gone.yaml",
    ];
    const { schemas, notChecked } = collectCustomSchemas(tree.root, paths);
    expect(schemas.map(({ kind, file }) => `${file} ${kind}`)).toEqual([
      "crds/boat.yaml Boat",
      "two.yml Ship",
      "two.yml Raft",
    ]);
    expect(notChecked).toEqual([]);
  });

  it("follows no link out of the workspace", () => {
    using outside = temporaryTree({ "boat.yaml": definition("Boat") });
    using tree = temporaryTree({ "here.yaml": definition("Ship") });
    symlinkSync(join(outside.root, "boat.yaml"), join(tree.root, "out.yaml"));
    symlinkSync("here.yaml", join(tree.root, "in.yaml"));
    const { schemas } = collectCustomSchemas(tree.root, ["out.yaml", "in.yaml", "../boat.yaml"]);
    expect(schemas.map(({ file }) => file)).toEqual(["in.yaml"]);
  });

  it("stops at a bound, by name", () => {
    const names = ["a.yaml", "b.yaml", "c.yaml"];
    using tree = temporaryTree(Object.fromEntries(names.map((name) => [name, definition("Boat")])));
    const kept = collectCustomSchemas(tree.root, names).schemas[0]?.text.length ?? 0;
    expect(collectCustomSchemas(tree.root, names, 3 * kept).notChecked).toEqual([]);
    const { schemas, notChecked } = collectCustomSchemas(tree.root, names, 2 * kept);
    expect(schemas.map(({ file }) => file)).toEqual(["a.yaml", "b.yaml"]);
    expect(notChecked).toEqual([
      {
        file: "c.yaml",
        code: "schema/too-many-definitions",
        reason:
          "The CustomResourceDefinitions of the workspace hold more than 34 characters; those from this file on were not read, so objects of their kinds are not compared with them.",
      },
    ]);
  });
});
