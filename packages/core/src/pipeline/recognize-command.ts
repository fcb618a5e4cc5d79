import type { CommandEffect } from "@plimsoll/model/pipeline";
import { rowsOfProgram, type CommandRow } from "./activity-table.ts";
import { dockerfileAt, type Recognized } from "./recognize-action.ts";

/** A command line as far as it is known: the program's name, and the words behind it with known variables put in. */
export interface CommandLine {
  readonly program: string;
  readonly words: readonly string[];
  /** Whether a variable of this name is set for the command to something that is not empty, 0 or false. */
  readonly isSet: (variable: string) => boolean;
}

/** Words that are looked at to tell what a command does. */
const MAXIMUM_WORDS = 60;

/** Images of tools that pipelines run with `docker run`, by the last part of their repository; empty where the next word is the program. */
const TOOL_IMAGES: ReadonlyMap<string, string> = new Map([
  ["trivy", "trivy"],
  ["grype", "grype"],
  ["syft", "syft"],
  ["gitleaks", "gitleaks"],
  ["trufflehog", "trufflehog"],
  ["semgrep", ""],
  ["hadolint", "hadolint"],
  ["checkov", "checkov"],
  ["kics", "kics"],
  ["cosign", "cosign"],
  ["conftest", "conftest"],
  ["nuclei", "nuclei"],
  ["zap2docker-stable", ""],
  ["zap2docker-weekly", ""],
  ["zaproxy", ""],
  ["clamav", ""],
  ["executor", "executor"],
  ["dockle", "dockle"],
  ["kube-linter", "kube-linter"],
  ["cdxgen", "cdxgen"],
  ["osv-scanner", "osv-scanner"],
]);

const RUNNERS: ReadonlySet<string> = new Set(["docker", "podman", "nerdctl"]);

/** Programs that run another in the environment of a project, and the word behind them that says so; empty where there is none. */
const ENVIRONMENTS: ReadonlyMap<string, string> = new Map([
  ["pipenv", "run"],
  ["poetry", "run"],
  ["uv", "run"],
  ["pdm", "run"],
  ["rye", "run"],
  ["bundle", "exec"],
  ["pnpm", "exec"],
  ["yarn", "exec"],
  ["npx", ""],
  ["bunx", ""],
]);
/** Programs in programs that are looked into. */
const MAXIMUM_DEPTH = 4;

/** What a command does; nothing where it is not known. */
export function recognizeCommand(line: CommandLine): readonly Recognized[] {
  let current: Invocation | undefined = line;
  for (let depth = 0; depth < MAXIMUM_DEPTH && current !== undefined; depth += 1) {
    const found = recognizeOuter({ ...line, ...current });
    if (found.length > 0) return found;
    current = innerOf(current);
  }
  return [];
}

type Invocation = Pick<CommandLine, "program" | "words">;

function recognizeOuter(line: CommandLine): readonly Recognized[] {
  const { program, words } = line;
  const row = rowsOfProgram(nameOf(program)).find((candidate) => fits(candidate, words));
  if (row === undefined) return [];
  return row.does.flatMap((effect) =>
    applies(effect, words) && !isLocal(effect, words, row) ? recognized(effect, line, row) : [],
  );
}

/** The command that a command runs. */
function innerOf({ program, words }: Invocation): Invocation | undefined {
  if (RUNNERS.has(program) && words.includes("run")) return commandInContainer(words);
  const word = ENVIRONMENTS.get(program);
  if (word === undefined || (word !== "" && words[0] !== word)) return undefined;
  const rest = words.slice(word === "" ? 0 : 1);
  const start = rest.findIndex((each) => !each.startsWith("-"));
  return start === -1 ? undefined : { program: rest[start] ?? "", words: rest.slice(start + 1) };
}

/** `mvnw.cmd` and `gradlew.bat` are what they wrap. */
function nameOf(program: string): string {
  return program.endsWith(".cmd") || program.endsWith(".bat") ? program.slice(0, -4) : program;
}

function commandInContainer(words: readonly string[]): Invocation | undefined {
  const start = words.indexOf("run") + 1;
  for (const [index, word] of words.slice(start, start + MAXIMUM_WORDS).entries()) {
    const program = word.startsWith("-") ? undefined : TOOL_IMAGES.get(repositoryName(word));
    if (program === undefined) continue;
    const rest = words.slice(start + index + 1);
    if (program !== "") return { program, words: rest };
    return { program: rest[0] ?? "", words: rest.slice(1) };
  }
  return undefined;
}

