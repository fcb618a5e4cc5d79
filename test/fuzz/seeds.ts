import { classifyFile } from "@plimsoll/core";
import { corporaPresent } from "@plimsoll/testkit/corpus";
import type { PlainFile } from "../corpora/check-all.ts";
import { examples } from "../corpora/examples.ts";
import { labelledFiles, realFiles } from "../corpora/files.ts";

/** Larger files make a run slow and find nothing more. */
const LARGEST_SEED = 6000;

/** Texts to mutate: the examples of every rule, and the files of the corpora where they are present. */
export function seeds(): readonly PlainFile[] {
  const corpora = corporaPresent ? [...labelledFiles(), ...realFiles()] : [];
  const all = [...examples(), ...corpora.map(({ path, text }) => ({ path, text }))];
  return all.filter(({ text }) => text.length > 0 && text.length <= LARGEST_SEED);
}

/** Dockerfiles and YAML apart, so that both get their share. */
export function seedsByKind(): {
  readonly dockerfiles: readonly PlainFile[];
  readonly yaml: readonly PlainFile[];
} {
  const all = seeds();
  const isDockerfile = ({ path }: PlainFile): boolean => classifyFile(path) === "dockerfile";
  return { dockerfiles: all.filter(isDockerfile), yaml: all.filter((file) => !isDockerfile(file)) };
}
