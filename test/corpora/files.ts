import { classifyFile, type FileInput } from "@plimsoll/core";
import { corpusNames, readCorpus, type CorpusLabel } from "@plimsoll/testkit/corpus";
import { siblingsOf, type PlainFile } from "./check-all.ts";

/** A file of a corpus as the engine is given it. */
export interface CorpusFile extends FileInput {
  readonly corpus: string;
  /** As the corpus calls it. */
  readonly name: string;
  readonly labels: readonly CorpusLabel[];
}

/** The files of a corpus that Plimsoll reads, under paths that start with the corpus' name. */
export function filesOf(corpus: string): readonly CorpusFile[] {
  const cases = readCorpus(corpus);
  const sibling = siblingsOf(plainFilesOf(corpus));
  return cases
    .filter(({ path }) => classifyFile(path) !== undefined)
    .map(({ path: name, text, labels }) => {
      const path = `${corpus}/${name}`;
      // Labels on workflows make a workflow of a file, wherever it lies.
      const isWorkflow = labels.some(({ theme }) => theme.startsWith("ci/"));
      const kind = isWorkflow ? ({ kind: "workflow" } as const) : {};
      return { corpus, name, path, text, labels, ...kind, sibling: (relative) => sibling(path, relative) };
    });
}

/** All files of a corpus, whether Plimsoll reads them or not. */
export function plainFilesOf(corpus: string): readonly PlainFile[] {
  return readCorpus(corpus).map(({ path, text }) => ({ path: `${corpus}/${path}`, text }));
}

/** The files of all labelled corpora. */
export function labelledFiles(): readonly CorpusFile[] {
  return corpusNames.labelled.flatMap(filesOf);
}

/** The real files without labels. */
export function realFiles(): readonly CorpusFile[] {
  return corpusNames.real.flatMap(filesOf);
}
