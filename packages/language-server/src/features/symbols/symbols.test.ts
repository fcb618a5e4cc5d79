import { describe, expect, it } from "vitest";
import type { DocumentSymbol } from "vscode-languageserver-types";
import { openFile, shown } from "../testing/judged.ts";
import { documentSymbols } from "./symbols.ts";

function told({ name, detail, range, selectionRange, children }: DocumentSymbol): readonly string[] {
  const own = `${name} (${detail ?? ""}) ${shown(range)} at ${shown(selectionRange)}`;
  return [own, ...(children ?? []).flatMap(told).map((line) => `  ${line}`)];
}

describe("documentSymbols", () => {
  it.each([
    [
      "Dockerfile",
      "ARG V\nFROM a AS build\nRUN x \\\n  y\n\nFROM scratch\nUSER 1\n",
      [
        "build (a) 1:0-3:3 at 1:10-1:15",
        "  RUN (x   y) 2:0-3:3 at 2:0-2:3",
        "stage 1 (scratch) 5:0-6:6 at 5:0-5:4",
        "  USER (1) 6:0-6:6 at 6:0-6:4",
      ],
    ],
    [
      "a.yaml",
      "apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: b}\n---\nkind: Secret\napiVersion: v1\n---\nx: 1\n",
      ["a (Pod in b) 0:0-2:33 at 0:0-0:10", "Secret (Secret) 4:0-5:14 at 4:0-4:4"],
    ],
    [
      "list.yaml",
      "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n  metadata: {name: a}\n",
      ["a (Pod) 3:2-5:21 at 3:2-3:12"],
    ],
    ["empty.yaml", "", []],
    ["Dockerfile", "", []],
  ])("%s %j", (path, text, expected) => {
    expect(documentSymbols(openFile(path, text)).flatMap(told)).toEqual(expected);
  });
});
