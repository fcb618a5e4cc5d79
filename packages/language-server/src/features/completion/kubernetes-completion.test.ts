import { loadKubernetesSchemas } from "@plimsoll/core";
import { beforeAll, describe, expect, it } from "vitest";
import type { FeatureContext } from "../feature-context.ts";
import { completed } from "../testing/completed.ts";
import { featureContext } from "../testing/judged.ts";

let context: FeatureContext;
beforeAll(async () => {
  context = await featureContext(undefined, await loadKubernetesSchemas());
});

const yaml = (text: string, snippets = true) => completed("a.yaml", text, context, snippets);

const POD = "apiVersion: v1\nkind: Pod\nspec:\n";
const CONTAINER = `${POD}  containers:\n    - name: a\n`;

describe("fields", () => {
  it.each([
    ["a scalar", `${POD}  hostN‸\n`, "hostNetwork", `${POD}  hostNetwork: \n`],
    ["a map", `${POD}  secur‸\n`, "securityContext", `${POD}  securityContext:\n    \n`],
    ["a list", `${POD}  init‸`, "initContainers", `${POD}  initContainers:\n    - `],
    ["on an empty line", `${CONTAINER}      ‸\n`, "image", `${CONTAINER}      image: \n`],
    ["first in an item", `${POD}  containers:\n    - na‸\n`, "name", `${POD}  containers:\n    - name: \n`],
    [
      "a map in an item",
      `${POD}  containers:\n    - sec‸\n`,
      "securityContext",
      `${POD}  containers:\n    - securityContext:\n        \n`,
    ],
    [
      "a list at the column of its key",
      `${POD}  containers:\n  - name: a\n    im‸\n`,
      "image",
      `${POD}  containers:\n  - name: a\n    image: \n`,
    ],
    ["in place of a key", `${POD}  hostN‸x: true\n`, "hostPID", `${POD}  hostPID: true\n`],
    [
      "CR LF",
      `${POD}  secur‸\n`.replaceAll("\n", "\r\n"),
      "securityContext",
      `${POD}  securityContext:\n    \n`.replaceAll("\n", "\r\n"),
    ],
    [
      "an item of a List",
      "apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Pod\n    spec:\n      hostP‸\n",
      "hostPID",
      "apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Pod\n    spec:\n      hostPID: \n",
    ],
    [
      "a kind that makes pods",
      "apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nspec:\n  template:\n    spec:\n      hostP‸\n",
      "hostPID",
      "apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nspec:\n  template:\n    spec:\n      hostPID: \n",
    ],
    [
      "broken text below",
      `${POD}  hostN‸\n  containers: [\n    }:\n`,
      "hostNetwork",
      `${POD}  hostNetwork: \n  containers: [\n    }:\n`,
    ],
    [
      "resources",
      `${CONTAINER}      resources:\n        limits:\n          ‸\n`,
      "memory",
      `${CONTAINER}      resources:\n        limits:\n          memory: \n`,
    ],
    [
      "the first item of a list",
      `${POD}  containers:\n    ‸\n`,
      "- name: ",
      `${POD}  containers:\n    - name: \n`,
    ],
  ])("%s", (_name, text, label, expected) => {
    expect(yaml(text).chosen(label)).toBe(expected);
  });

  it("leaves out what is there, and puts what is required and what rules look at first", () => {
    const { labels } = yaml(`${CONTAINER}      image: b\n      ‸\n`);
    expect(labels).not.toContain("name");
    expect(labels).not.toContain("image");
    expect(labels.indexOf("securityContext")).toBeLessThan(labels.indexOf("terminationMessagePath"));
    expect(yaml(`${POD}  ‸\n`).labels[0]).toBe("containers");
    expect(yaml("apiVersion: v1\nkind: Pod\n‸\n").labels).toEqual(["metadata", "spec"]);
  });

  it("tells the type, what it does and who looks at it", () => {
    const item = yaml(`${POD}  hostN‸\n`).items.find(({ label }) => label === "hostNetwork");
    expect(item?.detail).toBe("true or false");
    expect(JSON.stringify(item?.documentation)).toContain("kubernetes/host-network-not-shared");
  });
});

