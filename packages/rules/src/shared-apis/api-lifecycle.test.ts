import { describe, expect, it } from "vitest";
import { apiLifecycles, lifecycleOf } from "./api-lifecycle.ts";

describe("the lifecycles of API versions", () => {
  it("name each kind of an API version once", () => {
    const names = apiLifecycles.flatMap(({ apiVersion, kinds }) =>
      kinds.map((kind) => `${apiVersion}/${kind}`),
    );
    expect(new Set(names).size).toBe(names.length);
  });
  it.each(apiLifecycles)(
    "$apiVersion is deprecated before it is removed, and its replacement is another version",
    (one) => {
      expect(one.apiVersion).toMatch(/^[a-z0-9.]+\/v\d/);
      expect(one.deprecated).toBeLessThan(one.removed);
      expect(one.replacement).not.toBe(one.apiVersion);
      expect(lifecycleOf(one.replacement ?? "", one.kinds[0] ?? "")).toBeUndefined();
    },
  );
  it.each([
    ["extensions/v1beta1", "Ingress", 22, "networking.k8s.io/v1"],
    ["policy/v1beta1", "PodSecurityPolicy", 25, undefined],
    ["batch/v1beta1", "CronJob", 25, "batch/v1"],
    ["flowcontrol.apiserver.k8s.io/v1beta3", "FlowSchema", 32, "flowcontrol.apiserver.k8s.io/v1"],
  ])("%s %s was removed in 1.%i", (apiVersion, kind, ...rest) => {
    const { removed, replacement } = lifecycleOf(apiVersion, kind) ?? {};
    expect([removed, replacement]).toEqual(rest);
  });
});
