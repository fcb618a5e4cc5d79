import { defineRule, type DockerfileRule, type Problem } from "@plimsoll/core";
import { unquote, type Dockerfile, type Instruction } from "@plimsoll/syntax";
import { commandsOf, packageSteps, type Command } from "../../shared-commands/commands.ts";
import { exposedPorts } from "../../shared-ports/exposed-ports.ts";
import { finalImage } from "../../shared-stages/final-image.ts";

const SSH_PORT = 22;
/** Packages that hold an SSH server, by the names that distributions give them. */
const PACKAGES = new Set([
  "ssh",
  "openssh",
  "openssh-server",
  "openssh-server-pam",
  "openssh-server-krb5",
  "dropbear",
  "dropbear-bin",
  "tinysshd",
  "lsh-server",
]);
/** Alpine and SUSE put server and client into `openssh`; for Red Hat and Debian a package of that name has no server. */
const SERVER_IN_OPENSSH = new Set(["apk", "zypper"]);
const SERVERS = new Set(["sshd", "dropbear", "tinysshd"]);
const SERVICE_NAMES = new Set(["ssh", "sshd", "dropbear"]);

function isServerPackage(manager: string, name: string): boolean {
  if (!PACKAGES.has(name)) return false;
  return name === "openssh" ? SERVER_IN_OPENSSH.has(manager) : name !== "ssh" || manager === "apt";
}

function* checkInstruction(instruction: Instruction, escape: "\\" | "`"): Iterable<Problem<string>> {
  if (instruction.keyword === "COPY" || instruction.keyword === "ADD") {
    const word = instruction.words.find((one) => CONFIGURATION.test(unquote(one, escape)));
    if (word !== undefined) yield { problem: "configured", at: word, data: unquote(word, escape) };
    return;
  }
  for (const { action, manager, packages } of packageSteps(instruction)) {
    for (const { name, word } of action === "install" ? packages : []) {
      if (isServerPackage(manager, name)) yield { problem: "installed", at: word, data: name };
    }
  }
  for (const command of commandsOf(instruction)) yield* checkCommand(command);
}

const CONFIGURATION = /(^|\/)sshd_config(\.d(\/|$)|$)/;

function* checkCommand({ name = "", nameWord, words }: Command): Iterable<Problem<string>> {
  if (nameWord !== undefined && SERVERS.has(name)) yield { problem: "started", at: nameWord, data: name };
  const position = SERVICE_MANAGERS.get(name);
  const unit = position === undefined ? undefined : words[position];
  const service = unit?.literal?.replace(".service", "") ?? "";
  if (unit !== undefined && SERVICE_NAMES.has(service)) yield { problem: "started", at: unit, data: service };
}

/** Where the name of the service stands among the arguments. */
const SERVICE_MANAGERS = new Map([
  ["service", 0],
  ["rc-service", 0],
  ["systemctl", 1],
  ["rc-update", 1],
]);

export const rule: DockerfileRule<string> = defineRule({
  id: "dockerfile/no-ssh-server",
  title: "The image has no SSH server",
  severity: "error",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF010"],
  aliases: ["trivy:DS-0004", "checkov:CKV_DOCKER_1", "kics:exposing_port_22"],
  since: "0.1.0",
  *check(file: Dockerfile) {
    const mayHold = /ssh|dropbear|lsh-server/i;
    for (const instruction of mayHold.test(file.text) ? (finalImage(file)?.instructions ?? []) : []) {
      yield* checkInstruction(instruction, file.escape);
    }
    for (const { port, last, at } of exposedPorts(file)) {
      if (port <= SSH_PORT && SSH_PORT <= last) yield { problem: "exposed", at, data: "22" };
    }
  },
  message({ problem, data }) {
    if (problem === "installed") return `Package "${data}" brings an SSH server into the image.`;
    if (problem === "started") return `Command starts the SSH server "${data}".`;
    if (problem === "configured") return `File "${data}" configures an SSH server.`;
    return "Port 22 is exposed, the port of SSH.";
  },
});
