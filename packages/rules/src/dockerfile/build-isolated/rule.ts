import { defineRule, type DockerfileRule, type Problem } from "@plimsoll/core";
import { mountsOf, resolveWord, type Dockerfile, type Instruction } from "@plimsoll/syntax";
import { commandsOf } from "../../shared-commands/commands.ts";

/** Sockets of container runtimes: whoever may write to one is root on the machine. */
const SOCKET = /\b(docker|containerd|crio|podman|buildkitd|dockershim|cri-dockerd)\.sock\b/;

function* checkFlags({ flags }: Instruction): Iterable<Problem<string>> {
  for (const flag of flags) {
    const value = flag.value?.text ?? "";
    const text = `--${flag.name}=${value}`;
    if (flag.name === "security" && value === "insecure") yield { problem: "insecure", at: flag, data: text };
    if (flag.name === "network" && value === "host") yield { problem: "hostNetwork", at: flag, data: text };
  }
}

function* checkRun(run: Instruction): Iterable<Problem<string>> {
  yield* checkFlags(run);
  for (const { options, flag } of mountsOf(run)) {
    const found = options.find(
      ({ key, value }) => (key === "source" || key === "target") && SOCKET.test(value ?? ""),
    );
    if (found !== undefined)
      yield { problem: "socket", at: found.valueSpan ?? flag, data: found.value ?? "" };
  }
  for (const { words, shell } of commandsOf(run)) {
    for (const word of [...words, ...shell.assignments.flatMap(({ value }) => value ?? [])]) {
      const socket = SOCKET.exec(word.value);
      if (socket !== null) yield { problem: "socket", at: word, data: socket[0] };
    }
  }
}

function* checkWords(file: Dockerfile, instruction: Instruction): Iterable<Problem<string>> {
  const words =
    instruction.pairs.length > 0 ? instruction.pairs.flatMap(({ value }) => value ?? []) : instruction.words;
  for (const word of words) {
    const socket = SOCKET.exec(resolveWord(file, instruction, word).text);
    if (socket !== null) yield { problem: "socket", at: word, data: socket[0] };
  }
}

export const rule: DockerfileRule<string> = defineRule({
  id: "dockerfile/build-isolated",
  title: "Build steps stay isolated from the machine",
  severity: "error",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF025"],
  aliases: [],
  since: "0.1.0",
  *check(file) {
    if (!/\.sock|--security|--network/.test(file.text)) return;
    for (const written of file.instructions) {
      const instruction = written.trigger ?? written;
      const { keyword } = instruction;
      if (keyword === "RUN") yield* checkRun(instruction);
      if (keyword === "VOLUME" || keyword === "ENV" || keyword === "ARG")
        yield* checkWords(file, instruction);
    }
  },
  message({ problem, data }) {
    if (problem === "insecure")
      return `"${data}" runs this step with all capabilities and without confinement.`;
    if (problem === "hostNetwork") return `"${data}" gives this step the network of the machine that builds.`;
    return `Socket "${data}" of the container runtime gives whoever reaches it root on the machine.`;
  },
});
