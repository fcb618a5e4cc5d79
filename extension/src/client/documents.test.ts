import { describe, expect, it } from "vitest";
import { isSnapshot, wantsServer } from "./documents.ts";

function document(languageId: string, text: string, scheme = "file") {
  return { languageId, uri: { scheme }, getText: () => text };
}

describe("wantsServer", () => {
  it.each([
    ["dockerfile", "", true],
    ["yaml", "a: 1", true],
    ["helm", "{{ .Values }}", true],
    ["json", '{"name": "some-package"}', false],
    ["json", '{"apiVersion": "v1", "kind": "Pod"}', true],
    ["json", `${" ".repeat(100_000)}{"apiVersion": "v1"}`, false],
    ["jsonc", '{"apiVersion": "v1"}', true],
    ["typescript", 'const x = {"apiVersion": 1}', false],
  ])("%s with %j: %s", (languageId, text, wanted) => {
    expect(wantsServer(document(languageId, text))).toBe(wanted);
  });

  it.each(["file", "untitled", "vscode-remote", "vscode-vfs", "vscode-test-web"])(
    "knows no difference for %s",
    (scheme) => {
      expect(wantsServer(document("yaml", "", scheme))).toBe(true);
    },
  );

  it("leaves old states of files alone", () => {
    expect(isSnapshot(document("yaml", "", "git"))).toBe(true);
    expect(wantsServer(document("yaml", "", "git"))).toBe(false);
  });
});
