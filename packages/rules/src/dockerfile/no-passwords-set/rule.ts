import { defineRule, type DockerfileRule, type Problem } from "@plimsoll/core";
import type { Dockerfile, Span } from "@plimsoll/syntax";
import { runCommands, type Command } from "../../shared-commands/commands.ts";
import { findSwitch, flagValue } from "../../shared-commands/flags.ts";

/** Programs that take a password, or its hash, as an option. */
const WITH_OPTION = new Set(["useradd", "usermod", "groupadd", "groupmod", "adduser"]);
/** Hashes that no password has, so that the account is locked. */
const LOCKED = /^[!*x]+$/;

interface Found {
  readonly problem: "set" | "emptied";
  /** Where the password stands; undefined where a program reads it. */
  readonly at: Span | undefined;
}

function problemOf(command: Command): Found | undefined {
  const { name = "", words } = command;
  if (name === "chpasswd" || name === "chgpasswd") return { problem: "set", at: undefined };
  if (name === "passwd") return ofPasswd(command);
  if (!WITH_OPTION.has(name)) return undefined;
  const password = flagValue(words, name === "adduser" ? ["--password"] : ["-p", "--password"]);
  if (password === undefined || LOCKED.test(password.text)) return undefined;
  return { problem: password.literal === "" ? "emptied" : "set", at: password };
}

/** `passwd` sets a password where something is fed to it; without that it fails, since nobody types one. */
function ofPasswd({ words, shell }: Command): Found | undefined {
  const has = (letter: string, ...long: readonly string[]) =>
    findSwitch(words, { long, letter }) !== undefined;
  if (has("d", "--delete")) return { problem: "emptied", at: undefined };
  if (has("l", "--lock") || has("e", "--expire")) return undefined;
  const isFed = (shell.pipeline?.index ?? 0) > 0 || shell.redirects.length > 0;
  return isFed || has("s", "--stdin") ? { problem: "set", at: undefined } : undefined;
}

function* check(file: Dockerfile): Iterable<Problem<string>> {
  for (const command of runCommands(file, "all")) {
    const found = problemOf(command);
    if (found === undefined || command.nameWord === undefined) continue;
    const { start, end } = found.at ?? command.nameWord;
    const subject = command.instruction.body.text.slice(0, 200);
    yield { problem: found.problem, at: { start, end }, subject, data: command.name ?? "" };
  }
}

export const rule: DockerfileRule<string> = defineRule({
  id: "dockerfile/no-passwords-set",
  title: "No account of the image gets a password",
  severity: "error",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF019"],
  aliases: ["checkov:CKV2_DOCKER_17", "dockle:DKL-LI-0001"],
  since: "0.1.0",
  check,
  message: ({ problem, data }) =>
    problem === "emptied"
      ? `Command "${data}" leaves an account without a password, so anybody may log in to it.`
      : `Command "${data}" sets a password, which everybody who has the image shares.`,
});
