import { defineRule, type DockerfileRule, type Problem } from "@plimsoll/core";
import type { Comment, Dockerfile, Span } from "@plimsoll/syntax";
import { nearestName } from "../../shared-names/nearest.ts";

interface Data {
  readonly written: string;
  readonly meant: string;
  readonly name: Span;
}

const NAMES = ["syntax", "escape", "check"];
/** What the values look like, so that a comment with an equals sign is not taken for a directive. */
const VALUES: ReadonlyMap<string, RegExp> = new Map([
  ["syntax", /^[a-z0-9][a-z0-9._:/@-]*$/],
  ["escape", /^[\\`]$/],
  ["check", /^(?:skip|error|experimental)=\S+$/],
]);

function read(
  comment: Comment,
): { readonly name: string; readonly value: string; readonly at: number } | undefined {
  const match = /^([ \t]*)([A-Za-z]{4,8})[ \t]*=[ \t]*(\S+)[ \t]*$/.exec(comment.text.slice(0, 300));
  if (match === null) return undefined;
  return { name: match[2] ?? "", value: match[3] ?? "", at: (match[1] ?? "").length };
}

function* check(file: Dockerfile): Iterable<Problem<Data>> {
  const first = file.instructions[0]?.start ?? file.text.length;
  for (const comment of file.comments) {
    const found = read(comment);
    if (found === undefined) continue;
    const lower = found.name.toLowerCase();
    const isKnown = NAMES.includes(lower);
    const meant = isKnown ? lower : nearestName(lower, NAMES, lower.length > 5 ? 2 : 1);
    if (meant === undefined || VALUES.get(meant)?.test(found.value) !== true) continue;
    const start = comment.end - comment.text.length + found.at;
    const name = { start, end: start + found.name.length };
    const data = { written: found.name, meant, name };
    if (isKnown) yield { problem: "tooLate", at: name, data };
    // Further down, a misspelled name is a comment like any other.
    else if (comment.start < first) yield { problem: "misspelled", at: name, data };
  }
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/directives-take-effect",
  title: "Parser directives are spelled right and stand at the top",
  severity: "warning",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF006"],
  aliases: [],
  since: "0.1.0",
  check,
  message: ({ problem, data: { written, meant } }) =>
    problem === "tooLate"
      ? `Directive "${written}" has no effect, since something else than a directive stands above it.`
      : `Directive "${written}" has no effect, since it is misspelled; "${meant}" may be meant.`,
});
