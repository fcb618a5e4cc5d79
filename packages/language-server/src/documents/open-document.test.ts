import { expect, it } from "vitest";
import { kindOfDocument } from "./open-document.ts";

it.each([
  ["Dockerfile", "plaintext", "dockerfile"],
  ["app.docker", "dockerfile", "dockerfile"],
  ["a.yaml", "yaml", "yaml"],
  ["chart/templates/a.yaml", "helm", "helm-template"],
  ["Untitled-1", "yaml", "yaml"],
  ["Untitled-1", "jsonc", "json"],
  [".github/workflows/a.yml", "yaml", "workflow"],
  ["plimsoll.yaml", "yaml", "configuration"],
  ["notes.md", "markdown", undefined],
] as const)("%s of language %s is %s", (path, languageId, kind) => {
  expect(kindOfDocument(path, languageId)).toBe(kind);
});
