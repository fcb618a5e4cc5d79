import { defineRule, type DockerfileRule, type Problem } from "@plimsoll/core";
import type { Dockerfile, Instruction } from "@plimsoll/syntax";
import { commandsOf, packageSteps, type Command } from "../../shared-commands/commands.ts";
import { copyStep } from "../../shared-copies/sources.ts";
import { FETCHERS, VERSION_CONTROL } from "../../shared-downloads/clients.ts";
import { packageHost } from "../../shared-downloads/package-sources.ts";
import { isListedHost, isLocalHost, readUrl, urlsOf } from "../../shared-downloads/urls.ts";

/** Subcommands of version control that reach a server. */
const REMOTE = new Set([
  "clone",
  "fetch",
  "pull",
  "ls-remote",
  "submodule",
  "checkout",
  "co",
  "export",
  "archive",
]);

interface Data {
  readonly host: string;
  readonly program: string;
}

type Reached = (host: string) => boolean;

function* checkRun(file: Dockerfile, run: Instruction, reached: Reached): Iterable<Problem<Data>> {
  if (run.flags.some(({ name, value }) => name === "network" && value?.text === "none")) return;
  for (const command of commandsOf(run)) {
    if (!downloads(command)) continue;
    const program = command.name ?? "";
    for (const url of urlsOf(file, command)) {
      const { host } = url;
      if (host !== "" && reached(host)) yield { problem: "download", at: url, data: { host, program } };
    }
  }
  for (const step of packageSteps(run)) {
    const host = packageHost(file, step);
    const at = step.subcommand ?? step.command;
    if (host !== undefined && reached(host))
      yield { problem: "packageIndex", at, data: { host, program: step.manager } };
  }
}

function downloads({ name, words }: Command): boolean {
  if (name === undefined) return false;
  return (
    FETCHERS.has(name) ||
    (VERSION_CONTROL.has(name) && words.some(({ literal }) => REMOTE.has(literal ?? "")))
  );
}

function* checkAdd(file: Dockerfile, add: Instruction, reached: Reached): Iterable<Problem<Data>> {
  for (const source of copyStep(file, add).sources) {
    const host = source.kind === "url" || source.kind === "git" ? readUrl(source.text)?.host : undefined;
    if (host !== undefined && reached(host))
      yield { problem: "download", at: source.word, data: { host, program: "ADD" } };
  }
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/build-without-internet",
  title: "The build fetches nothing from the internet",
  severity: "warning",
  confidence: "medium",
  surface: "dockerfile",
  catalogue: ["DF013"],
  aliases: [],
  since: "0.1.0",
  options: {
    allowedHosts: {
      description:
        "Hosts that builds may reach, such as the factory's proxy or mirror: `nexus.example.mil`, or `*.example.mil` for all below it.",
      schema: { type: "array", items: { type: "string", minLength: 1 } },
      default: [],
    },
  },
  *check(file, { options }) {
    const allowed = Array.isArray(options["allowedHosts"]) ? options["allowedHosts"].map(String) : [];
    const reached: Reached = (host) => !isLocalHost(host) && !isListedHost(host, allowed);
    for (const instruction of file.instructions) {
      if (instruction.keyword === "RUN") yield* checkRun(file, instruction, reached);
      if (instruction.keyword === "ADD") yield* checkAdd(file, instruction, reached);
    }
  },
  message({ problem, data: { host, program } }) {
    return problem === "packageIndex"
      ? `Packages come from ${host}: let ${program} take them from the factory's mirror.`
      : `Build reaches ${host} with ${program}: stage the file before the build and COPY it.`;
  },
});
