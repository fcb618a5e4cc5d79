import { makeInventory, type ResourceRecord } from "@plimsoll/core";
import { describe, expect, it } from "vitest";
import { unlessLimitRangeSets } from "./limit-ranges.ts";
import { unlessNoServiceSelects } from "./selecting-services.ts";

const at = { line: 1, column: 1, offset: 0 };

function record(kind: string, name: string, more: Partial<ResourceRecord> = {}): ResourceRecord {
  return {
    apiVersion: kind === "Deployment" ? "apps/v1" : "v1",
    group: kind === "Deployment" ? "apps" : "",
    kind,
    name,
    file: "a.yaml",
    range: { start: at, end: at },
    labels: {},
    ...more,
  };
}

const web = record("Deployment", "web", { namespace: "shop", podLabels: { app: "web", tier: "front" } });
const candidate = { problem: "missing", resource: web };

describe("unlessLimitRangeSets", () => {
  const limits = { containerDefaults: ["limits.cpu", "requests.cpu"] };
  it.each<[string, readonly ResourceRecord[], boolean]>([
    ["stands without a LimitRange", [], true],
    [
      "falls with a default in the same namespace",
      [record("LimitRange", "a", { namespace: "shop", ...limits })],
      false,
    ],
    [
      "stands with a default in another namespace",
      [record("LimitRange", "a", { namespace: "bank", ...limits })],
      true,
    ],
    ["stands with a default where no namespace is written", [record("LimitRange", "a", limits)], true],
    [
      "stands with a default for another resource",
      [record("LimitRange", "a", { namespace: "shop", containerDefaults: ["limits.memory"] })],
      true,
    ],
  ])("%s", (_what, resources, stands) => {
    expect(unlessLimitRangeSets("limits.cpu")(candidate, makeInventory(resources))).toBe(stands);
  });
});

describe("unlessNoServiceSelects", () => {
  it.each<[string, readonly ResourceRecord[], boolean]>([
    ["stands where no Service is known", [web], true],
    [
      "stands where a Service selects the pods",
      [web, record("Service", "a", { namespace: "shop", selector: { app: "web" } })],
      true,
    ],
    [
      "falls where another label is selected",
      [web, record("Service", "a", { namespace: "shop", selector: { app: "api" } })],
      false,
    ],
    [
      "falls where the Service is in another namespace",
      [web, record("Service", "a", { namespace: "bank", selector: { app: "web" } })],
      false,
    ],
    ["falls where the Service selects nothing", [web, record("Service", "a", { namespace: "shop" })], false],
    [
      "stands where one of two Services selects them",
      [
        web,
        record("Service", "a", { namespace: "shop", selector: { app: "api" } }),
        record("Service", "b", { namespace: "shop", selector: { app: "web", tier: "front" } }),
      ],
      true,
    ],
    [
      "stands where only Knative has a Service",
      [
        web,
        record("Service", "a", { namespace: "shop", group: "serving.knative.dev", selector: { app: "api" } }),
      ],
      true,
    ],
    [
      "stands where the pods' labels are not known",
      [
        record("Deployment", "web", { namespace: "shop" }),
        record("Service", "a", { namespace: "shop", selector: { app: "web" } }),
      ],
      true,
    ],
  ])("%s", (_what, resources, stands) => {
    expect(unlessNoServiceSelects(candidate, makeInventory(resources))).toBe(stands);
  });
});
