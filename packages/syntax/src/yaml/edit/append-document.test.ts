import { describe, expect, it } from "vitest";
import { applyEdits } from "../../source/text-edit.ts";
import { parseYamlDocument } from "../document.ts";
import { appendDocument } from "./append-document.ts";

describe("appendDocument", () => {
  const value = { kind: "B", list: ["x", { z: true }] };
  it.each([
    ["kind: A\n", "kind: A\n---\nkind: B\nlist:\n  - x\n  - z: true\n"],
    ["kind: A", "kind: A\n---\nkind: B\nlist:\n  - x\n  - z: true\n"],
    [
      "kind: A\r\nlist:\r\n- a\r\n",
      "kind: A\r\nlist:\r\n- a\r\n---\r\nkind: B\r\nlist:\r\n- x\r\n- z: true\r\n",
    ],
    ["kind: A # end\n\n", "kind: A # end\n\n---\nkind: B\nlist:\n  - x\n  - z: true\n"],
  ])("writes a document behind %j", (text, expected) => {
    const document = parseYamlDocument(text);
    expect(applyEdits(text, appendDocument(document, value))).toBe(expected);
  });
  it.each(['{"kind": "A"}\n', "- a\n", "", "kind: A\n...\n", "kind: [\n"])("leaves %j alone", (text) => {
    expect(appendDocument(parseYamlDocument(text), value)).toEqual([]);
  });
});