describe("values", () => {
  it.each([
    [
      "true or false, what rules ask for first",
      `${CONTAINER}      securityContext:\n        privileged: ‸\n`,
      ["false", "true"],
    ],
    [
      "the other way around",
      `${CONTAINER}      securityContext:\n        runAsNonRoot: ‸\n`,
      ["true", "false"],
    ],
    ["one of some", `${POD}  restartPolicy: ‸\n`, ["Always", "Never", "OnFailure"]],
    [
      "items of a list",
      `${CONTAINER}      securityContext:\n        capabilities:\n          drop:\n            - ‸\n`,
      ["ALL"],
    ],
    [
      "the list itself",
      `${CONTAINER}      securityContext:\n        capabilities:\n          drop:\n            ‸\n`,
      ["ALL"],
    ],
    [
      "a label that Kubernetes reads",
      "apiVersion: v1\nkind: Namespace\nmetadata:\n  labels:\n    pod-security.kubernetes.io/enforce: ‸\n",
      ["restricted", "baseline", "privileged"],
    ],
    ["the versions of a kind", "apiVersion: ‸\nkind: Deployment\n", ["apps/v1"]],
    ["free text", `${POD}  hostname: ‸\n`, []],
  ])("%s", (_name, text, labels) => {
    expect(yaml(text).labels).toEqual(labels);
  });

  it.each([
    [`${POD}  restartPolicy: Al‸\n`, "Always", `${POD}  restartPolicy: Always\n`],
    [`${POD}  restartPolicy: "Al‸"\n`, "Always", `${POD}  restartPolicy: "Always"\n`],
    [`${POD}  restartPolicy:‸\n`, "Never", `${POD}  restartPolicy: Never\n`],
    [`${POD}  restartPolicy: ‸ # c\n`, "Never", `${POD}  restartPolicy: Never # c\n`],
    ["apiVersion: apps/v1\nkind: Dep‸\n", "Deployment", "apiVersion: apps/v1\nkind: Deployment\n"],
    [
      `${CONTAINER}      securityContext:\n        capabilities:\n          drop:\n            ‸\n`,
      "ALL",
      `${CONTAINER}      securityContext:\n        capabilities:\n          drop:\n            - ALL\n`,
    ],
    [
      `${CONTAINER}      image: nginx‸\n`,
      "registry1.dso.mil/ironbank/opensource/nginx/nginx",
      `${CONTAINER}      image: registry1.dso.mil/ironbank/opensource/nginx/nginx\n`,
    ],
  ])("%j", (text, label, expected) => {
    expect(yaml(text).chosen(label)).toBe(expected);
  });

  it("offers the kinds of the API version that is written", () => {
    const { labels } = yaml("apiVersion: policy/v1\nkind: ‸\n");
    expect(labels).toEqual(["Eviction", "PodDisruptionBudget"].filter((kind) => labels.includes(kind)));
    expect(labels).toContain("PodDisruptionBudget");
  });
});

describe("an empty document", () => {
  it.each(["‸", "\n‸\n", "apiVersion: v1\nkind: Pod\n---\n‸\n", "ki‸\n"])(
    "%j can start with a whole object",
    (text) => {
      const { labels } = yaml(text);
      expect(labels.slice(0, 2)).toEqual(["apiVersion", "kind"]);
      expect(labels).toContain("Deployment to start from");
    },
  );

  it("inserts plain text where the client takes no snippets", () => {
    const text = yaml("‸", false).chosen("NetworkPolicy to start from");
    expect(text).toContain("  name: default-deny\n");
    expect(text).toContain("  podSelector: {}\n");
  });
});

describe("where nothing is known", () => {
  it.each([
    ["a YAML file without objects", "name: x\non‸\n"],
    ["a field of no type", `${POD}  nope:\n    ‸\n`],
    ["a block scalar", `${CONTAINER}      args:\n        - |\n          ‸\n`],
    ["a comment", `${POD}  # ho‸\n`],
  ])("%s gets nothing", (_name, text) => {
    expect(yaml(text).labels).toEqual([]);
  });

  it("an object that has only begun gets the other half of its type", () => {
    expect(yaml("apiVersion: example.com/v1\n‸\n").labels).toEqual(["kind"]);
  });

  it.each(["kustomization.yaml", ".github/workflows/a.yaml", "a.json"])("%s gets nothing", (path) => {
    expect(completed(path, `${POD}  ‸\n`, context).labels).toEqual([]);
  });
});
