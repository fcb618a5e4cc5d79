import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { addSources } from "../../shared-copies/sources.ts";

export const rule: DockerfileRule<string> = defineRule({
  id: "dockerfile/remote-add-has-checksum",
  title: "ADD of something remote states its checksum",
  severity: "error",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF012"],
  aliases: ["checkov:CKV_DOCKER_4", "kics:curl_or_wget_instead_of_add", "dockle:CIS-DI-0009"],
  since: "0.1.0",
  *check(file) {
    for (const { instruction, sources } of addSources(file)) {
      if (instruction.flags.some(({ name, value }) => name === "checksum" && value !== undefined)) continue;
      for (const source of sources) {
        if (source.kind === "url") yield { problem: "noChecksum", at: source.word, data: source.text };
        if (source.kind === "git" && !source.pinned)
          yield { problem: "noCommit", at: source.word, data: source.text };
      }
    }
  },
  message({ problem, data }) {
    return problem === "noCommit"
      ? `Repository "${data}" is added without a commit or --checksum, so it can change between builds.`
      : `File "${data}" is added without --checksum, so nothing shows that it is the one that was meant.`;
  },
});
