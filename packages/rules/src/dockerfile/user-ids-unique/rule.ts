import { defineRule, type DockerfileRule, type Problem } from "@plimsoll/core";
import type { Dockerfile } from "@plimsoll/syntax";
import { runCommands, type Command } from "../../shared-commands/commands.ts";
import { findSwitch, flagValue, type FlagValue } from "../../shared-commands/flags.ts";

interface Data {
  readonly id: string;
  readonly kind: "user" | "group";
}

const USERS: ReadonlyMap<string, readonly string[]> = new Map([
  ["useradd", ["-u", "--uid"]],
  ["adduser", ["-u", "--uid"]],
]);
const GROUPS: ReadonlyMap<string, readonly string[]> = new Map([
  ["groupadd", ["-g", "--gid"]],
  ["addgroup", ["-g", "--gid"]],
]);

function numberOf({
  name = "",
  words,
}: Command): { readonly kind: Data["kind"]; readonly id: FlagValue } | undefined {
  const ofUser = USERS.get(name);
  const id = flagValue(words, ofUser ?? GROUPS.get(name) ?? []);
  if (id?.literal === undefined || !/^[0-9]+$/.test(id.literal)) return undefined;
  return { kind: ofUser === undefined ? "group" : "user", id };
}

function* check(file: Dockerfile): Iterable<Problem<Data>> {
  const seen = new Map<string, FlagValue>();
  for (const command of runCommands(file, "final")) {
    const found = numberOf(command);
    if (found === undefined) continue;
    const { kind, id } = found;
    const data = { kind, id: String(Number(id.literal)) };
    const key = `${kind} ${data.id}`;
    const before = seen.get(key);
    const at = { start: id.start, end: id.end };
    if (data.id === "0") yield { problem: "root", at, data };
    else if (before !== undefined) {
      yield { problem: "taken", at, related: [{ at: before, message: "It is given here first." }], data };
    } else if (kind === "user" && findSwitch(command.words, { long: ["--non-unique"] }) !== undefined) {
      yield { problem: "notUnique", at, data };
    }
    if (before === undefined) seen.set(key, id);
  }
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/user-ids-unique",
  title: "Every user and group has a number of its own",
  severity: "warning",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF008"],
  aliases: ["dockle:DKL-LI-0002"],
  since: "0.1.0",
  check,
  message({ problem, data: { kind, id } }) {
    if (problem === "root") return `New ${kind} gets number 0, which is root by another name.`;
    if (problem === "taken")
      return `Number ${id} belongs to another ${kind} already, so both own the same files.`;
    return `Number ${id} is given although another ${kind} may have it.`;
  },
});
