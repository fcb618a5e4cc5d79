import type { Span, WorkflowStep, Range, UsesReference } from "@plimsoll/syntax";
import type { WorkflowFile } from "../rule/workflow-rule.ts";
import type { ToolTrace } from "./tool-trace.ts";

/** Traces of one workflow that are kept. */
const MAXIMUM_TRACES = 1_000;
/** Lines of one script that are looked at. */
const MAXIMUM_LINES = 2_000;
/** Words of a command line that may name a tool: `docker buildx build`. */
const WORDS = 3;
/** What may stand before a command. */
const PREFIXES: ReadonlySet<string> = new Set(["sudo", "exec", "time", "if", "then", "!", "&&", "||", "npx"]);

/** Actions, images and the first words of command lines of a workflow or action, each once a file. */
export function tracesOfWorkflow(file: WorkflowFile, rangeOf: (span: Span) => Range): readonly ToolTrace[] {
  const known = new Map<string, ToolTrace>();
  const add = (by: ToolTrace["by"], text: string, span: Span): void => {
    const key = `${by} ${text}`;
    if (known.size >= MAXIMUM_TRACES || known.has(key) || text === "") return;
    known.set(key, { by, text, range: rangeOf({ start: span.start, end: span.end }) });
  };
  const jobs = file.kind === "workflow" ? file.workflow.jobs : [];
  for (const { container, services, uses } of jobs) {
    for (const one of [container, ...services])
      if (one?.image !== undefined) add("image", one.image.text, one.image);
    if (uses !== undefined) addUse(uses, add);
  }
  const steps = file.kind === "workflow" ? jobs.flatMap((job) => job.steps) : file.action.steps;
  for (const step of steps) addStep(step, add);
  return [...known.values()];
}

type Add = (by: ToolTrace["by"], text: string, span: Span) => void;

function addUse(uses: UsesReference, add: Add): void {
  if (uses.kind === "docker") add("image", uses.image, uses);
  if (uses.kind !== "repository") return;
  const { owner, repository, path } = uses;
  add("pipeline", `uses ${owner}/${repository}${path === "" ? "" : `/${path}`}`, uses);
}

function addStep({ uses, run }: WorkflowStep, add: Add): void {
  if (uses !== undefined) addUse(uses, add);
  if (run === undefined) return;
  for (const line of run.text.split("\n", MAXIMUM_LINES)) {
    const command = commandOf(line);
    if (command !== undefined) add("pipeline", `runs ${command}`, run);
  }
}

/** The first words of a line of a script; undefined for comments and for what is no plain command. */
function commandOf(line: string): string | undefined {
  const trimmed = line.slice(0, 500).trim();
  if (trimmed === "" || trimmed.startsWith("#")) return undefined;
  const words = trimmed.split(/[ \t]+/u, 20);
  let at = 0;
  while (at < words.length && isBefore(words[at] ?? "")) at += 1;
  const command = words.slice(at, at + WORDS).filter((word) => !word.startsWith("-"));
  const [first] = command;
  if (first === undefined || !/^[A-Za-z0-9_./-]+$/u.test(first)) return undefined;
  return [first.slice(first.lastIndexOf("/") + 1), ...command.slice(1)].join(" ");
}

function isBefore(word: string): boolean {
  if (PREFIXES.has(word)) return true;
  const equals = word.indexOf("=");
  return equals > 0 && /^[A-Za-z_][A-Za-z0-9_]*$/u.test(word.slice(0, equals));
}
