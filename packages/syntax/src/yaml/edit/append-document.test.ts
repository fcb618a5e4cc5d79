import { describe, expect, it } from "vitest";
import { parseYamlDocument } from "../document.ts";
import { companionOffset, renderCompanion } from "./append-document.ts";

describe("a companion document", () => {
  const value = { kind: "B", list: ["x", { z: true }] };
  it.each([
    ["kind: A\n", "kind: A\n---\nkind: B\nlist:\n  - x\n  - z: true\n"],
    ["kind: A", "kind: A\n---\nkind: B\nlist:\n  - x\n  - z: true"],
    ["---\nkind: A # end\n\n", "---\nkind: A # end\n---\nkind: B\nlist:\n  - x\n  - z: true\n\n"],
  ])("stands behind %j", (text, expected) => {
    const offset = companionOffset(parseYamlDocument(text)) ?? 0;
    expect(text.slice(0, offset) + renderCompanion(value) + text.slice(offset)).toBe(expected);
  });
  it.each(['{"kind": "A"}\n', "- a\n", "", "kind: A\n...\n", "kind: [\n", "kind: A\r\n", "a: |+\n  x\n\n"])(
    "has no place behind %j",
    (text) => expect(companionOffset(parseYamlDocument(text))).toBeUndefined(),
  );
});
