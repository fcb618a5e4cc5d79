import { defineRule, type DockerfileRule, type Problem } from "@plimsoll/core";
import { unquote, type Dockerfile, type Instruction, type Span } from "@plimsoll/syntax";
import { agentOfImage, agentOfName } from "../../shared-agents/agents.ts";
import { commandsOf, packageSteps, type Command, type PackageStep } from "../../shared-commands/commands.ts";
import { baseName } from "../../shared-copies/paths.ts";
import { copyStep } from "../../shared-copies/sources.ts";
import { FETCHERS } from "../../shared-downloads/clients.ts";
import { urlsOf } from "../../shared-downloads/urls.ts";
import { knownFinalBase } from "../../shared-images/base-images.ts";
import { readImage } from "../../shared-images/image-trust.ts";
import { finalImage } from "../../shared-stages/final-image.ts";

interface Data {
  readonly agent: string;
}

/** What an instruction brings in, and the product it is, if it is one. */
type Brought = Iterable<readonly [Span, string | undefined]>;

function* brought(file: Dockerfile, instruction: Instruction): Brought {
  const { keyword } = instruction;
  if (keyword === "COPY" || keyword === "ADD") yield* copied(file, instruction);
  if (keyword !== "RUN") return;
  for (const step of packageSteps(instruction)) if (step.action === "install") yield* installed(step);
  for (const command of commandsOf(instruction)) yield* fetched(file, command);
}

function* installed({ packages }: PackageStep): Brought {
  for (const { name, word, isLocation } of packages)
    yield [word, agentOfName(isLocation ? baseName(name) : name)];
}

function* fetched(file: Dockerfile, command: Command): Brought {
  const { name = "", words } = command;
  if (FETCHERS.has(name)) {
    for (const url of urlsOf(file, command)) yield [url, agentOfName(baseName(url.text))];
  }
  if (name === "rpm" || name === "dpkg") {
    for (const word of words) yield [word, agentOfName(baseName(word.value))];
  }
}

function* copied(file: Dockerfile, instruction: Instruction): Brought {
  const from = instruction.flags.find(({ name }) => name === "from")?.value;
  const image = from === undefined ? undefined : readImage(unquote(from, file.escape));
  const product = image === undefined || from === undefined ? undefined : agentOfImage(image);
  if (from !== undefined && product !== undefined) yield [from, product];
  else
    for (const { word, text } of copyStep(file, instruction).sources)
      yield [word, agentOfName(baseName(text))];
}

function* check(file: Dockerfile): Iterable<Problem<Data>> {
  const found: Problem<Data>[] = [];
  for (const instruction of finalImage(file)?.instructions ?? []) {
    for (const [at, agent] of brought(file, instruction)) {
      if (agent !== undefined) found.push({ problem: "agent", at, data: { agent } });
    }
  }
  if (found.length === 0) return;
  const base = knownFinalBase(file)?.reference;
  // An image built on an agent's own image is that agent, with a configuration.
  if (base === undefined || agentOfImage(base) === undefined) yield* found;
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/no-security-agents-baked-in",
  title: "The image holds no logging or security agent",
  severity: "warning",
  confidence: "medium",
  surface: "dockerfile",
  catalogue: ["DF028"],
  aliases: [],
  since: "0.1.0",
  check,
  message: ({ data: { agent } }) =>
    `${agent} is put into the image: the platform runs it beside the application, and updates it there.`,
});
