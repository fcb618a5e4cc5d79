import { classifyFile, type Engine, type Finding, loadKubernetesSchemas } from "@plimsoll/core";
import { type CorpusCase, corporaPresent, readCorpus } from "@plimsoll/testkit/corpus";
import { beforeAll, describe, expect, it } from "vitest";
import type { Position, Range } from "vscode-languageserver-types";
import { complete } from "./completion/completion.ts";
import { OpenFile } from "./document/open-file.ts";
import type { FeatureContext } from "./feature-context.ts";
import { hover } from "./hover/hover.ts";
import { documentSymbols } from "./symbols/symbols.ts";
import { engineOf, featureContext } from "./testing/judged.ts";

const CORPORA = [
  "buildkit-lint",
  "psa",
  "kube-linter",
  "buildkit-parser",
  "kics",
  "real/kubernetes-examples",
  "real/microservices-demo",
];
const FILES_OF_CORPUS = 30;
const PLACES_OF_FILE = 8;

let engine: Engine;
let context: FeatureContext;
beforeAll(async () => {
  const schemas = await loadKubernetesSchemas();
  engine = await engineOf(undefined, schemas);
  context = await featureContext(undefined, schemas);
});

/** Files that Plimsoll reads, evenly out of a corpus. */
function filesOf(name: string): readonly Pick<CorpusCase, "path" | "text">[] {
  const all = readCorpus(name).filter(({ path }) => classifyFile(path) !== undefined);
  const step = Math.max(1, Math.floor(all.length / FILES_OF_CORPUS));
  return all.filter((_case, index) => index % step === 0).slice(0, FILES_OF_CORPUS);
}

function fileOf(path: string, text: string): OpenFile {
  return new OpenFile({ uri: `file://${path}`, path, kind: classifyFile(path) ?? "yaml", version: 1, text });
}

function holds(range: Range, { line, character }: Position): boolean {
  const { start, end } = range;
  if (line < start.line || line > end.line) return false;
  return (
    (line > start.line || character >= start.character) && (line < end.line || character <= end.character)
  );
}

/** Asks every feature at a place, and gives back what is wrong with the answers. */
function faultsAt(file: OpenFile, position: Position, findings: readonly Finding[]): readonly string[] {
  const faults: string[] = [];
  const found = hover({ file, position, findings, context });
  if (found?.range !== undefined && !holds(found.range, position)) faults.push("the hover is elsewhere");
  for (const { label, textEdit } of complete({ file, position, context, snippets: true }).items) {
    const range = textEdit !== undefined && "range" in textEdit ? textEdit.range : undefined;
    if (range === undefined || range.start.line !== range.end.line || !holds(range, position))
      faults.push(`${label} is inserted elsewhere`);
  }
  documentSymbols(file);
  return faults;
}

describe.skipIf(!corporaPresent)("corpus absent: features on real files", () => {
  it.each(CORPORA)("answer in place anywhere in %s, whole and while it is typed", (name) => {
    let seed = 11;
    const next = (below: number): number => {
      seed = (seed * 48271) % 2147483647;
      return seed % below;
    };
    const faults: string[] = [];
    const files = filesOf(name);
    expect(files.length).toBeGreaterThan(10);
    for (const { path, text: whole } of files) {
      const text = whole.slice(0, 60_000);
      const file = fileOf(path, text);
      const { findings } = engine.checkFile({ path, text, kind: file.kind });
      for (let place = 0; place < PLACES_OF_FILE; place += 1) {
        const offset = next(text.length + 1);
        const { line, column } = file.source.positionAt(offset);
        const position = { line: line - 1, character: column - 1 };
        // As it stands, and as it stands when everything behind the cursor is still to be written.
        for (const one of [file, fileOf(path, text.slice(0, offset))])
          for (const fault of faultsAt(one, position, one === file ? findings : []))
            faults.push(`${path}:${line}:${column} ${fault}`);
      }
    }
    expect(faults).toEqual([]);
  });
});
