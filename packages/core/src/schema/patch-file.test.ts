import { describe, expect, it } from "vitest";
import { isListedPatch } from "./patch-file.ts";

describe("isListedPatch", () => {
  it.each([
    ["patches", "patches:\n  - path: web.yaml\n    target: { kind: Deployment }\n", true],
    ["patches with a leading ./", "patches:\n  - path: ./web.yaml\n", true],
    ["patchesStrategicMerge", "patchesStrategicMerge:\n  - a.yaml\n  - web.yaml\n", true],
    ["patchesJson6902", "patchesJson6902: [{ path: web.yaml }]\n", true],
    ["resources only", "resources: [web.yaml]\n", false],
    ["another file", "patches: [{ path: other.yaml }]\n", false],
    ["a patch in the text itself", "patches: [{ patch: web.yaml }]\n", false],
    ["something else", "- 1\n", false],
  ])("%s", (_name, text, expected) => {
    const read = (name: string): string | undefined => (name === "kustomization.yaml" ? text : undefined);
    expect(isListedPatch("overlay/web.yaml", read)).toBe(expected);
  });

  it("looks into folders above, by every name of the file, and not further than that", () => {
    const asked: string[] = [];
    const read = (name: string): string | undefined => {
      asked.push(name);
      return name === "../Kustomization" ? "patches: [{ path: deep/web.yaml }]\n" : undefined;
    };
    expect(isListedPatch("a/b/c/d/e/deep/web.yaml", read)).toBe(true);
    expect(asked).toEqual([
      "kustomization.yaml",
      "kustomization.yml",
      "Kustomization",
      "../kustomization.yaml",
      "../kustomization.yml",
      "../Kustomization",
    ]);
    asked.length = 0;
    expect(isListedPatch("a/b/c/d/e/f/web.yaml", () => undefined)).toBe(false);
    expect(isListedPatch("web.yaml", read)).toBe(false);
    expect(asked).toEqual(["kustomization.yaml", "kustomization.yml", "Kustomization"]);
  });
});
