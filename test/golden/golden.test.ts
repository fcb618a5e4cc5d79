import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import {
  reportSchema,
  toGithub,
  toGitlab,
  toJson,
  toJunit,
  toMarkdown,
  toPretty,
  toSarif,
} from "@plimsoll/evidence";
import { Ajv2020 } from "ajv/dist/2020.js";
import AjvDraft4 from "ajv-draft-04";
import addFormats from "ajv-formats";
import { XMLValidator } from "fast-xml-parser";
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

/** Reads a golden file as it stands, so that what is committed is what was validated. */
function golden(file: string): string {
  return readFileSync(new URL(file, import.meta.url), "utf8");
}

describe("golden files", () => {
  it("hold SARIF that the standard's schema accepts", () => {
    const place = createRequire(import.meta.url).resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
    const schema: unknown = JSON.parse(readFileSync(place, "utf8"));
    if (typeof schema !== "object" || schema === null) throw new TypeError("the schema is not an object");
    // A pattern of this schema is legal only without the flag `u`.
    const ajv = new AjvDraft4.default({ strict: false, allErrors: true, unicodeRegExp: false });
    addFormats.default(ajv);
    const validate = ajv.compile(schema);
    expect(validate(JSON.parse(golden("sarif.sarif.json"))) ? [] : validate.errors).toEqual([]);
  });

  it("hold JSON that our schema accepts", () => {
    const ajv = new Ajv2020({ allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(reportSchema);
    expect(validate(JSON.parse(golden("json.json"))) ? [] : validate.errors).toEqual([]);
  });

  it("hold well-formed XML", () => {
    expect(XMLValidator.validate(golden("junit.xml"))).toBe(true);
  });
});
