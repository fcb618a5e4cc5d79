import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { replaceSpan } from "@plimsoll/syntax";
import { commandsOf, type Command } from "../../shared-commands/commands.ts";
import { isPlainText } from "../../shared-commands/arguments.ts";
import { wordSet } from "../../shared-commands/word-set.ts";

const OF_APT_GET = wordSet(
  "install reinstall remove purge update upgrade autoremove autopurge clean autoclean build-dep source download satisfy changelog",
);
const OF_APT_CACHE = wordSet("show policy depends rdepends showsrc search");

/** The program for scripts that has the same subcommand. */
function replacement({ words }: Command): string | undefined {
  const subcommand = words.find(({ value }) => !value.startsWith("-"))?.literal ?? "";
  if (OF_APT_GET.has(subcommand)) return "apt-get";
  return OF_APT_CACHE.has(subcommand) ? "apt-cache" : undefined;
}

export const rule: DockerfileRule<Command> = defineRule({
  id: "dockerfile/apt-get-not-apt",
  title: "Scripts call apt-get, not apt",
  severity: "info",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF014"],
  aliases: ["hadolint:DL3027", "checkov:CKV_DOCKER_9", "kics:run_using_apt"],
  since: "0.1.0",
  *check(file) {
    for (const written of file.instructions) {
      const instruction = written.trigger ?? written;
      if (instruction.keyword !== "RUN") continue;
      for (const command of commandsOf(instruction)) {
        const { name, nameWord, words } = command;
        if (name !== "apt" || nameWord === undefined || words.length === 0) continue;
        const subject = words
          .map(({ value }) => value)
          .join(" ")
          .slice(0, 200);
        yield { problem: "apt", at: nameWord, subject, data: command };
      }
    }
  },
  message: () => "Program apt is made for people and may change: scripts call apt-get or apt-cache.",
  fix({ at, data }, { text }) {
    const better = replacement(data);
    const written = text.slice(at.start, at.end);
    if (better === undefined || !isPlainText(data) || !/^"?apt"?$/.test(written)) return [];
    const edit = replaceSpan(at, written.replace("apt", better));
    return [{ title: `Call ${better}`, safety: "safe", edits: [edit] }];
  },
});
