import { defineRule, type DockerfileRule, type Problem } from "@plimsoll/core";
import type { Dockerfile, ParsedShell, ShellCommand, ShellWord } from "@plimsoll/syntax";
import { runScripts } from "../../shared-shell/scripts.ts";

interface Data {
  readonly text: string;
}

/** A keyword of the shell that runs into the test behind it. */
const GLUED = /^(?:if|elif|while|until|then|do|else|!)\[/;

function* checkCommand(command: ShellCommand): Iterable<Problem<Data>> {
  const { name, words, effective } = command;
  if (name === undefined) return;
  const test = testProblem(name, words) ?? assignmentProblem(name, words);
  if (test !== undefined) yield test;
  const brace = words.find(({ raw }) => raw === "{" || raw === "}");
  if (brace === undefined || TAKES_BRACES.has(effective.name ?? "")) return;
  yield { problem: "literalBrace", at: brace, data: { text: brace.raw } };
}

function testProblem(name: ShellWord, words: readonly ShellWord[]): Problem<Data> | undefined {
  const last = words.at(-1);
  const closes = last?.raw.endsWith("]") === true;
  if (GLUED.test(name.raw) || (closes && /^\[{1,2}[^[\]]+$/.test(name.raw)))
    return { problem: "noSpace", at: name, data: { text: name.raw.slice(0, 60) } };
  if (name.raw !== "[" || last === undefined || last.raw === "]") return undefined;
  return { problem: closes ? "noSpaceBefore" : "notClosed", at: last, data: { text: last.raw.slice(0, 60) } };
}

function assignmentProblem(name: ShellWord, [first]: readonly ShellWord[]): Problem<Data> | undefined {
  if (/^\$[A-Za-z_][A-Za-z0-9_]*=/.test(name.raw))
    return { problem: "dollarAssignment", at: name, data: { text: name.raw.slice(0, 60) } };
  if (first?.raw !== "=" || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name.raw)) return undefined;
  return { problem: "spacedAssignment", at: first, data: { text: name.raw.slice(0, 60) } };
}

const TAKES_BRACES = new Set(["echo", "printf", "test", "[", "expr", "grep", "tr"]);

function* checkScript(script: ParsedShell): Iterable<Problem<Data>> {
  const [first] = script.problems;
  if (first !== undefined) {
    yield { problem: "unreadable", at: first, data: { text: first.message } };
    return;
  }
  for (const command of script.commands) yield* checkCommand(command);
}

function* check(file: Dockerfile): Iterable<Problem<Data>> {
  for (const { script } of runScripts(file)) {
    for (const problem of checkScript(script)) yield { ...problem, aliases: ALIASES[problem.problem] ?? [] };
  }
}

/** By problem the checks of ShellCheck. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  noSpace: ["shellcheck:SC1035", "shellcheck:SC1069"],
  noSpaceBefore: ["shellcheck:SC1020"],
  notClosed: ["shellcheck:SC1019"],
  spacedAssignment: ["shellcheck:SC1068"],
  dollarAssignment: ["shellcheck:SC1066"],
  literalBrace: ["shellcheck:SC1083"],
  unreadable: ["SC1010", "SC1045", "SC1065", "SC1072", "SC1073", "SC1078"].map((id) => `shellcheck:${id}`),
};

/** What is said of each problem; `@` is the text that it is about. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ["noSpace", 'A space is missing in "@", so the shell looks for a program of that name.'],
  ["noSpaceBefore", 'A space is missing before the closing bracket of "@".'],
  ["notClosed", "Test has no closing bracket."],
  ["spacedAssignment", 'Variable "@" is not set: an assignment has no spaces around "=".'],
  ["dollarAssignment", 'Variable is not set by "@": its name stands without "$".'],
  ["literalBrace", 'Brace "@" is an argument here: a semicolon is missing before it, or quotes around it.'],
]);

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/shell-syntax-valid",
  title: "Scripts are well-formed",
  severity: "error",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF014"],
  aliases: Object.values(ALIASES).flat(),
  since: "0.1.0",
  check,
  message: ({ problem, data: { text } }) =>
    (WORDS.get(problem) ?? "Script cannot be read: @.").replace("@", () => text),
  fix({ problem, at }, { text }) {
    const written = text.slice(at.start, at.end);
    if (problem === "noSpaceBefore" && /[^\]"'\s]\]$|["']\]$/.test(written))
      return [
        {
          title: "Add the space",
          safety: "safe",
          edits: [{ start: at.end - 1, end: at.end - 1, newText: " " }],
        },
      ];
    if (problem === "dollarAssignment" && written.startsWith("$"))
      return [
        {
          title: "Remove the dollar sign",
          safety: "safe",
          edits: [{ start: at.start, end: at.start + 1, newText: "" }],
        },
      ];
    if (problem !== "noSpace") return [];
    const brackets = /\[{1,2}/.exec(written);
    if (brackets === null) return [];
    const start = at.start + brackets.index;
    const end = start + brackets[0].length;
    const edits = [
      ...(brackets.index > 0 ? [{ start, end: start, newText: " " }] : []),
      ...(end < at.end ? [{ start: end, end, newText: " " }] : []),
    ];
    return edits.length === 0 ? [] : [{ title: "Add the space", safety: "safe", edits }];
  },
});
