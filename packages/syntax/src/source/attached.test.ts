import { describe, expect, it } from "vitest";
import { attached } from "./attached.ts";

describe("attached", () => {
  it("remembers a value for each object", () => {
    const names = attached<object, string>();
    const [a, b] = [{}, {}];
    names.set(a, "a");
    names.set(b, "b");
    names.set(a, "A");
    expect([names.get(a), names.get(b), names.get({})]).toEqual(["A", "b", undefined]);
  });

  it("keeps tables apart", () => {
    const [one, other] = [attached<object, number>(), attached<object, number>()];
    const object = {};
    one.set(object, 1);
    expect(other.get(object)).toBeUndefined();
    other.set(object, 2);
    expect([one.get(object), other.get(object)]).toEqual([1, 2]);
  });

  it("leaves the object as it is for everyone else", () => {
    const table = attached<object, number>();
    const object = { a: 1 };
    const list = [1];
    table.set(object, 1);
    table.set(list, 2);
    expect([table.get(object), table.get(list)]).toEqual([1, 2]);
    expect(Reflect.ownKeys(object)).toEqual(["a"]);
    expect(JSON.stringify([object, list])).toBe('[{"a":1},[1]]');
    expect(table.get(structuredClone(object))).toBeUndefined();
  });
});
