import { defineRule, type DockerfileRule, type Problem } from "@plimsoll/core";
import { commandsOf, runsOf, type Command } from "../../shared-commands/commands.ts";
import { FETCHERS, isInterpreter } from "../../shared-downloads/clients.ts";

interface Data {
  readonly program: string;
  readonly shell: string;
}

function isFetcher({ name }: Command): boolean {
  return name !== undefined && FETCHERS.has(name);
}

function runsInput({ name, words }: Command): boolean {
  if (name === "xargs" || name === "source" || name === "." || name === "eval") return name !== "xargs";
  if (name === undefined || !isInterpreter(name)) return false;
  // A script that is named, or code of its own, is what runs then; the input is only data.
  if (words.some(({ value }) => value === "-c" || value === "-e" || value === "-m")) return false;
  const stdin = words.some(({ value }) => value === "-" || value === "-s" || value === "/dev/stdin");
  return stdin || !words.some(({ value }) => !value.startsWith("-"));
}

/** The commands that run what comes in, by pipeline. */
function consumersOf(commands: readonly Command[]): ReadonlyMap<number, Command> {
  const consumers = new Map<number, Command>();
  for (const command of commands) {
    const id = command.shell.pipeline?.id;
    if (id !== undefined && runsInput(command)) consumers.set(id, command);
  }
  return consumers;
}

/** The command of the same pipeline, after the download, that runs what comes in. */
function consumer(fetcher: Command, consumers: ReadonlyMap<number, Command>): Command | undefined {
  const place = fetcher.shell.pipeline;
  const last = place === undefined ? undefined : consumers.get(place.id);
  return last !== undefined && (last.shell.pipeline?.index ?? 0) > (place?.index ?? 0) ? last : undefined;
}

/** The command whose argument the download is: `sh -c "$(curl …)"`, `bash <(curl …)`, `eval "$(curl …)"`. */
function surrounding(fetcher: Command, commands: readonly Command[]): Command | undefined {
  const { parent, origin } = fetcher.shell;
  if (origin !== "substitution" || parent === undefined) return undefined;
  const outer = commands[parent];
  return outer !== undefined && takesAsCode(outer, fetcher) ? outer : undefined;
}

const CODE_OPTIONS = new Set(["-c", "-e"]);

/** True where what stands in the place of the download is code for the command. */
function takesAsCode({ name, words }: Command, fetcher: Command): boolean {
  if (name === "eval") return true;
  const isSource = name === "source" || name === ".";
  if (!isSource && (name === undefined || !isInterpreter(name))) return false;
  const { start, end } = fetcher.shell;
  const holder = words.findIndex((word) => word.start <= start && end <= word.end);
  const before = words[holder - 1]?.value ?? "";
  return CODE_OPTIONS.has(before) || (words[holder]?.raw.startsWith("<(") ?? false);
}

function* check(commands: readonly Command[]): Iterable<Problem<Data>> {
  if (!commands.some(isFetcher)) return;
  const consumers = consumersOf(commands);
  for (const command of commands) {
    if (!isFetcher(command) || command.nameWord === undefined) continue;
    const shell = consumer(command, consumers) ?? surrounding(command, commands);
    if (shell === undefined) continue;
    yield {
      problem: "pipedToShell",
      at: command.nameWord,
      subject: command.words.map(({ value }) => value).join(" "),
      related:
        shell.nameWord === undefined ? [] : [{ at: shell.nameWord, message: "This runs what was fetched." }],
      data: { program: command.name ?? "", shell: shell.name ?? "" },
    };
  }
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/no-download-piped-to-shell",
  title: "No download is run unseen",
  severity: "warning",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF014"],
  aliases: [],
  since: "0.1.0",
  *check(file) {
    for (const run of runsOf(file, "all")) yield* check(commandsOf(run));
  },
  message: ({ data: { program, shell } }) =>
    `What ${program} fetches is run by ${shell} at once: save it, compare its checksum, then run it.`,
});
