import { describe, expect, it } from "vitest";
import { looksLikeTemplate } from "./template.ts";

describe("looksLikeTemplate", () => {
  it.each([
    ["an action on a line of its own", "{{- if .Values.a }}\na: 1\n{{- end }}\n", true],
    ["an action as a value", "a: {{ .Values.a }}\n", true],
    ["an action after a workflow expression", "a: ${{ x }}\nb: {{ y }}\n", true],
    ["workflow expressions only", "a: ${{ github.sha }}\nb: ${{ x }}\n", false],
    ["an opening mark that is never closed", "a: {{ b\n", false],
    ["a closing mark before the opening one", "a: }} {{\n", false],
    ["no marks", "a: {b: {c: 1} }\n", false],
  ])("%s", (_name, text, expected) => {
    expect(looksLikeTemplate(text)).toBe(expected);
  });
  it("takes linear time on marks that are never closed", () => {
    const text = "${{ ".repeat(500_000);
    const before = process.threadCpuUsage();
    expect(looksLikeTemplate(text)).toBe(false);
    expect(process.threadCpuUsage(before).user / 1000).toBeLessThan(1000);
  });
});
