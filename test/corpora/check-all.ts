import { classifyFile, type Engine, type FileResult } from "@plimsoll/core";

/** What crosses to another thread: a path that is unique over all corpora, and the text. */
export interface PlainFile {
  readonly path: string;
  readonly text: string;
}

/** Checks every file that Plimsoll reads and writes the results as JSON, one line a file, for comparison byte for byte. */
export function checkAll(engine: Engine, files: readonly PlainFile[]): string {
  const sibling = siblingsOf(files);
  return files
    .filter(({ path }) => classifyFile(path) !== undefined)
    .map(({ path, text }): FileResult =>
      engine.checkFile({ path, text, sibling: (name) => sibling(path, name) }),
    )
    .map((result) => JSON.stringify(result))
    .join("\n");
}

/** Finds the files that stand beside a file, as a host would that reads them from disk. */
export function siblingsOf(
  files: readonly PlainFile[],
): (path: string, relative: string) => string | undefined {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return (path, relative) => {
    const steps = path.split("/").slice(0, -1);
    for (const step of relative.split("/")) {
      if (step === "..") steps.pop();
      else if (step !== ".") steps.push(step);
    }
    return texts.get(steps.join("/"));
  };
}
