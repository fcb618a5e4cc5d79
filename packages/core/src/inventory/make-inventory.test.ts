import { describe, expect, it } from "vitest";
import { CodedError } from "../error/coded-error.ts";
import type { ResourceRecord } from "./inventory.ts";
import { makeInventory } from "./make-inventory.ts";

const position = { offset: 0, line: 1, column: 1 };
const range = { start: position, end: position };

function workload(name: string, podLabels: Record<string, string>, namespace?: string): ResourceRecord {
  const base = {
    apiVersion: "apps/v1",
    group: "apps",
    kind: "Deployment",
    name,
    file: "a.yaml",
    range,
    labels: {},
    podLabels,
  };
  return namespace === undefined ? base : { ...base, namespace };
}

const names = (records: readonly ResourceRecord[]): readonly string[] => records.map(({ name }) => name);

describe("an inventory", () => {
  const inventory = makeInventory([
    workload("a", { app: "x", tier: "1" }, "n"),
    workload("b", { app: "x" }, "n"),
    workload("c", { app: "x" }, "m"),
    { ...workload("d", {}), references: [{ kind: "ConfigMap", name: "c", via: "env", range }] },
  ]);
  it("finds by kind, namespace and name", () => {
    expect(names(inventory.ofKind("Deployment", "n"))).toEqual(["a", "b"]);
    expect(names(inventory.ofKind("Deployment", ""))).toEqual(["d"]);
    expect(names(inventory.named("Deployment", "c"))).toEqual(["c"]);
    expect(inventory.referrers("ConfigMap", "c").map(({ index }) => index)).toEqual([3]);
    expect(inventory.referrers("Secret", "c")).toEqual([]);
  });
  it("finds pods by selector in their namespace only", () => {
    const app = { labels: { app: "x" }, expressions: [] };
    expect(names(inventory.podsMatching(app, "n"))).toEqual(["a", "b"]);
    expect(names(inventory.podsMatching(app, undefined))).toEqual([]);
    expect(names(inventory.podsMatching({ labels: { app: "x", tier: "1" }, expressions: [] }, "n"))).toEqual([
      "a",
    ]);
    expect(names(inventory.podsMatching({ labels: {}, expressions: [] }, undefined))).toEqual(["d"]);
  });
  it("ends in an error of its own where selectors would take too long", () => {
    const many = makeInventory(
      Array.from({ length: 5000 }, (_one, index) => workload(`w${index}`, { app: "x" })),
    );
    const ask = (): void => {
      for (let index = 0; index < 5000; index += 1) {
        many.podsMatching(
          { labels: {}, expressions: [{ key: `k${index}`, operator: "Exists", values: [] }] },
          undefined,
        );
      }
    };
    expect(ask).toThrow(CodedError);
  });
});
