import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { replaceSpan, type Dockerfile } from "@plimsoll/syntax";

interface Data {
  readonly written: string;
  readonly wanted: string;
}

function written(file: Dockerfile, { start, end }: { readonly start: number; readonly end: number }): string {
  return file.text.slice(start, end);
}

/** True where more keywords are in lower than in upper case. Mixed ones do not count. */
function isMostlyLower(file: Dockerfile): boolean {
  let balance = 0;
  for (const { keywordSpan } of file.instructions) {
    const keyword = written(file, keywordSpan);
    if (keyword === keyword.toUpperCase()) balance -= 1;
    else if (keyword === keyword.toLowerCase()) balance += 1;
  }
  return balance > 0;
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/instruction-casing-consistent",
  title: "All instructions are written in one case",
  severity: "info",
  confidence: "high",
  surface: "dockerfile",
  catalogue: [],
  aliases: ["buildkit:ConsistentInstructionCasing"],
  since: "0.1.0",
  *check(file) {
    const lower = isMostlyLower(file);
    for (const { keywordSpan, body } of file.instructions) {
      const keyword = written(file, keywordSpan);
      const wanted = lower ? keyword.toLowerCase() : keyword.toUpperCase();
      if (keyword === wanted) continue;
      yield { problem: "otherCase", at: keywordSpan, subject: body.text, data: { written: keyword, wanted } };
    }
  },
  message: ({ data: { written: keyword, wanted } }) =>
    `Instruction "${keyword}" is written in another case than the rest: write "${wanted}".`,
  fix: ({ at, data: { wanted } }) => [
    { title: `Write ${wanted}`, safety: "safe", edits: [replaceSpan(at, wanted)] },
  ],
});
