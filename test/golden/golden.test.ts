import { readFileSync, writeFileSync } from "node:fs";
import { toGithub, toGitlab, toJson, toJunit, toMarkdown, toPretty, toSarif } from "@plimsoll/evidence";
import { describe, expect, it } from "vitest";
import { assessment, context } from "./assessment.ts";

/** One expected file for each format, over one assessment that has every feature. `UPDATE_GOLDEN=1` writes them anew. */
const FORMATS = [
  { file: "json.json", print: () => toJson(assessment, context) },
  { file: "sarif.sarif.json", print: () => toSarif(assessment, context) },
  { file: "junit.xml", print: () => toJunit(assessment, context) },
  { file: "gitlab.json", print: () => toGitlab(assessment, context) },
  { file: "markdown.md", print: () => toMarkdown(assessment, context) },
  { file: "github.txt", print: () => toGithub(assessment, context) },
  { file: "pretty.txt", print: () => toPretty(assessment, context) },
  { file: "pretty-narrow.txt", print: () => toPretty(assessment, context, { width: 60 }) },
  {
    file: "pretty-color.txt",
    print: () => toPretty(assessment, context, { color: true, hyperlinks: true }),
  },
] as const;

describe("golden output", () => {
  it.each(FORMATS)("$file", ({ file, print }) => {
    const place = new URL(file, import.meta.url);
    const text = print();
    if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(place, text);
    expect(text).toBe(readFileSync(place, "utf8"));
  });

  it.each(FORMATS)("$file is the same at every run", ({ print }) => {
    expect(print()).toBe(print());
  });
});
