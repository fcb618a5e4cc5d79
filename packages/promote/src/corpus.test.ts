import { existsSync, readdirSync, readFileSync } from "node:fs";
import { parseImageReference } from "@plimsoll/syntax";
import { describe, expect, it } from "vitest";
import { parseAllDocuments, visit } from "yaml";
import { planPromotion } from "./plan-promotion.ts";

const FOLDER = new URL("../../../../shared/corpora/real/", import.meta.url);
const FIRST = `sha256:${"1".repeat(64)}`;
const SECOND = `sha256:${"2".repeat(64)}`;

interface CorpusFile {
  readonly path: string;
  readonly text: string;
}

function filesOf(corpus: string): readonly CorpusFile[] {
  const lines = readFileSync(new URL(corpus, FOLDER), "utf8").split("\n");
  return lines.filter(Boolean).map((line): CorpusFile => JSON.parse(line));
}

/** Names of all images that any value of a file is a reference to, read by another library. */
function imagesIn(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const document of parseAllDocuments(text)) {
    if (!("contents" in document)) continue;
    visit(document, {
      Pair: (_, { key, value }) => {
        const name = String(key).toLowerCase();
        const isImage = name.endsWith("image") || ["newname", "repository", "url"].includes(name);
        const result = parseImageReference(isImage ? String(value).trim().replace("oci://", "") : "");
        if (!result.ok) return;
        const { spans, text: reference } = result.reference;
        names.add(reference.slice(0, spans.repository.end));
      },
    });
  }
  return names;
}

function promote({ path, text }: CorpusFile, name: string, digest: string) {
  return planPromotion({ image: { name, digest }, environment: "e", files: [{ path, text }] });
}

/** The first character at which two texts part, so that a failure says little. */
function firstDifference(one: string, other: string): string | undefined {
  if (one === other) return undefined;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  return `${at}: ${JSON.stringify(one.slice(at, at + 80))} and ${JSON.stringify(other.slice(at, at + 80))}`;
}

const DIGEST = /@?sha256:[0-9a-f]{64}/gu;

/** Both texts without the digests of the lines that were given the new one, and without lines that are new as a whole. */
function withoutChange(after: string, before: string): [string, string] {
  const old = before.split("\n");
  const kept: string[] = [];
  for (const line of after.split("\n")) {
    if (!line.includes(FIRST)) kept.push(line);
    else if (line.trim() === `digest: ${FIRST}` || line.trim() === "ref:") continue;
    else {
      kept.push(line.replaceAll(DIGEST, ""));
      old[kept.length - 1] = (old[kept.length - 1] ?? "").replaceAll(DIGEST, "");
    }
  }
  return [kept.join("\n"), old.join("\n")];
}

describe.skipIf(!existsSync(FOLDER))("corpus absent: real files", () => {
  const corpora = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith(".jsonl")) : [];
  it.each(corpora)("%s: only digests differ", (corpus) => {
    let edited = 0;
    for (const file of filesOf(corpus)) {
      for (const name of imagesIn(file.text)) {
        const first = promote(file, name, FIRST);
        const change = first.files[0];
        if (change === undefined) continue;
        edited += 1;
        const { after } = change;
        expect(firstDifference(...withoutChange(after, file.text)), `${file.path}, ${name}`).toBeUndefined();
        const second = promote({ path: file.path, text: after }, name, SECOND);
        expect(
          firstDifference(second.files[0]?.after ?? "", after.replaceAll(FIRST, SECOND)),
          `${file.path}, ${name}`,
        ).toBeUndefined();
        expect(promote({ path: file.path, text: after }, name, FIRST).operation).toBe("none");
      }
    }
    expect(edited, corpus).toBeGreaterThanOrEqual(corpus.startsWith("flux2") ? 1 : 10);
  });
});
