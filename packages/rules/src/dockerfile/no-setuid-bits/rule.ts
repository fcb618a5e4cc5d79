import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { replaceSpan, type Dockerfile } from "@plimsoll/syntax";
import { runCommands } from "../../shared-commands/commands.ts";
import { modeChanges, octalMode, setsIdBits } from "../../shared-permissions/modes.ts";
import { finalImage, placeOfStage } from "../../shared-stages/final-image.ts";

const STRIP_MODES = new Set(["/6000", "+6000", "/4000", "+4000", "-4000", "/u=s,g=s", "/ug+s"]);

/** True where a command looks for files with these bits, which is the usual way to take them off. */
function strips(file: Dockerfile): boolean {
  for (const { name, words } of runCommands(file, "final")) {
    const at = name === "find" ? words.findIndex(({ literal }) => literal === "-perm") : -1;
    const mode = at === -1 ? undefined : words[at + 1]?.literal;
    if (mode !== undefined && STRIP_MODES.has(mode)) return true;
  }
  return false;
}

export const rule: DockerfileRule<string> = defineRule({
  id: "dockerfile/no-setuid-bits",
  title: "The build sets no setuid and setgid bits",
  severity: "error",
  confidence: "medium",
  surface: "dockerfile",
  catalogue: ["DF011"],
  aliases: ["dockle:CIS-DI-0008"],
  since: "0.1.0",
  options: {
    requireStripping: {
      description:
        "Whether to report images whose build does not take these bits off with `find -perm /6000`. What the base image brings is proved by a scan of the image, so this is off.",
      schema: { type: "boolean" },
      default: false,
    },
  },
  *check(file, { options }) {
    for (const { mode, at, from } of modeChanges(file)) {
      if (from !== "umask" && setsIdBits(mode)) yield { problem: "setsBits", at, data: mode };
    }
    const image = options["requireStripping"] === true ? finalImage(file) : undefined;
    if (image !== undefined && !strips(file)) {
      yield { problem: "notStripped", at: placeOfStage(image.stage), severity: "info", data: "" };
    }
  },
  message({ problem, data }) {
    return problem === "notStripped"
      ? "Build never takes setuid and setgid bits off the files of the base image."
      : `Mode "${data}" sets a setuid or setgid bit, so the file runs with the rights of its owner or group.`;
  },
  fix({ data, at }, file) {
    const literal = file.text.slice(at.start, at.end) === data;
    if (!literal || octalMode(data) === undefined) return [];
    const mode = (Number.parseInt(data, 8) & 0o1777).toString(8).padStart(data.length, "0");
    return [{ title: `Use mode ${mode}`, safety: "review", edits: [replaceSpan(at, mode)] }];
  },
});