/** The last part of an image's repository, without tag and digest. */
function repositoryName(image: string): string {
  const last = image.slice(image.lastIndexOf("/") + 1);
  const at = last.indexOf("@");
  const named = at === -1 ? last : last.slice(0, at);
  const colon = named.indexOf(":");
  return colon === -1 ? named : named.slice(0, colon);
}

/** Whether the row's words come first among those that are no flags. A word behind a flag may be its value, and may be passed over. */
function fits({ words: wanted }: CommandRow, words: readonly string[]): boolean {
  let next = 0;
  for (const [index, word] of words.slice(0, MAXIMUM_WORDS).entries()) {
    const want = wanted[next];
    if (want === undefined) return true;
    if (isSame(want, word)) next += 1;
    else if (!word.startsWith("-") && !mayBeValue(words[index - 1])) return false;
  }
  return next >= wanted.length;
}

function isSame(want: string, word: string): boolean {
  return want.endsWith("*") ? word.startsWith(want.slice(0, -1)) : want === word;
}

function mayBeValue(before: string | undefined): boolean {
  return before?.startsWith("-") === true && !before.includes("=");
}

function isLocal({ notTo = [] }: CommandEffect, words: readonly string[], row: CommandRow): boolean {
  const [target] = notTo.length === 0 ? [] : lastWord(words, row);
  return notTo.some((prefix) => target?.startsWith(prefix) === true);
}

function applies({ withFlag, withoutFlag }: CommandEffect, words: readonly string[]): boolean {
  if (withFlag !== undefined && !withFlag.some((flag) => hasFlag(words, flag))) return false;
  return withoutFlag === undefined || !withoutFlag.some((flag) => hasFlag(words, flag));
}

function recognized(effect: CommandEffect, line: CommandLine, row: CommandRow): readonly Recognized[] {
  const { activity, engine, subjects = [] } = effect;
  const behind = line.words.slice(0, MAXIMUM_WORDS * 4);
  const named = subjects.flatMap((flag) => (flag === "" ? lastWord(behind, row) : valuesOf(behind, flag)));
  return [
    {
      activity,
      ...(engine === undefined ? {} : { engine }),
      ...(named.length === 0 ? {} : { subjects: named }),
      ...(activity === "build-image" ? dockerfileOf(behind, row) : {}),
      toothless: isToothless(effect, line),
    },
  ];
}

/** `docker build -f FILE CONTEXT` and its kin. */
function dockerfileOf(words: readonly string[], row: CommandRow): { readonly dockerfile?: string } {
  const file = [...valuesOf(words, "-f"), ...valuesOf(words, "--file")].at(-1);
  const [context] = lastWord(words, row);
  return file === undefined && context === undefined ? {} : dockerfileAt(file, context ?? ".");
}

function isToothless({ failsWith, toothlessWith = [] }: CommandEffect, line: CommandLine): boolean {
  if (toothlessWith.some((flag) => hasFlag(line.words, flag))) return true;
  if (failsWith === undefined) return false;
  return !failsWith.some((flag) => isOn(line, flag));
}

/** Whether a flag is there with a value that turns it on, or the variable that stands for it is set. */
function isOn({ program, words, isSet }: CommandLine, flag: string): boolean {
  if (words.includes(flag) || words.some((word) => word.startsWith(`${flag}=`))) {
    const [value = "true"] = valuesOf(words, flag);
    return value !== "0" && value !== "false";
  }
  if (!flag.startsWith("--")) return false;
  return isSet(`${program}_${flag.slice(2)}`.replaceAll("-", "_").toUpperCase());
}

/** `--type=spdx` is there as one word or as two; `--type` alone with any value. */
function hasFlag(words: readonly string[], flag: string): boolean {
  const equals = flag.indexOf("=");
  if (equals === -1) return words.some((word) => word === flag || word.startsWith(`${flag}=`));
  return valuesOf(words, flag.slice(0, equals)).includes(flag.slice(equals + 1));
}

function valuesOf(words: readonly string[], flag: string): readonly string[] {
  return words.flatMap((word, index) => {
    if (word.startsWith(`${flag}=`)) return [word.slice(flag.length + 1)];
    const next = words[index + 1];
    return word === flag && next !== undefined && !next.startsWith("-") ? [next] : [];
  });
}

/** The last word that is neither a flag nor, as far as can be told, the value of one, nor a word that makes the command what it is. */
function lastWord(words: readonly string[], row: CommandRow): readonly string[] {
  const plain = words.filter((word) => !word.startsWith("-"));
  const sure = words.filter((word, index) => !word.startsWith("-") && !mayBeValue(words[index - 1]));
  const last = sure.length > row.words.length ? sure.at(-1) : plain.at(-1);
  return last === undefined || plain.length <= row.words.length ? [] : [last];
}
