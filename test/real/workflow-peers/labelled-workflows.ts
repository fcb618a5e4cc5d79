import { readCorpus } from "@plimsoll/testkit/corpus";
import type { PlainFile } from "../../corpora/check-all.ts";

/** The labelled workflows under names that make workflows of them. */
export function labelledWorkflows(): readonly PlainFile[] {
  return readCorpus("actionlint")
    .filter(({ text }) => text.trim() !== "")
    .map(({ path, text }) => ({ path: `.github/workflows/${path.replaceAll("/", "-")}`, text }));
}
