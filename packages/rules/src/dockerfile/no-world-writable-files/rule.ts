import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { replaceSpan } from "@plimsoll/syntax";
import { isWorldWritable, modeChanges, octalMode } from "../../shared-permissions/modes.ts";

const WRITE_FOR_ALL = 0o002;

export const rule: DockerfileRule<string> = defineRule({
  id: "dockerfile/no-world-writable-files",
  title: "No file is writable for everybody",
  severity: "warning",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF024"],
  aliases: [],
  since: "0.1.0",
  *check(file) {
    for (const { mode, at, from } of modeChanges(file)) {
      const mask = from === "umask" ? octalMode(mode) : undefined;
      if (mask !== undefined && (mask & WRITE_FOR_ALL) === 0) yield { problem: "openUmask", at, data: mode };
      if (from !== "umask" && isWorldWritable(mode)) yield { problem: "worldWritable", at, data: mode };
    }
  },
  message({ problem, data }) {
    return problem === "openUmask"
      ? `Umask "${data}" makes every new file writable for everybody.`
      : `Mode "${data}" lets every user write.`;
  },
  fix({ problem, data, at }, file) {
    const octal = octalMode(data);
    if (octal === undefined || file.text.slice(at.start, at.end) !== data) return [];
    // Whoever is not the owner keeps what the mode gave besides writing.
    const tight = problem === "openUmask" ? octal | 0o022 : octal & ~0o022;
    const mode = tight.toString(8).padStart(data.length, "0");
    return [{ title: `Use ${mode}`, safety: "review", edits: [replaceSpan(at, mode)] }];
  },
});
