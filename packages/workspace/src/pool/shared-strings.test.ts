import { describe, expect, it } from "vitest";
import { SharedStrings } from "./shared-strings.ts";

describe("shared strings", () => {
  it.each([
    ["a record", { name: "a", labels: { app: "a" }, ports: [{ number: 80, name: "a" }], none: null }],
    ["a list", ["a", ["a"], { a: "a" }]],
    ["nothing", null],
    ["a text by itself", "a"],
  ])("leaves the data as it was: %s", (_name, value) => {
    const copy = structuredClone(value);
    new SharedStrings().share(copy, 0);
    expect(copy).toEqual(value);
  });
  it("ends at a depth that no record has", () => {
    const cyclic: { name: string; self?: object } = { name: "a" };
    cyclic.self = cyclic;
    expect(() => new SharedStrings().share(cyclic, 0)).not.toThrow();
  });
});
