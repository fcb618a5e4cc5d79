import { defineRule, type DockerfileRule, type Problem } from "@plimsoll/core";
import { replaceSpan, unquote, type Dockerfile, type Instruction, type Span } from "@plimsoll/syntax";
import { commandsOf, packageSteps } from "../../shared-commands/commands.ts";
import { wordSet } from "../../shared-commands/word-set.ts";
import { copyStep } from "../../shared-copies/sources.ts";
import { FETCHERS, VERSION_CONTROL } from "../../shared-downloads/clients.ts";
import { isLocalHost, readUrl, urlsOf } from "../../shared-downloads/urls.ts";

const PLAIN = new Set(["http", "ftp", "git"]);
const INSTALLERS = wordSet("rpm helm add-apt-repository yum-config-manager conda mamba uv poetry");
const PROGRAMS = new Set([...FETCHERS, ...VERSION_CONTROL, ...INSTALLERS]);
/** Variables from which programs take the place to fetch from. */
const VARIABLES = wordSet(
  "PIP_INDEX_URL PIP_EXTRA_INDEX_URL UV_INDEX_URL UV_DEFAULT_INDEX GOPROXY",
  "NPM_CONFIG_REGISTRY npm_config_registry YARN_REGISTRY",
);

interface Data {
  readonly scheme: string;
  readonly url: string;
  readonly literal: boolean;
}

interface Found extends Span {
  readonly text: string;
  readonly literal: boolean;
}

function problemOf({ start, end, text, literal }: Found): Problem<Data> | undefined {
  const url = readUrl(text);
  if (url === undefined || !PLAIN.has(url.scheme) || isLocalHost(url.host)) return undefined;
  return {
    problem: "notEncrypted",
    at: { start, end },
    data: { scheme: url.scheme, url: url.text, literal },
  };
}

function* foundIn(file: Dockerfile, instruction: Instruction): Iterable<Found> {
  const { keyword } = instruction;
  if (keyword === "ADD") {
    for (const { word, text } of copyStep(file, instruction).sources) {
      yield { start: word.start, end: word.end, text, literal: word.raw === text };
    }
  }
  if (keyword === "ENV" || keyword === "ARG") yield* foundInPairs(file, instruction);
  if (keyword === "RUN") yield* foundInCommands(file, instruction);
}

function* foundInPairs(file: Dockerfile, { pairs }: Instruction): Iterable<Found> {
  for (const { key, value } of pairs) {
    if (value === undefined || !VARIABLES.has(key)) continue;
    const literal = value.raw === value.text;
    yield { start: value.start, end: value.end, text: unquote(value, file.escape), literal };
  }
}

function* foundInCommands(file: Dockerfile, run: Instruction): Iterable<Found> {
  const managers = new Set(packageSteps(run).map(({ command }) => command));
  for (const command of commandsOf(run)) {
    const { name = "", shell } = command;
    if (PROGRAMS.has(name) || managers.has(shell)) yield* urlsOf(file, command);
  }
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/downloads-over-https",
  title: "Downloads are encrypted",
  severity: "error",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF017"],
  aliases: [],
  since: "0.1.0",
  *check(file) {
    if (!/(http|ftp|git):\/\//i.test(file.text)) return;
    for (const instruction of file.instructions) {
      for (const found of foundIn(file, instruction)) {
        const problem = problemOf(found);
        if (problem !== undefined) yield problem;
      }
    }
  },
  message: ({ data: { scheme, url } }) =>
    `"${url}" is fetched over ${scheme} without encryption, so anybody on the way can change it.`,
  fix({ at, data: { scheme, literal } }, file) {
    const written = file.text.startsWith(scheme, at.start);
    if (!literal || !written || scheme === "ftp") return [];
    const edits = [replaceSpan({ start: at.start, end: at.start + scheme.length }, "https")];
    return [{ title: "Use https (see that the server offers it)", safety: "review", edits }];
  },
});
