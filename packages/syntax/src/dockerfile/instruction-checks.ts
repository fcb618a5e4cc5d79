import type { Span } from "../source/span.ts";
import { keywordOf, type Keyword } from "./keywords.ts";
import type { Flag, Instruction } from "./nodes.ts";
import type { Report } from "./problems.ts";
import { checkCopySource, checkMounts } from "./source-checks.ts";

/** Reports what the builder refuses in an instruction by itself. */
export function checkInstruction(instruction: Instruction, report: Report): void {
  const keyword = keywordOf(instruction.keyword);
  if (keyword === undefined) {
    const name = instruction.keyword.slice(0, 60);
    report("dockerfile/unknown-instruction", instruction.keywordSpan, `${name} is no instruction`);
    return;
  }
  checkFlags(instruction, keyword, report);
  checkCount(instruction, keyword, report);
  CHECKS.get(instruction.keyword)?.(instruction, report);
}

type Check = (instruction: Instruction, report: Report) => void;

const CHECKS: ReadonlyMap<string, Check> = new Map<string, Check>([
  ["FROM", checkFrom],
  ["ONBUILD", checkOnbuild],
  ["SHELL", checkShell],
  ["HEALTHCHECK", checkHealthcheck],
  [
    "COPY",
    (instruction, report) => {
      checkCopySource(instruction, report);
      checkDestination(instruction, report);
    },
  ],
  ["RUN", checkMounts],
  ["ADD", checkDestination],
  ["ENV", checkNames],
  ["LABEL", checkNames],
  ["ARG", checkNames],
  ["VOLUME", checkVolumes],
]);

function checkFlags(instruction: Instruction, keyword: Keyword, report: Report): void {
  const seen = new Set<string>();
  for (const flag of instruction.flags) {
    const isBoolean = keyword.booleanFlags.includes(flag.name);
    const isKnown = isBoolean || keyword.valueFlags.includes(flag.name);
    if (!isKnown || !isLowerCase(instruction, flag)) {
      const message = `${instruction.keyword} has no flag --${flag.name.slice(0, 60)}`;
      report("dockerfile/unknown-flag", flag, message);
      continue;
    }
    if (seen.has(flag.name) && !keyword.repeatable.includes(flag.name)) {
      report("dockerfile/duplicate-flag", flag, `--${flag.name} is given twice`);
    }
    seen.add(flag.name);
    checkFlagValue(flag, isBoolean, report);
  }
}

/** The builder knows flags in lower case only. */
function isLowerCase(instruction: Instruction, flag: Flag): boolean {
  const { line } = instruction;
  const start = line.offsetOf(flag.start) + 2;
  const written = line.text.slice(start, start + flag.name.length);
  return written === flag.name || written.toLowerCase() !== flag.name;
}

function checkFlagValue(flag: Flag, isBoolean: boolean, report: Report): void {
  const value = flag.value?.text;
  if (value === undefined || value === "") {
    if (isBoolean && value === undefined) return;
    if (!isBoolean && value === "") return;
    report("dockerfile/flag-without-value", flag, `--${flag.name} needs a value`);
    return;
  }
  if (isBoolean && !["true", "false"].includes(value.toLowerCase())) {
    report("dockerfile/invalid-flag-value", flag.value ?? flag, `--${flag.name} is either true or false`);
  }
}

function checkCount(instruction: Instruction, keyword: Keyword, report: Report): void {
  const { keyword: name, keywordSpan, words } = instruction;
  const count = name === "ONBUILD" ? Number(instruction.trigger !== undefined) : words.length;
  if (count < keyword.min) {
    const need = keyword.min === 1 ? "an argument" : `at least ${keyword.min} arguments`;
    report("dockerfile/missing-arguments", keywordSpan, `${name} needs ${need}`);
  }
  const extra = words[keyword.max];
  if (extra === undefined) return;
  const span: Span = { start: extra.start, end: words.at(-1)?.end ?? extra.end };
  report("dockerfile/too-many-arguments", span, `${name} takes at most ${keyword.max} arguments`);
}

function checkFrom(instruction: Instruction, report: Report): void {
  const [image, as, name] = instruction.words;
  if (image === undefined || as === undefined || instruction.words.length > 3) return;
  if (name === undefined || as.text.toLowerCase() !== "as") {
    report("dockerfile/invalid-from", as, "FROM takes an image, or an image, AS and a name");
    return;
  }
  if (!isStageName(name.text)) {
    const message = "a stage name starts with a letter and holds letters, digits, - _ and . only";
    report("dockerfile/invalid-stage-name", name, message);
  }
}

/** Letters of either case: the builder lowers the name first. */
function isStageName(name: string): boolean {
  return /^[A-Za-z][-A-Za-z0-9_.]*$/.test(name);
}

function checkOnbuild(instruction: Instruction, report: Report): void {
  const { trigger } = instruction;
  if (trigger === undefined) return;
  if (trigger.keyword === "ONBUILD") {
    report("dockerfile/onbuild-chained", trigger.keywordSpan, "ONBUILD cannot hold another ONBUILD");
    return;
  }
  if (trigger.keyword === "FROM" || trigger.keyword === "MAINTAINER") {
    const message = `${trigger.keyword} cannot be a trigger of ONBUILD`;
    report("dockerfile/onbuild-not-allowed", trigger.keywordSpan, message);
    return;
  }
  checkInstruction(trigger, report);
}

function checkShell(instruction: Instruction, report: Report): void {
  if (instruction.words.length === 0 || instruction.form === "json") return;
  report("dockerfile/shell-not-json", instruction.body, "SHELL takes a JSON array of strings");
}

function checkHealthcheck(instruction: Instruction, report: Report): void {
  const [type, first] = instruction.words;
  if (type === undefined) return;
  const name = type.text.toUpperCase();
  if (name === "NONE") {
    if (first !== undefined) {
      report("dockerfile/invalid-healthcheck", first, "HEALTHCHECK NONE takes no arguments");
    }
    return;
  }
  if (name !== "CMD") report("dockerfile/invalid-healthcheck", type, "HEALTHCHECK takes CMD or NONE");
  else if (first === undefined && instruction.form === "shell") {
    report("dockerfile/missing-arguments", type, "HEALTHCHECK CMD needs a command");
  }
}

function checkDestination(instruction: Instruction, report: Report): void {
  const last = instruction.words.at(-1);
  if (last === undefined || instruction.words.length < 2) return;
  if (instruction.heredocs.some((heredoc) => heredoc.start === last.start)) {
    report("dockerfile/heredoc-destination", last, "a heredoc cannot be the destination");
  }
}

function checkNames(instruction: Instruction, report: Report): void {
  for (const pair of instruction.pairs) {
    if (pair.keySpan.end > pair.keySpan.start) continue;
    report("dockerfile/blank-name", pair, `${instruction.keyword} needs a name before =`);
  }
}

function checkVolumes(instruction: Instruction, report: Report): void {
  for (const word of instruction.words) {
    if (word.text.trim() === "") report("dockerfile/blank-volume", word, "a volume needs a path");
  }
}
