import { parseYaml, type PlacedDocument } from "@plimsoll/syntax";
import { describe, expect, it } from "vitest";
import { fileObject } from "./file-object.ts";

function first(text: string): PlacedDocument {
  const [placed] = parseYaml(text).documents;
  if (placed === undefined) throw new Error("no document");
  return placed;
}

const PLUGINS = '{"cniVersion": "1.0.0", "name": "net", "plugins": [{"type": "flannel"}]}';

describe("fileObject", () => {
  it.each<[string, string, string, string | undefined]>([
    ["RKE2", "etc/rancher/rke2/config.yaml", "profile: cis\n", "RancherConfiguration"],
    ["k3s, a part", "rancher/k3s/config.yaml.d/10.yaml", "profile: cis\n", "RancherConfiguration"],
    ["a part of another ending", "rancher/k3s/config.yaml.d/10.json", "{}", undefined],
    ["another program", "etc/rancher/other/config.yaml", "a: 1\n", undefined],
    ["no folder", "config.yaml", "a: 1\n", undefined],
    ["no map", "etc/rancher/rke2/config.yaml", "- a\n", undefined],
    ["network plugins", "any.json", PLUGINS, "NetworkPluginConfiguration"],
    ["plugins of something else", "any.json", '{"plugins": [{"type": "x"}]}', undefined],
    ["no plugin", "any.json", '{"cniVersion": "1.0.0", "plugins": []}', undefined],
  ])("%s", (_name, path, text, kind) => {
    expect(fileObject(first(text), path)?.kind).toBe(kind);
  });

  it("goes by the name of its file", () => {
    expect(fileObject(first("a: 1\n"), "x/rancher/k3s/config.yaml")).toMatchObject({
      name: "config.yaml",
      apiVersion: "",
      value: { a: 1n },
    });
  });
});
