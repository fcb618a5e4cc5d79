import { describe, expect, it } from "vitest";
import { SmallRecords } from "./small-records.ts";

const range = { start: { line: 1, column: 2, offset: 1 }, end: { line: 3, column: 4, offset: 20 } };

describe("small records", () => {
  it.each([
    ["a record", { name: "a", labels: { app: "a" }, ports: [{ number: 80, name: "a" }], none: null }],
    ["a list", ["a", ["a"], { a: "a" }, []]],
    ["places", { range, references: [{ name: "a", range }] }],
    ["nothing", null],
    ["a text by itself", "a"],
  ])("say what they said: %s", (_name, value) => {
    const copy = structuredClone(value);
    new SmallRecords().shrink(copy, 0);
    expect(JSON.parse(JSON.stringify(copy))).toEqual(value);
  });
  it("share equal labels", () => {
    const record = { labels: { app: "a" }, podLabels: { app: "a" }, selector: { app: "b" } };
    new SmallRecords().shrink(record, 0);
    expect(record.podLabels).toBe(record.labels);
    expect(record.selector).toEqual({ app: "b" });
  });
  it("answer for their places", () => {
    const record = { range: structuredClone(range) };
    new SmallRecords().shrink(record, 0);
    expect([record.range.start, record.range.end]).toEqual([range.start, range.end]);
  });
  it("end at a depth that no record has", () => {
    const cyclic: { name: string; self?: object } = { name: "a" };
    cyclic.self = cyclic;
    expect(() => new SmallRecords().shrink(cyclic, 0)).not.toThrow();
  });
});
